// GetItem, Query and Scan in the model. The order in which a scan meets partitions, and index entries
// of equal keys each other, is the service's own: `order` brings what it was seen to be.

import { conditionFaults, conditionPaths, holds } from "./conditions.mjs";
import { readUnits, Tally } from "./model-capacity.mjs";
import { pickNames } from "./model-table.mjs";
import { validation } from "./model-writes.mjs";
import { anyClash, project } from "./paths.mjs";
import { canonical, canonicalItem, compare, equal, itemSize, typeOf } from "./values.mjs";

const pageBytesMax = 1024 * 1024;

export const projectionFaults = (projection) =>
  projection && anyClash(projection)
    ? [/^Two document paths (overlap|conflict) with each other; must remove or rewrite /]
    : [];

export function getItem(table, { input, projection }) {
  const faults = [
    ...projectionFaults(projection),
    ...table.keyFaults(canonicalItem(input.Key)),
    ...table.pathFaults(projection ?? []),
  ];
  if (faults.length > 0) return validation(faults);
  const item = table.get(canonicalItem(input.Key));
  const tally = new Tally(table);
  tally.units = readUnits(item ? itemSize(item) : 0, input.ConsistentRead);
  return {
    answer: {
      Item: item && shown(item, projection),
      ConsumedCapacity: tally.tell(input.ReturnConsumedCapacity),
    },
  };
}

export const shown = (item, projection) => (projection ? project(item, projection) : item);

/**
 * One page. `read` is {input, projection, filter, key}, where `key` is the key condition of a Query:
 * {equals: {name: value}, sort?: {name, op, values}}. `order` lists ids of items as the service walks
 * them; a Query of the table needs none.
 */
export function readPage(table, read, order) {
  const { input } = read;
  const index = table.index(input.IndexName);
  const faults = pageFaults(table, index, read);
  if (faults.length > 0) return validation(faults);
  const rows = walked(table, index, read, order);
  const { evaluated, last } = cutPage(rows, isOneRow(table, read) ? Infinity : input.Limit);
  const needsTable = fetches(table, index, read);
  const fetched = needsTable ? evaluated : [];
  const found = evaluated.map(({ entry, item }) => (needsTable ? item : entry));
  const passed = found.filter((each) => !read.filter || holds(read.filter, each));
  const items = passed.map((each) => shown(each, read.projection));
  return {
    answer: {
      Items: input.Select === "COUNT" ? undefined : items,
      Count: passed.length,
      ScannedCount: evaluated.length,
      LastEvaluatedKey: last && pickNames(last.entry, table.startKeyNames(index)),
      ConsumedCapacity: charge(table, index, { evaluated, fetched }, input),
    },
  };
}

/** All rows that the page may evaluate, in order and behind the start key. */
function walked(table, index, read, order) {
  const { input, key } = read;
  const schema = index ?? table.schema;
  let rows = table.rows(index);
  if (order) {
    const rank = new Map(order.map((id, at) => [id, at]));
    rows = rows.filter(({ item }) => rank.has(table.idOf(item)));
    rows.sort((left, right) => rank.get(table.idOf(left.item)) - rank.get(table.idOf(right.item)));
  }
  if (key) rows = rows.filter(({ entry }) => matches(key, entry));
  if (!order) rows.sort((left, right) => table.compareSort(schema, left.entry, right.entry));
  if (input.ScanIndexForward === false) rows.reverse();
  if (!input.ExclusiveStartKey) return rows;
  return behind(table, rows, canonicalItem(input.ExclusiveStartKey), !order && input);
}

/** The rows behind the start key: by its place if it is there, else by its sort key. */
function behind(table, rows, startKey, { ScanIndexForward = true } = {}) {
  const start = table.idOf(startKey);
  const at = rows.findIndex(({ item }) => table.idOf(item) === start);
  if (at >= 0) return rows.slice(at + 1);
  const direction = ScanIndexForward ? 1 : -1;
  return rows.filter(({ item }) => direction * table.compareSort(table.schema, item, startKey) > 0);
}

export function matches({ equals, sort }, entry) {
  const sameParts = Object.entries(equals).every(([name, value]) =>
    equal(entry[name], canonical(value)),
  );
  if (!sameParts || !sort) return sameParts;
  const path = [sort.name];
  const [first, second] = sort.values.map((value) => ({ value }));
  if (sort.op === "between") {
    return holds({ op: "between", of: { path }, low: first, high: second }, entry);
  }
  if (sort.op === "begins_with") return holds({ op: "begins_with", path, operand: first }, entry);
  return holds({ op: sort.op, left: { path }, right: first }, entry);
}

