// Attribute values in their JSON form, {"S": "a"}: stored form, equality, order, billed size. The
// model keeps values as plain JSON in one canonical spelling, so that equal values have equal texts.

import { compareDecimals, decimalSize, decimalText, parseDecimal } from "./decimal.mjs";

export const typeOf = (value) => Object.keys(value)[0];
export const isSet = (value) => ["SS", "NS", "BS"].includes(typeOf(value));

/** As the service gives it back: canonical numbers, members of sets and names of maps sorted. */
export function canonical(value) {
  const type = typeOf(value);
  const content = value[type];
  if (type === "N") return { N: decimalText(parseDecimal(content)) };
  if (type === "L") return { L: content.map(canonical) };
  if (type === "M") return { M: canonicalItem(content) };
  if (type === "NS") return { NS: content.map((each) => canonical({ N: each }).N).sort() };
  if (type === "SS" || type === "BS") return { [type]: [...content].sort() };
  return { [type]: content };
}

export function canonicalItem(item) {
  const names = Object.keys(item).sort();
  return Object.fromEntries(names.map((name) => [name, canonical(item[name])]));
}

/** REQUIRES: both canonical. */
export const equal = (left, right) => JSON.stringify(left) === JSON.stringify(right);

export const bytesOf = (value) =>
  Buffer.from(value.B ?? value.S, value.B === undefined ? "utf8" : "base64");

/** Negative, zero or positive, for two strings, numbers or binaries; undefined for anything else. */
export function compare(left, right) {
  const type = typeOf(left);
  if (type !== typeOf(right)) return undefined;
  if (type === "N") return compareDecimals(parseDecimal(left.N), parseDecimal(right.N));
  if (type === "S" || type === "B") return Buffer.compare(bytesOf(left), bytesOf(right));
  return undefined;
}

const total = (list, size) => list.reduce((sum, each) => sum + size(each), 0);

/** Billed bytes of one value (developer guide, CapacityUnitCalculations). */
export function sizeOf(value) {
  const type = typeOf(value);
  const content = value[type];
  if (type === "N") return decimalSize(parseDecimal(content));
  if (type === "S" || type === "B") return bytesOf(value).length;
  if (type === "L") return 3 + content.length + total(content, sizeOf);
  if (type === "M") return 3 + Object.keys(content).length + itemSize(content);
  if (isSet(value)) return total(content, (member) => sizeOf({ [type[0]]: member }));
  return 1; // BOOL and NULL
}

/** Billed bytes of names and values together. */
export const itemSize = (item) =>
  total(Object.entries(item), ([name, value]) => Buffer.byteLength(name) + sizeOf(value));
