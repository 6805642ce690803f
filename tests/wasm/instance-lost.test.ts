// When an allocation fails all the same, the instance is lost: that call and every later one, on all
// its databases, say so, and a new instance serves as if nothing had been.
import { expect, test } from "vitest";
import type { EngineHandle } from "../../client/binding.ts";
import { loadWasmBinding } from "../../wasm/load-engine.ts";
import { createTable, dynamo, putText, readText } from "./requests.ts";

const cap = 32 * 1024 * 1024;
const lost = expect.objectContaining({
  name: "InstanceLost",
  message: expect.stringMatching(/^This WebAssembly instance is lost.*Aborted\(\w+\)\.$/),
});
// Asks for no limit of the engine's own, so that only the instance's memory ends the writing.
const unlimited = { memoryBytesMax: 0 };

/** Writes until the memory of the instance is full; how often it could. */
function fill(engine: EngineHandle): number {
  const text = "x".repeat(390_000);
  for (let count = 0; ; count++) {
    try {
      expect(putText(engine, `k${count}`, text).status).toBe(200);
    } catch (error) {
      expect(error).toEqual(lost);
      return count;
    }
  }
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

test("every later call of every method says that the instance is lost", async () => {
  const binding = await loadWasmBinding({ memoryBytesMax: cap });
  const [engine, other] = [binding.create(unlimited), binding.create(unlimited)];
  createTable(engine);
  const snapshot = engine.snapshot();
  expect(fill(engine)).toBeGreaterThan(10);

  const bytes = new TextEncoder().encode("{}");
  const calls: Record<string, () => unknown> = {
    call: () => engine.call(dynamo("ListTables"), "{}"),
    callBytes: () => engine.callBytes(dynamo("ListTables"), bytes),
    advance: () => engine.advance(Date.now()),
    fork: () => engine.fork(),
    takeFork: () => engine.takeFork("1"),
    snapshot: () => engine.snapshot(),
    restore: () => engine.restore(snapshot),
    export: () => engine.export(),
    import: () => engine.import(bytes),
    commitNumber: () => engine.commitNumber(),
    memoryBytes: () => engine.memoryBytes(),
    "another database of the instance": () => other.call(dynamo("ListTables"), "{}"),
    "a new database of the instance": () => binding.create({}),
  };
  for (const [name, call] of Object.entries(calls)) expect(thrownBy(call), name).toEqual(lost);

  snapshot.release();
  engine.close();
  other.close();
});

test("a new instance takes up what was exported before", async () => {
  const engine = (await loadWasmBinding({ memoryBytesMax: cap })).create(unlimited);
  createTable(engine);
  putText(engine, "kept", "still here");
  const bytes = engine.export();
  fill(engine);

  const fresh = (await loadWasmBinding()).create({});
  fresh.import(bytes);
  expect(readText(fresh, "kept")).toBe("still here");
  fresh.close();
});

test("a request too large for the memory loses the instance, not the process", async () => {
  const engine = (await loadWasmBinding({ memoryBytesMax: cap })).create(unlimited);
  const call = () => engine.call(dynamo("ListTables"), " ".repeat(2 * cap));
  expect(thrownBy(call)).toEqual(lost);
  expect(thrownBy(() => engine.commitNumber())).toEqual(lost);
});

test("a database refuses writes while an export of it still finds room", async () => {
  const engine = (await loadWasmBinding({ memoryBytesMax: 2 * cap })).create({});
  createTable(engine);
  const text = "x".repeat(390_000);
  let answer = putText(engine, "k0", text);
  let count = 1;
  for (; answer.status === 200; count++) answer = putText(engine, `k${count}`, text);
  expect(answer.body).toContain("MemoryLimitExceededException");
  expect(count).toBeGreaterThan(50);
  const bytes = engine.export();
  expect(readText(engine, "k0")).toBe(text);
  engine.close();

  const fresh = (await loadWasmBinding({ memoryBytesMax: 2 * cap })).create({});
  fresh.import(bytes);
  expect(readText(fresh, "k0")).toBe(text);
  fresh.close();
});