/** Stops at the limit of evaluated items, or at the item with which they reach 1 MB. */
function cutPage(rows, limit = Infinity) {
  const evaluated = [];
  let bytes = 0;
  for (const row of rows) {
    evaluated.push(row);
    bytes += itemSize(row.entry);
    if (evaluated.length === limit || bytes >= pageBytesMax) return { evaluated, last: row };
  }
  return { evaluated, last: undefined };
}

/** Whether the key condition gives the whole primary key: such a page has no other behind it. */
const isOneRow = (table, { input, key }) =>
  key !== undefined &&
  input.IndexName === undefined &&
  (key.sort?.op === "=" || table.schema.sort.length === 0);

/** Whether a local index has to fetch from the table what it does not hold. */
function fetches(table, index, { input, projection = [] }) {
  if (index?.kind !== "local" || index.projection === "ALL") return false;
  if (input.Select === "ALL_ATTRIBUTES") return true;
  return projection.some(([name]) => !table.projects(index, name));
}

function charge(table, index, { evaluated, fetched }, { ConsistentRead, ReturnConsumedCapacity }) {
  const tally = new Tally(table);
  const bytes = evaluated.reduce((sum, { entry }) => sum + itemSize(entry), 0);
  if (index) tally.addIndex(index, readUnits(bytes, ConsistentRead));
  else tally.units += readUnits(bytes, ConsistentRead);
  for (const { item } of fetched) tally.units += readUnits(itemSize(item), ConsistentRead);
  return tally.tell(ReturnConsumedCapacity);
}

// --- What refuses a page ----------------------------------------------------------------------------

function pageFaults(table, index, read) {
  const stages = [expressionFaults, indexFaults, keyFaults, attributeFaults, startFaults];
  return stages.flatMap((stage) => stage(read, table, index));
}

const expressionFaults = ({ filter, projection }) => [
  ...(filter ? conditionFaults(filter) : []),
  ...projectionFaults(projection),
];

function indexFaults({ input }, table, index) {
  if (input.IndexName && !index) {
    return [`The table does not have the specified index: ${input.IndexName}`];
  }
  const consistent = index?.kind === "global" && input.ConsistentRead;
  return consistent ? ["Consistent reads are not supported on global secondary indexes"] : [];
}

function keyFaults({ key }, table) {
  if (!key) return [];
  const values = Object.entries(key.equals);
  for (const value of key.sort?.values ?? []) values.push([key.sort.name, value]);
  const wrong = values.some(([name, value]) => typeOf(value) !== table.types[name]);
  if (wrong) {
    return [
      "One or more parameter values were invalid: Condition parameter type does not match schema type",
    ];
  }
  if (key.sort?.op === "between") {
    const order = compare(canonical(key.sort.values[0]), canonical(key.sort.values[1]));
    if (order > 0) return [/The BETWEEN operator requires upper bound to be greater/];
  }
  const empty = values.filter(([, value]) => value.S === "" || value.B === "");
  return empty.map(
    ([name]) => new RegExp(`cannot contain an empty (string|binary) value. Key: ${name}$`),
  );
}

function attributeFaults({ input, filter, projection = [], key }, table, index) {
  const held = (name) => table.projects(index, name);
  const paths = filter ? conditionPaths(filter) : [];
  const names = paths.map(([root]) => root);
  const keys = (index ?? table.schema).names;
  const onKey = key ? names.filter((name) => keys.includes(name)) : [];
  const sentence = "Filter Expression can only contain non-primary key attributes";
  const faults = onKey.map((name) => `${sentence}: Primary key attribute: ${name}`);
  faults.push(...table.pathFaults([...paths, ...projection]));
  const asked = projection.some(([name]) => !held(name));
  const filtered = key !== undefined && names.some((name) => !held(name));
  const all = input.Select === "ALL_ATTRIBUTES" && index?.projection !== "ALL";
  if (filtered || (index?.kind === "global" && (asked || all))) {
    faults.push(/^One or more parameter values were invalid: /);
  }
  return faults;
}

function startFaults({ input, key }, table, index) {
  const start = input.ExclusiveStartKey;
  if (!start || !key || index) return [];
  const at = canonicalItem(start);
  if (!matches({ equals: {}, sort: key.sort }, at)) {
    return ["The provided starting key does not match the range key predicate"];
  }
  const oneRow = ["The query can return at most one row and cannot be restarted"];
  const isOne = isOneRow(table, { input, key });
  if (isOne && key.sort) return oneRow;
  if (!matches({ equals: key.equals }, at)) {
    return ["The provided starting key is outside query boundaries based on provided conditions"];
  }
  return isOne ? oneRow : [];
}
