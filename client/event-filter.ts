// The pattern language of Lambda's event filtering, which is EventBridge's: which records of a stream
// an event source mapping hands to its handler. A pattern is compiled once into a predicate.
import { PixiiError } from "./pixii-error.ts";

/** One filter: a record passes the criteria if it matches any of them. */
export interface EventFilter {
  /**
   * A pattern as JSON text, as Lambda takes it, or as the object that the text would say: names of the
   * record's members lead to lists of the values or comparisons that are wanted there, as in
   * `{ eventName: ["INSERT"], dynamodb: { NewImage: { state: { S: [{ prefix: "paid" }] } } } }`.
   */
  pattern: string | object;
}

/** As Lambda's FilterCriteria. */
export interface FilterCriteria {
  /** At most 10 (5 is AWS's default quota, 10 the most it can be raised to); none lets all pass. */
  filters?: EventFilter[];
}

/** Looks at a value of the record; `undefined` where the record has none. */
type Matcher = (value: unknown) => boolean;
type Members = Record<string, unknown>;

const filterCountMax = 10;
const patternLengthMax = 4096;

/** Whether a record passes. Throws PixiiError InvalidParameterValueException as Lambda does. */
export function compileFilters(criteria: FilterCriteria | undefined): Matcher {
  const filters = criteria?.filters ?? [];
  if (!Array.isArray(filters)) throw invalid("filters is a list");
  if (filters.length > filterCountMax) throw invalid(`more than ${filterCountMax} filters`);
  const matchers = filters.map(({ pattern }) => compilePattern(readPattern(pattern)));
  if (matchers.length === 0) return () => true;
  return (record) => matchers.some((matches) => matches(record));
}

function readPattern(pattern: string | object): Members {
  const text = typeof pattern === "string" ? pattern : JSON.stringify(pattern);
  if (text === undefined || text.length > patternLengthMax) {
    throw invalid(`a pattern is a JSON text of at most ${patternLengthMax} characters`);
  }
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw invalid("the pattern is no JSON");
  }
  if (!isMembers(read)) throw invalid("the pattern is no object");
  return read;
}

/** All members of the pattern have to match; a list of the record matches if one of its elements does. */
function compilePattern(pattern: Members): Matcher {
  const members = Object.entries(pattern).map(([name, rule]) => compileMember(name, rule));
  if (members.length === 0) throw invalid("an empty object");
  const all: Matcher = (value) => members.every((matches) => matches(value));
  return (value) => (Array.isArray(value) ? value.some(all) : all(value));
}

function compileMember(name: string, rule: unknown): Matcher {
  if (name === "$or" && Array.isArray(rule)) return compileOr(rule);
  const matches = Array.isArray(rule) ? compileRules(name, rule) : compileNested(name, rule);
  return (value) =>
    matches(isMembers(value) && Object.hasOwn(value, name) ? value[name] : undefined);
}

function compileNested(name: string, rule: unknown): Matcher {
  if (!isMembers(rule)) throw invalid(`"${name}" is neither a list nor an object`);
  return compilePattern(rule);
}

function compileOr(alternatives: unknown[]): Matcher {
  if (alternatives.length < 2 || !alternatives.every(isMembers)) {
    throw invalid("$or is a list of at least two patterns");
  }
  const matchers = alternatives.map((each) => compilePattern(each as Members));
  return (value) => matchers.some((matches) => matches(value));
}

// --- The rules of one leaf ------------------------------------------------------------------------

/** Any of the rules has to match the leaf, or one element of it if it is a list. */
function compileRules(name: string, rules: unknown[]): Matcher {
  if (rules.length === 0) throw invalid(`"${name}" is an empty list`);
  const matchers = rules.map((rule) => compileRule(name, rule));
  const any: Matcher = (value) => matchers.some((matches) => matches(value));
  return (value) => {
    // Only leaves are compared: what holds members is for these rules not there.
    const leaves = Array.isArray(value) ? value.filter(isLeaf) : [value].filter(isLeaf);
    return leaves.length === 0 ? any(undefined) : leaves.some(any);
  };
}

function compileRule(name: string, rule: unknown): Matcher {
  if (rule === null || ["string", "number", "boolean"].includes(typeof rule)) {
    return (value) => value === rule;
  }
  const entries = isMembers(rule) ? Object.entries(rule) : [];
  if (entries.length !== 1) throw invalid(`"${name}" has a rule that is no value or comparison`);
  const [operator, operand] = entries[0]!;
  if (!Object.hasOwn(comparisons, operator)) throw invalid(`unknown comparison "${operator}"`);
  return comparisons[operator]!(operand);
}

const comparisons: Record<string, (operand: unknown) => Matcher> = {
  "exists": compileExists,
  "numeric": compileNumeric,
  "anything-but": compileAnythingBut,
  "prefix": (operand) => onText(compileEnd("prefix", operand)),
  "suffix": (operand) => onText(compileEnd("suffix", operand)),
  "equals-ignore-case": (operand) => onText(compileIgnoreCase(operand)),
  "wildcard": (operand) => onText(compileWildcard(operand)),
};

type TextMatcher = (text: string) => boolean;

