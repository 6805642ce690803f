// A stream small enough to be read at a glance: shards that a test fills, splits and trims itself,
// behind the operations that consumers call, and a clock that stands until it is moved.
import { Consumers } from "../../client/consumers.ts";
import type { DynamoDBRecord, WireRecord } from "../../client/lambda-event.ts";
import { PixiiError } from "../../client/pixii-error.ts";

interface FakeShard {
  id: string;
  parent: string | undefined;
  records: WireRecord[];
  isClosed: boolean;
}

const minuteMs = 60_000;
export const streamArn =
  "arn:aws:dynamodb:us-east-1:000000000000:table/Orders/stream/2026-01-01T00:00:00.000";

export class FakeStream {
  shards: FakeShard[] = [{ id: "shardId-0", parent: undefined, records: [], isClosed: false }];
  nowMs = Date.UTC(2026, 0, 1, 12);
  isRunning = false;
  commits = 0;
  pageSize = 2;
  private lastSequence = 0;
  readonly consumers = new Consumers({
    call: (operation, input) => this.call(operation, input as Record<string, string>),
    nowMs: () => this.nowMs,
    isClockRunning: () => this.isRunning,
    commitNumber: () => this.commits,
    changed: () => {},
  });

  /** Writes one record per key, one after the other. */
  write(keys: string | string[], members: Partial<WireRecord> = {}, shard = 0): void {
    for (const key of [keys].flat()) {
      this.lastSequence += 1;
      this.commits += 1;
      this.shards[shard]!.records.push({
        eventID: `event-${this.lastSequence}`,
        eventName: "INSERT",
        eventVersion: "1.1",
        eventSource: "aws:dynamodb",
        awsRegion: "us-east-1",
        dynamodb: {
          ApproximateCreationDateTime: Math.floor(this.nowMs / 1000),
          Keys: { pk: { S: key } },
          NewImage: { pk: { S: key }, amount: { N: "1" } },
          SequenceNumber: String(this.lastSequence).padStart(21, "0"),
          SizeBytes: 20,
          StreamViewType: "NEW_AND_OLD_IMAGES",
        },
        ...members,
      });
    }
  }

  /** Closes a shard; its two children come behind all others. */
  split(shard = 0): void {
    const { id } = this.shards[shard]!;
    this.shards[shard]!.isClosed = true;
    for (const letter of ["a", "b"]) {
      this.shards.push({ id: `${id}${letter}`, parent: id, records: [], isClosed: false });
    }
    this.commits += 1;
  }

  /** Moves the clock as client/clock.ts does: from due time to due time. */
  async advance(seconds: number): Promise<void> {
    const targetMs = this.nowMs + seconds * 1000;
    do {
      this.nowMs = Math.min(targetMs, Math.max(this.nowMs, this.consumers.nextDueMs()));
      await this.consumers.runDue();
    } while (this.nowMs < targetMs || this.consumers.nextDueMs() <= targetMs);
  }

  private call(operation: string, input: Record<string, string>): object {
    if (operation === "DescribeTable") return this.describeTable(input["TableName"]!);
    if (operation === "DescribeStream") return this.describeStream(input["ExclusiveStartShardId"]);
    if (operation === "GetShardIterator") return this.getIterator(input);
    return this.getRecords(input["ShardIterator"]!);
  }

  private describeTable(name: string): object {
    if (name === "Orders") {
      const StreamSpecification = { StreamEnabled: true };
      return { Table: { StreamSpecification, LatestStreamArn: streamArn } };
    }
    if (name === "NoStream") return { Table: {} };
    throw new PixiiError("ResourceNotFoundException", "Requested resource not found");
  }

  /** One shard a page. */
  private describeStream(after: string | undefined): object {
    const at = after === undefined ? 0 : this.shards.findIndex(({ id }) => id === after) + 1;
    const shard = this.shards[at];
    if (shard === undefined) return { StreamDescription: { Shards: [] } };
    const { id: ShardId, parent: ParentShardId } = shard;
    const isLast = at === this.shards.length - 1;
    const Shards = [{ ShardId, ...(ParentShardId === undefined ? {} : { ParentShardId }) }];
    return { StreamDescription: { Shards, ...(isLast ? {} : { LastEvaluatedShardId: ShardId }) } };
  }

  private getIterator(input: Record<string, string>): object {
    const after = input["ShardIteratorType"] === "TRIM_HORIZON" ? "" : input["SequenceNumber"];
    return { ShardIterator: `${input["ShardId"]}|${after}|${this.nowMs}` };
  }

  /** A few records a page. */
  private getRecords(iterator: string): object {
    const [id, after = "", madeMs] = iterator.split("|");
    if (this.nowMs - Number(madeMs) > 15 * minuteMs) {
      throw new PixiiError("ExpiredIteratorException", "Iterator expired");
    }
    const shard = this.shards.find((each) => each.id === id)!;
    const left = shard.records.filter(({ dynamodb }) => dynamodb.SequenceNumber > after);
    const Records = left.slice(0, this.pageSize);
    const last = Records.at(-1)?.dynamodb.SequenceNumber ?? after;
    const isDrained = shard.isClosed && left.length === 0;
    return { Records, ...(isDrained ? {} : { NextShardIterator: `${id}|${last}|${this.nowMs}` }) };
  }
}

/** The partition keys of an event's records. */
export function keysOf({ Records }: { Records: object[] }): (string | undefined)[] {
  return (Records as DynamoDBRecord[]).map(({ dynamodb }) => dynamodb.Keys["pk"]?.S);
}
