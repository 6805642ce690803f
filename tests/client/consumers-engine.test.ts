// Event source mappings over the streams of the real engine, native and WebAssembly: unmodified Lambda
// functions, poison records, windows on the clock, order by key, shard splits, forks, restores, HTTP.
import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Database } from "../../client/database.ts";
import type { DiscardedBatch, EventSourceOptions } from "../../client/event-source-options.ts";
import { open } from "../../client/index.node.ts";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "../../client/lambda-event.ts";
import { keysOf } from "../support/fake-stream.ts";

const load = createRequire(import.meta.url);
const startTime = "2026-03-01T12:00:00.000Z";

/** A table with the string key "pk" and a stream. */
async function createTable(db: Database, name = "Orders", view = "NEW_AND_OLD_IMAGES") {
  await db.call("CreateTable", {
    TableName: name,
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
    StreamSpecification: { StreamEnabled: true, StreamViewType: view },
  } as never);
}

const put = (db: Database, key: string, more: object = {}, TableName = "Orders") =>
  db.call("PutItem", { TableName, Item: { pk: { S: key }, ...more } } as never);

/** A mapping that notes every record. */
function collect(db: Database, options: EventSourceOptions = {}, source = "Orders") {
  const records: DynamoDBRecord[] = [];
  db.on(source, options, (event) => void records.push(...event.Records));
  return records;
}

