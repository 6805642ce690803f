// Follows a stream as it grows: every shard from its oldest record on, page by page, by the operations
// of DynamoDB Streams.
import type { Item } from "./attribute-value.ts";
import { OperationError, type Session } from "./session.ts";

/** A record as GetRecords answers it. */
export interface TailRecord {
  eventID: string;
  eventName: "INSERT" | "MODIFY" | "REMOVE";
  dynamodb: {
    ApproximateCreationDateTime: number;
    Keys: Item;
    NewImage?: Item;
    OldImage?: Item;
    SequenceNumber: string;
    SizeBytes: number;
  };
  userIdentity?: { PrincipalId: string };
}

interface Shard {
  lastRead: string | undefined;
  iterator: string | undefined;
  hasEnded: boolean;
}

interface DescribeStreamAnswer {
  StreamDescription: { Shards?: { ShardId: string }[]; LastEvaluatedShardId?: string };
}

export class StreamTail {
  readonly streamArn: string;
  private readonly session: Session;
  private readonly shards = new Map<string, Shard>();

  constructor(session: Session, streamArn: string) {
    this.session = session;
    this.streamArn = streamArn;
  }

  get shardCount(): number {
    return this.shards.size;
  }

  get openShardCount(): number {
    return [...this.shards.values()].filter(({ hasEnded }) => !hasEnded).length;
  }

  /** What was written since the last reading, oldest first. Throws OperationError. */
  async read(): Promise<TailRecord[]> {
    await this.findShards();
    const found: TailRecord[] = [];
    for (const [id, shard] of this.shards) {
      if (!shard.hasEnded) found.push(...(await this.readShard(id, shard)));
    }
    // A stable sort: records of one shard stay in their order.
    return found.sort((left, right) => createdAt(left) - createdAt(right));
  }

  private async findShards(): Promise<void> {
    let from: string | undefined;
    do {
      const start = from === undefined ? {} : { ExclusiveStartShardId: from };
      const input = { StreamArn: this.streamArn, ...start };
      const { StreamDescription }: DescribeStreamAnswer = await this.session.callQuietly(
        "DescribeStream",
        input,
      );
      for (const { ShardId } of StreamDescription.Shards ?? []) {
        if (this.shards.has(ShardId)) continue;
        this.shards.set(ShardId, { lastRead: undefined, iterator: undefined, hasEnded: false });
      }
      from = StreamDescription.LastEvaluatedShardId;
    } while (from !== undefined);
  }

  private async readShard(id: string, shard: Shard): Promise<TailRecord[]> {
    const found: TailRecord[] = [];
    for (;;) {
      const page = await this.readPage(id, shard);
      found.push(...page);
      if (page.length === 0 || shard.hasEnded) return found;
    }
  }

  private async readPage(id: string, shard: Shard): Promise<TailRecord[]> {
    shard.iterator ??= await this.makeIterator(id, shard.lastRead);
    try {
      const answer = await this.session.callQuietly<{
        Records: TailRecord[];
        NextShardIterator?: string;
      }>("GetRecords", { ShardIterator: shard.iterator });
      shard.lastRead = answer.Records.at(-1)?.dynamodb.SequenceNumber ?? shard.lastRead;
      shard.iterator = answer.NextShardIterator;
      shard.hasEnded = answer.NextShardIterator === undefined;
      return answer.Records;
    } catch (error) {
      // The clock was moved past what the iterator or its records live for.
      const isOld = error instanceof OperationError && /^(Expired|Trimmed)/.test(error.name);
      if (!isOld) throw error;
      if (error.name.startsWith("Trimmed")) shard.lastRead = undefined;
      shard.iterator = undefined;
      return this.readPage(id, shard);
    }
  }

  private async makeIterator(ShardId: string, after: string | undefined): Promise<string> {
    const place =
      after === undefined
        ? { ShardIteratorType: "TRIM_HORIZON" }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after };
    const input = { StreamArn: this.streamArn, ShardId, ...place };
    const answer = await this.session.callQuietly<{ ShardIterator: string }>(
      "GetShardIterator",
      input,
    );
    return answer.ShardIterator;
  }
}

const createdAt = ({ dynamodb }: TailRecord) => dynamodb.ApproximateCreationDateTime;
