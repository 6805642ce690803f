// JsonWriter writes what JSON.stringify would, byte for byte, or leaves a value to it.
import { expect, test } from "vitest";
import { JsonWriter, unwritten } from "../../node/json-writer.ts";

const memory = new Uint8Array(4096);
const writer = new JsonWriter(memory);

function written(value: object): string | undefined {
  const end = writer.write(value, 7);
  return end === unwritten ? undefined : new TextDecoder().decode(memory.subarray(7, end));
}

const bare = (members: object) => Object.assign(Object.create(null) as object, members);

test.each<[string, object]>([
  ["an empty object", {}],
  ["an empty list", []],
  ["lists and objects in each other", { a: [[], {}, [{ b: [1, "2"] }]], c: { d: { e: [] } } }],
  ["short and long texts", { short: "a", long: "x".repeat(500) }],
  ["texts at the border between both", { a: "y".repeat(32), b: "y".repeat(33) }],
  ["what JSON escapes", { 'a"b\\': '\u0000\n"\\/\u007f\u2028', l: `${"x".repeat(40)}\n"` }],
  ["text beyond ASCII", { ключ: "Grüße 电影 🎬", l: "电".repeat(99) }],
  ["half a surrogate pair", { a: "\ud83c", b: `${"x".repeat(40)}\udf00` }],
  ["numbers", { a: [0, -0, 1, -1.5, 1e21, 1e-7, 2 ** 53, 0.1 + 0.2] }],
  ["true, false and null", { a: [true, false, null], b: null }],
  ["members without a value", { a: undefined, b: 1, c: undefined }],
  ["objects without prototype", bare({ a: bare({ b: "c" }) })],
  ["names that are indexes", { 2: "b", 1: "a", x: "c" }],
  ["a member called toJSON that is no function", { toJSON: { S: "x" } }],
  ["members called like those of all objects", { constructor: 1, hasOwnProperty: "x" }],
])("%s", (_kind, value) => {
  expect(written(value)).toBe(JSON.stringify(value));
});

class Point {
  x = 1;
}
const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;

test.each<[string, object]>([
  ["an object of a class", { a: new Point() }],
  ["a date", { a: new Date(0) }],
  ["bytes", { a: new Uint8Array(3) }],
  ["a map", { a: new Map() }],
  ["a list with a gap", { a: [1, undefined, 3] }],
  ["what is no number", { a: Number.NaN }],
  ["infinity", { a: [Number.POSITIVE_INFINITY] }],
  ["a big integer", { a: 1n }],
  ["a function", { a: () => 1 }],
  ["a symbol", { a: Symbol("x") }],
  ["a text as an object", { a: Object("x") as object }],
  ["its own toJSON", { a: { toJSON: () => "x" } }],
  ["a cycle", cyclic],
  ["a text that does not fit", { a: "x".repeat(4096) }],
  ["a text that does not fit once escaped", { a: "\n".repeat(900) }],
  ["many small values that do not fit", { a: Array.from({ length: 2000 }, () => []) }],
  ["many numbers that do not fit", { a: Array.from({ length: 3000 }, () => 1) }],
])("%s is left to JSON.stringify", (_kind, value) => {
  expect(written(value)).toBeUndefined();
});

test("a toJSON or a member that all objects have is left to JSON.stringify", () => {
  for (const [prototype, name] of [
    [Object.prototype, "toJSON"],
    [Array.prototype, "toJSON"],
    [String.prototype, "toJSON"],
    [Object.prototype, "shared"],
  ] as const) {
    Object.defineProperty(prototype, name, {
      value: () => 1,
      configurable: true,
      enumerable: true,
    });
    const text = written({ a: 1 });
    delete (prototype as unknown as Record<string, unknown>)[name];
    expect(text).toBeUndefined();
  }
});

/** A value of every kind, drawn by `random`. */
function anyValue(random: () => number, depth: number): unknown {
  const kind = Math.floor(random() * (depth > 3 ? 4 : 6));
  if (kind === 0) return random() < 0.5 ? random() * 1e6 : Math.floor(random() * 10);
  if (kind === 1) return [true, false, null][Math.floor(random() * 3)];
  if (kind < 4) return anyText(random);
  const members = Array.from({ length: Math.floor(random() * 5) }, () =>
    anyValue(random, depth + 1),
  );
  if (kind === 4) return members;
  return Object.fromEntries(members.map((member) => [anyText(random), member]));
}

const alphabet = [
  "a",
  "Z",
  "7",
  " ",
  '"',
  "\\",
  "\n",
  "\u0001",
  "\u007f",
  "é",
  "电",
  "🎬",
  "\ud800",
];

function anyText(random: () => number): string {
  const letters = random() < 0.6 ? 4 : alphabet.length;
  const length = Math.floor(random() * (random() < 0.8 ? 8 : 60));
  return Array.from({ length }, () => alphabet[Math.floor(random() * letters)]).join("");
}

test("20,000 random values are written as JSON.stringify does, or not at all", () => {
  let state = 42;
  const random = () => ((state = (state * 1103515245 + 12345) % 2 ** 31), state / 2 ** 31);
  let count = 0;
  for (let i = 0; i < 20_000; i++) {
    const value = { value: anyValue(random, 0) };
    const text = written(value);
    if (text === undefined) continue;
    count++;
    if (text !== new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(value)))) {
      expect(text).toBe(JSON.stringify(value));
    }
  }
  expect(count).toBeGreaterThan(19_000);
});
