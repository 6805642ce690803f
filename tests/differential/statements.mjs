// Makes PartiQL statements about one item, some of them broken on purpose, to be held against another
// DynamoDB. The same seed makes the same statements.

import { Random, broken, kItem } from "./expressions.mjs";

const kTable = "Things";
const kPaths = [
  "s",
  "n",
  "b",
  "t",
  "z",
  "ss",
  "ns",
  "l",
  "m",
  "none",
  '"a.b"',
  "l[0]",
  "l[1]",
  "l[2].x",
  "l[7]",
  "m.s",
  "m.n",
  "m['n']",
  "m.l[0]",
  "m.none",
  "none.a",
  "s.a",
];
const kLiterals = [
  "'te'",
  "'text'",
  "''",
  "3",
  "5",
  "-2.50",
  "1e2",
  "true",
  "false",
  "null",
  "[9]",
  "[1, 'two']",
  "{'x': 1}",
  "{}",
  "<<'a', 'c'>>",
  "<<1, 3>>",
];
const kParameters = [
  { S: "te" },
  { N: "5" },
  { B: "YQ==" },
  { BOOL: true },
  { NULL: true },
  { SS: ["a"] },
  { BS: ["YQ=="] },
  { L: [{ N: "1" }] },
  { M: { x: { N: "3" } } },
];
const kTypes = ["'S'", "'N'", "'M'", "'NULL'", "'X'"];
const kComparators = ["=", "<>", "!=", "<", "<=", ">", ">="];

/** `count` runs of three steps on the usual table: the item, a statement, and a look at the item. */
export function* generateStatementRuns(seed, count) {
  const random = new Random(seed);
  for (let i = 0; i < count; i++) {
    const look = { TableName: kTable, Key: { pk: kItem.pk }, ConsistentRead: true };
    yield {
      file: "execute-statement/generated",
      shows: `statement ${i} of seed ${seed}`,
      steps: [
        { call: "PutItem", request: { TableName: kTable, Item: kItem } },
        { call: "ExecuteStatement", request: makeRequest(random) },
        { call: "GetItem", request: look },
      ],
    };
  }
}

function makeRequest(random) {
  let Statement = random.pick([select, select, update, update, remove, insert])(random);
  if (random.chance(0.15)) Statement = broken(random, Statement);
  const Parameters = (Statement.match(/\?/g) ?? []).map(() => random.pick(kParameters));
  return Parameters.length > 0 ? { Statement, Parameters } : { Statement };
}

function select(random) {
  const columns = random.chance(0.5) ? "*" : random.some(kPaths, 2).join(" , ");
  const where = random.pick([
    () => "pk = 'k'",
    () => `pk = 'k' AND ${condition(random, 2)}`,
    () => condition(random, 2),
  ])();
  return `SELECT ${columns} FROM ${kTable} WHERE ${where}`;
}

function update(random) {
  const actions = Array.from({ length: 1 + random.below(2) }, () => action(random)).join(" ");
  const returning = random.chance(0.3) ? ` RETURNING ALL ${random.pick(["OLD", "NEW"])} *` : "";
  return `UPDATE ${kTable} ${actions} ${whereOfWrite(random)}${returning}`;
}

function action(random) {
  const path = random.pick(kPaths);
  return random.chance(0.25) ? `REMOVE ${path}` : `SET ${path} = ${rightHand(random)}`;
}

function rightHand(random) {
  const one = () => operand(random);
  return random.pick([
    one,
    one,
    () => `${one()} + ${one()}`,
    () => `${one()} - ${one()}`,
    () => `list_append ( ${one()} , ${one()} )`,
    () => `set_add ( ${one()} , ${one()} )`,
    () => `set_delete ( ${one()} , ${one()} )`,
    () => `if_not_exists ( ${one()} , ${one()} )`,
  ])();
}

function remove(random) {
  const returning = random.chance(0.3) ? " RETURNING ALL OLD *" : "";
  return `DELETE FROM ${kTable} ${whereOfWrite(random)}${returning}`;
}

function whereOfWrite(random) {
  return random.chance(0.5) ? "WHERE pk = 'k'" : `WHERE pk = 'k' AND ${condition(random, 1)}`;
}

function insert(random) {
  const names = random.some(["s", "n", "x", "y"], 2);
  const members = names.map((name) => `'${name}' : ${value(random)}`).join(" , ");
  return `INSERT INTO ${kTable} VALUE {'pk' : '${random.pick(["k", "new"])}' , ${members} }`;
}

function condition(random, depth) {
  if (depth > 0 && random.chance(0.4)) {
    const inner = () => condition(random, depth - 1);
    return random.pick([
      () => `${inner()} AND ${inner()}`,
      () => `${inner()} OR ${inner()}`,
      () => `NOT ${inner()}`,
      () => `( ${inner()} )`,
    ])();
  }
  return predicate(random);
}

function predicate(random) {
  const one = () => operand(random);
  const path = () => random.pick(kPaths);
  return random.pick([
    () => `${path()} ${random.pick(kComparators)} ${value(random)}`,
    () => `${path()} ${random.pick(kComparators)} ${value(random)}`,
    () => `size ( ${path()} ) ${random.pick(kComparators)} ${value(random)}`,
    () => `${path()} BETWEEN ${value(random)} AND ${value(random)}`,
    () => `${path()} IN [ ${value(random)} , ${value(random)} ]`,
    () => `attribute_type ( ${path()} , ${random.pick(kTypes)} )`,
    () => `begins_with ( ${path()} , ${one()} )`,
    () => `contains ( ${path()} , ${one()} )`,
    () => `attribute_exists ( ${path()} )`,
    () => `${path()} IS ${random.pick(["", "NOT "])}${random.pick(["MISSING", "NULL"])}`,
  ])();
}

const operand = (random) => (random.chance(0.4) ? random.pick(kPaths) : value(random));
const value = (random) => (random.chance(0.2) ? "?" : random.pick(kLiterals));
