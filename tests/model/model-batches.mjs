// BatchGetItem, BatchWriteItem, TransactGetItems and TransactWriteItems of one table in the model.

import { conditionFaults } from "./conditions.mjs";
import { readUnits, Tally, writeUnits } from "./model-capacity.mjs";
import { projectionFaults, shown } from "./model-reads.mjs";
import { planWrite, tableFaults, tellCollection, validation } from "./model-writes.mjs";
import { updateFaults } from "./updates.mjs";
import { canonicalItem, equal, itemSize } from "./values.mjs";

const hasTwins = (list) => new Set(list.map((each) => JSON.stringify(each))).size < list.length;
const duplicates = "Provided list of item keys contains duplicates";
const sizeOr0 = (item) => (item ? itemSize(item) : 0);

export function batchGet(table, { input, projection }) {
  const asked = input.RequestItems[table.name];
  const keys = asked.Keys.map(canonicalItem);
  const faults = [
    ...(hasTwins(keys) ? [duplicates] : []),
    ...projectionFaults(projection),
    ...table.pathFaults(projection ?? []),
    ...keys.flatMap((key) => table.keyFaults(key)),
  ];
  if (faults.length > 0) return validation(faults);
  const items = keys.map((key) => table.get(key));
  const tally = new Tally(table);
  for (const item of items) tally.units += readUnits(sizeOr0(item), asked.ConsistentRead);
  return {
    answer: {
      Responses: {
        [table.name]: items.filter(Boolean).map((item) => shown(item, projection)),
      },
      UnprocessedKeys: {},
      ConsumedCapacity: listed(tally.tell(input.ReturnConsumedCapacity)),
    },
  };
}

const listed = (told) => told && [told];

export function batchWrite(table, { input }) {
  const writes = input.RequestItems[table.name].map(({ PutRequest, DeleteRequest }) =>
    PutRequest
      ? { item: canonicalItem(PutRequest.Item) }
      : { key: canonicalItem(DeleteRequest.Key) },
  );
  const tooLarge = writes.some(({ item }) => item && itemSize(item) > 409600);
  if (tooLarge) return validation(["Item size has exceeded the maximum allowed size"]);
  const keys = writes.map(({ item, key }) => table.keyOf(item ?? key));
  const faults = writes.flatMap(({ item, key }) =>
    key ? table.keyFaults(key) : putFaults(table, item),
  );
  if (hasTwins(keys)) faults.push(duplicates);
  if (faults.length > 0) return validation(faults);
  const tally = new Tally(table);
  writes.forEach(({ item }, at) => {
    tally.addWrite(table.get(keys[at]), item);
    table.write(keys[at], item);
  });
  return {
    answer: {
      UnprocessedItems: {},
      ItemCollectionMetrics: collections(table, input.ReturnItemCollectionMetrics, keys),
      ConsumedCapacity: listed(tally.tell(input.ReturnConsumedCapacity)),
    },
  };
}

function putFaults(table, item) {
  const faults = [...table.itemFaults(item, true), ...table.indexKeyFaults(item)];
  return table.isTooLarge(item)
    ? [...faults, "Item size has exceeded the maximum allowed size"]
    : faults;
}

/** Each touched collection once, by table. */
function collections(table, asked, keys) {
  const told = keys.map((key) => tellCollection(table, asked, key)).filter(Boolean);
  const distinct = told.filter((each, at) => told.findIndex((other) => equal(each, other)) === at);
  return distinct.length > 0 ? { [table.name]: distinct } : undefined;
}

export function transactGet(table, { input, projections }) {
  const gets = input.TransactItems.map(({ Get }) => Get);
  const faults = projections.flatMap(projectionFaults);
  if (faults.length > 0) return validation(faults);
  const keys = gets.map(({ Key }) => canonicalItem(Key));
  const wrong = keys.map((key, at) => [
    ...table.keyFaults(key),
    ...table.pathFaults(projections[at] ?? []),
  ]);
  if (wrong.some((each) => each.length > 0)) return cancelledByKey(wrong);
  if (hasTwins(keys)) return validation([itemTwice]);
  const items = keys.map((key) => table.get(key));
  const tally = new Tally(table);
  for (const item of items) tally.units += 2 * readUnits(sizeOr0(item), true);
  return {
    answer: {
      Responses: items.map((item, at) => (item ? response(shown(item, projections[at])) : {})),
      ConsumedCapacity: listed(tally.tell(input.ReturnConsumedCapacity, "ReadCapacityUnits")),
    },
  };
}

/** Where nothing is projected there is no Item. */
const response = (Item) => (Object.keys(Item).length > 0 ? { Item } : {});

const itemTwice = "Transaction request cannot include multiple operations on one item";

