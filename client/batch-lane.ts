// One lane of a shard: the records of some items in order, cut into batches, each handed to the
// function until it succeeds or is given up. A shard has as many lanes as its mapping's
// parallelisation factor; a batch that fails blocks its lane, as it blocks the shard on AWS.
import { makeDiscardedBatch, sendDiscarded, type DiscardedParts } from "./discarded-batch.ts";
import type { CheckedOptions } from "./event-source-options.ts";
import { OpenWindow, windowStartMs } from "./tumbling-window.ts";

/** A record that waits, as the JSON text that goes into the event. */
export interface QueuedRecord {
  text: string;
  sizeBytes: number;
  sequenceNumber: string;
  /** When the item changed, in whole seconds. */
  createdMs: number;
  /** When the mapping read it: a batching window begins with its first record. */
  readMs: number;
}

/** How an invocation ended. */
export interface InvocationResult {
  requestId: string;
  hasThrown: boolean;
  /** What the function returned, as JSON tells it. */
  response: unknown;
}

/** What a lane needs of its mapping. */
export interface LaneParts {
  options: CheckedOptions;
  shardId: string;
  streamArn: string;
  functionArn: string;
  nowMs(): number;
  makeRequestId(): string;
  /** Calls the function with an event in JSON. */
  invoke(eventText: string): Promise<InvocationResult>;
}

interface Batch {
  records: QueuedRecord[];
  /** The end of a window: no records, the state alone. */
  isFinal: boolean;
  /** Retries used up so far. */
  retries: number;
  invokeCount: number;
  dueMs: number;
  last: { requestId: string; hasThrown: boolean } | undefined;
}

const eventBytesMax = 6 * 1024 * 1024;
const frameBytes = '{"Records":[]}'.length;
const retentionMs = 24 * 60 * 60 * 1000;
const firstDelayMs = 1000;
const delayMsMax = 60_000;

export class BatchLane {
  /** Set when the mapping has stopped or begun anew: what is under way has no consequences. */
  isAbandoned = false;
  private readonly parts: LaneParts;
  private readonly queue: QueuedRecord[] = [];
  /** Batches cut already, to be handed over before anything else of the lane, in this order. */
  private readonly retries: Batch[] = [];
  private window: OpenWindow | undefined;
  private lastTaken: QueuedRecord | undefined;
  private isRunning = false;

  constructor(parts: LaneParts) {
    this.parts = parts;
  }

  push(record: QueuedRecord): void {
    this.queue.push(record);
  }

  /** Records that were not handed over yet. */
  get queuedCount(): number {
    return this.queue.length;
  }

  /** Every record is dealt with; a window may still be open. */
  get isDone(): boolean {
    return this.queue.length === 0 && this.retries.length === 0 && !this.isRunning;
  }

  /** No invocation will come of what is here now. */
  get isEmpty(): boolean {
    return this.isDone && this.window === undefined;
  }

  /** A batch has failed and waits for its next try. */
  get isRetrying(): boolean {
    return this.retries.length > 0;
  }

  /**
   * When the next invocation is due; Infinity for none. `isPressed`: batching windows count as elapsed,
   * and so do the delays before retries.
   */
  dueMs(isPressed: boolean): number {
    if (this.isRunning) return Infinity;
    const [retry] = this.retries;
    if (retry !== undefined) return isPressed ? 0 : retry.dueMs;
    if (this.isWindowOver()) return 0;
    const { count, isWhole, dueMs } = this.planBatch();
    const batchDueMs = isWhole || (isPressed && count > 0) ? 0 : dueMs;
    return Math.min(batchDueMs, this.window?.endMs ?? Infinity);
  }

  /** Works on what is due until nothing is, or a batch has to wait for its retry. */
  async run(isPressed: boolean): Promise<void> {
    do await this.runOne(isPressed);
    while (!this.isAbandoned && !this.mustWait() && this.dueMs(isPressed) <= this.parts.nowMs());
  }

