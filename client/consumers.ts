// All event source mappings of one database, and when they work: from the clock while it advances,
// from its timer under the system's clock, and in Database.idle.
import type { BatchLane } from "./batch-lane.ts";
import { EventSourceMapping } from "./event-source-mapping.ts";
import {
  checkEventSourceOptions,
  type EventHandler,
  type EventSourceOptions,
} from "./event-source-options.ts";
import { MappingRunner } from "./mapping-runner.ts";
import { PixiiError } from "./pixii-error.ts";
import type { CallOperation } from "./stream-reader.ts";

/** What the mappings need of their database. */
export interface ConsumersParts {
  call: CallOperation;
  /** The database's clock. */
  nowMs(): number;
  /** The clock moves by itself, so that polling makes sense. */
  isClockRunning(): boolean;
  /** Grows with every change of the database. */
  commitNumber(): number;
  /** Told when nextDueMs may have become earlier. */
  changed(): void;
}

/** How Database.idle waits. */
export interface IdleOptions {
  /** Rounds of work, each begun by writes or failures of the one before, after which it gives up;
   * default 100. */
  rounds?: number;
}

/** As Lambda polls a stream: four times a second. */
const pollMs = 250;
const roundsDefault = 100;
/** The last rounds before giving up, in which lanes run one by one to see who writes where. */
const watchedRounds = 2;

interface Due {
  runner: MappingRunner;
  lane: BatchLane;
}

export class Consumers {
  private readonly parts: ConsumersParts;
  private readonly mappings = new Map<MappingRunner, EventSourceMapping>();
  private lastNumber = 0;
  /** Work is done by one caller at a time, in the order of asking. */
  private work: Promise<void> = Promise.resolve();
  private workers = 0;
  private polledCommit = -1;
  private isMoreToRead = false;

  constructor(parts: ConsumersParts) {
    this.parts = parts;
  }

  /** Throws PixiiError for options that Lambda refuses and for a table without a stream. */
  on(source: string, options: EventSourceOptions, handler: EventHandler): EventSourceMapping {
    if (typeof handler !== "function") {
      throw new PixiiError("InvalidOptionError", "db.on(): the handler is a function");
    }
    const { call, nowMs } = this.parts;
    const checked = checkEventSourceOptions(options);
    const number = this.lastNumber + 1;
    const runner = new MappingRunner({ number, source, options: checked, handler, call, nowMs });
    this.lastNumber = number;
    const mapping = new EventSourceMapping(runner, {
      changed: () => this.changed(),
      settled: () => this.work.catch(() => {}),
    });
    this.mappings.set(runner, mapping);
    this.changed();
    return mapping;
  }

  /** Those that were not stopped, in the order they were made. */
  list(): EventSourceMapping[] {
    return [...this.mappings.values()];
  }

  /** Whether anybody listens. */
  hasAny(): boolean {
    return this.mappings.size > 0;
  }

  /** When there will be work; Infinity for never, as far as can be told now. */
  nextDueMs(): number {
    if (this.mappings.size === 0) return Infinity;
    this.poll();
    const lanes = this.lanes().map(({ lane }) => lane.dueMs(false));
    return Math.max(this.parts.nowMs(), Math.min(Infinity, ...lanes));
  }

  /** When to look next while time passes by itself: for work, or for what was written meanwhile. */
  nextLookMs(): number {
    const isWatching = [...this.mappings.keys()].some(({ isEnabled }) => isEnabled);
    const isPolling = isWatching && this.parts.isClockRunning();
    return Math.min(this.nextDueMs(), isPolling ? this.parts.nowMs() + pollMs : Infinity);
  }

  /** Does everything that is due now, and what comes of it. Throws ConsumerLoopError if that never ends
   * under a clock that stands. */
  runDue(): Promise<void> {
    return this.inTurn(() => this.runRounds(false, roundsDefault));
  }

  /** Waits until all records are dealt with; batching windows and the delays before retries count as
   * elapsed. Throws PixiiError ConsumerLoopError. */
  idle({ rounds = roundsDefault }: IdleOptions = {}): Promise<void> {
    if (!Number.isInteger(rounds) || rounds < 1) {
      throw new PixiiError("InvalidOptionError", "db.idle(): rounds is a whole number above 0");
    }
    return this.inTurn(() => this.runRounds(true, rounds));
  }