const onText =
  (matches: TextMatcher): Matcher =>
  (value) =>
    typeof value === "string" && matches(value);

function compileExists(operand: unknown): Matcher {
  if (typeof operand !== "boolean") throw invalid("exists is true or false");
  return (value) => (value !== undefined) === operand;
}

/** `["=", 5]`, `[">", 0]`, `[">=", 0, "<", 100]`. A DynamoDB number is text, so it never matches. */
function compileNumeric(operand: unknown): Matcher {
  if (!Array.isArray(operand) || ![2, 4].includes(operand.length)) {
    throw invalid("numeric is a list of one comparison or two");
  }
  const [first, second] = [operand.slice(0, 2), operand.slice(2)];
  const bounds = [compileBound(first)];
  if (second.length > 0) {
    const isRange = String(first[0]).startsWith(">") && String(second[0]).startsWith("<");
    if (!isRange || !(Number(first[1]) < Number(second[1]))) {
      throw invalid("a numeric range has a lower bound, then a greater upper bound");
    }
    bounds.push(compileBound(second));
  }
  return (value) => typeof value === "number" && bounds.every((holds) => holds(value));
}

function compileBound([operator, bound]: unknown[]): (value: number) => boolean {
  if (typeof bound !== "number") throw invalid("numeric compares with numbers");
  if (operator === "=") return (value) => value === bound;
  if (operator === ">") return (value) => value > bound;
  if (operator === ">=") return (value) => value >= bound;
  if (operator === "<") return (value) => value < bound;
  if (operator === "<=") return (value) => value <= bound;
  throw invalid(`unknown numeric comparison "${String(operator)}"`);
}

/** A value that is there and is none of these: values, or one kind of text comparison. */
function compileAnythingBut(operand: unknown): Matcher {
  if (isMembers(operand)) {
    const isRefused = compileRefused(operand);
    return (value) => value !== undefined && !isRefused(value);
  }
  const values = Array.isArray(operand) ? operand : [operand];
  const type = typeof values[0];
  const isUniform = values.every((each) => typeof each === type);
  if (!isUniform || !["string", "number"].includes(type)) {
    throw invalid("anything-but takes texts alone or numbers alone");
  }
  return (value) => value !== undefined && !values.includes(value);
}

const refusable = ["prefix", "suffix", "equals-ignore-case", "wildcard"];

function compileRefused(operand: Members): Matcher {
  const [[operator, given] = ["", undefined], ...more] = Object.entries(operand);
  if (!refusable.includes(operator) || more.length > 0) {
    throw invalid("anything-but takes values or one text comparison");
  }
  const list = Array.isArray(given) ? given : [given];
  if (list.length === 0) throw invalid("anything-but takes at least one value");
  const matchers = list.map((each) => comparisons[operator]!(each));
  return (value) => matchers.some((matches) => matches(value));
}

function compileEnd(end: "prefix" | "suffix", operand: unknown): TextMatcher {
  const fits = (text: string, wanted: string) =>
    end === "prefix" ? text.startsWith(wanted) : text.endsWith(wanted);
  if (typeof operand === "string") return (text) => fits(text, operand);
  const folded = isMembers(operand) ? operand["equals-ignore-case"] : undefined;
  if (typeof folded !== "string") throw invalid(`${end} takes a text`);
  return (text) => fits(text.toLowerCase(), folded.toLowerCase());
}

function compileIgnoreCase(operand: unknown): TextMatcher {
  if (typeof operand !== "string") throw invalid("equals-ignore-case takes a text");
  const wanted = operand.toLowerCase();
  return (text) => text.toLowerCase() === wanted;
}

/** `*` stands for any characters, `\*` and `\\` for themselves. */
function compileWildcard(operand: unknown): TextMatcher {
  if (typeof operand !== "string") throw invalid("wildcard takes a text");
  const pieces = splitAtStars(operand);
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  if (pieces.length === 1) return (text) => text === first;
  const middle = pieces.slice(1, -1);
  return (text) => {
    if (text.length < first.length + last.length) return false;
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    const end = text.length - last.length;
    let from = first.length;
    for (const piece of middle) {
      const found = text.indexOf(piece, from);
      if (found < 0 || found + piece.length > end) return false;
      from = found + piece.length;
    }
    return true;
  };
}

function splitAtStars(pattern: string): string[] {
  const pieces = [""];
  const tokens = pattern.match(/\\[\s\S]?|\*+|[^\\*]+/g) ?? [];
  for (const token of tokens) {
    if (token === "*") pieces.push("");
    else if (token.startsWith("*")) throw invalid("a wildcard holds two stars in a row");
    else if (token.startsWith("\\") && !["\\*", "\\\\"].includes(token)) {
      throw invalid("a wildcard holds a backslash that escapes nothing");
    } else pieces[pieces.length - 1] += token.startsWith("\\") ? token.slice(1) : token;
  }
  return pieces;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isLeaf = (value: unknown) =>
  value !== undefined && (value === null || typeof value !== "object");

/** Lambda's words, with what is wrong as the error's `reason`. */
function invalid(reason: string): PixiiError {
  const message = "Invalid filter pattern definition.";
  return new PixiiError("InvalidParameterValueException", message, { extra: { reason } });
}
