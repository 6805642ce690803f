// The request handler under the real AWS SDK, over a fake engine: what reaches the engine, and what
// the SDK makes of the answers.
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { makeClientConfig, type ClientOptions } from "../../client/aws-sdk-handler.ts";
import { FakeEngine } from "../support/fake-binding.ts";

const requestId = "R".repeat(52);
const input = { TableName: "T", Key: { pk: { S: "a" } } };

/** An engine that answers everything with `status` and `body`, and the SDK's client for it. */
function setUp(status: number, body: string, options?: ClientOptions) {
  const calls: FakeEngine["last"][] = [];
  const config = makeClientConfig(
    (target, bytes, context) => {
      calls.push({ target, body: new TextDecoder().decode(bytes), context });
      return { status, body: new TextEncoder().encode(body), requestId };
    },
    "eu-west-1",
    options,
  );
  return { calls, client: new DynamoDBClient(config), config };
}

test("a command reaches the engine with target, body, region and access key", async () => {
  const credentials = { accessKeyId: "123456789012", secretAccessKey: "x" };
  const { calls, client } = setUp(200, '{"Item":{"pk":{"S":"ü"},"n":{"N":"1"}}}', { credentials });
  const output = await client.send(new GetItemCommand(input));
  expect(output.Item).toEqual({ pk: { S: "ü" }, n: { N: "1" } });
  expect(output.$metadata).toMatchObject({ httpStatusCode: 200, requestId, attempts: 1 });
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({
    target: "DynamoDB_20120810.GetItem",
    context: { accessKeyId: "123456789012", region: "eu-west-1" },
  });
  expect(JSON.parse(calls[0]!.body)).toEqual(input);
});

test("the client's own region wins, however it is given", async () => {
  const { calls, config } = setUp(200, '{"TableNames":[]}');
  const client = new DynamoDBClient({ ...config, region: async () => "ap-south-1" });
  await client.send(new ListTablesCommand({}));
  expect(calls[0]?.context?.region).toBe("ap-south-1");
});

test("a real signature is understood, too", async () => {
  const { calls, config } = setUp(200, '{"TableNames":[]}');
  const { httpAuthSchemes: _ours, ...rest } = config;
  await new DynamoDBClient(rest).send(new ListTablesCommand({}));
  expect(calls[0]?.context).toMatchObject({ region: "eu-west-1", accessKeyId: "pixii" });
});

test("an error is thrown as the SDK's own exception, with its members", async () => {
  const body =
    '{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",' +
    '"message":"The conditional request failed","Item":{"pk":{"S":"a"}}}';
  const { calls, client } = setUp(400, body);
  const error = await client.send(new GetItemCommand(input)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConditionalCheckFailedException);
  expect(error).toMatchObject({
    name: "ConditionalCheckFailedException",
    message: "The conditional request failed",
    Item: { pk: { S: "a" } },
    $metadata: { httpStatusCode: 400, requestId, attempts: 1 },
  });
  expect(calls).toHaveLength(1);
});

test("throttling and server errors are retried as against AWS", async () => {
  for (const [status, name] of [
    [400, "ProvisionedThroughputExceededException"],
    [500, "InternalServerError"],
  ] as const) {
    const body = `{"__type":"com.amazonaws.dynamodb.v20120810#${name}","message":"later"}`;
    const { calls, client } = setUp(status, body);
    const error = await client.send(new GetItemCommand(input)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name });
    expect(calls.length).toBeGreaterThan(1);
  }
});

test("middleware of the application sees request and response", async () => {
  const { client } = setUp(200, "{}");
  const seen: unknown[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      seen.push((args.request as { headers: Record<string, string> }).headers["x-amz-target"]);
      const result = await next(args);
      seen.push((result.response as { statusCode: number }).statusCode);
      return result;
    },
    { step: "finalizeRequest" },
  );
  await client.send(new GetItemCommand(input));
  expect(seen).toEqual(["DynamoDB_20120810.GetItem", 200]);
});

test("an aborted call does not reach the engine", async () => {
  const { calls, client } = setUp(200, "{}");
  const abort = new AbortController();
  abort.abort();
  const sent = client.send(new GetItemCommand(input), { abortSignal: abort.signal });
  await expect(sent).rejects.toMatchObject({ name: "AbortError" });
  expect(calls).toHaveLength(0);
});

test("destroying one client leaves the others alone", async () => {
  const { client, config } = setUp(200, '{"TableNames":[]}');
  client.destroy();
  const other = new DynamoDBClient(config);
  expect((await other.send(new ListTablesCommand({}))).TableNames).toEqual([]);
});
