// The AWS SDK's own clients in process, on both engines: commands, waiters, paginators, documents,
// typed exceptions, streams, and clients that outlive a restore.
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDB,
  DynamoDBClient,
  paginateScan,
  ResourceNotFoundException,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import { DynamoDBDocument, paginateQuery } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import { open } from "../../client/index.node.ts";

const table = new CreateTableCommand({
  TableName: "Films",
  AttributeDefinitions: [
    { AttributeName: "year", AttributeType: "N" },
    { AttributeName: "title", AttributeType: "S" },
  ],
  KeySchema: [
    { AttributeName: "year", KeyType: "HASH" },
    { AttributeName: "title", KeyType: "RANGE" },
  ],
  BillingMode: "PAY_PER_REQUEST",
});

describe.each(["native", "wasm"] as const)("%s", (engine) => {
  let db: Database;
  let client: DynamoDBClient;
  beforeEach(async () => {
    db = await open({ engine });
    client = new DynamoDBClient(db.clientConfig());
    await client.send(table);
  });
  afterEach(() => db.close());

  test("a new table is described with dates and numbers, and the waiter sees it", async () => {
    await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: "Films" });
    const { Table } = await client.send(new DescribeTableCommand({ TableName: "Films" }));
    expect(Table?.CreationDateTime).toBeInstanceOf(Date);
    expect(Table).toMatchObject({ TableStatus: "ACTIVE", ItemCount: 0 });
  });

  test("documents of every type come back as they went", async () => {
    const documents = DynamoDBDocument.from(client);
    const item = {
      year: 1999,
      title: "Magnolia 🎬",
      bytes: new Uint8Array([0, 1, 254, 255]),
      tags: new Set(["drama", "rain"]),
      ratings: new Set([1, 2.5]),
      nested: { list: [1, "two", null, { three: true }] },
      empty: "",
    };
    await documents.put({ TableName: "Films", Item: item });
    const Key = { year: 1999, title: "Magnolia 🎬" };
    expect((await documents.get({ TableName: "Films", Key })).Item).toEqual(item);
  });

  test("batches, paginated queries and scans see every item once", async () => {
    const documents = DynamoDBDocument.from(client);
    for (let start = 0; start < 100; start += 25) {
      const requests = Array.from({ length: 25 }, (_, i) => ({
        PutRequest: { Item: { year: 2000, title: `film ${start + i}`, n: start + i } },
      }));
      await documents.batchWrite({ RequestItems: { Films: requests } });
    }
    const seen: number[] = [];
    const query = {
      TableName: "Films",
      KeyConditionExpression: "#y = :y",
      ExpressionAttributeNames: { "#y": "year" },
      ExpressionAttributeValues: { ":y": 2000 },
    };
    for await (const page of paginateQuery({ client: documents, pageSize: 7 }, query)) {
      seen.push(...page.Items!.map(({ n }) => n as number));
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    let scanned = 0;
    for await (const page of paginateScan({ client, pageSize: 30 }, { TableName: "Films" })) {
      scanned += page.Count!;
    }
    expect(scanned).toBe(100);
  });

  test("errors are the SDK's typed exceptions", async () => {
    const dynamodb = new DynamoDB(db.clientConfig());
    const Item = { year: { N: "1" }, title: { S: "a" } };
    await dynamodb.putItem({ TableName: "Films", Item });
    const again = dynamodb.putItem({
      TableName: "Films",
      Item,
      ConditionExpression: "attribute_not_exists(title)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    const error = await again.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConditionalCheckFailedException);
    expect(error).toMatchObject({ Item, $metadata: { httpStatusCode: 400, attempts: 1 } });
    const nowhere = dynamodb.getItem({ TableName: "Nowhere", Key: Item });
    await expect(nowhere).rejects.toBeInstanceOf(ResourceNotFoundException);
    const wrong = dynamodb.getItem({ TableName: "Films", Key: { year: { S: "1" } } });
    await expect(wrong).rejects.toMatchObject({ name: "ValidationException" });
  });

  test("clients of different regions and accounts see different tables", async () => {
    const credentials = { accessKeyId: "111122223333", secretAccessKey: "x" };
    const elsewhere = new DynamoDB(db.clientConfig({ region: "eu-north-1", credentials }));
    expect((await elsewhere.listTables({})).TableNames).toEqual([]);
    await elsewhere.send(table);
    const { Table } = await elsewhere.describeTable({ TableName: "Films" });
    expect(Table?.TableArn).toBe("arn:aws:dynamodb:eu-north-1:111122223333:table/Films");
  });

  test("a client made before a restore sees the old state", async () => {
    const documents = DynamoDBDocument.from(client);
    const before = await db.snapshot();
    const Item = { year: 1, title: "a" };
    await documents.put({ TableName: "Films", Item });
    await db.restore(before);
    expect((await documents.get({ TableName: "Films", Key: Item })).Item).toBeUndefined();
  });

  test("the streams client reaches the streams service", async () => {
    const streams = new DynamoDBStreamsClient(db.clientConfig());
    expect(await streams.send(new ListStreamsCommand({}))).toMatchObject({ Streams: [] });
    await expect(
      streams.send(new ListStreamsCommand({ TableName: "Nothing" })),
    ).rejects.toMatchObject({ name: "ResourceNotFoundException", $metadata: { attempts: 1 } });
  });

  test("a closed database is told by name", async () => {
    await db.close();
    await expect(client.send(table)).rejects.toMatchObject({ name: "DatabaseClosedError" });
  });
});
