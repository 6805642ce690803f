// An event source mapping at work: reads its stream's shards into lanes, and calls the function for
// what the lanes hand over. Consumers decides when.
import { BatchLane, type InvocationResult, type QueuedRecord } from "./batch-lane.ts";
import { compileFilters } from "./event-filter.ts";
import type { CheckedOptions, EventHandler, EventSourceEvent } from "./event-source-options.ts";
import {
  makeContext,
  makeLambdaRecord,
  type LambdaContext,
  type WireRecord,
} from "./lambda-event.ts";
import { PixiiError } from "./pixii-error.ts";
import { isNamed, StreamReader, type CallOperation, type ShardReader } from "./stream-reader.ts";

const streamIsGone = "PROBLEM: The stream does not exist any more";

/** What Lambda tells of a mapping's last invocation. */
export type ProcessingResult =
  "No records processed" | "OK" | "PROBLEM: Function call failed" | typeof streamIsGone;

type StartingPosition = CheckedOptions["startingPosition"];

export interface RunnerParts {
  /** Counts the mappings of the database. */
  number: number;
  /** A table's name or ARN, or a stream's ARN. */
  source: string;
  options: CheckedOptions;
  handler: EventHandler;
  call: CallOperation;
  nowMs(): number;
}

/** A shard under way, with its lanes. */
interface Shard {
  reader: ShardReader;
  lanes: BatchLane[];
}

/** Records that a shard's lanes hold at most before reading goes on. */
const readAhead = 10_000;
const encoder = new TextEncoder();

export class MappingRunner {
  readonly number: number;
  readonly source: string;
  readonly options: CheckedOptions;
  readonly functionName: string;
  lastProcessingResult: ProcessingResult = "No records processed";
  /** What the handler threw last. */
  lastError: unknown;
  isEnabled: boolean;
  isStopped = false;
  /** What the last reading of the stream failed with, which is tried again; undefined after a success. */
  readError: unknown;
  /** Records read so far, also those that a filter held back. */
  readCount = 0;
  private readonly parts: RunnerParts;
  private readonly passes: (record: unknown) => boolean;
  private stream: StreamReader | undefined;
  /** There was no stream to begin with when the database was put back: it is read when it appears. */
  private awaitsStream = false;
  private arn = "";
  private readonly shards = new Map<string, Shard>();
  private invocationCount = 0;

  /** Throws PixiiError when the source has no stream. */
  constructor(parts: RunnerParts) {
    this.parts = parts;
    this.number = parts.number;
    this.source = parts.source;
    this.options = parts.options;
    this.passes = compileFilters(parts.options.filterCriteria);
    this.functionName = parts.handler.name.replaceAll(/[^\w-]+/g, "-") || "handler";
    this.isEnabled = parts.options.enabled;
    this.start(parts.options.startingPosition);
  }

  get streamArn(): string {
    return this.arn;
  }

  get functionArn(): string {
    const [, , , region, account] = this.arn.split(":");
    return `arn:aws:lambda:${region}:${account}:function:${this.functionName}`;
  }

  /** Begins anew at the starting position; what is under way has no consequences any more. */
  restart(): void {
    this.abandon();
    this.awaitsStream = !this.tryStart(this.options.startingPosition);
  }

  private tryStart(from: StartingPosition): boolean {
    try {
      this.start(from);
      return true;
    } catch {
      this.lastProcessingResult = streamIsGone;
      return false;
    }
  }

  /** Nothing begins any more. */
  stop(): void {
    this.isStopped = true;
    this.abandon();
  }

  /** Reads what was written since, as far as the lanes have room; true if there may be more. */
  poll(): boolean {
    this.readError = undefined;
    if (!this.isEnabled || this.isStopped) return false;
    // All that a stream holds that was not there yet has been written since.
    if (this.awaitsStream) this.awaitsStream = !this.tryStart("TRIM_HORIZON");
    if (this.stream === undefined) return false;
    try {
      return this.pollShards(this.stream);
    } catch (error) {
      return this.failReading(error);
    }
  }

  /** True if reading may succeed another time: a fault on purpose, for one, may strike it, too. */
  private failReading(error: unknown): boolean {
    if (!isNamed(error, "ResourceNotFoundException")) {
      this.readError = error;
      return true;
    }
    this.stream = undefined;
    this.lastProcessingResult = streamIsGone;
    return false;
  }

  /** The lanes that may have something to do. */
  lanes(): BatchLane[] {
    if (!this.isEnabled || this.isStopped) return [];
    return [...this.shards.values()].flatMap(({ lanes }) => lanes);
  }

  private start(from: StartingPosition): void {
    this.arn = findStream(this.parts.call, this.source);
    if (String(this.options.startingPosition) === "AT_TIMESTAMP") {
      const message = `Unsupported starting position for arn type: ${this.arn}`;
      throw new PixiiError("InvalidParameterValueException", message);
    }
    this.stream = new StreamReader(this.parts.call, this.arn, from);
  }

  private abandon(): void {
    for (const { lanes } of this.shards.values()) {
      for (const lane of lanes) lane.isAbandoned = true;
    }
    this.shards.clear();
    this.stream = undefined;
  }

  // --- Reading ------------------------------------------------------------------------------------

