// Durations and times in the forms that callers may give.
import { expect, test } from "vitest";
import { durationMs, timeMs, type Duration } from "../../client/duration.ts";

test("parts, ISO texts and milliseconds are durations", () => {
  const of = (duration: Duration) => durationMs(duration, "advance()");
  expect(of({ hours: 49 })).toBe(49 * 3_600_000);
  expect(of({ weeks: 1, days: 1, minutes: 2, seconds: 3, milliseconds: 4 })).toBe(691_323_004);
  expect(of({})).toBe(0);
  expect(of("PT49H")).toBe(49 * 3_600_000);
  expect(of("P1W1DT1H1M0.5S")).toBe(8 * 86_400_000 + 3_660_500);
  expect(of(1500)).toBe(1500);
});

test("anything else is refused, with what would be right", () => {
  const wrong: unknown[] = [
    "49h",
    "P",
    "PT",
    "P1Y",
    "P1M",
    "PT1H1H",
    "",
    -1,
    Number.NaN,
    Infinity,
    { hours: -1 },
    { hour: 1 },
    { hours: "1" },
    null,
    undefined,
    true,
  ];
  for (const duration of wrong) {
    expect(() => durationMs(duration as Duration, "advance()"), String(duration)).toThrow(
      /^advance\(\) is a duration such as \{ hours: 49 \}, "PT49H" or a number of milliseconds/,
    );
  }
});

test("Dates, ISO texts and milliseconds are times", () => {
  expect(timeMs("1970-01-01T00:00:01Z", "set()")).toBe(1000);
  expect(timeMs(new Date(5), "set()")).toBe(5);
  expect(timeMs(5, "set()")).toBe(5);
  expect(timeMs("1970-01-01T01:00+01:00", "set()")).toBe(0);
  expect(timeMs("1970-01-02", "set()")).toBe(86_400_000);
  for (const wrong of ["noon", "", "1970-01-01T00:00:01", "Thu, 01 Jan 1970", "1970-02-30T"]) {
    expect(() => timeMs(wrong, "set()"), wrong).toThrow(/^set\(\) is a Date, a time/);
  }
  expect(() => timeMs(new Date(Number.NaN), "set()")).toThrow("set() is a Date");
});
