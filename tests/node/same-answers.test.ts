// With a seed and a driven clock, the native engine and WebAssembly answer ten thousand mixed calls
// with the same bytes: statuses, bodies and request ids; so does a second run, and a database that
// was exported half-way.
import { expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import { open } from "../../client/index.node.ts";
import type { OpenOptions } from "../../client/pixii.ts";
import { mixedCalls, type Call } from "./mixed-calls.ts";

const options: OpenOptions = { clock: "2100-01-01T00:00:00Z", seed: 42, timing: "aws" };

async function play(db: Database, calls: Call[]): Promise<string[]> {
  const answers: string[] = [];
  for (const [target, body] of calls) {
    const { status, requestId, body: text } = await db.request(target, body);
    answers.push(`${status} ${requestId} ${text}`);
  }
  return answers;
}

async function playAnew(engine: "native" | "wasm", calls: Call[]) {
  const db = await open({ ...options, engine });
  const answers = await play(db, calls);
  await db.close();
  return answers;
}

/** The first difference, with what was asked; undefined when there is none. */
function difference(calls: Call[], left: string[], right: string[]) {
  const at = left.findIndex((answer, i) => answer !== right[i]);
  return at < 0 ? undefined : { at, call: calls[at], left: left[at], right: right[at] };
}

test("10,000 mixed calls have the same answers natively and in WebAssembly", async () => {
  const calls = mixedCalls(1, 10_000);
  const native = await playAnew("native", calls);
  expect(difference(calls, native, await playAnew("wasm", calls))).toBeUndefined();
  const served = native.filter((answer) => answer.startsWith("200 ")).length;
  expect(served).toBeGreaterThan(4000);
  expect(native.length - served).toBeGreaterThan(500);
});

test("another run has the same answers, and another seed other ids", async () => {
  const calls = mixedCalls(2, 1000);
  const first = await playAnew("native", calls);
  expect(difference(calls, first, await playAnew("native", calls))).toBeUndefined();
  const db = await open({ ...options, engine: "native", seed: 43 });
  expect(difference(calls, first, await play(db, calls))?.at).toBe(0);
  await db.close();
});

test("a database exported half-way goes on with the same answers", async () => {
  const calls = mixedCalls(3, 3000);
  const whole = await playAnew("native", calls);
  const db = await open({ ...options, engine: "native" });
  await play(db, calls.slice(0, 1500));
  const from = await db.export();
  await db.close();
  const again = await open({ from, engine: "native" });
  const rest = await play(again, calls.slice(1500));
  await again.close();
  expect(difference(calls.slice(1500), whole.slice(1500), rest)).toEqual(undefined);
});
