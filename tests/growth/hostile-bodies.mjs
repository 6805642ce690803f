// Hostile texts and items: what the reader of JSON and of attribute values has to take.
import { times, members, wide, orders, key, table, put, raw, putText } from "./requests.mjs";

export const bodies = [
  {
    name: "members nobody knows",
    request: (n) => raw("GetItem", `{${times(n, (i) => `"x${i}":{"y":[1]}`)}}`),
  },
  {
    name: "one member many times",
    request: (n) => raw("GetItem", `{${times(n, () => `"TableName":"Hostile"`)}}`),
  },
  {
    name: "one item many times",
    request: (n) => raw("PutItem", `{${times(n, () => `"Item":{"pk":{"S":"a"}}`)}}`),
  },
  {
    name: "lists in lists where nobody looks",
    request: (n) => raw("GetItem", `{"x":${"[".repeat(n)}${"]".repeat(n)}}`),
  },
  {
    name: "lists in lists in an item",
    request: (n) => putText(`${'{"L":['.repeat(n)}${"]}".repeat(n)}`),
  },
  {
    name: "maps in maps in an item",
    request: (n) => putText(`${'{"M":{"a":'.repeat(n)}{"S":"b"}${"}}".repeat(n)}`),
  },
  { name: "objects never closed", request: (n) => raw("PutItem", '{"Item":'.repeat(n)) },
  { name: "space", request: (n) => raw("GetItem", `{${" \n".repeat(n)}}`) },
  { name: "escapes", request: (n) => putText(`{"S":"${"\\u00e9\\n".repeat(n)}"}`) },
  { name: "pairs of surrogates", request: (n) => putText(`{"S":"${"\\ud83d\\ude00".repeat(n)}"}`) },
  {
    name: "a text that is no UTF-8 at its end",
    request: (n) => putText(`{"S":"${"é".repeat(n)}\\ud800"}`),
  },
  { name: "base64", request: (n) => putText(`{"B":"${"YWJj".repeat(n)}"}`) },
  { name: "digits", request: (n) => putText(`{"N":"${"9".repeat(n)}"}`) },
  { name: "zeros before a digit", request: (n) => putText(`{"N":"${"0".repeat(n)}1"}`) },
  { name: "digits of an exponent", request: (n) => putText(`{"N":"1E${"9".repeat(n)}"}`) },
  {
    name: "a limit of many digits",
    request: (n) => raw("Scan", `{"TableName":"Hostile","Limit":${"9".repeat(n)}}`),
  },
  {
    name: "a name of a table too long",
    sizes: [2000, 4000, 8000],
    request: (n) => ({ call: "GetItem", request: { TableName: "t".repeat(n), Key: key } }),
  },
  {
    name: "a choice nobody knows",
    request: (n) =>
      put({}) &&
      raw("PutItem", `{"TableName":"Hostile","Item":{},"ReturnValues":"${"x".repeat(n)}"}`),
  },
];

export const items = Object.entries(orders).flatMap(([order, numbers]) => [
  {
    name: `attributes, names ${order}`,
    request: (n) =>
      raw(
        "PutItem",
        `{"TableName":"Hostile","Item":{${numbers(n).map((i) => `"n${wide(i)}":{"NULL":true}`)},"pk":{"S":"a"}}}`,
      ),
  },
  {
    name: `a map, names ${order}, all alike at first`,
    request: (n) =>
      putText(`{"M":{${numbers(n).map((i) => `"${"same".repeat(10)}${wide(i)}":{"NULL":true}`)}}}`),
  },
  {
    name: `a set of texts, ${order}`,
    request: (n) => put({ v: { SS: numbers(n).map((i) => `m${wide(i)}`) } }),
  },
  {
    name: `a set of numbers, ${order}`,
    request: (n) => put({ v: { NS: numbers(n).map((i) => `${i}.5`) } }),
  },
  {
    name: `a set of binaries, ${order}`,
    request: (n) => put({ v: { BS: numbers(n).map((i) => btoa(wide(i))) } }),
  },
]);
items.push(
  {
    name: "one attribute many times",
    request: (n) =>
      raw(
        "PutItem",
        `{"TableName":"Hostile","Item":{"pk":{"S":"a"},${times(n, () => `"v":{"S":"x"}`)}}}`,
      ),
  },
  { name: "a set of equal members", request: (n) => put({ v: { SS: times(n, () => "same") } }) },
  { name: "a list", request: (n) => put({ v: { L: times(n, () => ({ N: "1" })) } }) },
  {
    name: "wide maps at every depth",
    sizes: [50, 100, 200],
    request: (n) =>
      putText(
        `${`{"M":{${times(n, (i) => `"b${i}":{"S":""}`)},"a":`.repeat(28)}{"S":""}${"}}".repeat(28)}`,
      ),
  },
  {
    name: "a start key of many attributes",
    request: (n) => ({
      call: "Scan",
      request: { ...table, ExclusiveStartKey: members(n, (i) => [`k${i}`, { S: "a" }]) },
    }),
  },
);
