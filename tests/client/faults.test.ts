// Faults as programs meet them: the SDK's retries in process and over HTTP, delays, cut connections,
// wrong checksums.
import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import {
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, test } from "vitest";
import type { Database } from "../../client/database.ts";
import { open } from "../../client/index.node.ts";

type Headers = Record<string, string>;

const Item = { pk: { S: "a" } };
const put = { TableName: "Things", Item };
const throttle = "ProvisionedThroughputExceededException";
let db: Database;

beforeEach(async () => {
  db = await open({ seed: 7 });
  await db.call("CreateTable", {
    TableName: "Things",
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  });
});
afterEach(() => db.close());

async function overHttp(work: (client: DynamoDBClient, endpoint: string) => Promise<void>) {
  const { port } = await db.listen({ port: 0 });
  const endpoint = `http://127.0.0.1:${port}`;
  const credentials = { accessKeyId: "any", secretAccessKey: "thing" };
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  try {
    await work(client, endpoint);
  } finally {
    client.destroy();
  }
}

test("The SDK tries again after two throttles, in process", async () => {
  await db.faults.add({ operation: "PutItem", error: throttle, times: 2 });
  const client = new DynamoDBClient(db.clientConfig());
  const { $metadata } = await client.send(new PutItemCommand(put));
  assert.equal($metadata.attempts, 3);
});

test("The SDK gives up after as many throttles as it may try", async () => {
  await db.faults.add({ operation: "PutItem", error: throttle });
  const client = new DynamoDBClient({ ...db.clientConfig(), maxAttempts: 3 });
  await assert.rejects(client.send(new PutItemCommand(put)), { name: throttle });
  const [fault] = await db.faults.list();
  assert.equal(fault?.struck, 3);
});

test("The SDK tries again over HTTP: a throttle, an internal error after the commit, a cut", async () => {
  await overHttp(async (client) => {
    for (const fault of [
      { error: throttle },
      { error: "InternalServerError", afterCommit: true },
      { damage: "reset" },
    ] as const) {
      await db.faults.add({ operation: "PutItem", times: 1, ...fault });
      const { $metadata } = await client.send(new PutItemCommand(put));
      assert.equal($metadata.attempts, 2, JSON.stringify(fault));
    }
  });
});

test("The SDK tries again after a connection cut in process", async () => {
  await db.faults.add({ operation: "GetItem", times: 1, damage: "reset" });
  const client = new DynamoDBClient(db.clientConfig());
  const answer = await client.send(new GetItemCommand({ TableName: "Things", Key: Item }));
  assert.equal(answer.$metadata.attempts, 2);
});

test("A conditional failure is not tried again", async () => {
  await db.faults.add({ error: "ConditionalCheckFailedException", key: Item });
  const client = new DynamoDBClient(db.clientConfig());
  const name = "ConditionalCheckFailedException";
  await assert.rejects(client.send(new PutItemCommand(put)), { name });
  const [fault] = await db.faults.list();
  assert.equal(fault?.struck, 1);
});

test("A partial batch hands back the rest", async () => {
  await db.faults.add({ operation: "BatchWriteItem", batchItems: 1 });
  const client = new DynamoDBClient(db.clientConfig());
  const things = ["a", "b"].map((pk) => ({ PutRequest: { Item: { pk: { S: pk } } } }));
  const { UnprocessedItems } = await client.send(
    new BatchWriteItemCommand({ RequestItems: { Things: things } }),
  );
  assert.equal(UnprocessedItems?.Things?.length, 1);
});

test("A delay holds the answer back, in process and over HTTP", async () => {
  await db.faults.add({ operation: "PutItem", delay: { milliseconds: 60 } });
  let start = performance.now();
  await db.call("PutItem", put);
  assert.ok(performance.now() - start >= 55);
  await overHttp(async (client) => {
    start = performance.now();
    await client.send(new PutItemCommand(put));
    assert.ok(performance.now() - start >= 55);
  });
});

test("A wrong checksum is told over HTTP, and the right one once the rule is gone", async () => {
  await overHttp(async (_, endpoint) => {
    const id = await db.faults.add({ operation: "ListTables", damage: "checksum" });
    const scope = "any/20260101/us-east-1/dynamodb/aws4_request";
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "DynamoDB_20120810.ListTables",
      "x-amz-date": "20260101T000000Z",
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
    };
    const isRight = async () => {
      const response = await fetch(endpoint, { method: "POST", headers, body: "{}" });
      return Number(response.headers.get("x-amz-crc32")) === crc32(await response.text());
    };
    assert.equal(await isRight(), false);
    await db.faults.remove(id);
    assert.equal(await isRight(), true);
  });
});

test("A wrong checksum is told in process, to those who look", async () => {
  const client = new DynamoDBClient(db.clientConfig());
  const seen: boolean[] = [];
  client.middlewareStack.add(
    (next) => async (given) => {
      const result = await next(given);
      const { headers, body } = result.response as { headers: Headers; body: Uint8Array };
      seen.push(Number(headers["x-amz-crc32"]) === crc32(body));
      return result;
    },
    { step: "deserialize", priority: "low" },
  );
  await db.faults.add({ operation: "PutItem", damage: "checksum", times: 1 });
  await client.send(new PutItemCommand(put));
  await client.send(new PutItemCommand(put));
  assert.deepEqual(seen, [false, true]);
});

test("Consumers read again what a fault kept from them, and tell of one that stays", async () => {
  const StreamSpecification = { StreamEnabled: true, StreamViewType: "KEYS_ONLY" } as const;
  await db.call("UpdateTable", { TableName: "Things", StreamSpecification });
  let count = 0;
  db.on("Things", {}, function counts({ Records }) {
    count += Records.length;
  });
  await db.call("PutItem", put);
  await db.faults.add({ operation: "GetRecords", error: "InternalServerError", times: 3 });
  await db.idle();
  assert.equal(count, 1);
  await db.call("DeleteItem", { TableName: "Things", Key: Item });
  await db.faults.add({ error: "ThrottlingException" });
  await assert.rejects(db.idle(), {
    name: "ConsumerLoopError",
    message: /the consumer "counts" cannot read the stream of Things: ThrottlingException/,
  });
  await db.faults.clear();
  await db.idle();
  assert.equal(count, 2);
});

test("Rules belong to the handle: a fork has none, a restored database keeps its own", async () => {
  const before = await db.snapshot();
  await db.faults.add({ operation: "PutItem", error: "InternalServerError" });
  const fork = await db.fork();
  await fork.call("PutItem", put);
  assert.deepEqual(await fork.faults.list(), []);
  await fork.close();
  await db.restore(before);
  await assert.rejects(db.call("PutItem", put), { name: "InternalServerError" });
  await db.faults.clear();
  await db.call("PutItem", put);
});

test("A rule is told as it was given", async () => {
  const rule = { operation: "Query", table: "Things", key: Item, probability: 0.5, pageItems: 3 };
  const id = await db.faults.add({ ...rule, delay: "PT1S", damage: "checksum" });
  const told = { ...rule, id, delay: "PT1S", damage: "checksum", matched: 0, struck: 0 };
  assert.deepEqual(await db.faults.list(), [told]);
  await assert.rejects(db.faults.add({ operation: "Query" }), { name: "ValidationException" });
  const misspelt = { tabel: "Things", error: throttle } as object;
  await assert.rejects(db.faults.add(misspelt), { message: 'a fault has no option "tabel"' });
});
