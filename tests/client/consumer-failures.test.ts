// What becomes of batches that fail: retries and their delays, halving, partial failures, age, the
// on-failure destination, tumbling windows, and loops that never end.
import { expect, test } from "vitest";
import type { DiscardedBatch, EventSourceOptions } from "../../client/event-source-options.ts";
import type { DynamoDBTimeWindowEvent } from "../../client/lambda-event.ts";
import { FakeStream, keysOf, streamArn } from "../support/fake-stream.ts";

const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const report = { functionResponseTypes: ["ReportBatchItemFailures" as const] };

/** A mapping whose handler throws for batches with the key "bad"; notes all batches and when. */
function failing(stream: FakeStream, options: EventSourceOptions, bad = "bad") {
  const batches: string[] = [];
  const seconds: number[] = [];
  const discarded: DiscardedBatch[] = [];
  const startMs = stream.nowMs;
  const all = { onFailure: discarded, ...options };
  stream.consumers.on("Orders", all, (event) => {
    const keys = keysOf(event);
    batches.push(keys.join(" "));
    seconds.push((stream.nowMs - startMs) / 1000);
    if (keys.includes(bad)) throw new Error("poison");
  });
  return { batches, seconds, discarded };
}

test("a failed batch is tried again after 1, 2, 4 ... 60 seconds, and blocks its shard", async () => {
  const stream = new FakeStream();
  const { batches, seconds, discarded } = failing(stream, {
    batchSize: 2,
    maximumRetryAttempts: 8,
  });
  stream.write(["a", "bad", "c"]);
  await stream.advance(1000);
  expect(seconds).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 183]);
  expect(batches).toEqual([...Array(9).fill("a bad"), "c"]);
  expect(discarded).toHaveLength(1);
});

test("a poison record in a batch of ten: halves, quarters, then the record alone uses up retries", async () => {
  const stream = new FakeStream();
  const options = { bisectBatchOnFunctionError: true, maximumRetryAttempts: 2 };
  const { batches, discarded } = failing(stream, options, "7");
  stream.write(ten);
  await stream.advance(10);
  expect(batches).toEqual([
    "1 2 3 4 5 6 7 8 9 10",
    "1 2 3 4 5",
    "6 7 8 9 10",
    "6 7",
    "6",
    "7",
    "7",
    "7",
    "8 9 10",
  ]);
  expect(discarded.map(({ DDBStreamBatchInfo }) => DDBStreamBatchInfo.batchSize)).toEqual([1]);
  expect(discarded[0]?.DDBStreamBatchInfo.startSequenceNumber).toMatch(/^0+7$/);
});

test("without retries a halved batch is still halved to the single record", async () => {
  const stream = new FakeStream();
  const options = { bisectBatchOnFunctionError: true, maximumRetryAttempts: 0 };
  const { batches, discarded } = failing(stream, options);
  stream.write(["a", "b", "bad", "c"]);
  await stream.consumers.idle();
  expect(batches).toEqual(["a b bad c", "a b", "bad c", "bad", "c"]);
  expect(discarded).toHaveLength(1);
});

test("what is given up is told as Lambda tells it, and a function also gets the event", async () => {
  const stream = new FakeStream();
  const told: unknown[] = [];
  const onFailure = (...given: unknown[]) => void told.push(...given);
  failing(stream, { maximumRetryAttempts: 1, onFailure });
  stream.write("a");
  stream.nowMs += 2500;
  stream.write("bad");
  await stream.consumers.idle();
  const [{ responseContext, requestContext, ...batch }, event] = told as [
    DiscardedBatch,
    { Records: object[] },
  ];
  expect(requestContext).toEqual({
    requestId: "00000001-0000-4000-8000-000000000002",
    functionArn: "arn:aws:lambda:us-east-1:000000000000:function:handler",
    condition: "RetryAttemptsExhausted",
    approximateInvokeCount: 2,
  });
  expect(responseContext).toEqual({
    statusCode: 200,
    executedVersion: "$LATEST",
    functionError: "Unhandled",
  });
  expect(batch).toEqual({
    version: "1.0",
    timestamp: "2026-01-01T12:00:02.500Z",
    DDBStreamBatchInfo: {
      shardId: "shardId-0",
      startSequenceNumber: "000000000000000000001",
      endSequenceNumber: "000000000000000000002",
      approximateArrivalOfFirstRecord: "2026-01-01T12:00:00Z",
      approximateArrivalOfLastRecord: "2026-01-01T12:00:02Z",
      batchSize: 2,
      streamArn,
    },
  });
  expect(keysOf(event)).toEqual(["a", "bad"]);
});

