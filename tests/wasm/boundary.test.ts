// The raw boundary between JavaScript and the module: every kind of text, small and large, comes
// back as it went in, also while the memory grows and every view of it is replaced.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EngineHandle } from "../../client/binding.ts";
import { loadWasmBinding } from "../../wasm/load-engine.ts";
import { createTable, dynamo, getRequest, putText, readText } from "./requests.ts";

let engine: EngineHandle;

beforeAll(async () => {
  engine = (await loadWasmBinding()).create({});
  createTable(engine);
});

afterAll(() => engine.close());

const texts = {
  "ASCII": "plain text",
  "Latin-1": "Grüße, señor, façade",
  "two bytes": "Привет, Ελλάδα",
  "three bytes": "夜の電車 €",
  "four bytes": "🛰 𝒳 👩‍👩‍👧",
  "escapes": 'quote " backslash \\ newline \n tab \t bell \u0007',
  "a byte order mark": "\ufeffafter",
  "NUL": "a\0b",
  "mixed and long": "ab€🛰".repeat(20_000),
  "long ASCII": "x".repeat(300_000),
};

describe.each(Object.entries(texts))("%s", (kind, text) => {
  test("comes back through strings", () => {
    expect(putText(engine, kind, text).status).toBe(200);
    expect(readText(engine, kind)).toBe(text);
  });

  test("comes back through bytes", () => {
    const request = { TableName: "Texts", Item: { pk: { S: `${kind}!` }, text: { S: text } } };
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    expect(engine.callBytes(dynamo("PutItem"), bytes).status).toBe(200);
    const answer = engine.callBytes(
      dynamo("GetItem"),
      new TextEncoder().encode(getRequest(`${kind}!`)),
    );
    expect(JSON.parse(new TextDecoder().decode(answer.body)).Item.text.S).toBe(text);
    expect(answer.requestId).toMatch(/^[A-Z0-9]{52}$/);
  });
});

test("10 MB go in and out in one request each", () => {
  const keys = Array.from({ length: 25 }, (_, at) => `large-${at}`);
  const text = "é".repeat(199_000);
  const requests = keys.map((key) => ({
    PutRequest: { Item: { pk: { S: key }, text: { S: text } } },
  }));
  const body = JSON.stringify({ RequestItems: { Texts: requests } });
  expect(new TextEncoder().encode(body).length).toBeGreaterThan(9_900_000);
  const written = engine.call(dynamo("BatchWriteItem"), body);
  expect(JSON.parse(written.body)).toEqual({ UnprocessedItems: {} });

  const Keys = keys.map((key) => ({ pk: { S: key } }));
  const read = engine.call(
    dynamo("BatchGetItem"),
    JSON.stringify({ RequestItems: { Texts: { Keys } } }),
  );
  const { Responses } = JSON.parse(read.body);
  expect(Responses.Texts).toHaveLength(25);
  for (const item of Responses.Texts) expect(item.text.S === text).toBe(true);
});

test("a small request after a large one is served as before", () => {
  putText(engine, "large", "y".repeat(399_000));
  putText(engine, "small", "z");
  expect(readText(engine, "small")).toBe("z");
});

test("bytes given back belong to the caller", () => {
  putText(engine, "first", "one");
  const request = new TextEncoder().encode(getRequest("first"));
  const { body } = engine.callBytes(dynamo("GetItem"), request);
  putText(engine, "second", "x".repeat(300_000));
  engine.call(dynamo("GetItem"), getRequest("second"));
  expect(new TextDecoder().decode(body)).toContain('"one"');
});

test("a lone surrogate becomes the replacement character instead of bad UTF-8", () => {
  const body = '{"TableName":"Texts","Item":{"pk":{"S":"lone"},"text":{"S":"a\ud83dz"}}}';
  expect(engine.call(dynamo("PutItem"), body).status).toBe(200);
  expect(readText(engine, "lone")).toBe("a\ufffdz");
});

test("targets and contexts beyond ASCII are passed through, not cut", () => {
  const answer = engine.call("DynamoDB_20120810.Größe☃", "{}", {
    region: "süd-1",
    endpoint: "é:1",
  });
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body).__type).toContain("UnknownOperationException");
});

test("any bytes at all get an answer", () => {
  const samples = [
    new Uint8Array(0),
    Uint8Array.of(0xff, 0xfe, 0),
    new Uint8Array(100_000).fill(0x5b),
  ];
  for (const body of samples) {
    const answer = engine.callBytes(dynamo("PutItem"), body);
    expect(answer.status).toBe(400);
    expect(new TextDecoder().decode(answer.body)).toContain("__type");
  }
});

test("arguments of a wrong type are refused, and the instance lives on", () => {
  const wrong = { a: 1 } as unknown as string;
  expect(() => engine.call(dynamo("PutItem"), wrong)).toThrow(TypeError);
  expect(() => engine.call(wrong, "{}")).toThrow(TypeError);
  expect(() => engine.call(dynamo("PutItem"), "{}", { region: wrong })).toThrow(TypeError);
  const noBytes = "{}" as unknown as Uint8Array;
  expect(() => engine.callBytes(dynamo("PutItem"), noBytes)).toThrow(TypeError);
  expect(() => engine.import(noBytes)).toThrow(TypeError);
  expect(engine.call(dynamo("ListTables"), "{}").status).toBe(200);
});
