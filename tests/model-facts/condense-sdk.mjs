// Prints what a newer AWS SDK knows of DynamoDB that the condensed service model lacks: operations,
// structures and members, without limits, as the SDK carries none. Used once per new SDK:
//
//     node tests/model-facts/condense-sdk.mjs > tests/model-facts/newer.json
import { readFileSync } from "node:fs";
import * as client from "@aws-sdk/client-dynamodb";

const model = JSON.parse(readFileSync(new URL("dynamodb.json", import.meta.url), "utf8"));
/** Kinds of the SDK's schemas: [kind, namespace, name, traits, ...]. */
const kinds = { list: 1, map: 2, structure: 3, error: -3, operation: 9 };
const simple = { 0: "string", 1: "number", 2: "boolean", 4: "timestamp", 21: "blob" };

const newer = { operations: {}, shapes: {}, members: {} };

const resolve = (schema) => (typeof schema === "function" ? schema() : schema);
/** Some members are [schema, traits]. */
const bare = (schema) => {
  const found = resolve(schema);
  return Array.isArray(found) && found.length === 2 ? resolve(found[0]) : found;
};
/** Lists and maps of simple types are their type with a bit set. */
const simpleType = (code) =>
  code >= 128 ? "map" : code >= 64 ? "list" : (simple[code] ?? "string");
const typeOf = (schema) => (Array.isArray(schema) ? schema[2] : simpleType(schema));

/** Adds what is new in a shape and in all it refers to. */
function reach(given, seen) {
  const schema = bare(given);
  if (!Array.isArray(schema) || seen.has(schema)) return;
  seen.add(schema);
  const [kind, , name, , ...rest] = schema;
  if (kind === kinds.list) reach(rest[0], seen);
  if (kind === kinds.map) rest.slice(0, 2).forEach((each) => reach(each, seen));
  if (kind !== kinds.structure) return;
  const [names, schemas] = rest;
  const types = names.map((member, at) => [member, typeOf(bare(schemas[at]))]);
  schemas.forEach((each) => reach(each, seen));
  const known = model.shapes[name];
  if (!known) newer.shapes[name] = { type: "structure", members: Object.fromEntries(types) };
  const added = known ? types.filter(([member]) => !(member in known.members)) : [];
  if (added.length > 0) newer.members[name] = Object.fromEntries(added);
}

const seen = new Set();
for (const schema of Object.values(client)) {
  if (!Array.isArray(schema) || schema[0] !== kinds.operation) continue;
  const [, , name, , input, output] = schema;
  reach(input, seen);
  reach(output, seen);
  if (model.operations[name]) continue;
  newer.operations[name] = { input: resolve(input)[2], output: resolve(output)[2] };
}

const sorted = (object) =>
  Object.fromEntries(Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1)));
const lines = (object) =>
  Object.entries(sorted(object)).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
const parts = Object.entries(newer).map(
  ([name, object]) => `"${name}": {\n${lines(object).join(",\n")}\n}`,
);
console.log(`{\n${parts.join(",\n")}\n}`);