test("records past their age are given up, before they are handed over too", async () => {
  const stream = new FakeStream();
  const options = { maximumRecordAgeInSeconds: 60, batchSize: 2 };
  const { batches, discarded } = failing(stream, options);
  stream.write(["bad", "a"]);
  await stream.advance(200);
  stream.write("b");
  await stream.advance(0);
  expect(batches.at(-1)).toBe("b");
  expect(discarded.map(({ requestContext }) => requestContext.condition)).toEqual([
    "RecordAgeExceeded",
  ]);
  expect(discarded[0]?.requestContext.approximateInvokeCount).toBe(batches.length - 1);

  const late = new FakeStream();
  late.write(["old", "older"]);
  late.nowMs += 61_000;
  late.write("young");
  const second = failing(late, { ...options, startingPosition: "TRIM_HORIZON" });
  await late.consumers.idle();
  expect(second.batches).toEqual(["young"]);
  expect(second.discarded[0]).not.toHaveProperty("responseContext");
  expect(second.discarded[0]?.DDBStreamBatchInfo.batchSize).toBe(2);
});

test("by default a failing batch blocks its shard until the stream's 24 hours are over", async () => {
  const stream = new FakeStream();
  const { batches, discarded } = failing(stream, { batchSize: 1 });
  stream.write(["bad", "good"]);
  await stream.advance(23 * 3600);
  expect(new Set(batches)).toEqual(new Set(["bad"]));
  stream.write("new");
  await stream.advance(2 * 3600);
  expect(batches.at(-1)).toBe("new");
  expect(discarded.map(({ DDBStreamBatchInfo }) => DDBStreamBatchInfo.batchSize)).toEqual([1, 1]);
});

// --- Partial failures -----------------------------------------------------------------------------

/** A mapping that answers each batch with the next of these responses. */
function answering(stream: FakeStream, options: EventSourceOptions, responses: unknown[]) {
  const batches: string[] = [];
  stream.consumers.on("Orders", options, (event) => {
    batches.push(keysOf(event).join(" "));
    return responses.shift();
  });
  return batches;
}

const failed = (...numbers: number[]) => ({
  batchItemFailures: numbers.map((number) => ({
    itemIdentifier: String(number).padStart(21, "0"),
  })),
});

test("the lowest sequence number reported is where the batch is tried again from", async () => {
  const stream = new FakeStream();
  const batches = answering(stream, report, [failed(8, 4), failed(4), failed(9)]);
  stream.write(ten);
  await stream.consumers.idle();
  expect(batches).toEqual(["1 2 3 4 5 6 7 8 9 10", "4 5 6 7 8 9 10", "4 5 6 7 8 9 10", "9 10"]);
});

test("partial failures use up retries; the rest is given up together", async () => {
  const stream = new FakeStream();
  const onFailure: DiscardedBatch[] = [];
  const options = { ...report, maximumRetryAttempts: 2, onFailure };
  const batches = answering(stream, options, Array(3).fill(failed(2)));
  stream.write(["1", "2", "3"]);
  await stream.consumers.idle();
  expect(batches).toEqual(["1 2 3", "2 3", "2 3"]);
  expect(onFailure).toHaveLength(1);
  expect(onFailure[0]?.DDBStreamBatchInfo).toMatchObject({ batchSize: 2 });
  expect(onFailure[0]?.responseContext).toEqual({ statusCode: 200, executedVersion: "$LATEST" });
});

