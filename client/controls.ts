// What control operations mean to a whole database, which is more than its engine: while its clock
// moves its consumers work, and when another value takes its place they begin anew. Whoever asks,
// over HTTP or in process, comes through here.
import type { BindingAnswer } from "./binding.ts";
import type { Clock } from "./clock.ts";
import type { Consumers } from "./consumers.ts";

/** What Controls needs of its database. */
export interface ControlParts {
  serve(target: string, body: string): BindingAnswer;
  /** The same on a copy that is dropped at once. */
  tryOut(target: string, body: string): BindingAnswer;
  nowMs(): number;
  clock: Pick<Clock, "follow">;
  consumers: Pick<Consumers, "hasAny" | "nextDueMs">;
  /** Another value stands in the database's place. */
  replaced(): void;
}

const freeze = "Pixii_1.FreezeClock";
const moving = new Set(["Pixii_1.AdvanceClock", "Pixii_1.SetClock", freeze]);
const replacing = new Set(["Pixii_1.Import", "Pixii_1.Reset", "Pixii_1.Restore"]);

/** Whether a request of this target is Controls' business. */
export const concernsDatabase = (target: string) => moving.has(target) || replacing.has(target);

export class Controls {
  private readonly parts: ControlParts;

  constructor(parts: ControlParts) {
    this.parts = parts;
  }

  /** The answer; a promise where consumers have work before it. Rejects with ConsumerLoopError. */
  serve(target: string, body: string): BindingAnswer | Promise<BindingAnswer> {
    const { consumers } = this.parts;
    if (moving.has(target) && consumers.hasAny()) return this.move(target, body);
    const answer = this.parts.serve(target, body);
    if (replacing.has(target) && answer.status === 200) this.parts.replaced();
    return answer;
  }

  private async move(target: string, body: string): Promise<BindingAnswer> {
    let refusal: BindingAnswer | undefined;
    await this.parts.clock.follow(() => {
      const tried = this.parts.tryOut(target, body);
      if (tried.status !== 200) {
        refusal = tried;
        return undefined;
      }
      if (target === freeze) this.parts.serve(freeze, "{}");
      return this.targetMs(tried, body);
    });
    return refusal ?? this.parts.serve("Pixii_1.DescribeClock", "{}");
  }

  /** The time that the copy came to, or where consumers have work before that. */
  private targetMs(tried: BindingAnswer, body: string): number {
    const { NowMilliseconds } = JSON.parse(tried.body) as { NowMilliseconds: number };
    const asked = JSON.parse(body) as Record<string, unknown>;
    if (asked.StopAtNextDue !== true) return NowMilliseconds;
    const dueMs = this.parts.consumers.nextDueMs();
    const isBounded = asked.Duration !== undefined || asked.Milliseconds !== undefined;
    // The copy, which has no consumers, stays where it is when nothing else is due.
    const isIdle = !isBounded && NowMilliseconds <= this.parts.nowMs();
    return isIdle && dueMs !== Infinity ? dueMs : Math.min(NowMilliseconds, dueMs);
  }
}
