// Update expressions as trees, applied to an item. Every right-hand side sees the item as it was, and
// so do all list positions; what is removed and appended moves only at the end.
//
//   update := {set: [{path, to: source}], remove: [path], add: [{path, value}], delete: [{path, value}]}
//   source := operand | {op: "+" | "-", left: operand, right: operand}
//   operand := {path} | {value} | {if_not_exists: [path, operand]} | {list_append: [operand, operand]}

import { addDecimals, decimalFault, decimalText, negateDecimal, parseDecimal } from "./decimal.mjs";
import { anyClash, find, project } from "./paths.mjs";
import { canonical, canonicalItem, isSet, typeOf } from "./values.mjs";

const missingAttribute =
  "The provided expression refers to an attribute that does not exist in the item";
const wrongType = "An operand in the update expression has an incorrect data type";
const invalidPath = "The document path provided in the update expression is invalid for update";

const removed = Symbol("removed");

export function updatePaths({ set, remove, add, delete: taken }) {
  return [...[...set, ...add, ...taken].map(({ path }) => path), ...remove];
}

/** Every path on a right-hand side. */
export const sourcePaths = ({ set }) => set.flatMap(({ to }) => pathsOf(to));

function pathsOf(to) {
  if (to.op) return [to.left, to.right].flatMap(pathsOf);
  if (to.list_append) return to.list_append.flatMap(pathsOf);
  if (to.if_not_exists) return [to.if_not_exists[0], ...pathsOf(to.if_not_exists[1])];
  return to.path ? [to.path] : [];
}

/** What the expression writes into `item`: {item} or {faults}: every sentence that may refuse it. */
export function applyUpdate(update, item) {
  const faults = [];
  const noting = (outcome) => {
    faults.push(...(outcome.faults ?? []));
    return outcome.value;
  };
  const writes = [
    ...update.set.map(({ path, to }) => ({ path, value: noting(source(to, item)) })),
    ...update.add.map(({ path, value }) => ({ path, value: noting(add(path, value, item)) })),
    ...update.delete.map((each) => ({ ...each, value: noting(takeOut(each, item)) })),
    ...update.remove.map((path) => ({ path, value: removed })),
  ];
  const draft = structuredClone(item);
  for (const { path, value } of writes) {
    if (!place(draft, path, value ?? removed)) faults.push(invalidPath);
  }
  return faults.length > 0 ? { faults } : { item: canonicalItem(settle({ M: draft }).M) };
}

const good = (value) => ({ value });
const bad = (...faults) => ({ faults });

function source(to, item) {
  if (to.op === undefined) return operand(to, item);
  const [left, right] = both([to.left, to.right], "N", item);
  return left.value && right.value
    ? sum(left.value, right.value, to.op === "-")
    : bad(...left.faults, ...right.faults);
}

/** Two operands that must be of one type; which of them is looked at first is left open. */
function both(operands, type, item) {
  return operands.map((each) => {
    const found = operand(each, item);
    if (found.faults) return found;
    return found.value[type] === undefined ? bad(wrongType) : { ...found, faults: [] };
  });
}

function operand(given, item) {
  if (given.value) return good(canonical(given.value));
  if (given.if_not_exists) {
    const [path, otherwise] = given.if_not_exists;
    const there = find(item, path);
    return there === undefined ? operand(otherwise, item) : good(there);
  }
  if (given.list_append) return append(given.list_append, item);
  const value = find(item, given.path);
  return value === undefined ? bad(missingAttribute) : good(value);
}

function append(operands, item) {
  const [first, second] = both(operands, "L", item);
  if (!first.value || !second.value) return bad(...first.faults, ...second.faults);
  return good({ L: [...first.value.L, ...second.value.L] });
}

function sum(left, right, minus) {
  if (left.N === undefined || right.N === undefined) return bad(wrongType);
  const other = parseDecimal(right.N);
  const result = addDecimals(parseDecimal(left.N), minus ? negateDecimal(other) : other);
  const fault = decimalFault(result);
  return fault ? bad(fault) : good({ N: decimalText(result) });
}