  /** A retry that was charged waits for another round, however pressed. */
  private mustWait(): boolean {
    return (this.retries[0]?.dueMs ?? 0) > this.parts.nowMs();
  }

  private async runOne(isPressed: boolean): Promise<void> {
    if (this.dueMs(isPressed) > this.parts.nowMs()) return;
    this.isRunning = true;
    try {
      const batch = this.takeBatch();
      await this.discardOld(batch);
      if (batch.records.length > 0 || batch.isFinal) await this.invoke(batch);
    } finally {
      this.isRunning = false;
    }
  }

  // --- Cutting batches ----------------------------------------------------------------------------

  private takeBatch(): Batch {
    const retry = this.retries.shift();
    if (retry !== undefined) return retry;
    if (this.isWindowOver()) return newBatch([], true);
    const records = this.queue.splice(0, this.planBatch().count);
    this.lastTaken = records.at(-1);
    if (this.windowMs > 0) {
      const startMs = windowStartMs(records[0]!.createdMs, this.windowMs);
      this.window ??= new OpenWindow(startMs, this.windowMs);
    }
    return newBatch(records, false);
  }

  /** How many records the next batch has now, whether it can grow, and when it is due if it does not. */
  private planBatch(): { count: number; isWhole: boolean; dueMs: number } {
    const { batchSize, maximumBatchingWindowInSeconds } = this.parts.options;
    const [first] = this.queue;
    if (first === undefined) return { count: 0, isWhole: false, dueMs: Infinity };
    const dueMs = first.readMs + maximumBatchingWindowInSeconds * 1000;
    const windowEndMs = this.windowEndMs(first);
    let sizeBytes = frameBytes + (this.window?.sizeBytes ?? 0);
    let count = 0;
    for (const record of this.queue) {
      sizeBytes += record.sizeBytes + 1;
      const fits = count === 0 || sizeBytes <= eventBytesMax;
      if (!fits || record.createdMs >= windowEndMs) return { count, isWhole: true, dueMs };
      count += 1;
      if (count === batchSize) return { count, isWhole: true, dueMs };
    }
    return { count, isWhole: false, dueMs };
  }

  private get windowMs(): number {
    return this.parts.options.tumblingWindowInSeconds * 1000;
  }

  private windowEndMs({ createdMs }: QueuedRecord): number {
    return this.windowMs === 0 ? Infinity : windowStartMs(createdMs, this.windowMs) + this.windowMs;
  }

  /** The open window has all its records: its end has come, or a record of a later one has. */
  private isWindowOver(): boolean {
    if (this.window === undefined) return false;
    const [next] = this.queue;
    if (this.window.isFull) return true;
    return next === undefined
      ? this.parts.nowMs() >= this.window.endMs
      : next.createdMs >= this.window.endMs;
  }

  // --- Invocations and what comes of them ---------------------------------------------------------

  private async invoke(batch: Batch): Promise<void> {
    batch.invokeCount += 1;
    const { requestId, hasThrown, response } = await this.parts.invoke(this.eventText(batch));
    if (this.isAbandoned) return;
    batch.last = { requestId, hasThrown };
    const isAccepted = !hasThrown && (this.window?.accept(response) ?? true);
    if (!isAccepted) return this.fail(batch);
    if (batch.isFinal) return this.closeWindow();
    const failedFrom = this.firstFailure(batch, response);
    if (failedFrom === "all") await this.fail(batch);
    else if (failedFrom !== undefined) await this.failFrom(batch, failedFrom);
  }

  private eventText({ records, isFinal }: Batch): string {
    const { shardId, streamArn } = this.parts;
    const list = `"Records":[${records.map(({ text }) => text).join(",")}]`;
    if (this.window === undefined) return `{${list}}`;
    const members = JSON.stringify(this.window.members(shardId, streamArn, isFinal));
    return `{${list},${members.slice(1)}`;
  }

  private closeWindow(): void {
    if (this.window?.isFull && this.parts.nowMs() < this.window.endMs) this.window.empty();
    else this.window = undefined;
  }

