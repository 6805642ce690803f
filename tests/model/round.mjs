// One round: a random table and a run of random operations on it, each played by the model and by the
// service, answer against answer; at its end both tell all they hold.

import { compare } from "./compare.mjs";
import { Operations } from "./generate-operations.mjs";
import { makeSchema } from "./generate-schema.mjs";
import { Model } from "./model.mjs";
import { checkSegments, learnOrder } from "./order.mjs";
import { Random } from "./random.mjs";

const pagesMax = 200;

/** The table and the operations of a seed: {schema, operations}. */
export function makeRound(seed, count) {
  const random = new Random(seed);
  const schema = makeSchema(random, "Things");
  const operations = new Operations(random, schema);
  const length = schema.isLarge ? Math.ceil(count / 2) : count;
  return { schema, operations: Array.from({ length }, () => operations.next()) };
}

/**
 * Plays it on a host. Answers {played, difference?}: `played` counts requests whose answers were
 * compared; `difference` is {what, operation, at, expected, actual}.
 */
export async function playRound(host, { schema, operations }) {
  const player = new Player(host, schema);
  await player.open();
  for (const [at, operation] of operations.entries()) {
    const difference = await player.play(operation);
    if (difference) return { played: player.played, difference: { at, operation, ...difference } };
  }
  const difference = await player.finish();
  return {
    played: player.played,
    difference: difference && { at: operations.length, ...difference },
  };
}

class Player {
  constructor(host, schema) {
    this.host = host;
    this.schema = schema.input;
    this.model = new Model(schema.input);
    this.played = 0;
  }

  call = async (name, input) => {
    const { status, body } = await this.host.call(
      `DynamoDB_20120810.${name}`,
      JSON.stringify(input),
    );
    return { status, body: JSON.parse(body) };
  };

  async open() {
    await this.host.reset();
    const made = await this.call("CreateTable", this.schema);
    if (made.status !== 200) throw new Error(`CreateTable: ${JSON.stringify(made.body)}`);
  }

  /** Plays an operation and, if it is paged, all pages behind it. */
  async play(operation) {
    let current = operation;
    for (let page = 0; page < pagesMax; page++) {
      const found = await this.#playOne(current);
      if (found.what) return found;
      const start = found.body.LastEvaluatedKey;
      if (!start) return undefined;
      current = { ...current, input: { ...current.input, ExclusiveStartKey: start } };
    }
    return { what: `no end of pages after ${pagesMax}` };
  }

  /** The answer, or a difference. */
  async #playOne(operation) {
    const learned = await this.#learn(operation);
    if (learned.difference) return { what: learned.difference, actual: learned.actual };
    const expected = this.model.play(operation, learned.order);
    const actual = await this.call(operation.name, operation.input);
    this.played += 1;
    const what = compare(operation, expected, actual);
    return what ? { what, expected, actual, input: operation.input } : { body: actual.body };
  }

  /** The service's own order, where the operation depends on it. */
  async #learn({ name, input }) {
    const isScan = name === "Scan";
    const { table } = this.model;
    if (!isScan && !(name === "Query" && input.IndexName)) return {};
    const { IndexName, Segment, TotalSegments } = input;
    if (TotalSegments === undefined) return learnOrder(this.call, table, IndexName);
    const difference = await checkSegments(this.call, table, IndexName, TotalSegments);
    if (difference) return { difference };
    return learnOrder(this.call, table, IndexName, { Segment, TotalSegments });
  }

  /** Everything there is, at last. */
  async finish() {
    const { table } = this.model;
    for (const name of [undefined, ...table.indexes.map((index) => index.name)]) {
      const learned = await learnOrder(this.call, table, name);
      if (learned.difference) return { what: learned.difference, actual: learned.actual };
    }
    return this.host.measures === false ? undefined : this.#checkMeasures();
  }

  async #checkMeasures() {
    const { body } = await this.call("DescribeTable", { TableName: this.schema.TableName });
    const { Table } = body;
    const found = { "": { ItemCount: Table.ItemCount, bytes: Table.TableSizeBytes } };
    for (const each of [
      ...(Table.GlobalSecondaryIndexes ?? []),
      ...(Table.LocalSecondaryIndexes ?? []),
    ]) {
      found[each.IndexName] = { ItemCount: each.ItemCount, bytes: each.IndexSizeBytes };
    }
    const expected = this.model.measures();
    const same = JSON.stringify(expected) === JSON.stringify(found);
    return same ? undefined : { what: "other counts or sizes", expected, actual: found };
  }
}

/** The shortest list of operations, of those given, that still ends in the same kind of difference. */
export async function shrink(host, { schema, operations }, difference) {
  const still = async (fewer) => {
    const found = (await playRound(host, { schema, operations: fewer })).difference;
    return found !== undefined && found.what === difference.what ? found : undefined;
  };
  let kept = operations.slice(0, difference.at + 1);
  let last = difference;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < kept.length;) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      const found = fewer.length > 0 ? await still(fewer) : undefined;
      if (found) [kept, last] = [fewer.slice(0, found.at + 1), found];
      else from += size;
    }
  }
  return { operations: kept, difference: last };
}
