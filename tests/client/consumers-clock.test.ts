// Event source mappings on the database's clock, native and WebAssembly: batching windows, retries,
// tumbling windows, expiry of items, and shards that roll over while the clock advances.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import type { DiscardedBatch } from "../../client/event-source-options.ts";
import { open } from "../../client/index.node.ts";
import type { DynamoDBRecord } from "../../client/lambda-event.ts";
import { runModule } from "../support/run-node.ts";
import { keysOf } from "../support/fake-stream.ts";

const startTime = "2026-03-01T12:00:00.000Z";
const startMs = Date.parse(startTime);

describe.each(["native", "wasm"] as const)("%s", (engine) => {
  let db: Database;
  beforeEach(async () => {
    db = await open({ engine, clock: startTime, seed: 1 });
    await db.call("CreateTable", {
      TableName: "Orders",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    });
  });
  afterEach(() => db.close());

  const put = (key: string, more: object = {}) =>
    db.call("PutItem", { TableName: "Orders", Item: { pk: { S: key }, ...more } });
  const seconds = async () => ((await db.clock.now()).getTime() - startMs) / 1000;

  test("a batching window ends on the clock", async () => {
    const calls: [number, (string | undefined)[]][] = [];
    db.on("Orders", { maximumBatchingWindowInSeconds: 30 }, async (event) => {
      calls.push([await seconds(), keysOf(event)]);
    });
    await put("a");
    await db.clock.advance({ seconds: 29 });
    expect(calls).toEqual([]);
    await put("b");
    await db.clock.advance({ minutes: 5 });
    expect(calls).toEqual([[30, ["a", "b"]]]);
  });

  test("retries come at their times, and a blocked shard goes on behind them", async () => {
    const calls: [number, string][] = [];
    const onFailure: DiscardedBatch[] = [];
    db.on("Orders", { batchSize: 1, maximumRetryAttempts: 3, onFailure }, async (event) => {
      calls.push([await seconds(), keysOf(event).join()]);
      if (keysOf(event).includes("bad")) throw new Error("no");
    });
    await put("bad");
    await put("good");
    await db.clock.advance({ hours: 1 });
    expect(calls).toEqual([
      [0, "bad"],
      [1, "bad"],
      [3, "bad"],
      [7, "bad"],
      [7, "good"],
    ]);
    expect(onFailure[0]?.timestamp).toBe("2026-03-01T12:00:07.000Z");
  });

  test("a tumbling window adds up, minute by minute", async () => {
    const sums: [string, unknown][] = [];
    db.on("Orders", { tumblingWindowInSeconds: 60, batchSize: 4 }, (event) => {
      let sum = Number(event.state!["sum"] ?? 0);
      for (const { dynamodb } of event.Records) sum += Number(dynamodb.NewImage!["amount"]!.N);
      if (event.isFinalInvokeForWindow) sums.push([event.window!.start, sum]);
      return { state: { sum } };
    });
    for (let minute = 0; minute < 3; minute++) {
      for (let at = 1; at <= 10; at++) {
        await put(`${minute}-${at}`, { amount: { N: String(at * 10 ** minute) } });
      }
      await db.clock.advance({ minutes: 1 });
    }
    expect(sums).toEqual([
      ["2026-03-01T12:00:00Z", 55],
      ["2026-03-01T12:01:00Z", 550],
      ["2026-03-01T12:02:00Z", 5500],
    ]);
  });

  test("an item that expires arrives as deleted by DynamoDB", async () => {
    const records: DynamoDBRecord[] = [];
    db.on("Orders", {}, (event) => void records.push(...event.Records));
    const TimeToLiveSpecification = { AttributeName: "until", Enabled: true };
    await db.call("UpdateTimeToLive", { TableName: "Orders", TimeToLiveSpecification });
    await put("a", { until: { N: String(startMs / 1000 + 3600) } });
    await db.clock.advance({ hours: 2 });
    expect(records.map(({ eventName }) => eventName)).toEqual(["INSERT", "REMOVE"]);
    expect(records[1]?.userIdentity).toEqual({
      type: "Service",
      principalId: "dynamodb.amazonaws.com",
    });
    expect(records[1]?.dynamodb.OldImage?.["pk"]).toEqual({ S: "a" });
  });

  test("shards that roll over are read one after the other, for a week", async () => {
    const keys: (string | undefined)[] = [];
    db.on("Orders", { batchSize: 3 }, (event) => void keys.push(...keysOf(event)));
    const written: string[] = [];
    for (let hour = 0; hour < 7 * 24; hour += 5) {
      for (const letter of ["x", "y"]) {
        written.push(`${hour}${letter}`);
        await put(`${hour}${letter}`);
      }
      await db.clock.advance({ hours: 5 });
    }
    expect(keys).toEqual(written);
    const { LatestStreamArn } = (await db.call("DescribeTable", { TableName: "Orders" })).Table!;
    const stream = await db.call("DescribeStream", { StreamArn: LatestStreamArn! } as never);
    const { Shards } = (stream as { StreamDescription: { Shards: object[] } }).StreamDescription;
    expect(Shards.length).toBeGreaterThan(1);
  });

  test("two runs give the same invocations", async () => {
    const run = async () => {
      const other = await open({ engine, clock: startTime, seed: 5, from: await db.export() });
      const log: unknown[] = [];
      const options = { batchSize: 2, parallelizationFactor: 3, maximumRetryAttempts: 2 };
      other.on("Orders", options, async (event, { awsRequestId }) => {
        log.push([awsRequestId, event]);
        await Promise.resolve();
        if (keysOf(event).includes("k3")) throw new Error("no");
      });
      for (let at = 0; at < 12; at++) {
        await other.call("PutItem", { TableName: "Orders", Item: { pk: { S: `k${at}` } } });
      }
      await other.clock.advance({ minutes: 1 });
      await other.close();
      return JSON.stringify(log);
    };
    const first = await run();
    expect(first.length).toBeGreaterThan(1000);
    expect(await run()).toBe(first);
  });

  test("under the system's clock handlers are called by themselves", async () => {
    const system = await open({ engine });
    await system.call("CreateTable", {
      TableName: "Orders",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
    });
    const called = new Promise((resolve) => {
      system.on("Orders", {}, (event) => resolve(keysOf(event)));
    });
    await system.call("PutItem", { TableName: "Orders", Item: { pk: { S: "a" } } });
    expect(await called).toEqual(["a"]);
    await system.close();
  });

  test("a mapping keeps no process alive", async () => {
    const script = `
      import { open } from PACKAGE;
      const db = await open();
      await db.call("CreateTable", {
        TableName: "Orders", BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
      });
      db.on("Orders", { maximumBatchingWindowInSeconds: 300 }, () => {});
      await db.call("PutItem", { TableName: "Orders", Item: { pk: { S: "a" } } });
      console.log("end");`;
    const ended = await runModule(script, { env: { PIXII_ENGINE: engine }, timeoutMs: 10_000 });
    expect(ended).toMatchObject({ code: 0, stdout: "end\n" });
  });
});
