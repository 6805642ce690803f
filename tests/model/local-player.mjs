// Plays one round on DynamoDB Local beside the model, past all differences: each is noted, and after
// one in a write Local is given the model's items again.

import { compare, differingMembers } from "./compare.mjs";
import { Model } from "./model.mjs";
import { learnOrder } from "./order.mjs";
import { textOf } from "./trace.mjs";
import { canonicalItem } from "./values.mjs";

const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)/;
const pagesMax = 50;

export class LocalPlayer {
  constructor(local, seed, total) {
    this.local = local;
    this.seed = seed;
    this.total = total;
  }

  call = async (name, input) => {
    const answer = await this.local.call(`DynamoDB_20120810.${name}`, JSON.stringify(input));
    return { status: answer.status, body: JSON.parse(answer.body) };
  };

  /** Whether Local makes such a table. */
  async open(schema) {
    await this.local.reset();
    const actual = await this.call("CreateTable", schema);
    this.schema = schema;
    this.model = new Model(schema);
    const { theirs } = differingMembers({ answer: {} }, actual);
    if (actual.status !== 200)
      this.#note({ name: "CreateTable", input: schema }, "", "200", theirs);
    return actual.status === 200;
  }

  /** Plays the operation and its further pages. */
  async play(operation) {
    let start = await this.#playOne(operation);
    for (let page = 1; start && page < pagesMax; page++) {
      start = await this.#playOne({
        ...operation,
        input: { ...operation.input, ExclusiveStartKey: start },
      });
    }
  }

  /** The last evaluated key on which both agree. */
  async #playOne(operation) {
    const { name, input } = operation;
    const learned = await this.#learn(operation);
    if (learned.difference) return this.#note(operation, learned.difference, "200", "200");
    const expected = this.model.play(operation, learned.order);
    const actual = await this.call(name, input);
    this.total.operations += 1;
    if (takesAwayOnly(input)) await this.#repair(); // Local makes an item where none is
    if (compare(operation, expected, actual) === undefined) return actual.body.LastEvaluatedKey;
    const { ours, theirs } = differingMembers(expected, actual);
    const isOrder = sameInAnotherOrder(expected.answer?.Items, actual.body.Items);
    const shows = `seed ${this.seed}${isOrder ? ", the same items in another order" : ""}`;
    this.#note(operation, shows, ours, theirs);
    if (writes.test(name)) await this.#repair();
    const keys = [expected.answer?.LastEvaluatedKey, actual.body.LastEvaluatedKey];
    const agree =
      keys.every(Boolean) && textOf(canonicalItem(keys[0])) === textOf(canonicalItem(keys[1]));
    return agree ? keys[1] : undefined;
  }

  #note({ name, input }, shows, pixii, other) {
    const request = textOf(input);
    this.total.differences.push({ file: name, shows, request, pixii, other });
  }

  /** Local's own order of partitions, index entries and segments: it need not be by the rules. */
  async #learn({ name, input: { IndexName, Segment, TotalSegments } }) {
    if (name !== "Scan" && !(name === "Query" && IndexName)) return {};
    const segment = TotalSegments && { Segment, TotalSegments };
    return learnOrder(this.call, this.model.table, IndexName, segment, { anyOrder: true });
  }

  /** Makes Local's table hold what the model's holds. */
  async #repair() {
    const TableName = this.schema.TableName;
    const { body } = await this.call("Scan", { TableName });
    const { table } = this.model;
    const found = new Map(body.Items.map((item) => [table.idOf(canonicalItem(item)), item]));
    for (const [id, item] of found) {
      if (!table.items.has(id)) {
        await this.call("DeleteItem", { TableName, Key: table.keyOf(item) });
      }
    }
    for (const [id, Item] of table.items) {
      if (textOf(found.get(id)) !== textOf(Item)) await this.call("PutItem", { TableName, Item });
    }
  }
}

function takesAwayOnly(input) {
  const updates = [input, ...(input.TransactItems ?? []).map(({ Update }) => Update)];
  const texts = updates.map((update) => update?.UpdateExpression).filter(Boolean);
  return texts.some((text) => !/\b(SET|ADD)\b/i.test(text));
}

function sameInAnotherOrder(expected, actual) {
  const sorted = (items) => items?.map((item) => textOf(canonicalItem(item))).sort();
  return expected !== undefined && textOf(sorted(expected)) === textOf(sorted(actual));
}
