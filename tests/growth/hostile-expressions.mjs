// Hostile expressions, up to their limits, and the parameters from before expressions, which have none.
import {
  times,
  put,
  members,
  wide,
  key,
  table,
  raw,
  update,
  conditional,
  one,
  inExpression,
  operators,
  upTo100,
} from "./requests.mjs";

const named = (count) => ({
  ExpressionAttributeNames: members(count, (i) => [`#n${wide(i)}`, `name${i}`]),
});
const valued = (count) => ({
  ExpressionAttributeValues: members(count, (i) => [`:v${wide(i)}`, { S: `${i}` }]),
});

/** An item of n attributes, as the requests find it; their own names are among them. */
const many = (n) => [put(members(n, (i) => [`a${i}`, { N: `${i}` }]))];

export const expressions = [
  {
    name: "names that are not used",
    request: (n) => conditional("attribute_exists(pk)", named(n)),
  },
  { name: "values that are not used", request: (n) => conditional("pk = :v000000", valued(n)) },
  {
    name: "a name of a placeholder many times",
    request: (n) =>
      raw(
        "PutItem",
        `{"TableName":"Hostile","Item":{"pk":{"S":"a"}},"ConditionExpression":"attribute_exists(#n)","ExpressionAttributeNames":{${times(n, () => `"#n":"pk"`)}}}`,
      ),
  },
  { name: "an expression beyond its limit", request: (n) => conditional("a = b AND ".repeat(n)) },
  {
    name: "names that are used",
    sizes: upTo100,
    request: (n) =>
      conditional(times(n, (i) => `attribute_exists(#n${wide(i)})`).join(" OR "), named(n)),
  },
  {
    name: "values in IN",
    sizes: upTo100,
    request: (n) => conditional(`a IN (${times(n, (i) => `:v${wide(i)}`)})`, valued(n)),
  },
  {
    name: "comparisons",
    sizes: operators,
    request: (n) => conditional(times(Math.ceil(n / 2), (i) => `a${i} = b${i}`).join(" OR ")),
  },
  {
    name: "parentheses",
    sizes: inExpression,
    request: (n) => conditional(`${"(".repeat(4 * n)}a = b${")".repeat(n)}`),
  },
  { name: "NOT of NOT", sizes: operators, request: (n) => conditional(`${"NOT ".repeat(n)}a = b`) },
  {
    name: "size of size",
    sizes: operators,
    request: (n) => conditional(`${"size(".repeat(n)}a${")".repeat(n)} = b`),
  },
  {
    name: "a deep path",
    sizes: inExpression,
    request: (n) => conditional(`a${".a".repeat(n)}${"[0]".repeat(n)} = b`),
  },
  {
    name: "white space in an expression",
    sizes: inExpression,
    request: (n) => conditional(`a${" ".repeat(6 * n)}= b`),
  },
  {
    name: "SET of many",
    sizes: inExpression,
    request: (n) => update(`SET ${times(n, (i) => `a${i}=:v`)}`.slice(0, 4090), one),
  },
  {
    name: "SET of many in one map",
    sizes: inExpression,
    request: (n) => update(`SET ${times(n, (i) => `m.a${i}=:v`)}`.slice(0, 4090), one),
  },
  {
    name: "REMOVE of many",
    sizes: inExpression,
    request: (n) => update(`REMOVE ${times(n, (i) => `a${n - i}`)}`),
  },
  {
    name: "REMOVE of elements",
    sizes: inExpression,
    request: (n) => update(`REMOVE ${times(n, (i) => `l[${n - i}]`)}`),
  },
  {
    name: "paths that overlap",
    sizes: inExpression,
    request: (n) => update(`REMOVE ${times(n, () => "a.b")}`),
  },
  {
    name: "a projection of many",
    sizes: inExpression,
    request: (n) => ({
      call: "GetItem",
      request: { ...table, Key: key, ProjectionExpression: times(n, (i) => `a${n - i}`).join() },
    }),
  },
  {
    name: "list_append of list_append",
    sizes: operators,
    request: (n) => update(`SET a = ${"list_append(l,".repeat(n)}l${")".repeat(n)}`),
  },
  {
    name: "if_not_exists of if_not_exists",
    sizes: operators,
    request: (n) => update(`SET a = ${"if_not_exists(b,".repeat(n)}:v${")".repeat(n)}`, one),
  },
  {
    name: "a projection of many out of many",
    sizes: inExpression,
    before: many,
    request: (n) => ({
      call: "GetItem",
      request: { ...table, Key: key, ProjectionExpression: times(n, (i) => `a${n - i}`).join() },
    }),
  },
  {
    name: "SET of many over many, told",
    sizes: inExpression,
    before: many,
    request: (n) =>
      update(`SET ${times(n, (i) => `a${i}=:v`)}`, { ...one, ReturnValues: "UPDATED_OLD" }),
  },
  {
    name: "comparisons with many",
    sizes: operators,
    before: many,
    request: (n) => conditional(times(Math.ceil(n / 2), (i) => `a${i} < a${n - i}`).join(" AND ")),
  },
];

