// One table of the model: its items, and its indexes worked out anew from the items whenever somebody
// looks. Also what keeps an item out of it: keys, index keys, size.

import { compare, equal, itemSize, typeOf } from "./values.mjs";

const itemBytesMax = 409600;

export class ModelTable {
  /** @param {object} input what CreateTable was given */
  constructor(input) {
    this.name = input.TableName;
    this.types = Object.fromEntries(
      input.AttributeDefinitions.map((each) => [each.AttributeName, each.AttributeType]),
    );
    this.schema = keysOf(input.KeySchema);
    this.indexes = [
      ...(input.GlobalSecondaryIndexes ?? []).map((each) => indexOf(each, "global")),
      ...(input.LocalSecondaryIndexes ?? []).map((each) => indexOf(each, "local")),
    ];
    this.items = new Map();
    this.version = 0;
    this.tokens = new Map();
    this.known = new Map();
  }

  // --- Items --------------------------------------------------------------------------------------

  /** The text under which the item with these attributes is kept. */
  idOf = (item) => JSON.stringify(this.schema.names.map((name) => item[name]));

  get = (key) => this.items.get(this.idOf(key));

  /** Puts `after` where `key` says, or takes away what is there. */
  write(key, after) {
    this.version += 1;
    if (after) this.items.set(this.idOf(key), after);
    else this.items.delete(this.idOf(key));
  }

  keyOf = (item) => pickNames(item, this.schema.names);

  // --- Indexes ------------------------------------------------------------------------------------

  index = (name) => this.indexes.find((each) => each.name === name);

  /** Whether the index holds the attribute at all. */
  projects(index, name) {
    if (index === undefined || index.projection === "ALL") return true;
    return [...this.schema.names, ...index.names, ...index.include].includes(name);
  }

  /** The item's entry; undefined if a key attribute is missing, or is no key. */
  entryOf(index, item) {
    if (item === undefined || !index.names.every(this.#fits(item))) return undefined;
    const held = Object.keys(item).filter((name) => this.projects(index, name));
    return pickNames(item, held);
  }

  /** What a Query or Scan of the index (or of the table, if undefined) walks over, in any order. */
  rows(index) {
    const items = [...this.items.values()];
    if (index === undefined) return items.map((item) => ({ entry: item, item }));
    const rows = items.map((item) => ({ entry: this.entryOf(index, item), item }));
    return rows.filter(({ entry }) => entry !== undefined);
  }

  /** The names that make up a last evaluated key. */
  startKeyNames = (index) => [...new Set([...(index?.names ?? []), ...this.schema.names])];

  /** Negative, zero or positive by the sort key attributes alone. */
  compareSort(schema, left, right) {
    for (const name of schema.sort) {
      const order = compare(left[name], right[name]);
      if (order !== 0) return order;
    }
    return 0;
  }

  // --- What keeps an item out ---------------------------------------------------------------------

  /** Faults of a whole item; `batch` words a wrong key as BatchWriteItem does. */
  itemFaults(item, batch = false) {
    const faults = [];
    for (const name of this.schema.names) {
      const type = this.types[name];
      const fits = item[name] !== undefined && typeOf(item[name]) === type;
      if (!fits && batch) faults.push(schemaMismatch);
      else if (item[name] === undefined) faults.push(missingKey(name));
      else if (typeOf(item[name]) !== type) faults.push(wrongKey(name, type, typeOf(item[name])));
      else if (isEmpty(item[name])) faults.push(`${emptyKey(type)} Key: ${name}`);
    }
    return faults;
  }

  /** Faults of a key as GetItem, UpdateItem and DeleteItem take it. */
  keyFaults(key) {
    const names = Object.keys(key);
    const fits =
      names.length === this.schema.names.length && this.schema.names.every(this.#fits(key));
    if (!fits) return [schemaMismatch];
    const empty = names.filter((name) => isEmpty(key[name]));
    return empty.map((name) => `${emptyKey(this.types[name])} Key: ${name}`);
  }

  #fits = (key) => (name) => key[name] !== undefined && typeOf(key[name]) === this.types[name];

  /** Faults of document paths: no path leads into a key attribute. */
  pathFaults(paths) {
    const sentence =
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ";
    const nested = paths.filter((path) => path.length > 1).map(([root]) => root);
    const into = nested.filter((name) => this.types[name] !== undefined);
    return into.map((name) => {
      const kind = this.schema.names.includes(name) ? "Key" : "IndexKey";
      return `${sentence}${kind}: ${name}`;
    });
  }

  /** Faults of the index keys in an item, worded as PutItem does. */
  indexKeyFaults(item) {
    return this.#indexKeys(item).flatMap(({ index, name, value, type }) => {
      const actual = typeOf(value);
      if (actual !== type) return [wrongIndexKey(index, name, type, actual)];
      const where = `IndexName: ${index.name}, IndexKey: ${name}`;
      return isEmpty(value) ? [`${emptyIndexKey(type)} ${where}`] : [];
    });
  }

  /** The same of what an update is known to make of them, before the item is looked at. */
  knownIndexKeyFaults(outcomeOf) {
    return this.indexes.flatMap((index) =>
      index.names.flatMap((name) => {
        const { type: actual, value } = outcomeOf(name);
        const type = this.types[name];
        if (actual && actual !== type) return [wrongIndexKey(index, name, type, actual)];
        return value && isEmpty(value) ? [emptyUpdatedIndexKey(type)] : [];
      }),
    );
  }

  /** The same of what an update made of them, in its own words. */
  updatedIndexKeyFaults(before, after) {
    const sentence =
      "The update expression attempted to update the secondary index key to unsupported type";
    const changed = ({ name, value }) => !before?.[name] || !equal(before[name], value);
    const touched = this.#indexKeys(after).filter(changed);
    return touched.flatMap(({ value, type }) => {
      if (typeOf(value) !== type) return [sentence];
      return isEmpty(value) ? [emptyUpdatedIndexKey(type)] : [];
    });
  }

  /** Every index key attribute that the item has, once for each index. */
  #indexKeys(item) {
    return this.indexes.flatMap((index) =>
      index.names
        .filter((name) => item[name] !== undefined)
        .map((name) => ({ index, name, value: item[name], type: this.types[name] })),
    );
  }

