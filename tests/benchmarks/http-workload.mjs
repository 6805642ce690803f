// What is asked over HTTP: PutItem and GetItem of 2,000 items of 1 KB, and Query of item collections
// of ten such items; the same requests for every server that is measured.
import { kilobyteItem, kilobyteItems, tableDefinition, tableName } from "./documents.mjs";
import { ask, writeRequests } from "./http-load.mjs";

const collections = 100;
const itemsPerCollection = 10;
const items = kilobyteItems(2000);
const collectionTable = "Collections";

const puts = items.map((Item) => ["PutItem", { TableName: tableName, Item }]);
const gets = items.map(({ pk }) => ["GetItem", { TableName: tableName, Key: { pk } }]);
const queries = Array.from({ length: collections }, (_, i) => [
  "Query",
  {
    TableName: collectionTable,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": { S: `collection-${i}` } },
  },
]);

/** The file of requests for wrk and one of them, by operation. */
export const workloads = {
  PutItem: { file: writeRequests("put-item", puts), example: puts[0] },
  GetItem: { file: writeRequests("get-item", gets), example: gets[0] },
  Query: { file: writeRequests("query", queries), example: queries[0] },
};

/** Creates the tables and puts every item. */
export async function fill(server) {
  await ask(server, "CreateTable", tableDefinition);
  await ask(server, "CreateTable", collectionDefinition());
  await untilActive(server, tableName);
  await untilActive(server, collectionTable);
  for (const [operation, input] of puts) await ask(server, operation, input);
  for (let i = 0; i < collections * itemsPerCollection; i++) {
    const sk = { N: String(i % itemsPerCollection) };
    const pk = `collection-${Math.floor(i / itemsPerCollection)}`;
    const Item = { ...kilobyteItem(pk), sk };
    await ask(server, "PutItem", { TableName: collectionTable, Item });
  }
}

function collectionDefinition() {
  return {
    ...tableDefinition,
    TableName: collectionTable,
    AttributeDefinitions: [
      { AttributeName: "pk", AttributeType: "S" },
      { AttributeName: "sk", AttributeType: "N" },
    ],
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
  };
}

async function untilActive(server, TableName) {
  for (;;) {
    const { body } = await ask(server, "DescribeTable", { TableName });
    if (JSON.parse(body).Table.TableStatus === "ACTIVE") return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
}