const condition = { ComparisonOperator: "EQ", AttributeValueList: [{ S: "x" }] };
export const legacy = [
  {
    name: "AttributesToGet",
    request: (n) => ({
      call: "GetItem",
      request: { ...table, Key: key, AttributesToGet: times(n, (i) => `a${n - i}`) },
    }),
  },
  {
    name: "AttributesToGet, one name",
    request: (n) => ({
      call: "GetItem",
      request: { ...table, Key: key, AttributesToGet: times(n, () => "a") },
    }),
  },
  {
    name: "Expected",
    request: (n) => ({
      call: "PutItem",
      request: { ...table, Item: key, Expected: members(n, (i) => [`a${i}`, { Exists: false }]) },
    }),
  },
  {
    name: "AttributeUpdates",
    request: (n) => ({
      call: "UpdateItem",
      request: {
        ...table,
        Key: key,
        AttributeUpdates: members(n, (i) => [`a${i}`, { Value: { S: "x" } }]),
      },
    }),
  },
  {
    name: "ScanFilter",
    request: (n) => ({
      call: "Scan",
      request: { ...table, ScanFilter: members(n, (i) => [`a${i}`, condition]) },
    }),
  },
  {
    name: "ScanFilter, a list of values",
    request: (n) => ({
      call: "Scan",
      request: {
        ...table,
        ScanFilter: {
          a: { ComparisonOperator: "IN", AttributeValueList: times(n, (i) => ({ N: `${i}` })) },
        },
      },
    }),
  },
  {
    name: "KeyConditions",
    request: (n) => ({
      call: "Query",
      request: { ...table, KeyConditions: members(n, (i) => [`a${i}`, condition]) },
    }),
  },
  {
    name: "AttributesToGet out of many",
    before: many,
    request: (n) => ({
      call: "GetItem",
      request: { ...table, Key: key, AttributesToGet: times(n, (i) => `a${n - i}`) },
    }),
  },
  {
    name: "Expected of many",
    before: many,
    request: (n) => ({
      call: "PutItem",
      request: {
        ...table,
        Item: key,
        Expected: members(n, (i) => [`a${i}`, { Value: { N: `${i}` } }]),
      },
    }),
  },
  {
    name: "AttributeUpdates over many, told",
    before: many,
    request: (n) => ({
      call: "UpdateItem",
      request: {
        ...table,
        Key: key,
        AttributeUpdates: members(n, (i) => [`a${i}`, { Action: "ADD", Value: { N: "1" } }]),
        ReturnValues: "UPDATED_NEW",
      },
    }),
  },
  {
    name: "ScanFilter of many",
    before: many,
    request: (n) => ({
      call: "Scan",
      request: {
        ...table,
        ScanFilter: members(n, (i) => [`a${i}`, { ComparisonOperator: "NOT_NULL" }]),
      },
    }),
  },
];
