// Conditions as trees, evaluated on an item. The trees are the model's own: the generator makes them
// and prints them as text for the service, so nothing here parses.
//
//   condition := {op: "=" | "<>" | "<" | "<=" | ">" | ">=", left: operand, right: operand}
//              | {op: "between", of: operand, low: operand, high: operand} | {op: "in", of, list}
//              | {op: "attribute_exists" | "attribute_not_exists", path}
//              | {op: "attribute_type", path, type}
//              | {op: "begins_with" | "contains", path, operand}
//              | {op: "and" | "or", left: condition, right: condition} | {op: "not", of: condition}
//   operand   := {path: [...]} | {value: {...}} | {size: path}

import { find, samePath } from "./paths.mjs";
import { bytesOf, canonical, compare, equal, isSet, typeOf } from "./values.mjs";

/** Whether the condition holds; `item` is {} if there is none. */
export function holds(condition, item) {
  const { op } = condition;
  if (op === "and") return holds(condition.left, item) && holds(condition.right, item);
  if (op === "or") return holds(condition.left, item) || holds(condition.right, item);
  if (op === "not") return !holds(condition.of, item);
  if (op === "attribute_exists") return find(item, condition.path) !== undefined;
  if (op === "attribute_not_exists") return find(item, condition.path) === undefined;
  if (op === "attribute_type") return isOfType(find(item, condition.path), condition.type);
  const of = (operand) => evaluate(operand, item);
  if (op === "begins_with") return beginsWith(find(item, condition.path), of(condition.operand));
  if (op === "contains") return contains(find(item, condition.path), of(condition.operand));
  if (op === "between") return isBetween(of(condition.of), of(condition.low), of(condition.high));
  if (op === "in") return condition.list.some((each) => test("=", of(condition.of), of(each)));
  return test(op, of(condition.left), of(condition.right));
}

const isOfType = (value, type) => value !== undefined && typeOf(value) === type;

/** The operand's canonical value; undefined where there is none. */
function evaluate(operand, item) {
  if (operand.value) return canonical(operand.value);
  if (operand.path) return find(item, operand.path);
  const size = countOf(find(item, operand.size));
  return size === undefined ? undefined : { N: String(size) };
}

function countOf(value) {
  if (value?.S !== undefined) return value.S.length;
  if (value?.B !== undefined) return bytesOf(value).length;
  if (value?.L) return value.L.length;
  if (value?.M) return Object.keys(value.M).length;
  return value && isSet(value) ? value[typeOf(value)].length : undefined;
}

/** A comparison with something missing is false, but for "not equal", which is true. */
function test(op, left, right) {
  const comparable = left !== undefined && right !== undefined;
  if (op === "=") return comparable && equal(left, right);
  if (op === "<>") return !comparable || !equal(left, right);
  const order = comparable ? compare(left, right) : undefined;
  if (order === undefined) return false;
  return { "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0 }[op];
}

const isBetween = (value, low, high) => test(">=", value, low) && test("<=", value, high);

function beginsWith(value, start) {
  if (value === undefined || start === undefined || typeOf(value) !== typeOf(start)) return false;
  if (value.S === undefined && value.B === undefined) return false;
  return bytesOf(value).subarray(0, bytesOf(start).length).equals(bytesOf(start));
}

function contains(value, part) {
  if (value === undefined || part === undefined) return false;
  if (value.L) return value.L.some((each) => equal(each, part));
  if (isSet(value)) return typeOf(value)[0] === typeOf(part) && hasMember(value, part);
  if (typeOf(value) !== typeOf(part)) return false;
  if (value.S !== undefined) return value.S.includes(part.S);
  return value.B !== undefined && bytesOf(value).includes(bytesOf(part));
}

const hasMember = (set, { S, N, B }) => set[typeOf(set)].includes(S ?? N ?? B);

/** Every document path in the condition. */
export function conditionPaths(condition) {
  const operands = [condition.of, condition.left, condition.right, condition.low, condition.high];
  const below = [...operands, condition.operand, ...(condition.list ?? [])].filter(Boolean);
  const own = [condition.path, condition.size].filter(Boolean);
  return [...own, ...below.flatMap(conditionPaths)];
}

// --- What is wrong with a condition whatever the item ---------------------------------------------

/** Every sentence that may refuse the condition; an empty list if it is a good one. */
export function conditionFaults(condition) {
  const { op } = condition;
  if (op === "and" || op === "or") {
    return [...conditionFaults(condition.left), ...conditionFaults(condition.right)];
  }
  if (op === "not") return conditionFaults(condition.of);
  const faults = distinctFaults(condition);
  if (op === "begins_with") faults.push(...wrongLiteral(op, [condition.operand], ["S", "B"]));
  if (op === "between") faults.push(...betweenFaults(condition));
  if (["<", "<=", ">", ">="].includes(op)) {
    faults.push(...wrongLiteral(op, [condition.left, condition.right], ["S", "N", "B"]));
  }
  return faults;
}

function wrongLiteral(op, operands, allowed) {
  const types = operands.filter(({ value }) => value).map(({ value }) => typeOf(value));
  const sentence =
    "Incorrect operand type for operator or function; operator or function: " +
    `${op === "between" ? "BETWEEN" : op}, operand type: `;
  return types.filter((type) => !allowed.includes(type)).map((type) => sentence + type);
}

/** No operand may be the first one again. */
function distinctFaults({ op, path, of, left, operand, right, low, high, list = [] }) {
  const first = path ?? (of ?? left)?.path;
  const others = [operand, right, low, high, ...list].filter((each) => each?.path);
  if (!first || !others.some((each) => samePath(each.path, first))) return [];
  const sentence =
    "The first operand must be distinct from the remaining operands for this operator or function";
  const word = ["between", "in"].includes(op) ? op.toUpperCase() : op;
  return [`${sentence}; operator: ${word}, first operand: ${pathText(first)}`];
}

export const pathText = (path) =>
  `[${path.map((step) => (typeof step === "number" ? `[${step}]` : step)).join(", ")}]`;

function betweenFaults({ of, low, high }) {
  const faults = wrongLiteral("between", [of, low, high], ["S", "N", "B"]);
  if (!low.value || !high.value || faults.length > 0) return faults;
  const order = compare(canonical(low.value), canonical(high.value));
  const same = "The BETWEEN operator requires same data type for lower and upper bounds";
  const upper =
    "The BETWEEN operator requires upper bound to be greater than or equal to lower bound";
  if (order === undefined) return [new RegExp(`${same}; .*`)];
  return order > 0 ? [new RegExp(`${upper}; .*`)] : [];
}
