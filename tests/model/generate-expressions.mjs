// Random expression trees: conditions, projections, updates and key conditions for one table.

import { indexKeyNames, plainNames } from "./generate-schema.mjs";
import { anyValue, keyValue } from "./generate-values.mjs";

const typeNames = ["S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M"];
const ordered = ["<", "<=", ">", ">="];

export class Expressions {
  constructor(random, items) {
    this.random = random;
    this.items = items;
  }

  // --- Paths --------------------------------------------------------------------------------------

  /** Leads mostly to where something may be; `names` are the attributes to begin with. */
  path(names = [...plainNames, ...plainNames, ...indexKeyNames, ...this.items.keyNames]) {
    const { random } = this;
    const path = [random.pick(names)];
    if (path[0] === "m" && random.chance(0.6)) path.push(random.pick(["a", "b", "l", "m", "size"]));
    if (path[0] === "l" && random.chance(0.6)) path.push(random.below(5));
    const last = path.at(-1);
    if (path.length > 1 && last === "l" && random.chance(0.5)) path.push(random.below(4));
    if (path.length > 1 && last === "m" && random.chance(0.5)) path.push(random.pick(["a", "b"]));
    if (random.chance(0.04)) path.push(random.pick(["a", 0]));
    return path;
  }

  /** Paths of which none leads through another, but for once in a while. */
  paths(least, most, make = () => this.path()) {
    const wanted = this.random.between(least, most);
    const paths = [];
    const careless = this.random.chance(0.02);
    for (let tries = 0; paths.length < wanted && tries < 20; tries++) {
      const path = make();
      if (careless || paths.every(([root]) => root !== path[0])) paths.push(path);
      else if (paths.every((other) => this.#areApart(path, other))) paths.push(path);
    }
    return paths;
  }

  /** Different members of one map, or elements of one list. */
  #areApart(left, right) {
    const at = left.findIndex((step, index) => step !== right[index]);
    return at > 0 && at < right.length && typeof left[at] === typeof right[at];
  }

  // --- Conditions ---------------------------------------------------------------------------------

  /** `names` are the attributes it may speak of; undefined: all. */
  condition(
    names,
    depth = this.random.weighted([
      [5, 0],
      [4, 1],
      [2, 2],
      [1, 3],
    ]),
  ) {
    const { random } = this;
    if (depth > 0) {
      const op = random.weighted([
        [3, "and"],
        [3, "or"],
        [2, "not"],
      ]);
      const part = () => this.condition(names, depth - 1);
      return op === "not" ? { op, of: part() } : { op, left: part(), right: part() };
    }
    const leaves = [
      [6, () => this.#comparison(names)],
      [1.5, () => this.#between(names)],
      [1, () => this.#in(names)],
      [1.5, () => ({ op: "attribute_exists", path: this.path(names) })],
      [1.5, () => ({ op: "attribute_not_exists", path: this.path(names) })],
      [1, () => ({ op: "attribute_type", path: this.path(names), type: random.pick(typeNames) })],
      [1, () => this.#beginsWith(names)],
      [1.5, () => this.#contains(names)],
    ];
    return random.weighted(leaves)();
  }

  #comparison(names) {
    const op = this.random.pick(["=", "=", "<>", ...ordered]);
    const path = this.path(names);
    const left = this.random.chance(0.15) ? { size: path } : { path };
    const right = this.#other(left, names, ordered.includes(op));
    return this.random.chance(0.1) ? { op, left: right, right: left } : { op, left, right };
  }

  /** What stands on the other side of `operand`. */
  #other(operand, names, mustBeOrdered) {
    if (this.random.chance(0.12)) {
      const path = this.path(names);
      const same = JSON.stringify(path) === JSON.stringify(operand.path ?? operand.size);
      if (!same || this.random.chance(0.1)) return { path };
    }
    if (operand.size) return { value: { N: String(this.random.below(4)) } };
    return { value: this.#literal(operand.path, mustBeOrdered) };
  }

  #literal(path, mustBeOrdered) {
    const value = path.length > 1 ? anyValue(this.random, 1) : this.items.valueOf(path[0]);
    const isOrdered = value.S !== undefined || value.N !== undefined || value.B !== undefined;
    if (!mustBeOrdered || isOrdered || this.random.chance(0.02)) return value;
    return this.random.pick([{ S: "ab" }, { N: "1" }, { B: "YWI=" }]);
  }

  #between(names) {
    const path = this.path(names);
    const type = this.random.pick(["S", "N", "N", "B"]);
    const bound = () => ({ value: keyValue(this.random, type) });
    const bounds = this.random.chance(0.15)
      ? [{ path: this.path(names) }, bound()]
      : [bound(), bound()];
    const [low, high] = this.#sorted(bounds);
    return { op: "between", of: this.random.chance(0.15) ? { size: path } : { path }, low, high };
  }

  /** Bounds of equal length text are fine as they come only if they are in order. */
  #sorted(bounds) {
    const [low, high] = bounds;
    if (!low.value || !high.value || this.random.chance(0.02)) return bounds;
    const order = { N: (value) => Number(value.N), S: (value) => value.S, B: (value) => value.B };
    const type = Object.keys(low.value)[0];
    const of = (bound) =>
      type === "B"
        ? Buffer.from(bound.value.B, "base64").toString("hex")
        : order[type](bound.value);
    return of(low) <= of(high) ? bounds : [high, low];
  }

  #in(names) {
    const path = this.path(names);
    return {
      op: "in",
      of: { path },
      list: this.random.list(1, 4, () => ({ value: this.#literal(path, false) })),
    };
  }

  #beginsWith(names) {
    const start = this.random.pick([{ S: "a" }, { S: "ab" }, { S: "" }, { B: "YQ==" }, { S: "é" }]);
    const odd = this.random.chance(0.02) ? { N: "1" } : start;
    return { op: "begins_with", path: this.path(names), operand: { value: odd } };
  }

  #contains(names) {
    return {
      op: "contains",
      path: this.path(names),
      operand: { value: anyValue(this.random, this.random.chance(0.2) ? 1 : 0) },
    };
  }

  // --- Updates ------------------------------------------------------------------------------------

  update() {
    const { random } = this;
    const mayTouchKeys = random.chance(0.01);
    const names = mayTouchKeys ? undefined : [...plainNames, ...plainNames, ...indexKeyNames];
    const isWild = random.chance(0.3);
    const path = () =>
      isWild || random.chance(0.15) ? this.path(names) : [random.pick(names ?? plainNames)];
    const update = { set: [], remove: [], add: [], delete: [] };
    for (const each of this.paths(1, 4, path)) {
      const kind = this.#actionOn(each, isWild);
      if (kind === "set") update.set.push({ path: each, to: this.#source(each) });
      else if (kind === "remove") update.remove.push(each);
      else update[kind].push({ path: each, value: this.#addend(each, kind, isWild) });
    }
    return update;
  }

  /** What suits the attribute; anything if the update is a wild one. */
  #actionOn([root], isWild) {
    const adds = isWild || ["n", "size", "s"].includes(root);
    const deletes = isWild || root === "s";
    const kinds = [
      [6, "set"],
      [2, "remove"],
      [adds ? 3 : 0, "add"],
      [deletes ? 2 : 0, "delete"],
    ];
    return this.random.weighted(kinds);
  }

  #addend([root], kind, isWild) {
    const { random } = this;
    if (isWild && random.chance(0.03)) return { S: "x" };
    const isNumber = isWild ? random.chance(0.5) : root !== "s";
    if (kind === "add" && isNumber) return { N: random.pick(["2.5", "-1", "1e3"]) };
    return random.pick([
      { SS: ["a", "z"] },
      { NS: ["1", "3.50"] },
      { BS: ["YQ=="] },
      { SS: ["b"] },
    ]);
  }

  #source(path) {
    const root = path[0];
    const plain = () => this.#literal(path, false);
    if (indexKeyNames.includes(root) && this.random.chance(0.9)) return { value: plain() };
    const sources = [
      [6, () => ({ value: plain() })],
      [0.6, () => ({ path: this.path([...plainNames]) })],
      [
        1.5,
        () => ({
          if_not_exists: [this.random.chance(0.7) ? path : this.path(), { value: plain() }],
        }),
      ],
      [root === "n" || root === "size" ? 6 : 0.7, () => this.#sum(path)],
      [root === "l" && path.length === 1 ? 6 : 0.5, () => this.#append(path)],
    ];
    return this.random.weighted(sources)();
  }

  #sum(path) {
    const { random } = this;
    const number = () => ({ value: random.chance(0.02) ? { S: "1" } : this.#number() });
    const left = random.weighted([
      [4, { if_not_exists: [path, number()] }],
      [1, { path }],
      [1, { path: ["n"] }],
      [2, number()],
    ]);
    const right = random.chance(0.85) ? number() : { path: random.pick([["n"], ["size"]]) };
    return { op: random.pick(["+", "-"]), left, right };
  }

  #number() {
    return { N: this.random.pick(["1", "0.1", "-2", "1E20", "1e-20", "3", "9E125"]) };
  }

  #append(path) {
    const { random } = this;
    const list = () => ({ value: { L: random.list(0, 2, () => anyValue(random, 0)) } });
    const stored = random.weighted([
      [3, { if_not_exists: [path, list()] }],
      [1, { path }],
      [1, { path: ["l"] }],
    ]);
    return { list_append: random.some([stored, list()], 2) };
  }

  // --- Key conditions -----------------------------------------------------------------------------

  /** For the table or one of its indexes: `schema` is {partition, sort}. */
  keyCondition({ partition, sort }) {
    const { random } = this;
    const value = (name) => keyValue(random, this.items.types[name]);
    const equals = Object.fromEntries(partition.map((name) => [name, value(name)]));
    const named = random.between(0, sort.length);
    for (const name of sort.slice(0, Math.max(0, named - 1))) equals[name] = value(name);
    return named === 0 ? { equals } : { equals, sort: this.#sortCondition(sort[named - 1]) };
  }

  #sortCondition(name) {
    const { random } = this;
    const type = this.items.types[name];
    const ops = ["=", ...ordered, "between", ...(type === "N" ? [] : ["begins_with"])];
    const op = random.pick(ops);
    const value = () => keyValue(random, type);
    if (op !== "between") return { name, op, values: [value()] };
    const sorted = this.#sorted([{ value: value() }, { value: value() }]);
    return { name, op, values: sorted.map((each) => each.value) };
  }
}
