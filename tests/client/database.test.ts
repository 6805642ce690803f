// Database by itself, over a fake engine: targets, errors, snapshots, forks, closing.
import { expect, test } from "vitest";
import { PixiiError } from "../../client/pixii-error.ts";
import { openOn } from "../../client/pixii.ts";
import { fakeHost, FakeStore } from "../support/fake-binding.ts";

const setUp = async (options = {}) => {
  const host = fakeHost();
  const db = await openOn(host)(options);
  return { db, engine: host.engines[0]! };
};

test("an operation's name becomes the target of the service it belongs to", async () => {
  const { db, engine } = await setUp();
  const targetOf = async (name: string) => {
    await db.call(name, { key: "a" }).catch(() => {});
    return engine.last?.target;
  };
  expect(await targetOf("PutItem")).toBe("DynamoDB_20120810.PutItem");
  expect(await targetOf("GetRecords")).toBe("DynamoDBStreams_20120810.GetRecords");
  expect(await targetOf("Pixii_1.Reset")).toBe("Pixii_1.Reset");
});

test("call takes and gives objects, request takes and gives text", async () => {
  const { db } = await setUp();
  expect(await db.call("Put", { key: "ä", value: "😀" })).toEqual({});
  expect(await db.call("Get", { key: "ä" })).toEqual({ value: "😀" });
  expect(await db.request("X.Get", '{"key":"ä"}')).toEqual({
    status: 200,
    body: '{"value":"😀"}',
    requestId: "R".repeat(52),
  });
});

test("an error answer is thrown under DynamoDB's name, with status and request id", async () => {
  const { db } = await setUp();
  const error = await db.call("Fail").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PixiiError);
  expect(error).toMatchObject({
    name: "ConditionalCheckFailedException",
    message: "no",
    $fault: "client",
    $metadata: { httpStatusCode: 400, requestId: "R".repeat(52) },
  });
});

test("request gives an error answer back instead of throwing it", async () => {
  const { db } = await setUp();
  expect((await db.request("X.Fail", "{}")).status).toBe(400);
});

test("a failing engine is reported as a PixiiError", async () => {
  const { db, engine } = await setUp();
  engine.failure = new Error("The engine is lost");
  await expect(db.call("Get", { key: "a" })).rejects.toMatchObject({
    name: "EngineError",
    message: "The engine is lost",
  });
});

test("restore puts this very database back; a fork is on its own", async () => {
  const { db } = await setUp();
  await db.call("Put", { key: "a", value: "1" });
  const before = await db.snapshot();
  const fork = await db.fork();
  await db.call("Put", { key: "a", value: "2" });
  expect(await fork.call("Get", { key: "a" })).toEqual({ value: "1" });
  await db.restore(before);
  expect(await db.call("Get", { key: "a" })).toEqual({ value: "1" });
});

test("after close every call says so, and closing again is allowed", async () => {
  const { db, engine } = await setUp();
  await db.close();
  await db.close();
  expect(engine.closed).toBe(true);
  const closed = { name: "DatabaseClosedError" };
  await expect(db.call("Get", { key: "a" })).rejects.toMatchObject(closed);
  await expect(db.request("X.Get", "{}")).rejects.toMatchObject(closed);
  await expect(db.snapshot()).rejects.toMatchObject(closed);
  await expect(db.flush()).rejects.toMatchObject(closed);
  await expect(db.listen()).rejects.toMatchObject(closed);
});

test("export of one database opens another", async () => {
  const { db } = await setUp();
  await db.call("Put", { key: "a", value: "1" });
  const { db: copy } = await setUp({ from: await db.export() });
  expect(await copy.call("Get", { key: "a" })).toEqual({ value: "1" });
});

test("damaged bytes are refused by name, and the store is given up", async () => {
  const store = new FakeStore();
  store.bytes = new Uint8Array([1, 2, 3]);
  await expect(openOn(fakeHost(store))("file:x")).rejects.toMatchObject({
    name: "DamagedDataError",
    message: "these bytes are not whole",
  });
  expect(store.closes).toBe(1);
});

test.each([
  [{ engine: "gpu" }],
  [{ namespace: "none" }],
  [{ seed: 1.5 }],
  [{ memoryBytesMax: -1 }],
  [{ itemCollectionBytesMax: 0 }],
  [{ clock: "noon" }],
  [{ from: "text" }],
  [{ region: "no region" }],
  [{ flushEveryMs: -1 }],
  [{ memoryBytes: 1 }],
])("a wrong option is refused: %j", async (options) => {
  await expect(openOn(fakeHost())(options as object)).rejects.toMatchObject({
    name: "InvalidOptionError",
  });
});

test("an unknown kind of URI is refused", async () => {
  await expect(openOn(fakeHost())("ftp:x")).rejects.toMatchObject({ name: "InvalidOptionError" });
});
