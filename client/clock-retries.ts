// An AWS SDK v3 retry strategy whose back-off moves a database's clock instead of sleeping, so that a
// test of retries takes no time and sees capacity come back. Nothing of the SDK is imported.
import type { Clock } from "./clock.ts";

/** What the SDK tells of a failed attempt. */
interface RetryErrorInfo {
  errorType: "TRANSIENT" | "THROTTLING" | "SERVER_ERROR" | "CLIENT_ERROR";
}

class RetryToken {
  readonly count: number;
  readonly delayMs: number;

  constructor(count: number, delayMs: number) {
    this.count = count;
    this.delayMs = delayMs;
  }

  getRetryCount(): number {
    return this.count;
  }

  /** What the SDK itself is to sleep. */
  getRetryDelay(): number {
    return this.delayMs;
  }
}

const attemptsDefault = 3;
const backoffMsMax = 20_000;

/** The standard mode's attempts and back-off, without its jitter. */
export class ClockRetries {
  readonly mode = "standard";
  private readonly clock: Clock;
  private readonly attempts: number;

  constructor(clock: Clock, attempts = attemptsDefault) {
    this.clock = clock;
    this.attempts = attempts;
  }

  async acquireInitialRetryToken(): Promise<RetryToken> {
    return new RetryToken(0, 0);
  }

  async refreshRetryTokenForRetry(token: RetryToken, error: RetryErrorInfo): Promise<RetryToken> {
    const count = token.count + 1;
    if (error.errorType === "CLIENT_ERROR" || count >= this.attempts) {
      throw new Error("No retry token available");
    }
    const firstMs = error.errorType === "THROTTLING" ? 500 : 100;
    const delayMs = Math.min(firstMs * 2 ** token.count, backoffMsMax);
    // A running clock is nobody's to move: there the SDK sleeps as ever.
    if (await this.clock.isRunning()) return new RetryToken(count, delayMs);
    await this.clock.advance(delayMs);
    return new RetryToken(count, 0);
  }

  recordSuccess(): void {}
}
