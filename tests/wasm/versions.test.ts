// Forks, snapshots, export and import over embind, and that what is released is free: in an instance
// with little memory, thousands of versions come and go.
import { expect, test } from "vitest";
import { loadWasmBinding } from "../../wasm/load-engine.ts";
import { createTable, dynamo, getRequest, putText, readText } from "./requests.ts";

test("a fork and its parent do not see one another's writes", async () => {
  const parent = (await loadWasmBinding()).create({});
  createTable(parent);
  putText(parent, "a", "before");
  const fork = parent.fork();
  putText(parent, "a", "parent");
  putText(fork, "b", "fork");
  expect([readText(parent, "a"), readText(parent, "b")]).toEqual(["parent", undefined]);
  expect([readText(fork, "a"), readText(fork, "b")]).toEqual(["before", "fork"]);
  parent.close();
  expect(readText(fork, "b")).toBe("fork");
  fork.close();
});

test("restore puts the database back in place, as often as wanted", async () => {
  const engine = (await loadWasmBinding()).create({});
  createTable(engine);
  putText(engine, "a", "first");
  const snapshot = engine.snapshot();
  for (const text of ["second", "third"]) {
    putText(engine, "a", text);
    engine.restore(snapshot);
    expect(readText(engine, "a")).toBe("first");
  }
  snapshot.release();
  snapshot.release();
  expect(() => engine.restore(snapshot)).toThrow("This snapshot is released.");
  expect(readText(engine, "a")).toBe("first");
  engine.close();
});

test("a snapshot of another instance is refused", async () => {
  const [one, other] = await Promise.all([loadWasmBinding(), loadWasmBinding()]);
  const [engine, stranger] = [one.create({}), other.create({})];
  const snapshot = engine.snapshot();
  expect(() => stranger.restore(snapshot)).toThrow("another instance");
  snapshot.release();
  engine.close();
  stranger.close();
});

test("Pixii_1.Fork makes a fork that is taken by its id, once", async () => {
  const engine = (await loadWasmBinding()).create({});
  createTable(engine);
  putText(engine, "a", "one");
  const answer = engine.call("Pixii_1.Fork", "{}");
  expect(answer.status).toBe(200);
  const { ForkId } = JSON.parse(answer.body);
  const fork = engine.takeFork(ForkId);
  expect(fork && readText(fork, "a")).toBe("one");
  expect(engine.takeFork(ForkId)).toBeUndefined();
  expect(engine.takeFork("no such fork")).toBeUndefined();
  fork?.close();
  engine.close();
});

test("export and import carry the database to another instance; damage changes nothing", async () => {
  const source = (await loadWasmBinding()).create({});
  createTable(source);
  putText(source, "a", "ä 🛰");
  const bytes = source.export();
  const target = (await loadWasmBinding()).create({});
  target.import(bytes);
  expect(readText(target, "a")).toBe("ä 🛰");

  const commit = target.commitNumber();
  const damaged = bytes.slice();
  damaged[damaged.length >> 1]! ^= 0xff;
  const wrongs = { damaged, cut: bytes.slice(0, -5), empty: new Uint8Array(0) };
  for (const [name, wrong] of Object.entries(wrongs)) {
    expect(() => target.import(wrong), name).toThrow(
      expect.objectContaining({ name: "DamagedDataError" }),
    );
  }
  expect(target.commitNumber()).toBe(commit);
  expect(readText(target, "a")).toBe("ä 🛰");
  source.close();
  target.close();
});

test("released snapshots, forks and databases give their memory back", async () => {
  const binding = await loadWasmBinding({ memoryBytesMax: 32 * 1024 * 1024 });
  const text = "x".repeat(100_000);
  for (let round = 0; round < 1000; round++) {
    const engine = binding.create({});
    createTable(engine);
    putText(engine, "a", text);
    const snapshot = engine.snapshot();
    const fork = engine.fork();
    putText(fork, "b", text);
    engine.restore(snapshot);
    snapshot.release();
    fork.close();
    engine.close();
  }
  const last = binding.create({});
  expect(last.call(dynamo("ListTables"), "{}").status).toBe(200);
  last.close();
});

test("a closed database throws, and closing twice is allowed", async () => {
  const engine = (await loadWasmBinding()).create({});
  engine.close();
  engine.close();
  expect(() => engine.call(dynamo("GetItem"), getRequest("a"))).toThrow(
    expect.objectContaining({ name: "DatabaseClosedError" }),
  );
});
