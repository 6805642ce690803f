// Makes requests with random expressions, half of them broken on purpose, to be held against another
// DynamoDB: the texts of faults, which fault is found first, and what an expression does to an item.
// The same seed makes the same requests.

/** What is there before each request. */
export const kItem = {
  pk: { S: "k" },
  s: { S: "text" },
  n: { N: "5" },
  b: { B: "YWJj" },
  t: { BOOL: true },
  z: { NULL: true },
  ss: { SS: ["a", "b"] },
  ns: { NS: ["1", "2"] },
  bs: { BS: ["YQ=="] },
  l: { L: [{ N: "1" }, { S: "two" }, { M: { x: { N: "3" } } }] },
  m: { M: { s: { S: "in" }, n: { N: "7" }, l: { L: [{ S: "p" }] }, m: { M: {} } } },
};
const kValues = {
  ":s": { S: "te" },
  ":n": { N: "3" },
  ":i": { N: "5" },
  ":b": { B: "YQ==" },
  ":t": { BOOL: true },
  ":z": { NULL: true },
  ":ss": { SS: ["a", "c"] },
  ":ns": { NS: ["1", "3"] },
  ":bs": { BS: ["YQ==", "Yg=="] },
  ":l": { L: [{ N: "9" }] },
  ":m": { M: { x: { N: "1" } } },
  ":y": { S: "S" },
};
const kNames = { "#n": "n", "#s": "s", "#d": "a.b", "#x": "none", "#m": "m" };
const kPaths = [
  "s",
  "n",
  "b",
  "t",
  "z",
  "ss",
  "ns",
  "bs",
  "l",
  "m",
  "none",
  "pk",
  "#n",
  "#s",
  "#x",
  "#d",
  "l[0]",
  "l[1]",
  "l[2]",
  "l[5]",
  "l[2].x",
  "m.s",
  "m.n",
  "m.l",
  "m.l[0]",
  "m.m",
  "m.m.q",
  "m.none",
  "none.a",
  "s.a",
  "l.a",
  "m[0]",
  "#m.n",
  "m.#n",
  "l[1][0]",
];
const kFunctions = ["attribute_exists", "attribute_not_exists", "attribute_type", "begins_with"];
const kWords = [
  "(",
  ")",
  "[",
  "]",
  ",",
  ".",
  "=",
  "<>",
  "<",
  "<=",
  ">",
  ">=",
  "+",
  "-",
  "AND",
  "OR",
  "NOT",
  "BETWEEN",
  "IN",
  "SET",
  "REMOVE",
  "ADD",
  "DELETE",
  "size",
  "contains",
  "if_not_exists",
  "0",
  "list_append",
  "name",
  "and",
  "*",
  "!",
  "_a",
  "a-b",
  "1a",
  "#",
  ":",
  ":none",
  "#none",
  "==",
  ...kFunctions,
];

/** `count` runs of three steps on the usual table: the item, a request, and a look at the item. */
export function* generateRuns(seed, count) {
  const random = new Random(seed);
  for (let i = 0; i < count; i++) {
    const made = random.pick([updateStep, conditionStep, filterStep, projectionStep])(random);
    const look = { TableName: "Things", Key: { pk: kItem.pk }, ConsistentRead: true };
    yield {
      file: `generated/${made.call}`,
      shows: `request ${i} of seed ${seed}`,
      steps: [
        { call: "PutItem", request: { TableName: "Things", Item: kItem } },
        made,
        { call: "GetItem", request: look },
      ],
    };
  }
}

function updateStep(random) {
  const request = { UpdateExpression: broken(random, updateText(random)) };
  if (random.chance(0.15)) request.ConditionExpression = broken(random, condition(random, 2));
  request.ReturnValues = random.pick(["ALL_NEW", "ALL_OLD", "NONE"]);
  return step("UpdateItem", request, random);
}

function conditionStep(random) {
  return step("DeleteItem", { ConditionExpression: broken(random, condition(random, 3)) }, random);
}

function filterStep(random) {
  const request = { FilterExpression: broken(random, condition(random, 3)) };
  if (random.chance(0.15)) request.ProjectionExpression = broken(random, projection(random));
  return step("Scan", request, random);
}

function projectionStep(random) {
  return step("GetItem", { ProjectionExpression: broken(random, projection(random)) }, random);
}

