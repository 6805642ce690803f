// With a seed and a driven clock, the native engine and WebAssembly answer ten thousand mixed calls
// of every operation with the same bytes: statuses, bodies and request ids; so does a second run, a
// fork, and a database that was exported half-way.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import { open } from "../../client/index.node.ts";
import type { OpenOptions } from "../../client/pixii.ts";
import { Memory, mixedCalls, play, targetOf, type Call } from "./mixed-calls.ts";
import { allKinds, valueKinds } from "./mixed-requests.ts";

const options: OpenOptions = {
  clock: "2100-01-01T00:00:00Z",
  seed: 42,
  timing: "aws",
  consistency: { eventual: { lag: "PT1S" } },
};

async function playAnew(engine: "native" | "wasm", calls: Call[]) {
  const db = await open({ ...options, engine });
  const answers = await play(db, calls);
  await db.close();
  return answers;
}

/** The first difference, with what was asked; undefined when there is none. */
function difference(calls: Call[], left: string[], right: string[]) {
  const at = left.findIndex((answer, i) => answer !== right[i]);
  if (at < 0) return undefined;
  const short = (answers: string[]) => answers[at]?.slice(0, 2000);
  return { at, call: calls[at], left: short(left), right: short(right) };
}

/** The operations there are, from the generated types; a clock that runs is no two runs' own. */
function operationNames(): string[] {
  const text = readFileSync(new URL("../../client/operations.ts", import.meta.url), "utf8");
  const table = text.slice(text.indexOf("interface Operations {"));
  const lines = table.slice(0, table.indexOf("\n}")).matchAll(/^ {2}"?([\w.]+)"?: \{/gm);
  const names = [...lines].map(([, name]) => name!);
  return names.filter((name) => name !== "Pixii_1.ResumeClock");
}

test("10,000 mixed calls have the same answers natively and in WebAssembly", async () => {
  const calls = mixedCalls(1, 10_000, allKinds);
  const native = await playAnew("native", calls);
  expect(difference(calls, native, await playAnew("wasm", calls))).toBeUndefined();
  const served = new Set(calls.filter((_, i) => native[i]!.startsWith("200 ")).map(([to]) => to));
  expect(operationNames().filter((name) => !served.has(targetOf(name)))).toEqual([]);
  const refusals = native.filter((answer) => !answer.startsWith("200 "));
  expect(refusals.length).toBeGreaterThan(500);
  expect(native.length - refusals.length).toBeGreaterThan(4000);
});

test("another run has the same answers, and another seed other ids", async () => {
  const calls = mixedCalls(2, 1000, allKinds);
  const first = await playAnew("native", calls);
  expect(difference(calls, first, await playAnew("native", calls))).toBeUndefined();
  const db = await open({ ...options, engine: "native", seed: 43 });
  expect(difference(calls, first, await play(db, calls))?.at).toBe(0);
  await db.close();
});

test("a seed given later begins the same ids, and a reset begins those of opening again", async () => {
  const calls = mixedCalls(4, 500, valueKinds);
  const playReset = async (seed: number, later?: number) => {
    const db = await open({ ...options, seed, engine: "native" });
    await play(db, calls.slice(0, 20));
    await db.call("Pixii_1.Reset");
    if (later !== undefined) await db.modes.update({ seed: later });
    const answers = await play(db, calls);
    await db.close();
    return answers;
  };
  const first = await playReset(42);
  expect(difference(calls, first, await playReset(42))).toBeUndefined();
  const second = await playReset(42, 43);
  expect(difference(calls, second, await playReset(7, 43))).toBeUndefined();
  expect(difference(calls, first, second)?.at).toBe(0);
});

test("a database exported half-way, and a fork of it, go on with the same answers", async () => {
  const calls = mixedCalls(3, 3000, valueKinds);
  // An export holds no late versions: no read is to want one.
  calls[1499] = ["Pixii_1.AdvanceClock", '{"Duration":"PT1M"}'];
  const [begin, end] = [calls.slice(0, 1500), calls.slice(1500)];
  const whole = await playAnew("native", calls);
  const db = await open({ ...options, engine: "native" });
  const memory = new Memory();
  await play(db, begin, memory);
  const from = await db.export();
  const goOn = async (copy: Database) => {
    const rest = await play(copy, end, memory.copy());
    await copy.close();
    return difference(end, whole.slice(1500), rest);
  };
  expect(await goOn(await db.fork())).toBeUndefined();
  expect(await goOn(await open({ from, engine: "wasm" }))).toBeUndefined();
  await db.close();
});
