// The clock of a database, in the hand of its user: what becomes due happens on the way, in the order
// of due times, and consumers work between two of them. Under a running clock one timer does it.
import type { Consumers } from "./consumers.ts";
import { durationMs, timeMs, type Duration, type Time } from "./duration.ts";

/** What a clock drives. */
export interface ClockParts {
  call(operation: string, input: object): Record<string, unknown>;
  nowMs(): number;
  isRunning(): boolean;
  /** Does what is due at the clock's time; the next due time, or Infinity. */
  workDue(): number;
  consumers: Pick<Consumers, "hasAny" | "nextDueMs" | "nextLookMs" | "runDue">;
}

/** Longer waits than this overflow a timer; it rings, finds nothing due and is set again. */
const timerMsMax = 2 ** 31 - 1;

export class Clock {
  private readonly parts: ClockParts;
  /** One moves the clock at a time, in the order of asking. */
  private moving: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isChecking = false;
  private isStopped = false;

  /** For Database alone. */
  constructor(parts: ClockParts) {
    this.parts = parts;
  }

  /** The database's time. */
  async now(): Promise<Date> {
    return new Date(this.parts.nowMs());
  }

  /** Whether it runs with the system's clock; else it stands until it is moved. */
  async isRunning(): Promise<boolean> {
    return this.parts.isRunning();
  }

  /** Moves the clock on: `{ hours: 49 }`, "PT49H" or milliseconds. Resolves at its new time, when all that
   * was due by then is done and consumers have worked through what came of it. */
  advance(duration: Duration): Promise<Date> {
    return this.inTurn(() => this.moveTo(this.parts.nowMs() + durationMs(duration, "advance()")));
  }

  /** The same up to a time, which may not lie in the clock's past. */
  set(time: Time): Promise<Date> {
    return this.inTurn(() => this.moveOnTo(timeMs(time, "set()")));
  }

  /** Stops the clock, here or at a time that is not in its past. */
  freeze(time?: Time): Promise<Date> {
    return this.inTurn(async () => {
      this.parts.call("Pixii_1.FreezeClock", {});
      return time === undefined ? this.now() : this.moveOnTo(timeMs(time, "freeze()"));
    });
  }

  /** Lets the clock run on from where it stands. */
  resume(): Promise<Date> {
    return this.inTurn(async () => {
      this.parts.call("Pixii_1.ResumeClock", {});
      this.touch();
      return this.now();
    });
  }

  /** For Controls: moves the clock to where `plan` says when its turn has come, or not at all. */
  async follow(plan: () => number | undefined): Promise<void> {
    await this.inTurn(async () => {
      const targetMs = plan();
      if (targetMs !== undefined) await this.moveTo(targetMs);
    });
  }

  /** For Database: something happened that may have brought a due time nearer. Costs a look at a flag
   * until the end of the turn. */
  touch(): void {
    if (this.isChecking || this.isStopped) return;
    this.isChecking = true;
    this.wait(() => {
      this.isChecking = false;
      this.setTimer();
    }, 0);
  }

  /** For Database: no timer rings any more. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.moving.then(work, work);
    this.moving = turn.catch(() => {});
    return turn;
  }

  /** The engine says what is wrong with a time in the past. */
  private async moveOnTo(targetMs: number): Promise<Date> {
    const { call, nowMs } = this.parts;
    if (targetMs < nowMs()) call("Pixii_1.SetClock", { TimeMilliseconds: Math.max(targetMs, 0) });
    return this.moveTo(targetMs);
  }

  private async moveTo(targetMs: number): Promise<Date> {
    const { call, nowMs, consumers } = this.parts;
    // Nobody works between two due times: the engine goes through all of them by itself.
    if (!consumers.hasAny()) {
      call("Pixii_1.AdvanceClock", { Milliseconds: Math.max(targetMs - nowMs(), 0) });
    }
    for (;;) {
      const stepMs = Math.min(targetMs, consumers.nextDueMs()) - nowMs();
      call("Pixii_1.AdvanceClock", { Milliseconds: Math.max(stepMs, 0), StopAtNextDue: true });
      await consumers.runDue();
      if (nowMs() >= targetMs) break;
    }
    this.touch();
    return this.now();
  }

  /** Sets the timer to what is due next; none while the clock stands. */
  private setTimer(): void {
    clearTimeout(this.timer);
    if (this.isStopped || !this.parts.isRunning()) return;
    const dueMs = Math.min(this.parts.workDue(), this.parts.consumers.nextLookMs());
    if (dueMs === Infinity) return;
    const delayMs = Math.min(Math.max(dueMs - this.parts.nowMs(), 1), timerMsMax);
    this.timer = this.wait(() => void this.ring(), delayMs);
  }

  private async ring(): Promise<void> {
    if (this.isStopped) return;
    this.parts.workDue();
    // A handler's failure is its mapping's business, and is told there.
    await this.parts.consumers.runDue().catch(() => {});
    this.setTimer();
  }

  /** A timer that keeps no process alive, and after which a closed database is left alone. */
  private wait(work: () => void, delayMs: number) {
    const timer = setTimeout(() => {
      if (!this.isStopped) work();
    }, delayMs);
    if (typeof timer === "object") timer.unref();
    return timer;
  }
}