  private pollShards(stream: StreamReader): boolean {
    if (stream.isEmpty()) stream.discover();
    let isMore: boolean;
    let hasNew: boolean;
    do {
      isMore = false;
      hasNew = false;
      for (const reader of stream.readable()) {
        const { lanes } = this.fill(reader);
        isMore ||= reader.hasEnded || isFull(lanes);
        if (!reader.hasEnded || !lanes.every((lane) => lane.isDone)) continue;
        stream.finish(reader);
        hasNew = true;
      }
    } while (hasNew);
    this.closeShards();
    return isMore;
  }

  /** A shard that is done with stays only for a window that is still open in it. */
  private closeShards(): void {
    for (const [id, { reader, lanes }] of this.shards) {
      if (reader.hasEnded && lanes.every((lane) => lane.isEmpty)) this.shards.delete(id);
    }
  }

  private openShard(reader: ShardReader): Shard {
    const { options, nowMs } = this.parts;
    const { arn: streamArn, functionArn } = this;
    const parts = {
      options,
      shardId: reader.shardId,
      streamArn,
      functionArn,
      nowMs,
      makeRequestId: () => this.makeRequestId(),
      invoke: (eventText: string) => this.invoke(eventText),
    };
    const count = options.parallelizationFactor;
    const lanes = Array.from({ length: count }, () => new BatchLane(parts));
    const shard = { reader, lanes };
    this.shards.set(reader.shardId, shard);
    return shard;
  }

  /** Reads until everything is read or the lanes are full. */
  private fill(reader: ShardReader): Shard {
    const shard = this.shards.get(reader.shardId) ?? this.openShard(reader);
    while (!isFull(shard.lanes)) {
      const records = reader.read();
      if (records.length === 0) break;
      this.readCount += records.length;
      for (const record of records) this.sort(record, shard.lanes);
    }
    return shard;
  }

  /** Puts a record into the lane of its item, if the filters let it pass. */
  private sort(wireRecord: WireRecord, lanes: BatchLane[]): void {
    const record = makeLambdaRecord(wireRecord, this.arn);
    if (!this.passes(record)) return;
    const { Keys, SequenceNumber, ApproximateCreationDateTime } = record.dynamodb;
    const text = JSON.stringify(record);
    const queued: QueuedRecord = {
      text,
      sizeBytes: encoder.encode(text).length,
      sequenceNumber: SequenceNumber,
      createdMs: ApproximateCreationDateTime * 1000,
      readMs: this.parts.nowMs(),
    };
    const place = lanes.length === 1 ? 0 : hash(JSON.stringify(Keys)) % lanes.length;
    lanes[place]!.push(queued);
  }

  // --- Calling ------------------------------------------------------------------------------------

  private async invoke(eventText: string): Promise<InvocationResult> {
    const requestId = this.makeRequestId();
    const { functionName, functionArn } = this;
    const context = makeContext({ functionName, functionArn, requestId, nowMs: this.parts.nowMs });
    try {
      const returned = await callFunction(this.parts.handler, JSON.parse(eventText), context);
      // As it would come over the wire; what JSON cannot say is a failure there too.
      const response: unknown = JSON.parse(JSON.stringify(returned ?? null) ?? "null");
      this.lastProcessingResult = "OK";
      return { requestId, hasThrown: false, response };
    } catch (error) {
      this.lastProcessingResult = "PROBLEM: Function call failed";
      this.lastError = error;
      return { requestId, hasThrown: true, response: null };
    }
  }

  private makeRequestId(): string {
    this.invocationCount += 1;
    return makeUuid(this.number, this.invocationCount);
  }
}

const isFull = (lanes: BatchLane[]) =>
  lanes.reduce((sum, { queuedCount }) => sum + queuedCount, 0) >= readAhead;

/** Waits for a promise, or for the callback of a function that asks for one and gives no promise. */
async function callFunction(
  handler: EventHandler,
  event: EventSourceEvent,
  context: LambdaContext,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const callback = (error?: unknown, result?: unknown) => {
      if (error === undefined || error === null) resolve(result);
      else reject(error);
    };
    const returned = handler(event, context, callback);
    const isPromise = typeof (returned as { then?: unknown } | null)?.then === "function";
    if (isPromise || handler.length < 3) resolve(returned);
  });
}

/** The ARN of the stream that a table writes to now. */
function findStream(call: CallOperation, source: string): string {
  if (/^arn:[^/]*\/[^/]+\/stream\//.test(source)) return source;
  const { Table } = call("DescribeTable", { TableName: source }) as {
    Table: { LatestStreamArn?: string; StreamSpecification?: { StreamEnabled?: boolean } };
  };
  if (Table.StreamSpecification?.StreamEnabled && Table.LatestStreamArn !== undefined) {
    return Table.LatestStreamArn;
  }
  throw new PixiiError(
    "InvalidParameterValueException",
    `The table ${source} has no stream: give it a StreamSpecification, by CreateTable or UpdateTable.`,
  );
}

/** Ids of this form are the same in every run. */
export function makeUuid(mapping: number, invocation: number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");
  return `${hex(mapping, 8)}-0000-4000-8000-${hex(invocation, 12)}`;
}

/** FNV-1a, for spreading items over lanes. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return state;
}