function step(call, expressions, random) {
  const request = { TableName: "Things", ...expressions };
  if (call !== "Scan") request.Key = { pk: kItem.pk };
  const text = Object.values(expressions).join(" ");
  const names = defined(text, /#\w+/g, kNames, random);
  const values = defined(text, /:\w+/g, kValues, random);
  if (names) request.ExpressionAttributeNames = names;
  if (values && call !== "GetItem") request.ExpressionAttributeValues = values;
  return { call, request };
}

/** What the text uses and, now and then, something it does not use; undefined for nothing. */
function defined(text, form, all, random) {
  const used = new Set((text.match(form) ?? []).filter((word) => word in all));
  if (random.chance(0.03)) used.add(random.pick(Object.keys(all)));
  if (used.size === 0) return undefined;
  return Object.fromEntries([...used].map((word) => [word, all[word]]));
}

function condition(random, depth) {
  if (depth > 0 && random.chance(0.5)) {
    const inner = () => condition(random, depth - 1);
    return random.pick([
      () => `${inner()} AND ${inner()}`,
      () => `${inner()} OR ${inner()}`,
      () => `NOT ${inner()}`,
      () => `( ${inner()} )`,
    ])();
  }
  return comparison(random);
}

function comparison(random) {
  const one = () => operand(random);
  const comparator = random.pick(["=", "<>", "<", "<=", ">", ">="]);
  return random.pick([
    () => `${one()} ${comparator} ${one()}`,
    () => `${one()} ${comparator} ${one()}`,
    () => `${one()} BETWEEN ${one()} AND ${one()}`,
    () => `${one()} IN ( ${one()} , ${one()} )`,
    () => `attribute_exists ( ${one()} )`,
    () => `attribute_not_exists ( ${one()} )`,
    () => `attribute_type ( ${one()} , ${random.chance(0.7) ? ":y" : one()} )`,
    () => `begins_with ( ${one()} , ${one()} )`,
    () => `contains ( ${one()} , ${one()} )`,
  ])();
}

function operand(random) {
  if (random.chance(0.1)) return `size ( ${random.pick(kPaths)} )`;
  return random.chance(0.5) ? random.pick(kPaths) : random.pick(Object.keys(kValues));
}

function projection(random) {
  return random.some(kPaths, 3).join(" , ");
}

function updateText(random) {
  const clauses = random.some(["SET", "REMOVE", "ADD", "DELETE"], 2);
  return clauses.map((clause) => clauseText(random, clause)).join(" ");
}

function clauseText(random, clause) {
  const paths = random.some(kPaths.slice(0, 11).concat(kPaths.slice(12)), 2);
  if (clause === "REMOVE") return `REMOVE ${paths.join(" , ")}`;
  const value = () => random.pick(Object.keys(kValues));
  if (clause !== "SET") return `${clause} ${paths.map((path) => `${path} ${value()}`).join(" , ")}`;
  return `SET ${paths.map((path) => `${path} = ${rightHand(random)}`).join(" , ")}`;
}

function rightHand(random) {
  const one = () => (random.chance(0.5) ? random.pick(kPaths) : random.pick(Object.keys(kValues)));
  return random.pick([
    one,
    () => `${one()} + ${one()}`,
    () => `${one()} - ${one()}`,
    () => `if_not_exists ( ${one()} , ${one()} )`,
    () => `if_not_exists ( ${one()} , ${one()} ) + ${one()}`,
    () => `list_append ( ${one()} , ${one()} )`,
    () => `list_append ( if_not_exists ( ${one()} , :l ) , ${one()} )`,
  ])();
}

/** Half of the texts lose, gain, double or exchange a word or two. */
export function broken(random, text) {
  const words = text.split(" ");
  for (let chance = 0.5; random.chance(chance); chance = 0.3) {
    const at = random.below(words.length);
    random.pick([
      () => words.splice(at, 1),
      () => words.splice(at, 0, random.pick(kWords)),
      () => words.splice(at, 1, random.pick(kWords)),
      () => words.splice(at, 0, words[at]),
    ])();
    if (words.length === 0) words.push(random.pick(kWords));
  }
  return words.join(random.chance(0.9) ? " " : "");
}

/** A linear congruential generator in 48 bits, of which the upper ones are used. */
export class Random {
  constructor(seed) {
    this.state = BigInt(seed) + 1n;
  }

  below(bound) {
    this.state = (this.state * 25214903917n + 11n) & 0xffffffffffffn;
    return Number((this.state >> 17n) % BigInt(bound));
  }

  chance(share) {
    return this.below(1000) < share * 1000;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** One to `count_max` different members. */
  some(list, count_max) {
    const picked = new Set();
    const count = 1 + this.below(count_max);
    while (picked.size < count) picked.add(this.pick(list));
    return [...picked];
  }
}
