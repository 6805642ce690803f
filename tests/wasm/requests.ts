// The few requests that the tests of this folder send: a table of texts under one partition key.
import type { BindingContext, EngineHandle } from "../../client/binding.ts";

export const dynamo = (operation: string) => `DynamoDB_20120810.${operation}`;

export function createTable(engine: EngineHandle, context?: BindingContext) {
  const request = {
    TableName: "Texts",
    KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    BillingMode: "PAY_PER_REQUEST",
  };
  return engine.call(dynamo("CreateTable"), JSON.stringify(request), context);
}

export function putText(engine: EngineHandle, key: string, text: string) {
  const request = { TableName: "Texts", Item: { pk: { S: key }, text: { S: text } } };
  return engine.call(dynamo("PutItem"), JSON.stringify(request));
}

export function getRequest(key: string): string {
  return JSON.stringify({ TableName: "Texts", Key: { pk: { S: key } } });
}

/** The text stored under `key`; undefined if there is none. */
export function readText(engine: EngineHandle, key: string): string | undefined {
  const answer = engine.call(dynamo("GetItem"), getRequest(key));
  return JSON.parse(answer.body).Item?.text.S;
}