test("with halving, a batch is split at the number reported, which costs no retry", async () => {
  const stream = new FakeStream();
  const options = { ...report, bisectBatchOnFunctionError: true, maximumRetryAttempts: 0 };
  const batches = answering(stream, options, [failed(4), failed(6)]);
  stream.write(ten);
  await stream.consumers.idle();
  expect(batches).toEqual(["1 2 3 4 5 6 7 8 9 10", "4 5 6 7 8 9 10", "6 7 8 9 10"]);
});

// Source: Lambda developer guide, "Success and failure conditions".
test.each([
  ["nothing", undefined],
  ["null", null],
  ["an empty object", {}],
  ["an empty list", { batchItemFailures: [] }],
  ["a list that is null", { batchItemFailures: null }],
  ["a text", "Successfully processed 3 records."],
])("%s is success", async (_shows, response) => {
  const stream = new FakeStream();
  const batches = answering(stream, report, [response]);
  stream.write(["1", "2"]);
  await stream.consumers.idle();
  expect(batches).toEqual(["1 2"]);
});

test.each([
  ["an empty string", [{ itemIdentifier: "" }]],
  ["null", [{ itemIdentifier: null }]],
  ["a misspelt member", [{ itemIdentifer: "000000000000000000002" }]],
  [
    "a number of no record, beside one of a record",
    [...failed(2).batchItemFailures, { itemIdentifier: "9" }],
  ],
  ["no list", "000000000000000000002"],
])("%s for an identifier fails the whole batch", async (_shows, batchItemFailures) => {
  const stream = new FakeStream();
  const batches = answering(stream, report, [{ batchItemFailures }]);
  stream.write(["1", "2"]);
  await stream.consumers.idle();
  expect(batches).toEqual(["1 2", "1 2"]);
});

test("without ReportBatchItemFailures a report means nothing", async () => {
  const stream = new FakeStream();
  const batches = answering(stream, {}, [failed(1)]);
  stream.write(["1", "2"]);
  await stream.consumers.idle();
  expect(batches).toEqual(["1 2"]);
});

test("a response that JSON cannot say is a failure", async () => {
  const stream = new FakeStream();
  const batches = answering(stream, {}, [{ count: 1n }]);
  stream.write("1");
  await stream.consumers.idle();
  expect(batches).toEqual(["1", "1"]);
});

// --- Tumbling windows -----------------------------------------------------------------------------

/** Counts records into the state, as the developer guide's example does. */
function counting(stream: FakeStream, options: EventSourceOptions = {}) {
  const events: DynamoDBTimeWindowEvent[] = [];
  const all = { tumblingWindowInSeconds: 60, batchSize: 2, ...options };
  stream.consumers.on("Orders", all, (event) => {
    const window = event as DynamoDBTimeWindowEvent;
    events.push(structuredClone(window));
    const state = { ...window.state } as Record<string, number>;
    for (const key of keysOf(event)) state[key!] = (state[key!] ?? 0) + 1;
    return { state };
  });
  return events;
}

test("a tumbling window hands its state on, and ends with an invocation of its own", async () => {
  const stream = new FakeStream();
  stream.nowMs = Date.UTC(2026, 0, 1, 12, 0, 10);
  const events = counting(stream);
  stream.write(["a", "b", "a"]);
  await stream.advance(0);
  stream.write("a");
  await stream.advance(120);
  const common = {
    window: { start: "2026-01-01T12:00:00Z", end: "2026-01-01T12:01:00Z" },
    shardId: "shardId-0",
    eventSourceARN: streamArn,
    isWindowTerminatedEarly: false,
  };
  expect(events.map((event) => ({ ...event, Records: keysOf(event) }))).toEqual([
    { ...common, Records: ["a", "b"], state: {}, isFinalInvokeForWindow: false },
    { ...common, Records: ["a"], state: { a: 1, b: 1 }, isFinalInvokeForWindow: false },
    { ...common, Records: ["a"], state: { a: 2, b: 1 }, isFinalInvokeForWindow: false },
    { ...common, Records: [], state: { a: 3, b: 1 }, isFinalInvokeForWindow: true },
  ]);
});