/** Only the first action that does not fit is told; empty values and sizes refuse the request. */
function cancelledByKey(wrong) {
  const refusing = wrong.flat().filter(refusesRequest);
  if (refusing.length > 0) return validation(refusing);
  const first = wrong.findIndex((each) => each.length > 0);
  const reasons = wrong.map((messages, at) =>
    at === first ? { Code: "ValidationError", Message: messages } : { Code: "None" },
  );
  return cancelled(reasons);
}

function cancelled(reasons) {
  const codes = reasons.map(({ Code }) => Code).join(", ");
  const sentence = "Transaction cancelled, please refer cancellation reasons for specific reasons";
  return {
    error: "TransactionCanceledException",
    messages: [`${sentence} [${codes}]`],
    extra: { CancellationReasons: reasons },
  };
}

/** `actions` are {kind, condition, update}, in the order of the request. */
export function transactWrite(table, { input, actions: meanings }) {
  const actions = input.TransactItems.map((asked, at) => {
    const [[kind, own]] = Object.entries(asked);
    return { ...meanings[at], kind, input: own, inTransaction: true };
  });
  const faults = actions.flatMap(requestFaults);
  if (faults.length > 0) return validation(faults);
  const repeated = findRepeated(table, input);
  if (repeated) return repeated;
  const refused = refusedKeys(table, actions);
  if (refused) return refused;
  const plans = actions.map((action) => planWrite(table, action));
  const empty = plans.filter(({ late, messages }) => late && messages.every(refusesRequest));
  if (empty.length > 0) return validation(empty[0].messages);
  if (plans.some(({ error }) => error)) return cancelled(plans.map(reasonOf));
  return carryOut(table, input, plans, actions);
}

const refusesRequest = (message) => /cannot contain an empty|^Item size has/.test(message);

const requestFaults = ({ condition, update, kind, input }) => [
  ...(condition ? conditionFaults(condition) : []),
  ...(update ? updateFaults(update) : []),
  ...(kind === "Put" && itemSize(canonicalItem(input.Item)) > 409600
    ? ["Item size has exceeded the maximum allowed size"]
    : []),
];

function refusedKeys(table, actions) {
  const wrong = actions.map((action) => tableFaults(table, action));
  if (wrong.some((each) => each.length > 0)) return cancelledByKey(wrong);
  const keys = actions.map(({ input }) => table.keyOf(canonicalItem(input.Key ?? input.Item)));
  return hasTwins(keys) ? validation([itemTwice]) : undefined;
}

function reasonOf({ error, messages, extra }) {
  if (!error) return { Code: "None" };
  const Code = error === "ValidationException" ? "ValidationError" : "ConditionalCheckFailed";
  return { Code, Message: messages, ...extra };
}

/** The same request under the same token: nothing happens, and it costs what reading would. */
function findRepeated(table, { ClientRequestToken: token, TransactItems, ReturnConsumedCapacity }) {
  const known = token && table.tokens.get(token);
  if (!known) return undefined;
  if (contentOf(TransactItems) !== known.content) {
    return { error: "IdempotentParameterMismatchException" };
  }
  const tally = new Tally(table);
  tally.units = known.units;
  const told = tally.tell(ReturnConsumedCapacity, "ReadCapacityUnits");
  return { answer: { ConsumedCapacity: listed(told) } };
}

/** What must be the same for a request to be the same, in one spelling. */
const contentOf = (items) => JSON.stringify(items.map(contentOfAction));

function contentOfAction(asked) {
  const [[kind, own]] = Object.entries(asked);
  const values = ["Item", "Key", "ExpressionAttributeValues"].filter((name) => own[name]);
  const spelled = Object.fromEntries(values.map((name) => [name, canonicalItem(own[name])]));
  return { [kind]: { ...own, ...spelled } };
}

function carryOut(table, input, plans, actions) {
  const tally = new Tally(table);
  let readAgain = 0;
  for (const [at, { key, before, after }] of plans.entries()) {
    const bytes = Math.max(sizeOr0(before), sizeOr0(after));
    readAgain += 2 * readUnits(bytes, true);
    if (actions[at].kind === "ConditionCheck") tally.units += 2 * writeUnits(bytes);
    else tally.addWrite(before, after, 2);
    table.write(key, after);
  }
  if (input.ClientRequestToken) {
    const content = contentOf(input.TransactItems);
    table.tokens.set(input.ClientRequestToken, { content, units: readAgain });
  }
  const writes = plans.filter((_, at) => actions[at].kind !== "ConditionCheck");
  const keys = writes.map(({ key }) => key);
  return {
    answer: {
      ConsumedCapacity: listed(tally.tell(input.ReturnConsumedCapacity, "WriteCapacityUnits")),
      ItemCollectionMetrics: collections(table, input.ReturnItemCollectionMetrics, keys),
    },
  };
}
