// Small tables for tests of the hosts, and the ways to make and count them.
import type { Database } from "../../client/database.ts";

/** Makes the table `name` with the string partition key "pk". */
export async function createTable(db: Database, name = "Films"): Promise<void> {
  await db.call("CreateTable", {
    TableName: name,
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    BillingMode: "PAY_PER_REQUEST",
  });
}

/** Puts an item with the key `key` and the given text. */
export async function put(db: Database, key: string, text = "", table = "Films"): Promise<void> {
  await db.call("PutItem", { TableName: table, Item: { pk: { S: key }, text: { S: text } } });
}

/** The text of the item `key`; undefined when there is no such item. */
export async function textOf(db: Database, key: string, table = "Films") {
  const output = await db.call("GetItem", { TableName: table, Key: { pk: { S: key } } });
  return output.Item?.text?.S;
}

/** How many items the table has. */
export async function countOf(db: Database, table = "Films") {
  const output = await db.call("Scan", { TableName: table, Select: "COUNT" });
  return output.Count;
}
