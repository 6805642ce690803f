// The two ways in which a library reaches pixii: the AWS SDK's client in process, and the same client
// at the HTTP endpoint. Every test starts on an empty database.
import { after, before, beforeEach, describe } from "node:test";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { open } from "../../dist/index.node.mjs";

/** Each opens a way to a database: what a DynamoDBClient is configured with. */
const ways = {
  "in process": (db) => db.clientConfig(),
  "over HTTP": async (db) => ({
    endpoint: (await db.listen({ port: 0 })).url,
    region: "us-east-1",
    credentials: { accessKeyId: "ecosystem", secretAccessKey: "ecosystem" },
  }),
};

/**
 * Describes a library once for each way. `define` gets a place whose members are there when its
 * tests run: `db`, the SDK's configuration `config`, and a `client` made with it.
 */
export function eachWay(library, define) {
  for (const [way, configure] of Object.entries(ways)) {
    describe(`${library} ${way}`, () => {
      const place = {};
      before(async () => {
        place.db = await open();
        place.config = await configure(place.db);
        place.client = new DynamoDBClient(place.config);
      });
      beforeEach(() => place.db.call("Pixii_1.Reset"));
      after(async () => {
        place.client.destroy();
        await place.db.close();
      });
      define(place);
    });
  }
}

const attribute = ([AttributeName, AttributeType]) => ({ AttributeName, AttributeType });
const keySchema = ([partition, sort]) => [
  { AttributeName: partition, KeyType: "HASH" },
  ...(sort ? [{ AttributeName: sort, KeyType: "RANGE" }] : []),
];

/**
 * Makes an on-demand table. `key` and the values of `indexes` (global, by name) are names of one or
 * two attributes; `types` holds the types of all of them.
 */
export async function createTable(client, TableName, key, { types, indexes = {}, locals = {} }) {
  const index = ([IndexName, names]) => ({
    IndexName,
    KeySchema: keySchema(names),
    Projection: { ProjectionType: "ALL" },
  });
  const lists = {
    GlobalSecondaryIndexes: Object.entries(indexes).map(index),
    LocalSecondaryIndexes: Object.entries(locals).map(index),
  };
  const present = Object.entries(lists).filter(([, list]) => list.length > 0);
  await client.send(
    new CreateTableCommand({
      TableName,
      KeySchema: keySchema(key),
      AttributeDefinitions: Object.entries(types).map(attribute),
      BillingMode: "PAY_PER_REQUEST",
      ...Object.fromEntries(present),
    }),
  );
}
