// Event source mappings over a stream that the tests write themselves: batches, windows, order, shards,
// the position where reading begins, and when work is due on a clock that stands.
import { expect, test } from "vitest";
import type { EventSourceOptions } from "../../client/event-source-options.ts";
import type { DynamoDBStreamEvent } from "../../client/lambda-event.ts";
import { FakeStream, keysOf, streamArn } from "../support/fake-stream.ts";

/** A mapping that notes the keys of each batch. */
function follow(stream: FakeStream, options: EventSourceOptions = {}) {
  const batches: (string | undefined)[][] = [];
  const mapping = stream.consumers.on("Orders", options, (event) => {
    batches.push(keysOf(event));
  });
  return { batches, mapping };
}

const fromStart = { startingPosition: "TRIM_HORIZON" } as const;
const letters = (count: number) => Array.from({ length: count }, (_, at) => `k${at}`);

test("LATEST sees what is written after the mapping was made, TRIM_HORIZON everything", async () => {
  const stream = new FakeStream();
  stream.write(["a", "b", "c"]);
  const latest = follow(stream);
  const whole = follow(stream, fromStart);
  stream.write("d");
  await stream.consumers.idle();
  expect(latest.batches).toEqual([["d"]]);
  expect(whole.batches).toEqual([["a", "b", "c", "d"]]);
});

test("LATEST at an empty shard loses nothing while iterators expire", async () => {
  const stream = new FakeStream();
  const { batches } = follow(stream);
  stream.nowMs += 3_600_000;
  stream.write("a");
  await stream.consumers.idle();
  stream.nowMs += 3_600_000;
  stream.write("b");
  await stream.consumers.idle();
  expect(batches).toEqual([["a"], ["b"]]);
});

