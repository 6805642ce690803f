// Control operations and consumers of one process: whoever moves the clock, over HTTP or by a call,
// waits for the consumers on the way; whoever puts another database in place makes them begin anew.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import { open } from "../../client/index.node.ts";

const start = "2100-01-01T00:00:00.000Z";
let db: Database;
let url: string;
/** Keys that the consumer was given, and when. */
let seen: string[];

beforeEach(async () => {
  db = await open({ clock: start });
  url = (await db.listen()).url;
  await makeTable();
  seen = [];
});
afterEach(() => db.close());

const makeTable = () =>
  db.call("CreateTable", {
    TableName: "Orders",
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
  });
const put = (id: string) => db.call("PutItem", { TableName: "Orders", Item: { id: { S: id } } });
const listen = (options = {}) =>
  db.on("Orders", options, async ({ Records }) => {
    const now = (await db.clock.now()).toISOString().slice(11, 19);
    seen.push(...Records.map(({ dynamodb }) => `${dynamodb.Keys.id!.S} at ${now}`));
  });

interface Answer {
  status: number;
  body: Record<string, unknown>;
}
async function overHttp(operation: string, input: object): Promise<Answer> {
  const body = JSON.stringify(input);
  const response = await fetch(`${url}/_pixii/${operation}`, { method: "POST", body });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
async function byCall(operation: string, input: object): Promise<Answer> {
  const answer = await db.request(`Pixii_1.${operation}`, JSON.stringify(input));
  return { status: answer.status, body: JSON.parse(answer.body) as Record<string, unknown> };
}

describe.each([
  ["over HTTP", overHttp],
  ["by a call", byCall],
])("%s", (_, control) => {
  test("an advance waits for consumers, due time by due time", async () => {
    listen({ maximumBatchingWindowInSeconds: 60 });
    await put("a");
    await control("AdvanceClock", { Duration: "PT59S" });
    expect(seen).toEqual([]);
    const { status, body } = await control("AdvanceClock", { Duration: "PT1H" });
    expect(seen).toEqual(["a at 00:01:00"]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ State: "STANDING", Now: "2100-01-01T01:00:59.000Z" });
  });

  test("so do SetClock and FreezeClock with a time", async () => {
    listen({ maximumBatchingWindowInSeconds: 10 });
    await put("a");
    await control("SetClock", { Time: "2100-01-01T00:05:00Z" });
    await put("b");
    const { body } = await control("FreezeClock", { TimeMilliseconds: Date.parse(start) + 6e5 });
    expect(seen).toEqual(["a at 00:00:10", "b at 00:05:10"]);
    expect(body.Now).toBe("2100-01-01T00:10:00.000Z");
  });

  test("an advance to the next due time stops where consumers have work", async () => {
    listen({ maximumBatchingWindowInSeconds: 60 });
    const stop = { StopAtNextDue: true };
    await put("a");
    expect((await control("AdvanceClock", stop)).body.Now).toBe("2100-01-01T00:01:00.000Z");
    expect(seen).toEqual(["a at 00:01:00"]);
    const bounded = await control("AdvanceClock", { ...stop, Duration: "PT5S" });
    expect(bounded.body.Now).toBe("2100-01-01T00:01:05.000Z");
  });

  test("what the engine refuses is refused in its words, and the clock stays", async () => {
    listen();
    const wrong = await control("AdvanceClock", { Duration: "soon" });
    expect(wrong.status).toBe(400);
    expect(wrong.body.message).toContain('not "soon"');
    expect((await control("SetClock", { Time: "2000-01-01T00:00:00Z" })).status).toBe(400);
    expect((await db.clock.now()).toISOString()).toBe(start);
  });

  test("consumers begin anew in a database that was restored or reset", async () => {
    listen({ startingPosition: "TRIM_HORIZON" });
    await put("a");
    const { SnapshotId } = (await control("Snapshot", {})).body;
    await db.idle();
    await control("Restore", { SnapshotId });
    await db.idle();
    expect(seen).toEqual(["a at 00:00:00", "a at 00:00:00"]);
    await control("Reset", {});
    await makeTable();
    await put("b");
    await db.idle();
    expect(db.eventSourceMappings.map(({ lastProcessingResult }) => lastProcessingResult)).toEqual([
      "OK",
    ]);
    expect(seen.at(-1)).toBe("b at 00:00:00");
  });
});

test("a loop of consumers is named over HTTP", async () => {
  let count = 0;
  db.on("Orders", {}, async function again() {
    await put(`${(count += 1)}`);
  });
  await put("a");
  const { status, body } = await overHttp("AdvanceClock", { Duration: "PT1S" });
  expect(status).toBe(500);
  expect(body.message).toContain("ConsumerLoopError");
  expect(body.message).toContain('the consumer "again" of Orders writes to Orders');
});

test("a clock that runs is moved a week on as fast with consumers as without", async () => {
  await db.clock.resume();
  listen();
  await put("a");
  const begun = performance.now();
  await db.clock.advance({ days: 7 });
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(seen.length).toBe(1);
  await db.clock.advance(0);
});
