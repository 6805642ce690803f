// What both engines must do alike in Node, and what crossing the border to them can break: text of
// every kind, large bodies, foreign objects, closed databases, many engines at once.
import { afterEach, describe, expect, test } from "vitest";
import type { Database, DatabaseSnapshot } from "../../client/database.ts";
import { open } from "../../client/index.node.ts";
import type { OpenOptions } from "../../client/pixii.ts";
import { countOf, createTable, put, textOf } from "../support/tables.ts";

describe.each(["native", "wasm"] as const)("%s", (engine) => {
  const opened: Database[] = [];
  const openOne = async (options: OpenOptions = {}) => {
    const db = await open({ engine, ...options });
    opened.push(db);
    return db;
  };
  const openFilms = async (options: OpenOptions = {}) => {
    const db = await openOne(options);
    await createTable(db);
    return db;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((db) => db.close()));
  });

  test("the engine asked for is the engine in use", async () => {
    expect((await openOne()).engine).toBe(engine);
  });

  test.each([
    ["plain ASCII", "hello"],
    ["Latin", "Grüße, àéîõü"],
    ["Chinese", "电影数据库"],
    ["beyond the basic plane", "🎬🍿 𝔭"],
    ["control characters and quotes", '\u0000\u0001\n\t\\"/\u007f\u2028'],
    ["long", "x".repeat(300_000)],
    ["long and wide", "ü电🎬".repeat(20_000)],
  ])("text comes back as it was: %s", async (_kind, text) => {
    const db = await openFilms();
    await put(db, "a", text);
    expect(await textOf(db, "a")).toBe(text);
  });

  test("bytes in and out by the SDK's way are the same text", async () => {
    const db = await openFilms();
    const { requestHandler } = db.clientConfig();
    const send = async (operation: string, input: object) => {
      const headers = { "x-amz-target": `DynamoDB_20120810.${operation}` };
      const body = new TextEncoder().encode(JSON.stringify(input));
      const { response } = await requestHandler.handle({ headers, body });
      expect(response.body).toBeInstanceOf(Uint8Array);
      expect(response.headers["x-amzn-requestid"]).toMatch(/^[A-Z0-9]{52}$/);
      return JSON.parse(new TextDecoder().decode(response.body)) as object;
    };
    const Item = { pk: { S: "ключ" }, text: { S: "🎬" } };
    await send("PutItem", { TableName: "Films", Item });
    const output = await send("GetItem", { TableName: "Films", Key: { pk: { S: "ключ" } } });
    expect(output).toEqual({ Item });
  });

  test("answers kept from earlier calls stay as they were", async () => {
    const db = await openFilms();
    await put(db, "a", "first");
    const get = JSON.stringify({ TableName: "Films", Key: { pk: { S: "a" } } });
    const first = await db.request("DynamoDB_20120810.GetItem", get);
    const before = JSON.stringify(first);
    await put(db, "a", "second");
    const second = await db.request("DynamoDB_20120810.GetItem", get);
    expect(JSON.stringify(first)).toBe(before);
    expect(second.requestId).not.toBe(first.requestId);
    expect(second.body).toContain("second");
  });

  test.each([
    ["nothing", ""],
    ["broken JSON", '{"TableName":'],
    ["no object", "[1,2]"],
    ["deep nesting", "[".repeat(100_000)],
    ["a lone surrogate", '{"TableName":"\ud800"}'],
  ])("a bad body is answered, not thrown: %s", async (_kind, body) => {
    const db = await openOne();
    const answer = await db.request("DynamoDB_20120810.PutItem", body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toHaveProperty("__type");
  });

  test("a target of any form is answered", async () => {
    const db = await openOne();
    for (const target of ["", ".", "PutItem", "DynamoDB_20120810.Nothing", "é".repeat(5000)]) {
      expect((await db.request(target, "{}")).status).toBe(400);
    }
  });

  test("regions and accounts are apart, unless the namespace is shared", async () => {
    const list = async (db: Database, region: string, accessKeyId = "any") => {
      const context = { region, accessKeyId };
      const { body } = await db.request("DynamoDB_20120810.ListTables", "{}", context);
      return (JSON.parse(body) as { TableNames: string[] }).TableNames;
    };
    const separate = await openFilms({ region: "eu-west-1" });
    expect(await list(separate, "eu-west-1")).toEqual(["Films"]);
    expect(await list(separate, "us-east-1")).toEqual([]);
    expect(await list(separate, "eu-west-1", "111122223333")).toEqual([]);
    const shared = await openFilms({ namespace: "shared" });
    expect(await list(shared, "ap-south-1", "111122223333")).toEqual(["Films"]);
  });

  test("the same seed and clock give the same answers", async () => {
    const run = async () => {
      const db = await openOne({ seed: 7, clock: "2026-01-02T03:04:05Z" });
      const input = JSON.stringify({
        TableName: "Films",
        AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
        BillingMode: "PAY_PER_REQUEST",
      });
      return db.request("DynamoDB_20120810.CreateTable", input);
    };
    const answer = await run();
    expect(await run()).toEqual(answer);
    expect(answer.body).toContain('"CreationDateTime":1767323045');
  });

  test("forks, snapshots and exported bytes hold what they held", async () => {
    const db = await openFilms();
    await put(db, "a");
    const fork = await db.fork();
    opened.push(fork);
    const snapshot = await db.snapshot();
    const bytes = await db.export();
    await put(db, "b");
    expect([await countOf(db), await countOf(fork)]).toEqual([2, 1]);
    await put(fork, "c");
    await put(fork, "d");
    await db.restore(snapshot);
    expect([await countOf(db), await countOf(fork)]).toEqual([1, 3]);
    snapshot.release();
    expect(await countOf(await openOne({ from: bytes }))).toBe(1);
  });

  test("a released snapshot, one of another kind, or no snapshot at all is refused", async () => {
    const db = await openFilms();
    const snapshot = await db.snapshot();
    snapshot.release();
    await expect(db.restore(snapshot)).rejects.toThrow(/released/);
    const other = await open({ engine: engine === "native" ? "wasm" : "native" });
    opened.push(other);
    await expect(db.restore(await other.snapshot())).rejects.toThrow();
    const nothing = { handle: {} } as unknown as DatabaseSnapshot;
    await expect(db.restore(nothing)).rejects.toThrow();
    expect(await countOf(db)).toBe(0);
  });

  test("damaged bytes are refused by name", async () => {
    const db = await openFilms();
    await put(db, "a", "x".repeat(1000));
    const bytes = await db.export();
    const damaged = Uint8Array.from(bytes);
    damaged[damaged.length >> 1]! ^= 1;
    for (const from of [damaged, bytes.slice(0, -1), new Uint8Array(0), new Uint8Array(100)]) {
      await expect(openOne({ from })).rejects.toMatchObject({ name: "DamagedDataError" });
    }
  });

  test("a write past memoryBytesMax is refused and changes nothing", async () => {
    const db = await openFilms({ memoryBytesMax: 200_000 });
    await put(db, "a");
    let refused = 0;
    for (let i = 0; i < 20; i += 1) {
      await put(db, `k${i}`, "x".repeat(50_000)).catch((error: Error) => {
        refused += 1;
        expect(error.name).toMatch(/Memory/);
      });
    }
    expect(refused).toBeGreaterThan(10);
    expect(await countOf(db)).toBe(21 - refused);
    expect(await db.memoryBytes()).toBeLessThanOrEqual(200_000);
  });

  test("an item collection past itemCollectionBytesMax does not grow, and may shrink", async () => {
    const db = await openOne({ itemCollectionBytesMax: 2000 });
    const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });
    await db.call("CreateTable", {
      TableName: "Things",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk", "lk"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S",
      })),
      KeySchema: [key("pk", "HASH"), key("sk", "RANGE")],
      LocalSecondaryIndexes: [
        {
          IndexName: "Local",
          KeySchema: [key("pk", "HASH"), key("lk", "RANGE")],
          Projection: { ProjectionType: "ALL" },
        },
      ],
    } as never);
    const write = (pk: string, sk: string, lk: string) =>
      db.call("PutItem", {
        TableName: "Things",
        Item: { pk: { S: pk }, sk: { S: sk }, lk: { S: lk } },
      });
    await write("a", "1", "x".repeat(700)); // The entry counts as much again.
    await expect(write("a", "2", "x".repeat(300))).rejects.toMatchObject({
      name: "ItemCollectionSizeLimitExceededException",
      message: "Collection size exceeded.",
    });
    await write("b", "2", "x".repeat(300));
    await write("a", "1", "x");
    await write("a", "2", "x".repeat(300));
  });

  test("a hundred databases at once, each with its own data", async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => openFilms()));
    await Promise.all(all.map((db, i) => put(db, "a", String(i))));
    expect(await textOf(all[42]!, "a")).toBe("42");
    expect(await countOf(all[99]!)).toBe(1);
  });
});