test("a batch never spans windows; each window begins with an empty state", async () => {
  const stream = new FakeStream();
  const events = counting(stream, { batchSize: 100, startingPosition: "TRIM_HORIZON" });
  stream.write(["a", "b"]);
  stream.nowMs += 61_000;
  stream.write(["c"]);
  await stream.advance(60);
  expect(events.map((event) => [keysOf(event).join(), event.isFinalInvokeForWindow])).toEqual([
    ["a,b", false],
    ["", true],
    ["c", false],
    ["", true],
  ]);
  expect(events.map(({ state }) => state)).toEqual([{}, { a: 1, b: 1 }, {}, { c: 1 }]);
});

test("idle leaves a tumbling window open", async () => {
  const stream = new FakeStream();
  const events = counting(stream);
  stream.write("a");
  await stream.consumers.idle();
  expect(events).toHaveLength(1);
  await stream.advance(60);
  expect(events.at(-1)?.isFinalInvokeForWindow).toBe(true);
});

test("a state past 1 MB ends the window early, which then goes on with an empty one", async () => {
  const stream = new FakeStream();
  const flags: unknown[] = [];
  stream.consumers.on("Orders", { tumblingWindowInSeconds: 60, batchSize: 1 }, (event) => {
    const { state, isFinalInvokeForWindow: isFinal, isWindowTerminatedEarly: isEarly } = event;
    flags.push([keysOf(event).join(), isFinal, isEarly, Object.keys(state!).length]);
    return { state: { big: "x".repeat(keysOf(event)[0] === "big" ? 1_100_000 : 10) } };
  });
  stream.write(["big", "small"]);
  await stream.advance(60);
  expect(flags).toEqual([
    ["big", false, false, 0],
    ["", true, true, 1],
    ["small", false, false, 0],
    ["", true, false, 1],
  ]);
});

test("a response without a state fails, at a window's end too", async () => {
  const stream = new FakeStream();
  const calls: boolean[] = [];
  stream.consumers.on("Orders", { tumblingWindowInSeconds: 30 }, (event) => {
    calls.push(event.isFinalInvokeForWindow!);
    return calls.length % 2 === 0 ? { state: {} } : {};
  });
  stream.write("a");
  await stream.advance(100);
  expect(calls).toEqual([false, false, true, true]);
});

// --- Loops ----------------------------------------------------------------------------------------

test("idle gives up a loop and names who writes to what", async () => {
  const stream = new FakeStream();
  let calls = 0;
  stream.consumers.on("Orders", {}, function echo() {
    calls += 1;
    stream.write("again");
  });
  stream.write("first");
  await expect(stream.consumers.idle({ rounds: 20 })).rejects.toMatchObject({
    name: "ConsumerLoopError",
    message:
      'The consumers are not idle after 20 rounds: the consumer "echo" of Orders writes to Orders.',
    causes: ['the consumer "echo" of Orders writes to Orders'],
  });
  expect(calls).toBe(20);
  await expect(stream.advance(0)).rejects.toMatchObject({ name: "ConsumerLoopError" });
  stream.isRunning = true;
  await stream.consumers.runDue();
});

test("idle gives up a batch that fails for ever and says why it fails", async () => {
  const stream = new FakeStream();
  failing(stream, {});
  stream.write("bad");
  await expect(stream.consumers.idle()).rejects.toMatchObject({
    name: "ConsumerLoopError",
    message:
      'The consumers are not idle after 100 rounds: the consumer "handler" of Orders keeps failing: poison.',
  });
  await expect(async () => stream.consumers.idle({ rounds: 0 })).rejects.toMatchObject({
    name: "InvalidOptionError",
  });
});

test("a long backlog is no loop", async () => {
  const stream = new FakeStream();
  stream.pageSize = 1000;
  const batches = answering(stream, { batchSize: 1 }, []);
  stream.write(Array.from({ length: 25_000 }, (_, at) => String(at)));
  await stream.consumers.idle({ rounds: 1 });
  expect(batches).toHaveLength(25_000);
});
