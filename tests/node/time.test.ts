// Time in the hand of a program, over both engines: options of `open`, db.clock, expiry, waiters that
// end at their first poll, and retries that wait on the clock.
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import { afterEach, describe, expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import { open } from "../../client/index.node.ts";
import type { OpenOptions } from "../../client/pixii.ts";
import { countOf, createTable } from "../support/tables.ts";

const start = "2100-01-01T00:00:00.000Z";
const startSeconds = Date.parse(start) / 1000;

describe.each(["native", "wasm"] as const)("%s", (engine) => {
  const opened: Database[] = [];
  const openOne = async (options: OpenOptions = {}) => {
    const db = await open({ engine, ...options });
    opened.push(db);
    return db;
  };
  const openFilms = async (options: OpenOptions = {}) => {
    const db = await openOne({ clock: start, ...options });
    await createTable(db);
    await db.call("UpdateTimeToLive", {
      TableName: "Films",
      TimeToLiveSpecification: { AttributeName: "ends", Enabled: true },
    });
    return db;
  };
  const longText = "long enough that its going shows in the size of an export".repeat(20);
  const putEnding = (db: Database, key: string, second: number) =>
    db.call("PutItem", {
      TableName: "Films",
      Item: { pk: { S: key }, ends: { N: `${second}` }, text: { S: longText } },
    });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((db) => db.close()));
  });

  test("a clock stands where it was opened, and is moved, frozen and resumed", async () => {
    const { clock } = await openOne({ clock: start });
    expect(await clock.isRunning()).toBe(false);
    expect((await clock.now()).toISOString()).toBe(start);
    expect((await clock.advance({ hours: 49 })).toISOString()).toBe("2100-01-03T01:00:00.000Z");
    expect((await clock.advance("PT0.5S")).getTime()).toBe(await clock.now().then(Number));
    expect((await clock.set("2100-02-01T00:00:00Z")).getUTCMonth()).toBe(1);
    await clock.resume();
    expect(await clock.isRunning()).toBe(true);
    await clock.freeze("2101-01-01T00:00:00Z");
    expect((await clock.now()).getUTCFullYear()).toBe(2101);
    await expect(clock.set(start)).rejects.toThrow("The clock never goes back");
    await expect(clock.advance("soon")).rejects.toThrow("advance() is a duration");
  });

  test("what expires on the way is gone, in forks each for itself", async () => {
    const db = await openFilms();
    await putEnding(db, "a", startSeconds + 60);
    await putEnding(db, "b", startSeconds + 7200);
    const fork = await db.fork();
    opened.push(fork);
    await fork.clock.advance({ hours: 1 });
    expect([await countOf(db), await countOf(fork)]).toEqual([2, 1]);
    await db.clock.advance({ hours: 3 });
    expect([await countOf(db), await countOf(fork)]).toEqual([0, 1]);
  });

  test("an export carries its clock, unless another is asked for", async () => {
    const db = await openFilms({ capacity: "enforce" });
    await db.modes.update({ timing: "aws" });
    await db.clock.advance("P1D");
    const from = await db.export();
    const same = await openOne({ from });
    expect((await same.clock.now()).toISOString()).toBe("2100-01-02T00:00:00.000Z");
    expect(await same.modes.describe()).toMatchObject({ timing: "aws", capacity: "enforce" });
    const other = await openOne({ from, clock: "2100-03-01T00:00:00Z", timing: "instant" });
    expect((await other.clock.now()).toISOString()).toBe("2100-03-01T00:00:00.000Z");
    expect(await other.modes.describe()).toMatchObject({ timing: "instant", capacity: "enforce" });
    const running = await openOne({ from, clock: "system" });
    expect(await running.clock.isRunning()).toBe(true);
  });

  test("a seed begins the ids of bytes anew", async () => {
    const from = await (await openFilms({ seed: 1 })).export();
    const idAfter = async (seed: number) => {
      const db = await openOne({ from, seed });
      await createTable(db, "Later");
      return (await db.call("DescribeTable", { TableName: "Later" })).Table?.TableId;
    };
    expect(await idAfter(7)).toBe(await idAfter(7));
    expect(await idAfter(7)).not.toBe(await idAfter(8));
  });

  test("reset brings back the clock and the modes of opening", async () => {
    const db = await openOne({ clock: start, timing: "aws" });
    await db.clock.advance("P8D");
    await db.modes.update({ timing: "instant" });
    await db.call("Pixii_1.Reset");
    expect((await db.clock.now()).toISOString()).toBe(start);
    expect((await db.modes.describe()).timing).toBe("aws");
  });

  test("waiters end at their first poll after an advance", async () => {
    const db = await openOne({ clock: start, timing: "aws" });
    const client = new DynamoDBClient(db.clientConfig());
    const begun = performance.now();
    await client.send(
      new CreateTableCommand({
        TableName: "Films",
        AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      }),
    );
    await db.clock.advance({ minutes: 1 });
    await waitUntilTableExists({ client, maxWaitTime: 60 }, { TableName: "Films" });
    await client.send(new DeleteTableCommand({ TableName: "Films" }));
    await db.clock.advance({ minutes: 1 });
    await waitUntilTableNotExists({ client, maxWaitTime: 60 }, { TableName: "Films" });
    expect(performance.now() - begun).toBeLessThan(1500);
  });

  test("under a running clock a timer does what is due, without a call", async () => {
    const db = await openFilms({ clock: "system" });
    await db.modes.update({ constants: { ExpiryDelayRunning: "PT0S" } });
    const { clock } = db;
    await putEnding(db, "a", Math.floor((await clock.now()).getTime() / 1000) + 1);
    const storedBytes = async () => (await db.export()).length; // which does nothing that is due
    const before = await storedBytes();
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(await storedBytes()).toBeLessThan(before - longText.length / 2);
  });

  test("options that are none are refused by name", async () => {
    const refused: [OpenOptions, string][] = [
      [{ clock: "noon" }, 'clock is "system", "frozen" or a time, not "noon"'],
      [{ timing: "slow" as "aws" }, 'timing may be "instant" or "aws", not "slow"'],
      [{ capacity: "none" as "report" }, 'capacity may be "report" or "enforce", not "none"'],
      [{ consistency: "weak" as "strong" }, 'consistency is "strong" or'],
    ];
    for (const [options, message] of refused)
      await expect(openOne(options)).rejects.toThrow(message);
  });
});

test("retries on the clock wait without waiting", async () => {
  const db = await open({ clock: start });
  const config = db.clientConfig({ retries: "clock" });
  let attempts = 0;
  const { requestHandler } = config;
  const handle = requestHandler.handle.bind(requestHandler);
  requestHandler.handle = async (request) => {
    attempts += 1;
    if (attempts === 3) return handle(request);
    const fault = { "__type": "com.amazonaws.dynamodb.v20120810#ThrottlingException" };
    const body = new TextEncoder().encode(JSON.stringify(fault));
    return { response: { statusCode: 400, headers: {}, body } };
  };
  const client = new DynamoDBClient(config);
  const begun = performance.now();
  const { ListTablesCommand } = await import("@aws-sdk/client-dynamodb");
  expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(400);
  expect((await db.clock.now()).toISOString()).toBe("2100-01-01T00:00:01.500Z");
  await db.close();
});