  /** The place of the lowest sequence number that the function reports; "all" for a report that means
   * nothing. */
  private firstFailure({ records }: Batch, response: unknown): number | "all" | undefined {
    if (!this.parts.options.functionResponseTypes.includes("ReportBatchItemFailures"))
      return undefined;
    const failures = (response as { batchItemFailures?: unknown } | null)?.batchItemFailures ?? [];
    if (!Array.isArray(failures)) return "all";
    const places = failures.map((failure: { itemIdentifier?: unknown } | null) =>
      records.findIndex(({ sequenceNumber }) => sequenceNumber === failure?.itemIdentifier),
    );
    if (places.length === 0) return undefined;
    return places.includes(-1) ? "all" : Math.min(...places);
  }

  /** The whole batch failed: it is halved, tried again later, or given up. */
  private async fail(batch: Batch): Promise<void> {
    const { records } = batch;
    if (this.parts.options.bisectBatchOnFunctionError && records.length > 1) {
      const middle = Math.floor(records.length / 2);
      const halves = [records.slice(0, middle), records.slice(middle)];
      this.retries.unshift(...halves.map((half) => ({ ...batch, records: half, dueMs: 0 })));
      return;
    }
    await this.retry(batch);
  }

  /** Records before the reported one are done; with bisecting, to split there is free. */
  private async failFrom(batch: Batch, place: number): Promise<void> {
    const rest = { ...batch, records: batch.records.slice(place) };
    const isFree = this.parts.options.bisectBatchOnFunctionError && place > 0;
    if (isFree) this.retries.unshift({ ...rest, dueMs: 0 });
    else await this.retry(rest);
  }

  private async retry(batch: Batch): Promise<void> {
    const { maximumRetryAttempts } = this.parts.options;
    if (maximumRetryAttempts >= 0 && batch.retries >= maximumRetryAttempts) {
      return this.discard(batch, "RetryAttemptsExhausted");
    }
    const delayMs = Math.min(firstDelayMs * 2 ** batch.retries, delayMsMax);
    const dueMs = this.parts.nowMs() + delayMs;
    this.retries.unshift({ ...batch, retries: batch.retries + 1, dueMs });
  }

  /** Gives up the records at the batch's head that are too old. */
  private async discardOld(batch: Batch): Promise<void> {
    const { maximumRecordAgeInSeconds } = this.parts.options;
    const limitMs = maximumRecordAgeInSeconds < 0 ? retentionMs : maximumRecordAgeInSeconds * 1000;
    const oldestMs = this.parts.nowMs() - Math.min(limitMs, retentionMs);
    const young = batch.records.findIndex(({ createdMs }) => createdMs >= oldestMs);
    const count = young < 0 ? batch.records.length : young;
    const records = batch.records.splice(0, count);
    if (records.length > 0) await this.discard({ ...batch, records }, "RecordAgeExceeded");
  }

  private async discard(batch: Batch, condition: DiscardedParts["condition"]): Promise<void> {
    const { shardId, streamArn, functionArn, options } = this.parts;
    const eventText = this.eventText(batch);
    if (batch.isFinal) this.closeWindow();
    // The end of a window is told by the last record that was handed over.
    const records = batch.records.length > 0 ? batch.records : [this.lastTaken!];
    const discarded = makeDiscardedBatch({
      condition,
      requestId: batch.last?.requestId ?? this.parts.makeRequestId(),
      hasThrown: batch.last?.hasThrown ?? false,
      functionArn,
      invokeCount: batch.invokeCount,
      nowMs: this.parts.nowMs(),
      shardId,
      streamArn,
      first: records[0]!,
      last: records.at(-1)!,
      batchSize: batch.records.length,
    });
    await sendDiscarded(options.onFailure, discarded, eventText);
  }
}

function newBatch(records: QueuedRecord[], isFinal: boolean): Batch {
  return { records, isFinal, retries: 0, invokeCount: 0, dueMs: 0, last: undefined };
}
