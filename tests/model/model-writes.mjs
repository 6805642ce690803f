// PutItem, UpdateItem and DeleteItem in the model, and the step they share with transactions: what a
// write makes of an item, or why it is refused.

import { conditionFaults, conditionPaths, holds } from "./conditions.mjs";
import { Tally } from "./model-capacity.mjs";
import {
  applyUpdate,
  knownOutcome,
  touched,
  sourcePaths,
  updateFaults,
  updatePaths,
} from "./updates.mjs";
import { canonicalItem } from "./values.mjs";

export const validation = (messages) => ({ error: "ValidationException", messages });

/** Answers {before, after, key} or an error. `action` is {kind, input, condition, update}. */
export function planWrite(table, action) {
  const { update, condition } = action;
  const refused = [
    ...(update ? updateFaults(update) : []),
    ...(condition ? conditionFaults(condition) : []),
    ...tableFaults(table, action),
  ];
  if (refused.length > 0) return validation(refused);
  const key = table.keyOf(canonicalItem(action.input.Key ?? action.input.Item));
  const before = table.get(key);
  if (action.condition && !holds(action.condition, before ?? {})) {
    return conditionFailed(action.input, before);
  }
  const made = makeAfter(table, action, key, before);
  return made.faults
    ? { ...validation(made.faults), late: true }
    : { key, before, after: made.after };
}

/** What does not fit the keys of the table and its indexes. */
export function tableFaults(table, { input, condition, update, inTransaction }) {
  const pathFaults = table.pathFaults(condition ? conditionPaths(condition) : []);
  if (input.Item) return [...putFaults(table, canonicalItem(input.Item)), ...pathFaults];
  return [
    ...table.keyFaults(canonicalItem(input.Key)),
    ...(update ? updatePaths(update).flatMap((path) => ownKeyFaults(table, path)) : []),
    ...(update ? knownFaults(table, update, inTransaction) : []),
    ...(update ? table.pathFaults([...updatePaths(update), ...sourcePaths(update)]) : []),
    ...pathFaults,
  ];
}

function putFaults(table, item) {
  const faults = [...table.itemFaults(item), ...table.indexKeyFaults(item)];
  return table.isTooLarge(item)
    ? [...faults, "Item size has exceeded the maximum allowed size"]
    : faults;
}

/** In a transaction a wrong type waits for the item; an empty value never does. */
function knownFaults(table, update, inTransaction) {
  return table.knownIndexKeyFaults((name) => {
    const known = knownOutcome(update, name);
    return inTransaction && known.type !== table.types[name] ? {} : known;
  });
}

function ownKeyFaults(table, [root]) {
  if (!table.schema.names.includes(root)) return [];
  const part = "This attribute is part of the key";
  return [`One or more parameter values were invalid: Cannot update attribute ${root}. ${part}`];
}

function conditionFailed(input, before) {
  const asked = input.ReturnValuesOnConditionCheckFailure === "ALL_OLD";
  return {
    error: "ConditionalCheckFailedException",
    messages: ["The conditional request failed"],
    extra: asked && before ? { Item: before } : {},
  };
}

function makeAfter(table, { kind, input, update }, key, before) {
  if (kind === "Put") return { after: canonicalItem(input.Item) };
  if (kind !== "Update") return { after: kind === "Delete" ? undefined : before };
  const nothing = { set: [], remove: [], add: [], delete: [] };
  const applied = applyUpdate(update ?? nothing, before ?? key);
  if (applied.faults) return applied;
  const faults = table.updatedIndexKeyFaults(before, applied.item);
  if (table.isTooLarge(applied.item)) {
    faults.push("Item size to update has exceeded the maximum allowed size");
  }
  if (faults.length > 0) return { faults };
  return { after: before || !takesAwayOnly(update ?? nothing) ? applied.item : undefined };
}

// Of an item that does not exist, REMOVE and DELETE alone make none.
function takesAwayOnly({ set, remove, add, delete: taken }) {
  return set.length + add.length === 0 && remove.length + taken.length > 0;
}

/** Plays one of the three; `kind` is "Put", "Update" or "Delete". */
export function writeItem(table, kind, { input, condition, update }) {
  const plan = planWrite(table, { kind, input, condition, update });
  if (plan.error) return plan;
  table.write(plan.key, plan.after);
  const tally = new Tally(table);
  tally.addWrite(plan.before, plan.after);
  const attributes = returned(input.ReturnValues, plan, update);
  return {
    answer: {
      Attributes: attributes && Object.keys(attributes).length > 0 ? attributes : undefined,
      ConsumedCapacity: tally.tell(input.ReturnConsumedCapacity),
      ItemCollectionMetrics: tellCollection(table, input.ReturnItemCollectionMetrics, plan.key),
    },
  };
}

function returned(mode, { before, after }, update) {
  if (mode === "ALL_OLD") return before;
  if (mode === "ALL_NEW") return after;
  if (mode === "UPDATED_OLD") return update && before && touched(update, before);
  return mode === "UPDATED_NEW" ? update && after && touched(update, after) : undefined;
}

/** The ItemCollectionMetrics of one write; undefined unless asked for and there is a local index. */
export function tellCollection(table, asked, key) {
  if (asked !== "SIZE" || !table.indexes.some(({ kind }) => kind === "local")) return undefined;
  const [name] = table.schema.partition;
  return { ItemCollectionKey: { [name]: key[name] }, SizeEstimateRangeGB: [0, 1] };
}