describe.each(["native", "wasm"] as const)("%s", (engine) => {
  let db: Database;
  beforeEach(async () => {
    db = await open({ engine, clock: startTime, seed: 1 });
    await createTable(db);
  });
  afterEach(() => db.close());

  test("an unmodified Lambda function logs what was written", async () => {
    const { handler } = load("./functions/log-records.cjs");
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    const mapping = db.on("Orders", {}, handler);
    const key = { pk: { S: "a" } };
    await put(db, "a", { amount: { N: "1" } });
    await put(db, "a", { amount: { N: "2" } });
    await put(db, "a", { amount: { N: "2" } });
    await db.call("DeleteItem", { TableName: "Orders", Key: key });
    await db.idle();
    const lines = log.mock.calls;
    log.mockRestore();
    expect(mapping.lastProcessingResult).toBe("OK");
    expect(lines.map(([line]) => line).filter((line) => /^[A-Z]+$/.test(line))).toEqual([
      "INSERT",
      "MODIFY",
      "REMOVE",
    ]);
    const images = lines.flatMap(([, record]) => (record === undefined ? [] : [record]));
    expect(images[1]).toMatchObject({
      ApproximateCreationDateTime: Date.parse(startTime) / 1000,
      Keys: key,
      OldImage: { ...key, amount: { N: "1" } },
      NewImage: { ...key, amount: { N: "2" } },
      SizeBytes: expect.any(Number),
      SequenceNumber: expect.stringMatching(/^\d{21,40}$/),
      StreamViewType: "NEW_AND_OLD_IMAGES",
    });
  });

  test("an unmodified Lambda function reports partial failures and gets the rest again", async () => {
    const { handler, processed } = load("./functions/report-failures.cjs");
    processed.length = 0;
    const options = { functionResponseTypes: ["ReportBatchItemFailures" as const] };
    db.on("Orders", options, handler);
    for (const key of ["a", `slow-${engine}`, "b"]) {
      await put(db, key, key.startsWith("slow") ? { slow: { BOOL: true } } : {});
    }
    await db.idle();
    expect(processed).toEqual(["a", `slow-${engine}`, "b"]);
  });

  test("a record has the form of Lambda's event, binary as base64 text", async () => {
    const [records, keysOnly] = [collect(db), await keysOnlyTable()];
    await put(db, "a", { bytes: { B: "AAECAw==" }, all: { BS: ["/w=="] } });
    await put(db, "b", {}, "Short");
    await db.idle();
    const { Table } = await db.call("DescribeTable", { TableName: "Orders" });
    expect(records).toEqual([
      {
        eventID: expect.stringMatching(/^[0-9a-f]{32}$/),
        eventName: "INSERT",
        eventVersion: "1.1",
        eventSource: "aws:dynamodb",
        awsRegion: "us-east-1",
        dynamodb: {
          ApproximateCreationDateTime: Date.parse(startTime) / 1000,
          Keys: { pk: { S: "a" } },
          NewImage: { pk: { S: "a" }, bytes: { B: "AAECAw==" }, all: { BS: ["/w=="] } },
          SequenceNumber: expect.stringMatching(/^\d{21,40}$/),
          SizeBytes: expect.any(Number),
          StreamViewType: "NEW_AND_OLD_IMAGES",
        },
        eventSourceARN: Table?.LatestStreamArn,
      },
    ]);
    expect(keysOnly[0]?.dynamodb).not.toHaveProperty("NewImage");
  });

  async function keysOnlyTable() {
    await createTable(db, "Short", "KEYS_ONLY");
    return collect(db, {}, "Short");
  }

  test("a poison record in a batch of ten is found by halving", async () => {
    const sizes: number[] = [];
    const onFailure: DiscardedBatch[] = [];
    const options = { bisectBatchOnFunctionError: true, maximumRetryAttempts: 1, onFailure };
    db.on("Orders", options, async (event) => {
      sizes.push(event.Records.length);
      await Promise.resolve();
      if (keysOf(event).includes("k6")) throw new Error("poison");
    });
    for (let at = 0; at < 10; at++) await put(db, `k${at}`);
    await db.idle();
    expect(sizes).toEqual([10, 5, 5, 2, 1, 1, 1, 3]);
    expect(onFailure).toHaveLength(1);
    expect(onFailure[0]?.requestContext.condition).toBe("RetryAttemptsExhausted");
  });

  test("records of transactions, batches and statements arrive; filters choose", async () => {
    const all = collect(db);
    const pattern = JSON.stringify({
      eventName: ["INSERT"],
      dynamodb: { NewImage: { kind: { S: [{ prefix: "tx" }] } } },
    });
    const chosen = collect(db, { filterCriteria: { filters: [{ pattern }] } });
    const item = (pk: string, kind: string) => ({ pk: { S: pk }, kind: { S: kind } });
    const TableName = "Orders";
    await db.call("TransactWriteItems", {
      TransactItems: [
        { Put: { TableName, Item: item("a", "tx-1") } },
        { Put: { TableName, Item: item("b", "tx-2") } },
      ],
    });
    await db.call("BatchWriteItem", {
      RequestItems: { Orders: [{ PutRequest: { Item: item("c", "batch") } }] },
    });
    const Statement = "INSERT INTO Orders VALUE {'pk': 'd', 'kind': 'statement'}";
    await db.call("ExecuteStatement", { Statement });
    await db.idle();
    expect(keysOf({ Records: all })).toEqual(["a", "b", "c", "d"]);
    expect(keysOf({ Records: chosen })).toEqual(["a", "b"]);
  });

  test("idle waits for chains: orders are counted into a second table, which is followed too", async () => {
    await createTable(db, "Totals");
    db.on("Orders", { batchSize: 3 }, async (event) => {
      for (const { dynamodb } of event.Records) {
        await db.call("UpdateItem", {
          TableName: "Totals",
          Key: { pk: dynamodb.NewImage!["customer"]! },
          UpdateExpression: "ADD orders :one",
          ExpressionAttributeValues: { ":one": { N: "1" } },
        });
      }
    });
    const totals = new Map<string, string>();
    db.on("Totals", {}, (event) => {
      for (const { dynamodb } of event.Records) {
        totals.set(dynamodb.Keys["pk"]!.S!, dynamodb.NewImage!["orders"]!.N!);
      }
    });
    for (let at = 0; at < 20; at++) {
      await put(db, `o${at}`, { customer: { S: at % 4 === 0 ? "ada" : "bob" } });
    }
    await db.idle();
    expect(Object.fromEntries(totals)).toEqual({ ada: "5", bob: "15" });
    expect(db.eventSourceMappings).toHaveLength(2);
  });

  test("a handler that answers itself is named as the loop", async () => {
    let count = 0;
    db.on("Orders", {}, async function again() {
      count += 1;
      await put(db, `k${count}`);
    });
    await put(db, "first");
    await expect(db.idle({ rounds: 10 })).rejects.toMatchObject({
      name: "ConsumerLoopError",
      causes: ['the consumer "again" of Orders writes to Orders'],
    });
  });

  test("lanes keep the order of each key over thousands of random writes", async () => {
    const seen = new Map<string, string>();
    let isOrdered = true;
    const options = { parallelizationFactor: 10, batchSize: 7 };
    db.on("Orders", options, async (event: DynamoDBStreamEvent) => {
      await Promise.resolve();
      for (const { dynamodb } of event.Records) {
        const key = dynamodb.Keys["pk"]!.S!;
        const { SequenceNumber: number } = dynamodb;
        isOrdered &&= (seen.get(key) ?? "").padStart(40, "0") < number.padStart(40, "0");
        seen.set(key, number);
      }
    });
    let state = 7;
    for (let at = 0; at < 3000; at++) {
      state = (state * 48_271) % 2_147_483_647;
      await put(db, `k${state % 50}`, { at: { N: String(at) } });
    }
    await db.idle();
    expect(seen.size).toBe(50);
    expect(isOrdered).toBe(true);
  });

  test("forks have no mappings; a restore begins again at the starting position", async () => {
    const latest = collect(db);
    const whole = collect(db, { startingPosition: "TRIM_HORIZON" });
    await put(db, "a");
    const snapshot = await db.snapshot();
    await put(db, "b");
    await db.idle();
    const fork = await db.fork();
    expect(fork.eventSourceMappings).toEqual([]);
    await put(fork, "in the fork");
    await fork.idle();
    await fork.close();
    await db.restore(snapshot);
    await put(db, "c");
    await db.idle();
    expect(keysOf({ Records: latest })).toEqual(["a", "b", "c"]);
    expect(keysOf({ Records: whole })).toEqual(["a", "b", "a", "c"]);
  });

  test("what comes over HTTP reaches consumers too", async () => {
    const records = collect(db);
    const { url } = await db.listen();
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "DynamoDB_20120810.PutItem",
        "authorization":
          "AWS4-HMAC-SHA256 Credential=any/20260301/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=none",
        "x-amz-date": "20260301T120000Z",
      },
      body: JSON.stringify({ TableName: "Orders", Item: { pk: { S: "over http" } } }),
    });
    expect(response.status).toBe(200);
    await db.idle();
    expect(keysOf({ Records: records })).toEqual(["over http"]);
  });

  test("a closed database has no mappings, and refuses new ones", async () => {
    const mapping = db.on("Orders", {}, () => {});
    await db.close();
    expect(mapping.state).toBe("Deleted");
    const closed = expect.objectContaining({ name: "DatabaseClosedError" });
    expect(() => db.on("Orders", {}, () => {})).toThrow(closed);
    await expect(db.idle()).rejects.toEqual(closed);
  });
});
