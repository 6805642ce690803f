// Forks over HTTP: each has an endpoint of its own that a real SDK client takes, a control path below
// it, and an end.
import { DynamoDBClient, ListTablesCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import type { Listener } from "../../client/host.ts";
import { open } from "../../client/index.node.ts";
import { countOf, createTable, put } from "../support/tables.ts";

let db: Database;
let server: Listener;
beforeEach(async () => {
  db = await open({ clock: "2100-01-01T00:00:00Z" });
  await createTable(db);
  server = await db.listen();
});
afterEach(() => db.close());

const control = async (base: string, operation: string, input: object = {}, headers = {}) => {
  const url = `${base.replace(/\/$/, "")}/_pixii/${operation}`;
  const response = await fetch(url, { method: "POST", body: JSON.stringify(input), headers });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};

async function fork(base = server.url) {
  const { body } = await control(base, "Fork");
  return { id: body.ForkId!, endpoint: body.Endpoint! };
}

/** Calls an endpoint as an SDK does. */
const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "any", secretAccessKey: "thing" },
  });
const tablesAt = async (endpoint: string) =>
  (await clientOf(endpoint).send(new ListTablesCommand({}))).TableNames;

test("a fork's endpoint serves SDK clients, with a slash at its end or without", async () => {
  const { id, endpoint } = await fork();
  expect(endpoint).toBe(`${server.url}/_pixii/db/${id}/`);
  expect(await tablesAt(endpoint)).toEqual(["Films"]);
  expect(await tablesAt(endpoint.slice(0, -1))).toEqual(["Films"]);
});

test("a fork and its parent no longer see each other's writes, nor each other's time", async () => {
  const { endpoint } = await fork();
  await control(endpoint, "Reset");
  await put(db, "a");
  expect([await tablesAt(endpoint), await tablesAt(server.url)]).toEqual([[], ["Films"]]);
  await control(endpoint, "AdvanceClock", { Duration: "P1D" });
  const { body } = await control(endpoint, "DescribeClock");
  expect(body.Now).toBe("2100-01-02T00:00:00.000Z");
  expect((await db.clock.now()).toISOString()).toBe("2100-01-01T00:00:00.000Z");
  expect(await countOf(db)).toBe(1);
});

test("under a running clock what is due in a fork is done by the time anybody looks", async () => {
  await db.clock.resume();
  await db.modes.update({ constants: { ExpiryDelayRunning: "PT0S" } });
  const TimeToLiveSpecification = { AttributeName: "ends", Enabled: true };
  await db.call("UpdateTimeToLive", { TableName: "Films", TimeToLiveSpecification });
  const ends = { N: `${Math.floor((await db.clock.now()).getTime() / 1000) + 1}` };
  await db.call("PutItem", { TableName: "Films", Item: { pk: { S: "a" }, ends } });
  const { endpoint } = await fork();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const scan = new ScanCommand({ TableName: "Films", Select: "COUNT" });
  expect((await clientOf(endpoint).send(scan)).Count).toBe(0);
});

test("forks of forks have endpoints beside the others", async () => {
  const first = await fork();
  const second = await fork(first.endpoint);
  const third = await fork();
  expect(new Set([first.id, second.id, third.id]).size).toBe(3);
  await control(second.endpoint, "Reset");
  expect(await tablesAt(first.endpoint)).toEqual(["Films"]);
  expect(await tablesAt(second.endpoint)).toEqual([]);
});

test("a fork that was closed is no longer there", async () => {
  const { endpoint } = await fork();
  expect((await fetch(endpoint, { method: "DELETE" })).status).toBe(200);
  expect((await fetch(endpoint, { method: "DELETE" })).status).toBe(404);
  expect((await control(endpoint, "DescribeClock")).status).toBe(404);
  await expect(tablesAt(endpoint)).rejects.toThrow();
});

test("paths that lead nowhere are refused", async () => {
  const { endpoint } = await fork();
  const statusOf = async (url: string, method = "POST") =>
    (await fetch(url, { method, ...(method === "POST" ? { body: "{}" } : {}) })).status;
  expect(await statusOf(`${server.url}/_pixii/db/fork-99/`)).toBe(404);
  expect(await statusOf(`${server.url}/_pixii/db/`)).toBe(404);
  expect(await statusOf(`${endpoint}elsewhere`)).toBe(404);
  expect(await statusOf(`${endpoint}elsewhere`, "DELETE")).toBe(404);
  expect(await statusOf(server.url, "DELETE")).toBe(404);
});

test("a web page can neither drive nor close a fork", async () => {
  const { endpoint } = await fork();
  const foreign = { origin: "http://example.com" };
  expect((await control(endpoint, "Reset", {}, foreign)).status).toBe(403);
  expect((await fetch(endpoint, { method: "DELETE", headers: foreign })).status).toBe(403);
  expect(await tablesAt(endpoint)).toEqual(["Films"]);
});
