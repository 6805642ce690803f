// What does clientConfig() add to a call of the AWS SDK? GetItem and PutItem of 1 KB items with
// DynamoDBClient, held against the same client with a requestHandler that gives back a fixed body.
//
// Method. The other client has the same configuration but for its handler, so both sides do all that
// the SDK does: serialising, middleware, the signer's place, deserialising the same body.
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { open } from "../../dist/index.node.mjs";
import { kilobyteItems, tableDefinition, tableName } from "./documents.mjs";
import { compare, report } from "./measure.mjs";

const items = kilobyteItems(1000);
const db = await open();
await db.call("CreateTable", tableDefinition);
for (const Item of items) await db.call("PutItem", { TableName: tableName, Item });

/** Gives back the answer that pixii gave once to such a request. */
function fixedHandler(text) {
  const body = new TextEncoder().encode(text);
  const headers = { "content-type": "application/x-amz-json-1.0" };
  return {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async () => ({ response: { statusCode: 200, headers, body } }),
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  };
}

const commands = {
  PutItem: (i) => new PutItemCommand({ TableName: tableName, Item: items[i % 1000] }),
  GetItem: (i) => new GetItemCommand({ TableName: tableName, Key: { pk: items[i % 1000].pk } }),
};

for (const [operation, command] of Object.entries(commands)) {
  const { body } = await db.request(
    `DynamoDB_20120810.${operation}`,
    JSON.stringify(command(1).input),
  );
  const pixii = new DynamoDBClient(db.clientConfig());
  const config = { ...db.clientConfig(), requestHandler: fixedHandler(body) };
  const fixed = new DynamoDBClient(config);
  const run = (client) => async (first, count) => {
    for (let i = first; i < first + count; i++) await client.send(command(i));
  };
  const candidates = { pixii: run(pixii), fixed: run(fixed) };
  const micros = await compare(candidates, { count: 200, rounds: 41, warmUp: 10 });
  report(`SDK ${operation} through clientConfig()`, micros.pixii, micros.fixed, "µs");
}