  /** Whether the item is over 400 KB, alone or with its entries in local indexes. */
  isTooLarge(item) {
    const local = this.indexes.filter(({ kind }) => kind === "local");
    const entries = local.map((index) => this.entryOf(index, item)).filter(Boolean);
    return [item, ...entries].reduce((sum, each) => sum + itemSize(each), 0) > itemBytesMax;
  }
}

function keysOf(keySchema) {
  const ofType = (type) =>
    keySchema.filter((each) => each.KeyType === type).map((each) => each.AttributeName);
  const [partition, sort] = [ofType("HASH"), ofType("RANGE")];
  return { partition, sort, names: [...partition, ...sort] };
}

function indexOf({ IndexName, KeySchema, Projection }, kind) {
  const { ProjectionType, NonKeyAttributes = [] } = Projection;
  return {
    name: IndexName,
    kind,
    ...keysOf(KeySchema),
    projection: ProjectionType,
    include: NonKeyAttributes,
  };
}

export const pickNames = (item, names) =>
  Object.fromEntries(
    names.filter((name) => item[name] !== undefined).map((name) => [name, item[name]]),
  );

const isEmpty = (value) => value.S === "" || value.B === "";

const schemaMismatch = "The provided key element does not match the schema";
const missingKey = (name) =>
  `One or more parameter values were invalid: Missing the key ${name} in the item`;
const wrongKey = (name, type, actual) =>
  "One or more parameter values were invalid: " +
  `Type mismatch for key ${name} expected: ${type} actual: ${actual}`;

const wrongIndexKey = (index, name, type, actual) =>
  `One or more parameter values were invalid: Type mismatch for Index Key ${name} ` +
  `Expected: ${type} Actual: ${actual} IndexName: ${index.name}`;

const kindOf = (type) => (type === "B" ? "binary" : "string");
const emptyValue = (type) =>
  `The AttributeValue for a key attribute cannot contain an empty ${kindOf(type)} value.`;
const emptyKey = (type) => `One or more parameter values are not valid. ${emptyValue(type)}`;
const emptyIndexKey = (type) =>
  "One or more parameter values are not valid. " +
  `A value specified for a secondary index key is not supported. ${emptyValue(type)}`;
const emptyUpdatedIndexKey = (type) =>
  "One or more parameter values are not valid. The update expression attempted to update a " +
  `secondary index key to a value that is not supported. ${emptyValue(type)}`;
