// What does clientConfig() add to a call of the AWS SDK? GetItem and PutItem of 1 KB items with
// DynamoDBClient, held against the same client with a requestHandler that gives back prepared bodies.
//
// Method. The other client has the same configuration but for its handler, so both sides do all that
// the SDK does: serialising, middleware, the signer's place, deserialising the same 1,000 answers in
// turn. 60 rounds go before, as the SDK's code takes long to be compiled to its end.
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { open } from "../../dist/index.node.mjs";
import { kilobyteItems, tableDefinition, tableName } from "./documents.mjs";
import { compare, report } from "./measure.mjs";

const items = kilobyteItems(1000);
const db = await open();
await db.call("CreateTable", tableDefinition);
for (const Item of items) await db.call("PutItem", { TableName: tableName, Item });

/** Gives back what pixii once answered, one body after the other. */
function preparedHandler(bodies) {
  const headers = { "content-type": "application/x-amz-json-1.0" };
  let next = 0;
  return {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async () => {
      const body = bodies[next++ % bodies.length];
      return { response: { statusCode: 200, headers, body } };
    },
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
  const bodies = [];
  for (let i = 0; i < items.length; i++) {
    const text = JSON.stringify(command(i).input);
    const { body } = await db.request(`DynamoDB_20120810.${operation}`, text);
    bodies.push(Buffer.from(body));
  }
  const pixii = new DynamoDBClient(db.clientConfig());
  const config = { ...db.clientConfig(), requestHandler: preparedHandler(bodies) };
  const prepared = new DynamoDBClient(config);
  const run = (client) => async (first, count) => {
    for (let i = first; i < first + count; i++) await client.send(command(i));
  };
  const candidates = { pixii: run(pixii), prepared: run(prepared) };
  const micros = await compare(candidates, { count: 200, rounds: 41, warmUp: 60 });
  report(`SDK ${operation} through clientConfig()`, micros.pixii, micros.prepared, "µs");
}
