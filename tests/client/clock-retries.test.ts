// The retry strategy whose back-off moves the clock: its attempts, its waits, and when it gives up.
import { expect, test } from "vitest";
import { ClockRetries } from "../../client/clock-retries.ts";
import type { Clock } from "../../client/clock.ts";

function setUp(isRunning = false, attempts?: number) {
  const waits: number[] = [];
  const clock = {
    isRunning: async () => isRunning,
    advance: async (milliseconds: number) => void waits.push(milliseconds),
  } as unknown as Clock;
  return { waits, retries: new ClockRetries(clock, attempts) };
}

test("a throttled request is tried three times, with waits on the clock", async () => {
  const { waits, retries } = setUp();
  let token = await retries.acquireInitialRetryToken();
  expect(token.getRetryDelay()).toBe(0);
  for (const count of [1, 2]) {
    token = await retries.refreshRetryTokenForRetry(token, { errorType: "THROTTLING" });
    expect([token.getRetryCount(), token.getRetryDelay()]).toEqual([count, 0]);
  }
  const third = retries.refreshRetryTokenForRetry(token, { errorType: "THROTTLING" });
  await expect(third).rejects.toThrow("No retry token available");
  expect(waits).toEqual([500, 1000]);
});

test("other faults of the server wait less, and never longer than 20 seconds", async () => {
  const { waits, retries } = setUp(false, 20);
  let token = await retries.acquireInitialRetryToken();
  for (let i = 0; i < 10; i += 1) {
    token = await retries.refreshRetryTokenForRetry(token, { errorType: "TRANSIENT" });
  }
  expect(waits.slice(0, 3)).toEqual([100, 200, 400]);
  expect(waits.at(-1)).toBe(20_000);
});

test("the client's own faults are not tried again", async () => {
  const { retries } = setUp();
  const token = await retries.acquireInitialRetryToken();
  const again = retries.refreshRetryTokenForRetry(token, { errorType: "CLIENT_ERROR" });
  await expect(again).rejects.toThrow();
});

test("under a running clock the SDK sleeps as ever", async () => {
  const { waits, retries } = setUp(true);
  const token = await retries.acquireInitialRetryToken();
  const again = await retries.refreshRetryTokenForRetry(token, { errorType: "THROTTLING" });
  expect(again.getRetryDelay()).toBe(500);
  expect(waits).toEqual([]);
});
