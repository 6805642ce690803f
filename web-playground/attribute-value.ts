// Attribute values for the eye: how a cell of the items table shows each of DynamoDB's ten types,
// and values made from what somebody types for a key.

/** A value as the wire carries it: one member, named by its type. */
export type AttributeValue = { [type: string]: unknown };
export type Item = Record<string, AttributeValue>;
export type KeyType = "S" | "N" | "B";

/** One line of text for a value, and the type that colours it. */
export function describeValue(value: AttributeValue): { type: string; text: string } {
  const [type = "?", content] = Object.entries(value)[0] ?? [];
  return { type, text: describeContent(type, content) };
}

function describeContent(type: string, content: unknown): string {
  switch (type) {
    case "S":
    case "N":
      return String(content);
    case "BOOL":
      return content === true ? "true" : "false";
    case "NULL":
      return "null";
    case "B":
      return describeBinary(String(content));
    case "SS":
    case "NS":
      return `{ ${(content as string[]).join(", ")} }`;
    case "BS":
      return `{ ${(content as string[]).map(describeBinary).join(", ")} }`;
    case "L":
      return `[ ${(content as AttributeValue[]).map((each) => describeValue(each).text).join(", ")} ]`;
    case "M":
      return describeMap(content as Item);
    default:
      return JSON.stringify(content);
  }
}

function describeMap(map: Item): string {
  const members = Object.entries(map).map(([name, each]) => `${name}: ${describeValue(each).text}`);
  return members.length === 0 ? "{ }" : `{ ${members.join(", ")} }`;
}

function describeBinary(base64: string): string {
  const padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
  const size = (base64.length / 4) * 3 - padding;
  return `${base64.slice(0, 16)}${base64.length > 16 ? "…" : ""} (${size} bytes)`;
}

/** What somebody typed, as a value of a key attribute; binary keys are typed in base64. */
export function keyValue(type: KeyType, typed: string): AttributeValue {
  return { [type]: typed };
}

const placeholders = { S: "text", N: "0", B: "AAEC" } as const;

/** An example value of a key's type, for templates. */
export function exampleValue(type: KeyType): AttributeValue {
  return { [type]: placeholders[type] };
}
