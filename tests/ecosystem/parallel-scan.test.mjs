// @shelf/dynamodb-parallel-scan: segments scanned side by side, as a list and as a stream.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { parallelScan, parallelScanAsStream } from "@shelf/dynamodb-parallel-scan";
import { createTable, eachWay } from "./each-way.mjs";

const fileCount = 220;
const fileOf = (number) => ({
  id: `file-${number}`,
  isLarge: number % 10 === 0,
  fileSize: number * 1024,
  tags: ["a", "b"].slice(0, number % 3),
});
const files = Array.from({ length: fileCount }, (_, number) => fileOf(number));
const byId = (items) => items.toSorted((one, other) => one.fileSize - other.fileSize);

eachWay("parallel-scan", (place) => {
  let client;

  beforeEach(async () => {
    client = DynamoDBDocumentClient.from(place.client);
    await createTable(client, "files", ["id"], { types: { id: "S" } });
    for (let start = 0; start < fileCount; start += 25) {
      const batch = files.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { files: batch } }));
    }
  });

  async function streamed(parameters, options) {
    const chunks = [];
    const stream = await parallelScanAsStream(parameters, { client, ...options });
    for await (const chunk of stream) chunks.push(chunk);
    return chunks;
  }

  for (const concurrency of [1, 2, 5, 40]) {
    test(`${concurrency} segments find every item once`, async () => {
      const found = await parallelScan({ TableName: "files" }, { concurrency, client });
      assert.deepEqual(byId(found), files);
    });
  }

  test("more segments than items leave some empty and lose nothing", async () => {
    const found = await parallelScan({ TableName: "files" }, { concurrency: 500, client });
    assert.equal(found.length, fileCount);
  });

  test("a filter works in every segment", async () => {
    const found = await parallelScan(
      {
        TableName: "files",
        FilterExpression: "#isLarge = :true",
        ExpressionAttributeNames: { "#isLarge": "isLarge" },
        ExpressionAttributeValues: { ":true": true },
      },
      { concurrency: 4, client },
    );
    assert.deepEqual(
      byId(found),
      files.filter((file) => file.isLarge),
    );
  });

  test("a projection takes the attributes named", async () => {
    const parameters = {
      TableName: "files",
      ProjectionExpression: "fileSize, #tags[0]",
      ExpressionAttributeNames: { "#tags": "tags" },
    };
    const found = await parallelScan(parameters, { concurrency: 3, client });
    const expected = files.map(({ fileSize, tags }) =>
      tags.length ? { fileSize, tags: ["a"] } : { fileSize },
    );
    assert.deepEqual(byId(found), expected);
  });

  test("a limit cuts pages, and the library follows them to the end", async () => {
    const parameters = { TableName: "files", Limit: 7 };
    const found = await parallelScan(parameters, { concurrency: 6, client });
    assert.deepEqual(byId(found), files);
  });

  test("consistent reads find the same", async () => {
    const parameters = { TableName: "files", ConsistentRead: true };
    const found = await parallelScan(parameters, { concurrency: 2, client });
    assert.equal(found.length, fileCount);
  });

  test("a stream gives the same items in chunks of the size asked for", async () => {
    const chunks = await streamed({ TableName: "files" }, { concurrency: 5, chunkSize: 30 });
    assert.deepEqual(byId(chunks.flat()), files);
    assert.ok(chunks.every((chunk) => chunk.length <= 30));
    assert.ok(chunks.length >= Math.ceil(fileCount / 30));
  });

  test("a stream over pages of a limit gives everything once", async () => {
    const parameters = { TableName: "files", Limit: 11 };
    const chunks = await streamed(parameters, { concurrency: 3, chunkSize: 10 });
    assert.deepEqual(byId(chunks.flat()), files);
  });

  test("a stream with a filter that lets nothing through ends", async () => {
    const parameters = {
      TableName: "files",
      FilterExpression: "fileSize < :none",
      ExpressionAttributeValues: { ":none": 0 },
    };
    const chunks = await streamed(parameters, { concurrency: 3, chunkSize: 10 });
    assert.deepEqual(chunks.flat(), []);
  });

  test("a table that does not exist is an error by its name", async () => {
    const scan = parallelScan({ TableName: "nowhere" }, { concurrency: 2, client });
    await assert.rejects(scan, { name: "ResourceNotFoundException" });
  });
});
