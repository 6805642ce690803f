// The documents that the benchmarks in JavaScript store: the same item as in workload.h, which DynamoDB
// counts for about 1 KB, and the table for it.

export const tableName = "Things";

/** Ten attributes in the form of the wire: texts, numbers, a list and a map. */
export function kilobyteItem(pk) {
  const item = { pk: { S: pk } };
  for (let i = 0; i < 5; i++) item[`text${i}`] = { S: "x".repeat(130) };
  return Object.assign(item, {
    price: { N: "1234.56" },
    count: { N: "42" },
    active: { BOOL: true },
    tags: { L: [{ S: "red" }, { S: "green" }, { N: "7" }] },
    address: { M: { street: { S: "12 Main Street" }, city: { S: "Springfield" } } },
  });
}

/** What CreateTable takes. */
export const tableDefinition = {
  TableName: tableName,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
};

/** `count` items with keys of their own. */
export function kilobyteItems(count) {
  return Array.from({ length: count }, (_, i) => kilobyteItem(`item-${i}`));
}
