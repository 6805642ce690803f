// What the model cannot know: in which order the service walks partitions, and index entries whose
// keys are equal, and which segment holds a partition. It is read off a whole Scan, and held against
// the model: each entry once, no partition torn apart, each in the order of its sort key.

import { canonicalItem, equal } from "./values.mjs";

/** Reads all pages; answers the rows, or {difference}. */
async function scanAll(call, input) {
  const items = [];
  let ExclusiveStartKey;
  do {
    const { status, body } = await call("Scan", { ...input, ExclusiveStartKey });
    if (status !== 200) return { difference: `a whole Scan answers ${status}`, actual: body };
    items.push(...body.Items.map(canonicalItem));
    ExclusiveStartKey = body.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return { items };
}

/**
 * Ids in the order of the service: {order} or {difference}. `segment` is {Segment, TotalSegments};
 * with `anyOrder` the rules of order are not asked for.
 */
export async function learnOrder(call, table, indexName, segment, { anyOrder = false } = {}) {
  const index = table.index(indexName);
  const part = segment && `${segment.Segment}/${segment.TotalSegments}`;
  const name = `${indexName ?? ""} ${part ?? ""}`;
  const known = table.known.get(name);
  if (known?.version === table.version) return { order: known.order };
  const found = await scanAll(call, { TableName: table.name, IndexName: indexName, ...segment });
  if (found.difference) return found;
  const difference = checkRows(table, index, found.items, { whole: !segment, anyOrder });
  if (difference) return { difference, actual: found.items };
  const order = found.items.map((item) => table.idOf(item));
  table.known.set(name, { version: table.version, order });
  return { order };
}

/** Text of what is wrong with a walk over all (or, in a segment, some) entries. */
function checkRows(table, index, items, { whole, anyOrder }) {
  const rows = new Map(table.rows(index).map(({ entry, item }) => [table.idOf(item), entry]));
  const schema = index ?? table.schema;
  const seen = new Set();
  let last;
  for (const item of items) {
    const id = table.idOf(item);
    const expected = rows.get(id);
    if (!expected) return `a Scan gives ${id}, which is not there, or gives it twice`;
    rows.delete(id);
    if (!equal(canonicalItem(expected), item)) return `a Scan gives ${id} with other attributes`;
    const partition = JSON.stringify(schema.partition.map((name) => item[name]));
    const inSame = last?.partition === partition;
    if (anyOrder) continue;
    if (!inSame && seen.has(partition)) return `a Scan tears the partition ${partition} apart`;
    if (inSame && table.compareSort(schema, last.item, item) > 0) {
      return `a Scan gives ${id} out of order`;
    }
    seen.add(partition);
    last = { partition, item };
  }
  return whole && rows.size > 0 ? `a Scan leaves out ${[...rows.keys()]}` : undefined;
}

/** Every segment of the table: their orders must share out the whole order between them. */
export async function checkSegments(call, table, indexName, total) {
  const whole = await learnOrder(call, table, indexName);
  if (whole.difference) return whole.difference;
  const found = [];
  for (let Segment = 0; Segment < total; Segment++) {
    const part = await learnOrder(call, table, indexName, { Segment, TotalSegments: total });
    if (part.difference) return part.difference;
    found.push(...part.order);
  }
  const same = equal(found.toSorted(), whole.order.toSorted());
  return same ? undefined : `the ${total} segments do not add up to the table`;
}
