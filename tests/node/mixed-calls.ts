// A long mixture of calls, the same for the same seed: every operation, right and wrong, with the clock
// moving in between. What two engines answer to it can be compared byte by byte.
import type { Database } from "../../client/database.ts";
import { create, tables, type Kind, type Random } from "./mixed-requests.ts";

/** A whole target and a JSON text, in which {{Name}} stands for what was told under that name last. */
export type Call = [target: string, body: string];

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const streamOperations = new Set([
  "DescribeStream",
  "GetRecords",
  "GetShardIterator",
  "ListStreams",
]);

export function targetOf(operation: string): string {
  if (operation.includes(".")) return operation;
  const service = streamOperations.has(operation) ? "DynamoDBStreams" : "DynamoDB";
  return `${service}_20120810.${operation}`;
}

function nextCall(random: Random, kinds: readonly Kind[], weights: number): Call {
  let left = random(weights);
  for (const [weight, operation, input] of kinds) {
    left -= weight;
    if (left >= 0) continue;
    const body = JSON.stringify(input(random));
    return [targetOf(operation), random(200) === 0 ? body.slice(0, -1) : body];
  }
  throw new Error("the weights do not add up");
}

/** `count` calls of these kinds; the first ones make the tables. */
export function mixedCalls(seed: number, count: number, kinds: readonly Kind[]): Call[] {
  const random = randomFrom(seed);
  const weights = kinds.reduce((sum, [weight]) => sum + weight, 0);
  const calls: Call[] = tables.map((name) => [
    targetOf("CreateTable"),
    JSON.stringify(create(name)),
  ]);
  while (calls.length < count) calls.push(nextCall(random, kinds, weights));
  return calls;
}

/** What answers told that later requests hand back. */
export class Memory {
  private readonly told: Map<string, string>;

  constructor(told: Iterable<[string, string]> = []) {
    this.told = new Map(told);
  }

  copy(): Memory {
    return new Memory(this.told);
  }

  fill(body: string): string {
    return body.replaceAll(
      /\{\{([\w.]+)\}\}/g,
      (_, name: string) => this.told.get(name) ?? "nothing",
    );
  }

  learn(target: string, answer: string): void {
    // Streams, shards and iterators of one service are none to the others.
    const service = target.slice(0, target.indexOf("_"));
    for (const [, name, text] of answer.matchAll(names)) {
      const isOfStreams = /^(Stream|Shard)/.test(name!);
      this.told.set(isOfStreams ? `${service}.${name}` : name!, text!);
    }
  }
}

const names =
  /"(?:Next)?(StreamArn|ShardId|ShardIterator|TransactionId|SnapshotId|FaultId|Data|Now)":"([^"]*)"/g;

/** Plays the calls; each answer as one text of status, request id and body. */
export async function play(db: Database, calls: Call[], memory = new Memory()): Promise<string[]> {
  const answers: string[] = [];
  for (const [target, body] of calls) {
    const { status, requestId, body: text } = await db.request(target, memory.fill(body));
    if (status === 200) memory.learn(target, text);
    answers.push(`${status} ${requestId} ${text}`);
  }
  return answers;
}
