// Prints expression trees (conditions.mjs, updates.mjs) as the texts DynamoDB reads, with placeholders
// for all values and for those names that need one, and for others now and then.

const bareName = /^[A-Za-z_][A-Za-z0-9_]*$/;
const reserved = new Set(["size"]);

/** Collects the placeholders of one request. */
export class ExpressionText {
  constructor(random) {
    this.random = random;
    this.names = new Map();
    this.values = [];
  }

  /** The members to add to the request. */
  placeholders() {
    const values = this.values.map((value, at) => [`:v${at}`, value]);
    return {
      ...(this.names.size > 0 && {
        ExpressionAttributeNames: Object.fromEntries(
          [...this.names].map(([name, placeholder]) => [placeholder, name]),
        ),
      }),
      ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
    };
  }

  value(value) {
    this.values.push(value);
    return `:v${this.values.length - 1}`;
  }

  name(name) {
    const isBare = bareName.test(name) && !reserved.has(name);
    if (isBare && !this.random.chance(0.2)) return name;
    if (!this.names.has(name)) this.names.set(name, `#n${this.names.size}`);
    return this.names.get(name);
  }

  path(path) {
    const steps = path.slice(1);
    const text = steps.map((step) =>
      typeof step === "number" ? `[${step}]` : `.${this.name(step)}`,
    );
    return this.name(path[0]) + text.join("");
  }

  paths = (paths) => paths.map((path) => this.path(path)).join(", ");

  // --- Conditions ---------------------------------------------------------------------------------

  condition(condition) {
    const { op } = condition;
    if (op === "and" || op === "or") {
      const [left, right] = [condition.left, condition.right].map((each) => this.#part(each, op));
      return `${left} ${op.toUpperCase()} ${right}`;
    }
    if (op === "not") return `NOT ${this.#part(condition.of, op)}`;
    if (op === "between") {
      const [of, low, high] = [condition.of, condition.low, condition.high].map(this.operand);
      return `${of} BETWEEN ${low} AND ${high}`;
    }
    if (op === "in") {
      return `${this.operand(condition.of)} IN (${condition.list.map(this.operand).join(", ")})`;
    }
    if (condition.path) return this.#call(condition);
    return `${this.operand(condition.left)} ${op} ${this.operand(condition.right)}`;
  }

  /** A part of `parent`, in parentheses where the grammar needs them, and now and then elsewhere. */
  #part(condition, parent) {
    const strength = { or: 1, and: 2, not: 3 };
    const own = strength[condition.op] ?? 4;
    const text = this.condition(condition);
    return own <= strength[parent] || this.random.chance(0.2) ? `(${text})` : text;
  }

  #call({ op, path, type, operand }) {
    const first = this.path(path);
    if (type) return `${op}(${first}, ${this.value({ S: type })})`;
    return operand ? `${op}(${first}, ${this.operand(operand)})` : `${op}(${first})`;
  }

  operand = (operand) => {
    if (operand.value) return this.value(operand.value);
    return operand.size ? `size(${this.path(operand.size)})` : this.path(operand.path);
  };

  // --- Key conditions -----------------------------------------------------------------------------

  /** `key` is {equals: {name: value}, sort?: {name, op, values}}, as model-reads.mjs takes it. */
  keyCondition({ equals, sort }) {
    const parts = Object.entries(equals).map(
      ([name, value]) => `${this.name(name)} = ${this.value(value)}`,
    );
    if (sort) parts.push(this.#sortCondition(sort));
    return parts.join(" AND ");
  }

  #sortCondition({ name, op, values }) {
    const path = this.name(name);
    const [first, second] = values.map((value) => this.value(value));
    if (op === "between") return `${path} BETWEEN ${first} AND ${second}`;
    return op === "begins_with" ? `begins_with(${path}, ${first})` : `${path} ${op} ${first}`;
  }

  // --- Updates ------------------------------------------------------------------------------------

  update({ set, remove, add, delete: taken }) {
    const clause = (word, parts) => (parts.length > 0 ? [`${word} ${parts.join(", ")}`] : []);
    const pair = ({ path, value }) => `${this.path(path)} ${this.value(value)}`;
    const clauses = [
      ...clause(
        "SET",
        set.map(({ path, to }) => `${this.path(path)} = ${this.#source(to)}`),
      ),
      ...clause(
        "REMOVE",
        remove.map((path) => this.path(path)),
      ),
      ...clause("ADD", add.map(pair)),
      ...clause("DELETE", taken.map(pair)),
    ];
    return this.random.some(clauses, clauses.length).join(" ");
  }

  #source(to) {
    if (!to.op) return this.#updateOperand(to);
    return `${this.#updateOperand(to.left)} ${to.op} ${this.#updateOperand(to.right)}`;
  }

  #updateOperand(given) {
    if (given.value) return this.value(given.value);
    if (given.path) return this.path(given.path);
    if (given.if_not_exists) {
      const [path, otherwise] = given.if_not_exists;
      return `if_not_exists(${this.path(path)}, ${this.#updateOperand(otherwise)})`;
    }
    const [first, second] = given.list_append.map((each) => this.#updateOperand(each));
    return `list_append(${first}, ${second})`;
  }
}
