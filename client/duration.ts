// Durations and times as callers of a database's clock may give them.
import { PixiiError } from "./pixii-error.ts";

/** Parts of a duration; those left out are 0. */
export interface DurationParts {
  weeks?: number;
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  milliseconds?: number;
}

/** Parts, an ISO 8601 duration such as "PT49H", or milliseconds. */
export type Duration = DurationParts | string | number;

/** A Date, an ISO 8601 text with its zone, or milliseconds since 1970. */
export type Time = Date | string | number;

const unitMs = {
  weeks: 7 * 86_400_000,
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
};

const number = String.raw`(\d+(?:[.,]\d+)?)`;
const isoForm = new RegExp(
  `^P(?=.)(?:${number}W)?(?:${number}D)?(?:T(?=.)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
);

/** The milliseconds of a duration. Throws PixiiError InvalidOptionError; `what` says whose it is. */
export function durationMs(duration: Duration, what: string): number {
  const milliseconds = readDuration(duration);
  if (milliseconds !== undefined && milliseconds >= 0) return Math.round(milliseconds);
  throw new PixiiError(
    "InvalidOptionError",
    `${what} is a duration such as { hours: 49 }, "PT49H" or a number of milliseconds, not ` +
      JSON.stringify(duration),
  );
}

function readDuration(duration: Duration): number | undefined {
  if (typeof duration === "number") return Number.isFinite(duration) ? duration : undefined;
  if (typeof duration === "string") return readIso(duration);
  if (typeof duration !== "object" || duration === null) return undefined;
  let sum = 0;
  for (const [unit, count] of Object.entries(duration)) {
    if (!Object.hasOwn(unitMs, unit) || !Number.isFinite(count)) return undefined;
    sum += (count as number) * unitMs[unit as keyof typeof unitMs];
  }
  return sum;
}

function readIso(text: string): number | undefined {
  const parts = isoForm.exec(text)?.slice(1);
  if (parts === undefined) return undefined;
  const sizes = [unitMs.weeks, unitMs.days, unitMs.hours, unitMs.minutes, unitMs.seconds];
  return parts.reduce((sum, part = "0", i) => sum + Number(part.replace(",", ".")) * sizes[i]!, 0);
}

/** A time of day without a zone would mean another time on another machine; a day is one in UTC. */
const timeForm = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/i;

/** Milliseconds since 1970. Throws PixiiError InvalidOptionError. */
export function timeMs(time: Time, what: string): number {
  const milliseconds = typeof time === "string" ? readTime(time) : Number(time);
  if (Number.isFinite(milliseconds)) return Math.round(milliseconds);
  throw new PixiiError(
    "InvalidOptionError",
    `${what} is a Date, a time such as "2026-11-21T08:30:00Z" or milliseconds, not ${String(time)}`,
  );
}

const readTime = (text: string) => (timeForm.test(text) ? Date.parse(text) : NaN);
