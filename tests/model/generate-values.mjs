// Random values and items from narrow domains, so that keys collide, comparisons meet equal values,
// and updates find what they expect.

import { indexKeyNames, plainNames } from "./generate-schema.mjs";

const keyDomain = {
  S: ["a", "b", "ab", "é", "abc"],
  N: ["1", "1.0", "2", "-3", "10", "0.5", "1e1", "0"],
  B: ["YQ==", "YWI=", "/w==", "AA==", "YQD/"],
};
const strings = ["", "a", "b", "ab", "abc", "é", "𝄞z", "z".repeat(40), "k".repeat(700)];
const smallNumbers = ["0", "1", "2", "3", "-1", "1.5", "10", "01.50", "-0", "2E1"];
const extremeNumbers = [
  "9.9999999999999999999999999999999999999E+125",
  "1E-130",
  "12345678901234567890123456789012345678",
  "0.00000000000000000000000000000000000001",
  "-99999999999999999999999999999999999999",
  "1e60",
  ".5",
  "5.",
];
const binaries = ["", "AA==", "YQ==", "YWI=", "/w==", "YQD/"];

export const keyValue = (random, type) => ({ [type]: random.pick(keyDomain[type]) });

function number(random) {
  return random.pick(random.chance(0.06) ? extremeNumbers : smallNumbers);
}

function set(random) {
  const type = random.pick(["SS", "NS", "BS"]);
  const domain = { SS: ["a", "b", "c", "é"], NS: ["1", "2", "3.5", "-1"], BS: binaries.slice(1) };
  return { [type]: random.some(domain[type], random.between(1, 3)) };
}

/** A scalar or, while `depth` allows, a container. */
export function anyValue(random, depth = 2) {
  const kinds = [
    [5, () => ({ S: random.pick(strings) })],
    [5, () => ({ N: number(random) })],
    [1, () => ({ B: random.pick(binaries) })],
    [1, () => ({ BOOL: random.chance(0.5) })],
    [0.5, () => ({ NULL: true })],
    [1.5, () => set(random)],
    [depth > 0 ? 2 : 0, () => map(random, depth - 1)],
    [depth > 0 ? 2 : 0, () => list(random, depth - 1)],
  ];
  return random.weighted(kinds)();
}

function map(random, depth) {
  const names = random.some(["a", "b", "l", "m", "size"], random.between(0, 3));
  return {
    M: Object.fromEntries(names.map((name) => [name, valueFor(random, name, depth)])),
  };
}

function list(random, depth) {
  return { L: random.list(0, 4, () => anyValue(random, depth)) };
}

/** A value for an attribute of this name: some names lean to one type. */
export function valueFor(random, name, depth = 2) {
  if (random.chance(0.12)) return anyValue(random, depth);
  if (name === "m" && depth > 0) return map(random, depth - 1);
  if (name === "l" && depth > 0) return list(random, depth - 1);
  if (name === "n" || name === "size") return { N: number(random) };
  return name === "s" ? set(random) : anyValue(random, depth);
}

/** Values for items of one table. */
export class Items {
  constructor(random, schema) {
    this.random = random;
    this.schema = schema;
    const { AttributeDefinitions, KeySchema } = schema.input;
    this.types = Object.fromEntries(
      AttributeDefinitions.map((each) => [each.AttributeName, each.AttributeType]),
    );
    this.keyNames = KeySchema.map((each) => each.AttributeName);
  }

  /** A key that fits, or once in a while one that does not. */
  key() {
    const fits = Object.fromEntries(
      this.keyNames.map((name) => [name, keyValue(this.random, this.types[name])]),
    );
    return this.random.chance(0.015) ? this.#spoiled(fits) : fits;
  }

  #spoiled(key) {
    const [first] = this.keyNames;
    return this.random.pick([
      { ...key, extra: { S: "x" } },
      { ...key, [first]: { BOOL: true } },
      { ...key, [first]: this.types[first] === "N" ? { S: "1" } : { [this.types[first]]: "" } },
      Object.fromEntries(Object.entries(key).slice(1)),
    ]);
  }

  item() {
    const item = this.key();
    delete item.extra;
    for (const name of indexKeyNames) {
      if (this.random.chance(0.75)) item[name] = this.indexKeyValue(name);
    }
    for (const name of this.random.some(plainNames, this.random.between(1, 8))) {
      item[name] = valueFor(this.random, name);
    }
    if (this.schema.isLarge) item.large = { S: "x".repeat(this.#largeSize()) };
    return item;
  }

  #largeSize = () =>
    this.random.weighted([
      [2, 50000],
      [5, 100000],
      [4, 250000],
      [0.5, 450000],
    ]);

  /** Of the right type, but for once in a while. */
  indexKeyValue(name) {
    const type = this.types[name];
    if (type === undefined) return anyValue(this.random, 0);
    if (!this.random.chance(0.02)) return keyValue(this.random, type);
    return this.random.pick([{ BOOL: true }, { S: "" }, { N: "7" }, { L: [] }]);
  }

  /** A value that suits the attribute, whatever it is. */
  valueOf(name) {
    if (this.keyNames.includes(name)) return keyValue(this.random, this.types[name]);
    return indexKeyNames.includes(name) ? this.indexKeyValue(name) : valueFor(this.random, name);
  }
}
