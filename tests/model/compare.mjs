// Holds an answer of the service against an outcome of the model: whole answers, numbers and sets in
// one spelling, what has no order without order; errors by type, message and further members.

import { canonicalItem } from "./values.mjs";

const envelope = "1 validation error detected: ";
/** Sentences about an expression may say which parameter it was. */
const parameter = /^(Invalid \w+Expression: |The expression can not be empty;)/;

/** What is different, in one sentence; undefined if nothing is. */
export function compare(operation, outcome, actual) {
  if (outcome.error) return compareErrors(outcome, actual);
  if (actual.status !== 200) return "an error where the model answers";
  const [expected, found] = [outcome.answer, actual.body].map((answer) => comparable(answer));
  const members = new Set([...Object.keys(expected), ...Object.keys(found)]);
  const different = [...members].filter((each) => text(expected[each]) !== text(found[each]));
  return different.length > 0 ? `another ${different.join(", ")}` : undefined;
}

/** What each of the two says, as short texts: "200" and the members that differ, or the error. */
export function differingMembers(outcome, { status, body }) {
  const ours = outcome.answer ? comparable(outcome.answer) : undefined;
  const theirs = status === 200 ? comparable(body) : undefined;
  const only = (own, other) => {
    const names = Object.keys(own).filter((name) => text(own[name]) !== text(other?.[name]));
    return ["200", ...names.map((name) => `${name} ${text(own[name])}`)].join(" ");
  };
  const { error, messages, extra = {} } = outcome;
  return {
    ours: ours ? only(ours, theirs) : `400 ${error}: ${messages?.[0]}${reasonsText(extra)}`,
    theirs: theirs
      ? only(theirs, ours)
      : `${status} ${body.__type?.split("#").at(-1)}: ${body.message ?? body.Message}${reasonsText(body)}`,
  };
}

const reasonsText = ({ CancellationReasons: reasons, Item }) =>
  (reasons ? ` ${text(reasons)}` : "") + (Item ? ` Item ${text(canonicalItem(Item))}` : "");

const text = (value) => (value === undefined ? undefined : JSON.stringify(value));

function compareErrors({ error, messages, extra = {} }, { status, body }) {
  if (status === 200) return "an answer where the model has an error";
  const type = body.__type?.split("#").at(-1);
  if (type !== error) return "another type of error";
  const message = body.message ?? body.Message;
  if (messages && !messages.some((each) => isSentence(each, message))) return "another message";
  const rest = { ...body };
  for (const told of ["__type", "message", "Message"]) delete rest[told];
  if (extra.CancellationReasons) return compareReasons(extra.CancellationReasons, rest);
  return text(sorted(comparable(rest))) === text(sorted(comparable(extra)))
    ? undefined
    : "other further members";
}

function isSentence(expected, message = "") {
  const bare = message.startsWith(envelope) ? message.slice(envelope.length) : message;
  const found = bare.replace(parameter, "");
  if (typeof expected === "string") return expected === bare || expected === found;
  return expected.test(bare) || expected.test(found);
}

function compareReasons(expected, { CancellationReasons: found = [], ...rest }) {
  if (Object.keys(rest).length > 0) return "other further members";
  if (found.length !== expected.length) return "another number of cancellation reasons";
  const same = expected.every(({ Code, Message: messages, Item }, at) => {
    const reason = found[at];
    const sameItem =
      text(Item && canonicalItem(Item)) === text(reason.Item && canonicalItem(reason.Item));
    const sameMessage = messages
      ? [messages].flat().some((each) => isSentence(each, reason.Message))
      : reason.Message === undefined;
    return reason.Code === Code && sameItem && sameMessage;
  });
  return same ? undefined : "other cancellation reasons";
}

/** The answer in one spelling; undefined members go. */
function comparable(answer) {
  const told = {};
  for (const [name, value] of Object.entries(answer)) {
    if (value !== undefined) told[name] = member(name, value);
  }
  return told;
}

function member(name, value) {
  if (["Attributes", "Item", "LastEvaluatedKey"].includes(name)) return canonicalItem(value);
  if (name === "Items") return value.map(canonicalItem);
  if (name !== "Responses") return sorted(value);
  if (Array.isArray(value)) return value.map(comparable);
  const unordered = (items) => items.map((item) => text(canonicalItem(item))).sort();
  return Object.fromEntries(
    Object.entries(value).map(([table, items]) => [table, unordered(items)]),
  );
}

/** Members by name, at every depth; lists of objects (metrics, capacities) without order. */
function sorted(value) {
  if (Array.isArray(value)) {
    const list = value.map(sorted);
    return list.every((each) => typeof each === "object") ? list.map(text).sort() : list;
  }
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return Object.fromEntries(names.sort().map((name) => [name, sorted(value[name])]));
}
