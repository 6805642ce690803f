// The checksum of answers is the one that node:zlib computes.
import { crc32 as zlibCrc32 } from "node:zlib";
import { expect, test } from "vitest";
import { crc32 } from "../../client/crc32.ts";

test("it has the published check value, and zlib's of any bytes", () => {
  const encoder = new TextEncoder();
  expect(crc32(encoder.encode("123456789"))).toBe(0xcbf43926);
  for (const text of ["", "{}", "ü€𝄞", '{"Item":{"pk":{"S":"a"}}}'.repeat(50)]) {
    expect(crc32(encoder.encode(text))).toBe(zlibCrc32(text));
  }
});
