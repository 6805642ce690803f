// A load for learners: so many requests a second on a table, on keys of their choice. It changes no
// item: writes delete what is not there, and reads look for it, which takes units all the same.
import type { KeyType } from "./attribute-value.ts";
import type { Session, TableSummary } from "./session.ts";

export interface LoadOptions {
  kind: "write" | "read";
  perSecond: number;
  /** Among how many partition keys the requests are shared out, in turn. */
  keys: number;
}

/** What became of the requests of one second. */
export interface LoadSecond {
  served: number;
  throttled: number;
}

const beatsPerSecond = 10;
const beatMs = 1000 / beatsPerSecond;
const throttles =
  /^(ProvisionedThroughputExceededException|ThrottlingException|RequestLimitExceeded)$/;

export class Load {
  /** Told once a second, and when it fails. */
  onSecond: (second: LoadSecond) => void = () => {};
  onFailure: (error: unknown) => void = () => {};
  private readonly session: Session;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly sum: LoadSecond = { served: 0, throttled: 0 };
  private beats = 0;
  private sent = 0;
  private isBusy = false;

  constructor(session: Session) {
    this.session = session;
  }

  get isRunning(): boolean {
    return this.timer !== undefined;
  }

  start(table: TableSummary, options: LoadOptions): void {
    this.stop();
    this.beats = 0;
    this.sent = 0;
    this.timer = setInterval(() => void this.beat(table, options), beatMs);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** A tenth of a second's requests, unless the last ones are still under way. */
  private async beat(table: TableSummary, options: LoadOptions): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      const outcome = await this.session.engine.ask("burst", ...this.requests(table, options));
      this.count(outcome);
    } catch (error) {
      this.stop();
      this.onFailure(error);
    } finally {
      this.isBusy = false;
    }
  }

  private requests(table: TableSummary, { kind, perSecond, keys }: LoadOptions) {
    this.beats += 1;
    const due = Math.round((this.beats * perSecond) / beatsPerSecond);
    const bodies: string[] = [];
    for (; this.sent < due; this.sent++) {
      bodies.push(JSON.stringify(requestOf(table, kind, this.sent % keys)));
    }
    const target = `DynamoDB_20120810.${kind === "write" ? "DeleteItem" : "GetItem"}`;
    return [target, bodies] as const;
  }

  private count(outcome: Record<string, number>): void {
    for (const [name, times] of Object.entries(outcome)) {
      if (throttles.test(name)) this.sum.throttled += times;
      else if (name === "" || name === "ConditionalCheckFailedException") this.sum.served += times;
      else throw new Error(`${name}: the load was refused.`);
    }
    if (this.beats % beatsPerSecond !== 0) return;
    this.onSecond({ ...this.sum });
    this.sum.served = 0;
    this.sum.throttled = 0;
  }
}

function requestOf(table: TableSummary, kind: LoadOptions["kind"], at: number): object {
  const { name, partitionKey, sortKey } = table;
  const Key = {
    [partitionKey.name]: keyValue(partitionKey.type, at),
    ...(sortKey === undefined ? {} : { [sortKey.name]: keyValue(sortKey.type, 0) }),
  };
  if (kind === "read") return { TableName: name, Key, ConsistentRead: true };
  // Should somebody have an item of this key, it stays.
  const condition = { ConditionExpression: "attribute_not_exists(#key)" };
  return {
    TableName: name,
    Key,
    ...condition,
    ExpressionAttributeNames: { "#key": partitionKey.name },
  };
}

function keyValue(type: KeyType, at: number): object {
  const text = `load-${at}`;
  if (type === "N") return { N: `-${1_000_000_000 + at}` };
  return type === "B" ? { B: btoa(text) } : { S: text };
}