test("batches hold at most batchSize records, 100 by default", async () => {
  const stream = new FakeStream();
  const small = follow(stream, { batchSize: 3 });
  const usual = follow(stream);
  stream.write(letters(250));
  await stream.consumers.idle();
  expect(small.batches.map(({ length }) => length)).toEqual([...Array(83).fill(3), 1]);
  expect(usual.batches.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(usual.batches.flat()).toEqual(letters(250));
});

test("an event stays under 6 MB", async () => {
  const stream = new FakeStream();
  const sizes: number[] = [];
  stream.consumers.on("Orders", {}, (event) => {
    sizes.push(new TextEncoder().encode(JSON.stringify(event)).length);
  });
  const eventID = "é".repeat(500_000);
  stream.write(letters(14), { eventID });
  await stream.consumers.idle();
  expect(sizes).toHaveLength(3);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(6 * 1024 * 1024);
  expect(sizes[0]).toBeGreaterThan(6_000_000);
});

test("a batching window waits for more, until it is full or over", async () => {
  const stream = new FakeStream();
  const { batches } = follow(stream, { batchSize: 3, maximumBatchingWindowInSeconds: 60 });
  stream.write("a");
  await stream.advance(59);
  expect(batches).toEqual([]);
  stream.write("b");
  await stream.advance(1);
  expect(batches).toEqual([["a", "b"]]);
  stream.write(["c", "d", "e", "f"]);
  await stream.advance(0);
  expect(batches.slice(1)).toEqual([["c", "d", "e"]]);
  await stream.consumers.idle();
  expect(batches.slice(2)).toEqual([["f"]]);
});

test("advancing passes each due time on its way", async () => {
  const stream = new FakeStream();
  const times: number[] = [];
  stream.consumers.on("Orders", { maximumBatchingWindowInSeconds: 300 }, () => {
    times.push(stream.nowMs);
    if (times.length < 3) stream.write("next");
  });
  const startMs = stream.nowMs;
  stream.write("first");
  await stream.advance(3600);
  expect(times.map((time) => (time - startMs) / 1000)).toEqual([300, 600, 900]);
  expect(stream.consumers.nextDueMs()).toBe(Infinity);
});

test("under a clock that runs, the next look at the stream is due after 250 ms", async () => {
  const stream = new FakeStream();
  expect(stream.consumers.nextDueMs()).toBe(Infinity);
  stream.isRunning = true;
  const { mapping } = follow(stream);
  expect(stream.consumers.nextLookMs()).toBe(stream.nowMs + 250);
  stream.write("a");
  expect(stream.consumers.nextDueMs()).toBe(stream.nowMs);
  await stream.consumers.runDue();
  mapping.disable();
  expect(stream.consumers.nextDueMs()).toBe(Infinity);
});

test("the event is Lambda's, with its context", async () => {
  const stream = new FakeStream();
  const seen: unknown[] = [];
  stream.consumers.on("Orders", {}, function onOrder(event, context) {
    seen.push(event);
    expect(context).toMatchObject({
      functionName: "onOrder",
      functionVersion: "$LATEST",
      invokedFunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:onOrder",
      awsRequestId: "00000001-0000-4000-8000-000000000001",
      logGroupName: "/aws/lambda/onOrder",
    });
    expect(context.getRemainingTimeInMillis()).toBe(900_000);
  });
  stream.write("a");
  const userIdentity = { Type: "Service", PrincipalId: "dynamodb.amazonaws.com" };
  stream.write("b", { eventName: "REMOVE", userIdentity });
  await stream.consumers.idle();
  const common = {
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: "us-east-1",
    eventSourceARN: streamArn,
  };
  const { records } = stream.shards[0]!;
  const first = { eventID: "event-1", eventName: "INSERT", ...common };
  const second = { eventID: "event-2", eventName: "REMOVE", ...common };
  const identity = { type: "Service", principalId: "dynamodb.amazonaws.com" };
  expect(seen).toEqual([
    {
      Records: [
        { ...first, dynamodb: records[0]!.dynamodb },
        { ...second, dynamodb: records[1]!.dynamodb, userIdentity: identity },
      ],
    },
  ]);
});

test("each invocation has an event of its own", async () => {
  const stream = new FakeStream();
  const sizes: number[] = [];
  stream.consumers.on("Orders", { maximumRetryAttempts: 1 }, (event) => {
    sizes.push(event.Records.length);
    event.Records.length = 0;
    throw new Error("no");
  });
  stream.write(["a", "b"]);
  await stream.consumers.idle();
  expect(sizes).toEqual([2, 2]);
});

test("records that the filters hold back count as done", async () => {
  const stream = new FakeStream();
  const pattern = { dynamodb: { Keys: { pk: { S: [{ prefix: "x" }] } } } };
  const { batches } = follow(stream, { filterCriteria: { filters: [{ pattern }] }, batchSize: 2 });
  stream.write(["a", "x1", "b", "x2", "c", "x3"]);
  await stream.consumers.idle();
  expect(batches).toEqual([["x1", "x2"], ["x3"]]);
  stream.split();
  stream.write("x4", {}, 1);
  await stream.consumers.idle();
  expect(batches.at(-1)).toEqual(["x4"]);
});

test("a shard is worked off before its children, also when it fails", async () => {
  const stream = new FakeStream();
  const seen: (string | undefined)[] = [];
  let failures = 2;
  stream.consumers.on("Orders", { batchSize: 2, ...fromStart }, (event) => {
    if (keysOf(event).includes("c") && failures-- > 0) throw new Error("not yet");
    seen.push(...keysOf(event));
  });
  stream.write(["a", "b", "c"]);
  stream.split(0);
  stream.write("left", {}, 1);
  stream.split(1);
  stream.write("right", {}, 2);
  stream.write("leftmost", {}, 3);
  await stream.advance(0);
  expect(seen).toEqual(["a", "b"]);
  await stream.advance(1);
  expect(seen).toEqual(["a", "b"]);
  await stream.advance(2);
  expect(seen.slice(0, 3)).toEqual(["a", "b", "c"]);
  expect(seen.indexOf("left")).toBeLessThan(seen.indexOf("leftmost"));
  expect(new Set(seen)).toEqual(new Set(["a", "b", "c", "left", "leftmost", "right"]));
});

test("a mapping from LATEST reads nothing of shards that were closed before it", async () => {
  const stream = new FakeStream();
  stream.write("old");
  stream.split();
  stream.write("older", {}, 1);
  const { batches } = follow(stream);
  stream.write("new", {}, 2);
  await stream.consumers.idle();
  expect(batches).toEqual([["new"]]);
});

test("parallel lanes keep the order of each item, and work at the same time", async () => {
  const stream = new FakeStream();
  const seen = new Map<string, string[]>();
  let running = 0;
  let runningMost = 0;
  const options = { parallelizationFactor: 4, batchSize: 5 };
  stream.consumers.on("Orders", options, async (event: DynamoDBStreamEvent) => {
    running += 1;
    runningMost = Math.max(runningMost, running);
    for (const { dynamodb } of event.Records) {
      const key = dynamodb.Keys["pk"]!.S!;
      // Some invocations take longer than others.
      for (let wait = key.length * 7; wait > 0; wait--) await Promise.resolve();
      seen.set(key, [...(seen.get(key) ?? []), dynamodb.SequenceNumber]);
    }
    running -= 1;
  });
  for (let round = 0; round < 20; round++) stream.write(["a", "bb", "ccc", "dddd", "eeeee", "f"]);
  await stream.consumers.idle();
  expect(runningMost).toBeGreaterThan(1);
  expect(runningMost).toBeLessThanOrEqual(4);
  expect(seen.size).toBe(6);
  for (const numbers of seen.values()) {
    expect(numbers).toHaveLength(20);
    expect(numbers).toEqual(numbers.toSorted());
  }
});

test("a mapping is listed, disabled, enabled where it was, and stopped", async () => {
  const stream = new FakeStream();
  const { batches, mapping } = follow(stream, { enabled: false, batchSize: 7 });
  expect(stream.consumers.list()).toEqual([mapping]);
  expect(mapping).toMatchObject({
    uuid: "00000000-0000-4000-8000-000000000001",
    source: "Orders",
    eventSourceArn: streamArn,
    state: "Disabled",
    lastProcessingResult: "No records processed",
    options: { batchSize: 7, parallelizationFactor: 1, maximumRetryAttempts: -1 },
  });
  stream.write("a");
  await stream.consumers.idle();
  expect(batches).toEqual([]);
  mapping.enable();
  await stream.consumers.idle();
  expect(batches).toEqual([["a"]]);
  expect(mapping).toMatchObject({ state: "Enabled", lastProcessingResult: "OK" });
  await mapping.stop();
  expect(mapping.state).toBe("Deleted");
  expect(stream.consumers.list()).toEqual([]);
  stream.write("b");
  await stream.consumers.idle();
  expect(batches).toEqual([["a"]]);
});

test("a handler may stop its own mapping; `await using` waits for what is under way", async () => {
  const stream = new FakeStream();
  let ended = 0;
  const mapping = stream.consumers.on("Orders", { batchSize: 1 }, async () => {
    await mapping.stop();
    ended += 1;
  });
  stream.write(["a", "b"]);
  await stream.consumers.idle();
  expect(ended).toBe(1);
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let idle: Promise<void>;
  {
    await using _second = stream.consumers.on("Orders", {}, async () => {
      begin();
      for (let wait = 0; wait < 50; wait++) await Promise.resolve();
      ended += 1;
    });
    stream.write("c");
    idle = stream.consumers.idle();
    await begun;
  }
  expect(ended).toBe(2);
  await idle;
});

test("functions that answer by a callback are served", async () => {
  const stream = new FakeStream();
  const results: string[] = [];
  const options = { maximumRetryAttempts: 0 };
  const mapping = stream.consumers.on("Orders", options, (event, _context, callback) => {
    const [key] = keysOf(event);
    queueMicrotask(() => {
      results.push(key!);
      callback(key === "bad" ? new Error("bad") : null, "done");
    });
  });
  stream.write("good");
  await stream.consumers.idle();
  expect(mapping.lastProcessingResult).toBe("OK");
  stream.write("bad");
  await stream.consumers.idle();
  expect(mapping.lastProcessingResult).toBe("PROBLEM: Function call failed");
  expect(results).toEqual(["good", "bad"]);
});

test("after the database was put back, a mapping begins anew at its starting position", async () => {
  const stream = new FakeStream();
  const latest = follow(stream);
  const whole = follow(stream, fromStart);
  stream.write(["a", "b"]);
  await stream.consumers.idle();
  stream.shards[0]!.records.pop();
  stream.consumers.restart();
  stream.write("c");
  await stream.consumers.idle();
  expect(latest.batches).toEqual([["a", "b"], ["c"]]);
  expect(whole.batches).toEqual([
    ["a", "b"],
    ["a", "c"],
  ]);
});

test("what was under way when the database was put back has no consequences", async () => {
  const stream = new FakeStream();
  let calls = 0;
  stream.consumers.on("Orders", fromStart, async () => {
    calls += 1;
    if (calls > 1) return;
    stream.consumers.restart();
    throw new Error("of the time before");
  });
  stream.write("a");
  await stream.consumers.idle();
  expect(calls).toBe(2);
});

test("a table without a stream, and none at all, are refused by name", () => {
  const stream = new FakeStream();
  expect(() => stream.consumers.on("NoStream", {}, () => {})).toThrow(
    expect.objectContaining({ name: "InvalidParameterValueException" }),
  );
  expect(() => stream.consumers.on("Nothing", {}, () => {})).toThrow(
    expect.objectContaining({ name: "ResourceNotFoundException" }),
  );
  const timestamp = { startingPosition: "AT_TIMESTAMP" } as unknown as EventSourceOptions;
  expect(() => stream.consumers.on("Orders", timestamp, () => {})).toThrow(
    expect.objectContaining({
      name: "InvalidParameterValueException",
      message: `Unsupported starting position for arn type: ${streamArn}`,
    }),
  );
  expect(stream.consumers.list()).toEqual([]);
  expect(stream.consumers.on(streamArn, {}, () => {}).eventSourceArn).toBe(streamArn);
});
