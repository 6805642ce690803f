// The AWS SDK's own clients read changes over HTTP: DynamoDB Streams, and a plain poller of Kinesis
// behind a table's destination. Kinesis speaks JSON 1.1, and HTTP/1.1 through NodeHttpHandler.
import { createHash } from "node:crypto";
import {
  DynamoDB,
  EnableKinesisStreamingDestinationCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb-streams";
import {
  CreateStreamCommand,
  GetRecordsCommand as GetDataCommand,
  GetShardIteratorCommand as GetDataIteratorCommand,
  KinesisClient,
  ListShardsCommand,
  ResourceNotFoundException as DataStreamNotFound,
} from "@aws-sdk/client-kinesis";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import type { Listener } from "../../client/host.ts";
import { open } from "../../client/index.node.ts";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };

let db: Database;
let server: Listener;
let client: DynamoDB;
let settings: { endpoint: string; region: string; credentials: typeof credentials };

beforeEach(async () => {
  db = await open();
  server = await db.listen({ port: 0 });
  settings = { endpoint: server.url, region: "us-east-1", credentials };
  client = new DynamoDB(settings);
  await client.createTable({
    TableName: "Orders",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
    StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
  });
});
afterEach(async () => {
  client.destroy();
  await server.close();
  await db.close();
});

const put = (id: string, total: number) =>
  client.send(
    new PutItemCommand({ TableName: "Orders", Item: { id: { S: id }, total: { N: `${total}` } } }),
  );

test("the streams client lists, describes and reads a stream", async () => {
  const streams = new DynamoDBStreamsClient(settings);
  await put("a", 1);
  await put("a", 2);
  const { Streams } = await streams.send(new ListStreamsCommand({ TableName: "Orders" }));
  const StreamArn = Streams![0]!.StreamArn!;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  expect(StreamDescription).toMatchObject({ StreamStatus: "ENABLED", TableName: "Orders" });
  const { ShardIterator } = await streams.send(
    new GetShardIteratorCommand({
      StreamArn,
      ShardId: StreamDescription!.Shards![0]!.ShardId!,
      ShardIteratorType: "TRIM_HORIZON",
    }),
  );
  const { Records, NextShardIterator } = await streams.send(
    new GetRecordsCommand({ ShardIterator: ShardIterator! }),
  );
  expect(NextShardIterator).toBeTypeOf("string");
  expect(Records!.map(({ eventName }) => eventName)).toEqual(["INSERT", "MODIFY"]);
  const change = Records![1]!.dynamodb!;
  expect(change.NewImage).toEqual({ id: { S: "a" }, total: { N: "2" } });
  expect(change.OldImage).toEqual({ id: { S: "a" }, total: { N: "1" } });
  expect(change.ApproximateCreationDateTime).toBeInstanceOf(Date);
  const unknown = StreamArn.replace("Orders", "Nothing");
  await expect(
    streams.send(new DescribeStreamCommand({ StreamArn: unknown })),
  ).rejects.toBeInstanceOf(ResourceNotFoundException);
  streams.destroy();
});

test("a plain poller of Kinesis reads what a table delivers", async () => {
  const StreamARN = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
  await client.send(
    new EnableKinesisStreamingDestinationCommand({ TableName: "Orders", StreamArn: StreamARN }),
  );
  for (let i = 0; i < 25; ++i) await put(`order-${i}`, i);
  const kinesis = new KinesisClient({ ...settings, requestHandler: new NodeHttpHandler() });
  const { Shards } = await kinesis.send(new ListShardsCommand({ StreamARN }));
  const seen: number[] = [];
  for (const { ShardId } of Shards!) {
    const from = await kinesis.send(
      new GetDataIteratorCommand({ StreamARN, ShardId, ShardIteratorType: "TRIM_HORIZON" }),
    );
    let ShardIterator = from.ShardIterator;
    for (let behind = true; behind && ShardIterator !== undefined;) {
      const page = await kinesis.send(new GetDataCommand({ ShardIterator, Limit: 10 }));
      for (const { Data } of page.Records!) {
        const change = JSON.parse(Buffer.from(Data!).toString("utf8"));
        expect(change).toMatchObject({ tableName: "Orders", recordFormat: "application/json" });
        seen.push(Number(change.dynamodb.NewImage.total.N));
      }
      behind = page.Records!.length > 0;
      ShardIterator = page.NextShardIterator;
    }
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => i));
  const none = new ListShardsCommand({ StreamName: "none" });
  await expect(kinesis.send(none)).rejects.toBeInstanceOf(DataStreamNotFound);
  kinesis.destroy();
});

test("a record lies in the shard that takes the MD5 of its partition key", async () => {
  const kinesis = new KinesisClient(db.clientConfig());
  const StreamName = "spread";
  await kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 3 }));
  const StreamArn = `arn:aws:kinesis:us-east-1:000000000000:stream/${StreamName}`;
  await client.send(
    new EnableKinesisStreamingDestinationCommand({ TableName: "Orders", StreamArn }),
  );
  for (let i = 0; i < 30; ++i) await put(`order-${i}`, i);
  const { Shards } = await kinesis.send(new ListShardsCommand({ StreamName }));
  const counts: number[] = [];
  for (const { ShardId, HashKeyRange } of Shards!) {
    const from = { StreamName, ShardId, ShardIteratorType: "TRIM_HORIZON" } as const;
    const { ShardIterator } = await kinesis.send(new GetDataIteratorCommand(from));
    const { Records } = await kinesis.send(new GetDataCommand({ ShardIterator }));
    for (const { PartitionKey } of Records!) {
      const hash = BigInt(`0x${createHash("md5").update(PartitionKey!).digest("hex")}`);
      expect(hash >= BigInt(HashKeyRange!.StartingHashKey!)).toBe(true);
      expect(hash <= BigInt(HashKeyRange!.EndingHashKey!)).toBe(true);
    }
    counts.push(Records!.length);
  }
  expect(counts.reduce((sum, count) => sum + count)).toBe(30);
  expect(Math.min(...counts)).toBeGreaterThan(0);
});

test("JSON 1.1 is answered as JSON 1.1", async () => {
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "Kinesis_20131202.ListStreams",
    "authorization":
      "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/kinesis/aws4_request, SignedHeaders=host, Signature=00",
    "x-amz-date": "20260101T000000Z",
  };
  const answer = await fetch(server.url, { method: "POST", headers, body: "{}" });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/x-amz-json-1.1");
  expect(await answer.json()).toMatchObject({ StreamNames: [] });
});
