// A request to start from for every operation that pixii serves, made for the selected table.
import { exampleValue, type Item } from "./attribute-value.ts";
import type { TableSummary } from "./session.ts";

/** The operations offered by name; any other name can be typed. */
export const operationNames = [
  "BatchGetItem",
  "BatchWriteItem",
  "CreateTable",
  "DeleteItem",
  "DeleteTable",
  "DescribeTable",
  "GetItem",
  "ListTables",
  "PutItem",
  "Query",
  "Scan",
  "UpdateItem",
  "UpdateTable",
] as const;

const exampleTable: TableSummary = {
  name: "Things",
  status: "ACTIVE",
  partitionKey: { name: "Id", type: "S" },
  sortKey: undefined,
  billingMode: "PAY_PER_REQUEST",
  itemCount: 0,
  sizeBytes: 0,
  stream: undefined,
  globalIndexes: [],
};

/** The request as an object; empty for an operation that is not in the list. */
export function requestTemplate(operation: string, selected?: TableSummary): object {
  const table = selected ?? exampleTable;
  const { name: TableName } = table;
  const Key = exampleKey(table);
  switch (operation) {
    case "BatchGetItem":
      return { RequestItems: { [TableName]: { Keys: [Key] } } };
    case "BatchWriteItem":
      return { RequestItems: { [TableName]: [{ PutRequest: { Item: Key } }] } };
    case "CreateTable":
      return createTableTemplate();
    case "DeleteItem":
    case "GetItem":
      return { TableName, Key };
    case "DeleteTable":
    case "DescribeTable":
      return { TableName };
    case "PutItem":
      return { TableName, Item: { ...Key, Note: { S: "written in the playground" } } };
    case "Query":
      return queryTemplate(table);
    case "Scan":
      return { TableName, Limit: 10 };
    case "UpdateItem":
      return updateTemplate(TableName, Key);
    case "UpdateTable":
      return { TableName, BillingMode: "PAY_PER_REQUEST" };
    default:
      return {};
  }
}

function exampleKey({ partitionKey, sortKey }: TableSummary): Item {
  const key: Item = { [partitionKey.name]: exampleValue(partitionKey.type) };
  if (sortKey !== undefined) key[sortKey.name] = exampleValue(sortKey.type);
  return key;
}

function createTableTemplate(): object {
  return {
    TableName: "Things",
    KeySchema: [{ AttributeName: "Id", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "Id", AttributeType: "S" }],
    BillingMode: "PAY_PER_REQUEST",
  };
}

function queryTemplate({ name: TableName, partitionKey }: TableSummary): object {
  return {
    TableName,
    KeyConditionExpression: "#p = :p",
    ExpressionAttributeNames: { "#p": partitionKey.name },
    ExpressionAttributeValues: { ":p": exampleValue(partitionKey.type) },
    ReturnConsumedCapacity: "TOTAL",
  };
}

function updateTemplate(TableName: string, Key: Item): object {
  return {
    TableName,
    Key,
    UpdateExpression: "SET #note = :note ADD #visits :one",
    ExpressionAttributeNames: { "#note": "Note", "#visits": "Visits" },
    ExpressionAttributeValues: { ":note": { S: "changed" }, ":one": { N: "1" } },
    ReturnValues: "ALL_NEW",
  };
}