  /** The database was put back: every mapping begins again. One whose table has no stream there waits
   * for one, and reads it from its beginning. */
  restart(): void {
    for (const runner of this.mappings.keys()) runner.restart();
    this.changed();
  }

  /** Stops all. What is under way ends by itself. */
  stop(): void {
    for (const runner of this.mappings.keys()) runner.stop();
    this.changed();
  }

  private changed(): void {
    for (const runner of this.mappings.keys()) {
      if (runner.isStopped) this.mappings.delete(runner);
    }
    this.isMoreToRead = true;
    this.parts.changed();
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    // Nobody waits for nothing: without mappings the clock must not lose a turn.
    if (this.mappings.size === 0 && this.workers === 0) return;
    this.workers += 1;
    const turn = this.work.catch(() => {}).then(work);
    this.work = turn.finally(() => (this.workers -= 1));
    this.work.catch(() => {});
    return turn;
  }

  private async runRounds(isPressed: boolean, roundsMax: number): Promise<void> {
    const writes = new Set<string>();
    for (let round = 0; ;) {
      this.poll();
      const due = this.due(isPressed);
      const unread = this.unread();
      const mayWait = !isPressed && this.parts.isClockRunning();
      if (due.length === 0 && (unread.length === 0 || mayWait)) return;
      if (round >= roundsMax) {
        if (mayWait) return;
        throw loopError(roundsMax, due, unread, writes);
      }
      const commit = this.parts.commitNumber();
      if (round < roundsMax - watchedRounds) {
        await Promise.all(due.map(({ lane }) => lane.run(isPressed)));
      } else {
        await this.runWatched(due, isPressed, writes);
      }
      const hasFailed = due.some(({ lane }) => lane.isRetrying);
      if (hasFailed || unread.length > 0 || commit !== this.parts.commitNumber()) round += 1;
    }
  }

  /** Runs one after the other and notes whose streams grew meanwhile. */
  private async runWatched(due: Due[], isPressed: boolean, writes: Set<string>): Promise<void> {
    for (const { runner, lane } of due) {
      const before = [...this.mappings.keys()].map((each) => ({ each, count: each.readCount }));
      await lane.run(isPressed);
      this.poll();
      const grown = before.filter(({ each, count }) => each.readCount > count);
      for (const { each } of grown) {
        writes.add(
          `the consumer "${runner.functionName}" of ${runner.source} writes to ${each.source}`,
        );
      }
    }
  }

  private poll(): void {
    const commit = this.parts.commitNumber();
    if (commit === this.polledCommit && !this.isMoreToRead) return;
    this.polledCommit = commit;
    this.isMoreToRead = false;
    for (const runner of this.mappings.keys()) {
      if (runner.poll()) this.isMoreToRead = true;
    }
  }

  /** Those that could not read their streams. */
  private unread(): MappingRunner[] {
    return [...this.mappings.keys()].filter(({ readError }) => readError !== undefined);
  }

  private due(isPressed: boolean): Due[] {
    const nowMs = this.parts.nowMs();
    return this.lanes().filter(({ lane }) => lane.dueMs(isPressed) <= nowMs);
  }

  private lanes(): Due[] {
    return [...this.mappings.keys()].flatMap((runner) =>
      runner.lanes().map((lane) => ({ runner, lane })),
    );
  }
}

function loopError(
  rounds: number,
  due: Due[],
  unread: MappingRunner[],
  writes: Set<string>,
): PixiiError {
  const readings = unread.map(({ functionName, source, readError }) => {
    const name = readError instanceof Error ? readError.name : String(readError);
    return `the consumer "${functionName}" cannot read the stream of ${source}: ${name}`;
  });
  const failures = due
    .filter(({ lane }) => lane.isRetrying)
    .map(({ runner }) => {
      const reason = runner.lastError instanceof Error ? `: ${runner.lastError.message}` : "";
      return `the consumer "${runner.functionName}" of ${runner.source} keeps failing${reason}`;
    });
  const causes = [...new Set([...writes, ...failures, ...readings])];
  const why = causes.length === 0 ? "new records keep coming" : causes.join("; ");
  return new PixiiError(
    "ConsumerLoopError",
    `The consumers are not idle after ${rounds} rounds: ${why}.`,
    { extra: { causes } },
  );
}
