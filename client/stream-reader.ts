// Reads a DynamoDB stream as a consumer has to: every shard after its parent is done with, each from
// a position that outlives iterators, by the four operations of DynamoDB Streams.
import type { WireRecord } from "./lambda-event.ts";
import { PixiiError } from "./pixii-error.ts";

/** One operation of the database: an object in, an object out; throws PixiiError. */
export type CallOperation = (operation: string, input: object) => object;

/** A shard as DescribeStream tells it. */
interface WireShard {
  ShardId: string;
  ParentShardId?: string;
  /** With an end, the shard is closed. */
  SequenceNumberRange?: { StartingSequenceNumber?: string; EndingSequenceNumber?: string };
}

interface DescribeStreamAnswer {
  StreamDescription: { Shards?: WireShard[]; LastEvaluatedShardId?: string };
}

interface GetRecordsAnswer {
  Records?: WireRecord[];
  NextShardIterator?: string;
}

const pageSize = 1000;

/** One shard, read page by page. */
export class ShardReader {
  readonly shardId: string;
  readonly parentId: string | undefined;
  /** Read to its end; only a closed shard has one. */
  hasEnded = false;
  private readonly call: CallOperation;
  private readonly streamArn: string;
  /** The last record that was read; none: from the oldest record on. */
  private lastRead: string | undefined;
  /** Where lastRead leaves off, for as long as it lives. */
  private iterator: string | undefined;

  constructor(call: CallOperation, streamArn: string, shard: WireShard) {
    this.call = call;
    this.streamArn = streamArn;
    this.shardId = shard.ShardId;
    this.parentId = shard.ParentShardId;
  }

  /** The next records, up to 1,000 or 1 MB; none when all that was written so far is read. */
  read(): WireRecord[] {
    if (this.hasEnded) return [];
    const { Records = [], NextShardIterator } = this.getRecords();
    const last = Records.at(-1);
    if (last !== undefined) this.lastRead = last.dynamodb.SequenceNumber;
    this.iterator = NextShardIterator;
    if (NextShardIterator === undefined) this.hasEnded = true;
    return Records;
  }

  /** Reads over everything written so far. */
  skipToLatest(): void {
    while (this.read().length > 0);
  }

  private getRecords(): GetRecordsAnswer {
    this.iterator ??= this.makeIterator();
    const input = { ShardIterator: this.iterator, Limit: pageSize };
    try {
      return this.call("GetRecords", input) as GetRecordsAnswer;
    } catch (error) {
      // Iterators live for fifteen minutes, records for a day: whoever was away for longer goes on
      // with the oldest record there is.
      if (!isNamed(error, "ExpiredIteratorException", "TrimmedDataAccessException")) throw error;
      if (isNamed(error, "TrimmedDataAccessException")) this.lastRead = undefined;
      this.iterator = this.makeIterator();
      return this.call("GetRecords", { ...input, ShardIterator: this.iterator });
    }
  }

  private makeIterator(): string {
    const shard = { StreamArn: this.streamArn, ShardId: this.shardId };
    const fromStart = { ...shard, ShardIteratorType: "TRIM_HORIZON" };
    const input =
      this.lastRead === undefined
        ? fromStart
        : { ...shard, ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: this.lastRead };
    try {
      return this.getIterator(input);
    } catch (error) {
      if (!isNamed(error, "TrimmedDataAccessException")) throw error;
      this.lastRead = undefined;
      return this.getIterator(fromStart);
    }
  }

  private getIterator(input: object): string {
    return (this.call("GetShardIterator", input) as { ShardIterator: string }).ShardIterator;
  }
}

/** All shards of one stream that are still to be read, found as they appear. */
export class StreamReader {
  readonly streamArn: string;
  private readonly call: CallOperation;
  /** By shard id; those that are done with stay known, so that they are not read again. */
  private readonly known = new Map<string, ShardReader | undefined>();

  /** Throws PixiiError ResourceNotFoundException when there is no such stream. */
  constructor(call: CallOperation, streamArn: string, from: "TRIM_HORIZON" | "LATEST") {
    this.call = call;
    this.streamArn = streamArn;
    for (const shard of this.listShards()) this.begin(shard, from);
  }

  /** Shards whose parents are done with, parents always before their children. */
  readable(): ShardReader[] {
    const shards = [...this.known.values()].filter((shard) => shard !== undefined);
    return shards.filter(({ parentId }) => parentId === undefined || !this.known.get(parentId));
  }

  /** The shard's records are all dealt with: its children may be read now. */
  finish(shard: ShardReader): void {
    this.known.set(shard.shardId, undefined);
    this.discover();
  }

  /** Looks for shards that were not there before; those are read from their beginning. */
  discover(): void {
    for (const shard of this.listShards()) {
      if (!this.known.has(shard.ShardId)) this.begin(shard, "TRIM_HORIZON");
    }
  }

  /** Whether no shard is left to read. */
  isEmpty(): boolean {
    return [...this.known.values()].every((shard) => shard === undefined);
  }

  private begin(shard: WireShard, from: "TRIM_HORIZON" | "LATEST"): void {
    const reader = new ShardReader(this.call, this.streamArn, shard);
    if (from === "LATEST") reader.skipToLatest();
    this.known.set(shard.ShardId, reader.hasEnded ? undefined : reader);
  }

  private listShards(): WireShard[] {
    const shards: WireShard[] = [];
    let from: string | undefined;
    do {
      const start = from === undefined ? {} : { ExclusiveStartShardId: from };
      const input = { StreamArn: this.streamArn, ...start };
      const { StreamDescription } = this.call("DescribeStream", input) as DescribeStreamAnswer;
      shards.push(...(StreamDescription.Shards ?? []));
      from = StreamDescription.LastEvaluatedShardId;
    } while (from !== undefined);
    return shards;
  }
}

/** Whether something thrown is a PixiiError of one of these names. */
export function isNamed(error: unknown, ...names: string[]): boolean {
  return error instanceof PixiiError && names.includes(error.name);
}