function add(path, value, item) {
  const given = canonical(value);
  const old = find(item, path);
  if (old === undefined) return good(given);
  if (given.N !== undefined) return sum(old, given, false);
  const type = typeOf(given);
  if (typeOf(old) !== type) return bad(wrongType);
  return good(canonical({ [type]: [...new Set([...old[type], ...given[type]])] }));
}

/** DELETE: a set that loses its last member goes away; where there is no set, nothing happens. */
function takeOut({ path, value }, item) {
  const given = canonical(value);
  const type = typeOf(given);
  const old = find(item, path);
  if (old === undefined) return good(undefined);
  if (!isSet(old) || typeOf(old) !== type) return bad(wrongType);
  const left = old[type].filter((member) => !given[type].includes(member));
  return good(left.length > 0 ? { [type]: left } : undefined);
}

/** Puts the value under the path of the draft; false if the path leads nowhere. */
function place(draft, path, value) {
  const parent = path.length === 1 ? { M: draft } : find(draft, path.slice(0, -1));
  const last = path.at(-1);
  if (typeof last === "number" ? !parent?.L : !parent?.M) return false;
  if (typeof last === "string") {
    if (value === removed) delete parent.M[last];
    else parent.M[last] = value;
  } else if (last < parent.L.length) {
    parent.L[last] = value;
  } else if (value !== removed) {
    parent.appended = [...(parent.appended ?? []), { at: last, value }];
  }
  return true;
}

/** Takes out what was removed and appends, in the order of their positions, what was set behind ends. */
function settle(value) {
  if (value.M) {
    const entries = Object.entries(value.M).map(([name, each]) => [name, settle(each)]);
    return { M: Object.fromEntries(entries) };
  }
  if (!value.L) return value;
  const appended = (value.appended ?? []).toSorted((left, right) => left.at - right.at);
  const kept = value.L.filter((each) => each !== removed).map(settle);
  return { L: [...kept, ...appended.map((each) => each.value)] };
}

/** What UPDATED_OLD and UPDATED_NEW tell: the touched paths as they are in `item`. */
export const touched = (update, item) => project(item, updatePaths(update));

/** What the attribute will be, as far as the expression alone tells: {type?, value?}. */
export function knownOutcome(update, name) {
  const isIt = ({ path }) => path.length === 1 && path[0] === name;
  const set = update.set.find(isIt)?.to;
  const value = set?.value ?? [...update.add, ...update.delete].find(isIt)?.value;
  if (value) return { type: typeOf(value), value: set && value };
  if (set?.op) return { type: "N" };
  return set?.list_append ? { type: "L" } : {};
}

// --- What is wrong with an update whatever the item -----------------------------------------------

/** Every sentence that may refuse the update; an empty list if it is a good one. */
export function updateFaults(update) {
  const faults = update.set.flatMap(({ to }) => sourceFaults(to));
  if (anyClash(updatePaths(update))) {
    faults.push(/^Two document paths (overlap|conflict) with each other; must remove or rewrite /);
  }
  const badAdd = update.add.filter(({ value }) => !value.N && !isSet(value));
  const badDelete = update.delete.filter(({ value }) => !isSet(value));
  const sentence = /^Incorrect operand type for operator or function; /;
  return [...faults, ...[...badAdd, ...badDelete].map(() => sentence)];
}

function sourceFaults(to) {
  if (to.op) return [to.left, to.right].flatMap((each) => literalFaults(to.op, "N", each));
  if (to.list_append)
    return to.list_append.flatMap((each) => literalFaults("list_append", "L", each));
  return to.if_not_exists ? sourceFaults(to.if_not_exists[1]) : [];
}

function literalFaults(op, type, given) {
  if (!given.value) return sourceFaults(given);
  if (typeOf(given.value) === type) return [];
  const sentence = "Incorrect operand type for operator or function; operator or function: ";
  return [`${sentence}${op}, operand type: ${typeOf(given.value)}`];
}
