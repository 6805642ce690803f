// db.clock by itself, over a scripted engine: steps between due times, consumers in between, the timer.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Clock } from "../../client/clock.ts";

/** An engine that is nothing but a clock with due times. */
class ScriptedEngine {
  nowMs = 1000;
  isRunning = false;
  due: number[] = [];
  log: string[] = [];

  readonly call = (operation: string, input: object): Record<string, unknown> => {
    const { Milliseconds = 0, TimeMilliseconds } = input as Record<string, number>;
    if (operation === "Pixii_1.ResumeClock") this.isRunning = true;
    if (operation === "Pixii_1.FreezeClock") this.isRunning = false;
    if (operation === "Pixii_1.SetClock" && TimeMilliseconds! < this.nowMs) throw new Error("back");
    if (operation !== "Pixii_1.AdvanceClock") return {};
    const target = Math.min(this.nowMs + Milliseconds, this.due[0] ?? Infinity);
    this.nowMs = Math.max(target, this.nowMs);
    this.workDue();
    return {};
  };

  readonly workDue = (): number => {
    while (this.due.length > 0 && this.due[0]! <= this.nowMs)
      this.log.push(`due ${this.due.shift()}`);
    return this.due[0] ?? Infinity;
  };
}

class ScriptedConsumers {
  next = Infinity;
  log: string[];
  constructor(log: string[]) {
    this.log = log;
  }
  hasAny() {
    return true;
  }
  nextDueMs() {
    return this.next;
  }
  nextLookMs() {
    return this.next;
  }
  async runDue() {
    await Promise.resolve();
    this.log.push("consumers");
    this.next = Infinity;
  }
}

function setUp() {
  const engine = new ScriptedEngine();
  const consumers = new ScriptedConsumers(engine.log);
  const { call, workDue } = engine;
  const clock = new Clock({
    call,
    workDue,
    consumers,
    nowMs: () => engine.nowMs,
    isRunning: () => engine.isRunning,
  });
  return { engine, consumers, clock };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("advance goes from due time to due time and awaits consumers on the way", async () => {
  const { engine, clock } = setUp();
  engine.due = [1010, 1020];
  expect(await clock.advance({ milliseconds: 25 })).toEqual(new Date(1025));
  expect(engine.log).toEqual(["due 1010", "consumers", "due 1020", "consumers", "consumers"]);
});

test("advance stops where consumers become due", async () => {
  const { engine, consumers, clock } = setUp();
  consumers.next = 1005;
  engine.due = [1010];
  await clock.advance(10);
  expect(engine.log).toEqual(["consumers", "due 1010", "consumers"]);
});

test("two advances at once happen one after the other", async () => {
  const { engine, clock } = setUp();
  const [first, second] = await Promise.all([clock.advance(10), clock.advance(10)]);
  expect([first.getTime(), second.getTime()]).toEqual([1010, 1020]);
  expect(engine.nowMs).toBe(1020);
});

test("a failed move leaves the clock to the next", async () => {
  const { clock } = setUp();
  await expect(clock.advance("soon")).rejects.toThrow("advance() is a duration");
  await expect(clock.set(new Date(5))).rejects.toThrow("back");
  expect(await clock.set(new Date(2000))).toEqual(new Date(2000));
});

test("under a running clock one timer rings at the next due time", async () => {
  const { engine, clock } = setUp();
  engine.isRunning = true;
  engine.due = [1500];
  clock.touch();
  clock.touch();
  vi.advanceTimersByTime(0);
  expect(vi.getTimerCount()).toBe(1);
  engine.nowMs = 1500;
  await vi.advanceTimersByTimeAsync(500);
  expect(engine.log).toEqual(["due 1500", "consumers"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a standing clock and a stopped one have no timer", async () => {
  const { engine, clock } = setUp();
  engine.due = [1500];
  clock.touch();
  vi.advanceTimersByTime(0);
  expect(vi.getTimerCount()).toBe(0);
  engine.isRunning = true;
  clock.touch();
  clock.stop();
  vi.advanceTimersByTime(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("a due time far away is waited for in pieces", async () => {
  const { engine, clock } = setUp();
  engine.isRunning = true;
  engine.due = [2 ** 40];
  clock.touch();
  vi.advanceTimersByTime(0);
  await vi.advanceTimersByTimeAsync(2 ** 31);
  expect(engine.log).toEqual(["consumers"]);
  expect(vi.getTimerCount()).toBe(1);
});
