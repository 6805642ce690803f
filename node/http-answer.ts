// Writing one answer as the DynamoDB endpoint does: request id, CRC-32 of the body as sent, length,
// compression when it was asked for and pays. Header and body leave in a single write.
import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import { damages, type BindingAnswer } from "../client/binding.ts";
import type { RequestHead } from "./request-head.ts";

const jsonType = "application/x-amz-json-1.0";
/** What clients of services beside DynamoDB send and expect. */
const newerJsonType = "application/x-amz-json-1.1";
/** Below this compressing costs more than it saves. */
const compressedBytesMin = 1024;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** An error that the engine never saw. `prefix` is the part of `__type` before the "#". */
export function transportError(
  status: number,
  type: string,
  message?: string,
  prefix = "com.amazon.coral.service",
): BindingAnswer {
  const body = JSON.stringify({ "__type": `${prefix}#${type}`, message });
  return { status, body, requestId: makeRequestId() };
}

/** 52 capitals and digits, as AWS gives and as the engine does for requests it serves. */
export function makeRequestId(): string {
  let id = "";
  for (const byte of randomBytes(52)) id += letters[byte % letters.length];
  return id;
}

/** Sends `answer`; ends the response. */
export function writeAnswer(response: ServerResponse, head: RequestHead, answer: BindingAnswer) {
  const { body } = answer;
  const size = Buffer.byteLength(body, "utf8");
  if (head.acceptEncoding !== undefined && size >= compressedBytesMin) {
    const packed = compress(body, head.acceptEncoding);
    if (packed !== undefined) return writeCompressed(response, head, answer, packed);
  }
  const headers = headersOf(answer, crc32(body), size, head);
  if (head.origin !== undefined) addCrossOrigin(headers);
  response.writeHead(answer.status, headers);
  // Plain ASCII needs no encoder: Node appends it to the header and writes one string.
  response.end(body, size === body.length ? "latin1" : "utf8");
}

function writeCompressed(
  response: ServerResponse,
  head: RequestHead,
  answer: BindingAnswer,
  packed: { encoding: string; bytes: Buffer },
) {
  const { bytes } = packed;
  const headers = headersOf(answer, crc32(bytes), bytes.length, head);
  headers.push("Content-Encoding", packed.encoding);
  if (head.origin !== undefined) addCrossOrigin(headers);
  response.writeHead(answer.status, headers);
  response.end(bytes);
}

function headersOf(answer: BindingAnswer, checksum: number, size: number, head: RequestHead) {
  const isWrong = answer.damage === damages.checksum;
  return [
    "x-amzn-RequestId",
    answer.requestId,
    "x-amz-crc32",
    String(isWrong ? (checksum ^ 1) >>> 0 : checksum),
    "Content-Type",
    head.contentType === newerJsonType ? newerJsonType : jsonType,
    "Content-Length",
    String(size),
  ];
}

function addCrossOrigin(headers: string[]) {
  const exposed = "x-amzn-RequestId,x-amz-crc32,x-amzn-ErrorType,Date";
  headers.push("Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", exposed);
}

/** Answers a browser's question whether it may call: it may, with whatever it wants to send. */
export function writePreflight(response: ServerResponse, head: RequestHead) {
  const headers = [
    "x-amzn-RequestId",
    makeRequestId(),
    "Access-Control-Allow-Origin",
    "*",
    "Access-Control-Allow-Methods",
    head.requestMethod ?? "POST",
    "Access-Control-Max-Age",
    "172800",
    "Content-Length",
    "0",
  ];
  if (head.requestHeaders !== undefined) {
    headers.push("Access-Control-Allow-Headers", head.requestHeaders);
  }
  response.writeHead(200, headers);
  response.end();
}

function compress(body: string, accepted: string) {
  const encodings = accepted.split(",").flatMap((entry) => {
    const [name = "", quality = ""] = entry
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return /^q=0(\.0*)?$/.test(quality) ? [] : [name];
  });
  if (encodings.includes("gzip")) {
    return { encoding: "gzip", bytes: gzipSync(body, { level: 1 }) };
  }
  if (!encodings.includes("deflate")) return undefined;
  return { encoding: "deflate", bytes: deflateSync(body, { level: 1 }) };
}
