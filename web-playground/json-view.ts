// JSON for the eye: indented text, and the same with its parts coloured. Colouring makes text nodes
// and spans; very long texts stay plain, as a hundred thousand spans would stop the page.
import { element } from "./dom.ts";

const colouredLengthMax = 200_000;
const lineLengthMax = 64;
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The same JSON, indented; text that is no JSON stays as it is. */
export function indentJson(text: string): string {
  try {
    return layOut(JSON.parse(text));
  } catch {
    return text;
  }
}

/** A value as JSON: its members on lines of their own, what is inside them on one if it fits. */
export function layOut(value: unknown, margin = ""): string {
  const line = oneLine(value);
  const fits = margin.length + line.length <= lineLengthMax;
  const isOutermost = margin === "" && line.length > 2;
  if (typeof value !== "object" || value === null || (fits && !isOutermost)) return line;
  const inner = `${margin}  `;
  if (Array.isArray(value)) {
    const members = value.map((each) => `${inner}${layOut(each, inner)}`);
    return `[\n${members.join(",\n")}\n${margin}]`;
  }
  const members = Object.entries(value).map(
    ([name, each]) => `${inner}${JSON.stringify(name)}: ${layOut(each, inner)}`,
  );
  return `{\n${members.join(",\n")}\n${margin}}`;
}

function oneLine(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  const members = Object.entries(value).map(
    ([name, each]) => `${JSON.stringify(name)}: ${oneLine(each)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Indented and coloured JSON. */
export function jsonView(text: string): HTMLPreElement {
  const indented = indentJson(text);
  const view = element("pre", { class: "json", tabIndex: 0 });
  if (indented.length > colouredLengthMax) view.append(indented);
  else view.append(...colour(indented));
  return view;
}

function* colour(text: string): Generator<Node | string> {
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, quoted, colon, word] = match;
    const literal = quoted ?? whole;
    yield text.slice(end, match.index);
    yield element("span", { class: tokenClass(quoted, colon, word) }, literal);
    if (colon !== undefined) yield colon;
    end = match.index + whole.length;
  }
  yield text.slice(end);
}

function tokenClass(quoted?: string, colon?: string, word?: string): string {
  if (colon !== undefined) return "json-name";
  if (quoted !== undefined) return "json-string";
  return word === undefined ? "json-number" : "json-word";
}

/** What is wrong with a JSON text, with the line it is on; undefined if nothing is. */
export function findJsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    if (position === undefined || message.includes("line")) return message;
    const line = text.slice(0, Number(position)).split("\n").length;
    return `${message} (line ${line})`;
  }
}
