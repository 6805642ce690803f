// What operations consume, and how answers tell it (developer guide, read-write-operations and the
// pages on global and local secondary indexes).

import { equal, itemSize } from "./values.mjs";

/** Reading `bytes` at once: a unit for each 4 KB, at least one, half of it if eventually consistent. */
export const readUnits = (bytes, consistent) =>
  Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);

/** Writing an item of `bytes`: a unit for each KB, at least one. */
export const writeUnits = (bytes) => Math.max(1, Math.ceil(bytes / 1024));

const sizeOr0 = (item) => (item ? itemSize(item) : 0);

/** A write in the table itself pays for the larger image. */
export const tableWriteUnits = (before, after) =>
  writeUnits(Math.max(sizeOr0(before), sizeOr0(after)));

/** What the write costs in one index: nothing, one entry, or two where its key changes. */
export function indexWriteUnits(table, index, before, after) {
  const old = before && table.entryOf(index, before);
  const now = after && table.entryOf(index, after);
  if (!old && !now) return 0;
  if (!old || !now) return writeUnits(itemSize(old ?? now));
  if (equal(old, now)) return 0;
  const sameKey = index.names.every((name) => equal(old[name], now[name]));
  const [oldUnits, newUnits] = [old, now].map((entry) => writeUnits(itemSize(entry)));
  return sameKey ? Math.max(oldUnits, newUnits) : oldUnits + newUnits;
}

/** Sums units of a table and its indexes, and tells them as ReturnConsumedCapacity asks. */
export class Tally {
  constructor(table) {
    this.table = table;
    this.units = 0;
    this.byIndex = new Map();
  }

  addIndex(index, units) {
    this.byIndex.set(index.name, (this.byIndex.get(index.name) ?? 0) + units);
  }

  /** Adds one item write; transactions pay `factor` times in the table. */
  addWrite(before, after, factor = 1) {
    this.units += factor * tableWriteUnits(before, after);
    for (const index of this.table.indexes) {
      const units = indexWriteUnits(this.table, index, before, after);
      if (units > 0) this.addIndex(index, units);
    }
  }

  /** The ConsumedCapacity; undefined if none is asked for. `kind` is what transactions add. */
  tell(asked, kind) {
    if (asked !== "TOTAL" && asked !== "INDEXES") return undefined;
    const told = (units) => ({ CapacityUnits: units, ...(kind && { [kind]: units }) });
    const total = [...this.byIndex.values()].reduce((sum, units) => sum + units, this.units);
    const answer = { TableName: this.table.name, ...told(total) };
    if (asked === "TOTAL") return answer;
    const part = (indexKind) => {
      const named = [...this.byIndex].filter(([name]) => this.table.index(name).kind === indexKind);
      return named.length === 0
        ? undefined
        : Object.fromEntries(named.map(([name, units]) => [name, told(units)]));
    };
    const parts = {
      Table: told(this.units),
      GlobalSecondaryIndexes: part("global"),
      LocalSecondaryIndexes: part("local"),
    };
    return { ...answer, ...parts };
  }
}
