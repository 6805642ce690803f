// Writes client/operations.ts, the requests and responses by operation, from the shapes of the core:
//   print_shapes | node scripts/generate-operations.mjs            writes the file
//   print_shapes | node scripts/generate-operations.mjs --check    fails when the file is behind
import { readFileSync, writeFileSync } from "node:fs";
import { json } from "node:stream/consumers";
import { format } from "prettier";

const output = new URL("../client/operations.ts", import.meta.url);

const opening = `// Requests and responses of the operations by name, for Database.call. Generated from the shapes of
// the core by scripts/generate-operations.mjs; not to be edited.

interface AttributeTypes {
  S: string;
  N: string;
  B: string;
  SS: string[];
  NS: string[];
  BS: string[];
  M: AttributeMap;
  L: AttributeValue[];
  NULL: true;
  BOOL: boolean;
}

/** One value in the form of the wire: exactly one member, binary as base64 text. */
export type AttributeValue = {
  [Type in keyof AttributeTypes]: { [Own in Type]: AttributeTypes[Own] } & {
    [Other in Exclude<keyof AttributeTypes, Type>]?: undefined;
  };
}[keyof AttributeTypes];

/** An item, or a part of one: attribute values by attribute name. */
export type AttributeMap = { [attributeName: string]: AttributeValue };
`;

const simple = {
  attributeMap: "AttributeMap",
  attributeValue: "AttributeValue",
  blob: "string",
  boolean: "boolean",
  double: "number",
  integer: "number",
  long: "number",
  timestamp: "number",
};

/** TypeScript of a shape; structures are named, and left in `structures` by name. */
function typeOf(shape, structures) {
  const { type, name } = shape;
  if (simple[type] !== undefined) return simple[type];
  if (type === "string")
    return shape.enum?.map((value) => JSON.stringify(value)).join(" | ") ?? "string";
  if (type === "list") return `Array<${typeOf(shape.element, structures)}>`;
  if (type === "map") return `{ [key: string]: ${typeOf(shape.value, structures)} }`;
  if (type !== "structure") throw new Error(`${name} has a type unknown here: ${type}`);
  if (!structures.has(name)) {
    structures.set(name, "");
    structures.set(name, structureOf(shape, structures));
  }
  return name;
}

function structureOf({ name, members = [] }, structures) {
  const lines = members.map(({ name: member, required, value }) => {
    const type = typeOf(value, structures);
    return required ? `${member}: ${type};` : `${member}?: ${type} | undefined;`;
  });
  // Not a Record of TypeScript's: the streams have a shape of that name.
  if (lines.length === 0) return `export type ${name} = { [member: string]: never };`;
  return `export interface ${name} { ${lines.join("\n")} }`;
}

/** The whole file. DynamoDB's own operations go by their names, others by their targets. */
function write({ operations }) {
  const structures = new Map();
  const rows = operations.map(({ service, name, request, response }) => {
    const key = service.startsWith("DynamoDB") ? name : JSON.stringify(`${service}.${name}`);
    const [input, output] = [request, response].map((shape) => typeOf(shape, structures));
    return `${key}: { input: ${input}; output: ${output} };`;
  });
  const table = `/** What each operation takes and gives. */
    export interface Operations { ${rows.join("\n")} }`;
  const named = [...structures].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return [opening, table, ...named].join("\n\n");
}

const text = await format(write(await json(process.stdin)), {
  parser: "typescript",
  printWidth: 100,
  quoteProps: "preserve",
});
if (!process.argv.includes("--check")) writeFileSync(output, text);
else if (readFileSync(output, "utf8") !== text) {
  console.error("client/operations.ts is behind the shapes: run scripts/generate-operations.mjs");
  process.exitCode = 1;
}
