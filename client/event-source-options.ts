// The options of an event source mapping, by the names of Lambda's CreateEventSourceMapping in
// camelCase, their defaults and limits, and the refusal of what Lambda refuses.
import { compileFilters, type FilterCriteria } from "./event-filter.ts";
import type {
  DynamoDBStreamEvent,
  DynamoDBTimeWindowEvent,
  LambdaContext,
} from "./lambda-event.ts";
import { PixiiError } from "./pixii-error.ts";

/** What a handler may return to say which records failed; see `functionResponseTypes`. */
export interface StreamsEventResponse {
  batchItemFailures?: { itemIdentifier: string }[] | null;
  /** The state of a tumbling window so far; see `tumblingWindowInSeconds`. */
  state?: Record<string, unknown>;
}

/** Members that a tumbling window adds are there in mappings that have one, and only there. */
export type EventSourceEvent = DynamoDBStreamEvent & Partial<DynamoDBTimeWindowEvent>;

interface LambdaFunction {
  call(
    event: EventSourceEvent,
    context: LambdaContext,
    callback: (error?: unknown, result?: unknown) => void,
  ): unknown;
}

/**
 * A Lambda function as Node runs it: called with the event and its context, it has succeeded when its
 * promise is fulfilled or it has returned, and failed when it throws. One that takes the callback as
 * its third argument and returns no promise has ended when it calls that.
 */
export type EventHandler = LambdaFunction["call"];

/** The documented JSON of a batch that was given up, as Lambda sends it to a queue or topic. */
export interface DiscardedBatch {
  requestContext: {
    requestId: string;
    functionArn: string;
    condition: "RetryAttemptsExhausted" | "RecordAgeExceeded";
    approximateInvokeCount: number;
  };
  /** Left out where the function was never called with these records. */
  responseContext?: { statusCode: number; executedVersion: string; functionError?: string };
  version: "1.0";
  timestamp: string;
  DDBStreamBatchInfo: {
    shardId: string;
    startSequenceNumber: string;
    endSequenceNumber: string;
    approximateArrivalOfFirstRecord: string;
    approximateArrivalOfLastRecord: string;
    batchSize: number;
    streamArn: string;
  };
}

/** Takes what was given up: an array that grows, or a function, which also gets the event itself. */
export type FailureDestination =
  DiscardedBatch[] | ((batch: DiscardedBatch, event: { Records: object[] }) => unknown);

/** What may be chosen for a mapping. Sources: Lambda developer guide, "Lambda parameters for Amazon
 * DynamoDB event source mappings", and Lambda's API reference, CreateEventSourceMapping. */
export interface EventSourceOptions {
  /** Most records in one invocation: 1 to 10,000, default 100. An event also stays under 6 MB. */
  batchSize?: number;
  /** How long, in whole seconds on the clock, records are gathered before an invocation that is not
   * full: 0 to 300, default 0: at once. */
  maximumBatchingWindowInSeconds?: number;
  /** Where reading begins, when the mapping is made and after each restore: "TRIM_HORIZON" with the
   * oldest record that is kept, "LATEST" (default; Lambda wants one of them named) with what is written
   * from then on. */
  startingPosition?: "TRIM_HORIZON" | "LATEST";
  /** How many batches of one shard are worked on at once: 1 to 10, default 1. Records of one item stay
   * in order. */
  parallelizationFactor?: number;
  /** Split a batch whose invocation failed in two, and try both halves; default false. Splitting does
   * not use up retries. */
  bisectBatchOnFunctionError?: boolean;
  /** How often a failed batch is tried again before it is given up: 0 to 10,000, default -1: until its
   * records expire. */
  maximumRetryAttempts?: number;
  /** Records older than this many seconds are given up: 60 to 604,800, default -1: only when the
   * stream's own 24 hours are over. */
  maximumRecordAgeInSeconds?: number;
  /** ["ReportBatchItemFailures"]: the handler returns `{ batchItemFailures: [{ itemIdentifier }] }`, and
   * its batch is tried again from the lowest sequence number named; default []. */
  functionResponseTypes?: "ReportBatchItemFailures"[];
  /** Only records that match one of these patterns are handed on; the others count as done. */
  filterCriteria?: FilterCriteria;
  /** Windows of this many seconds of the records' time, whose `state` is handed from one invocation to
   * the next: 0 (default, none) to 900. */
  tumblingWindowInSeconds?: number;
  /** Where batches go that are given up; default: nowhere. */
  onFailure?: FailureDestination;
  /** False makes the mapping without starting it; default true. */
  enabled?: boolean;
}

/** All options with their defaults put in. */
export type CheckedOptions = Readonly<
  Required<Omit<EventSourceOptions, "onFailure">> & Pick<EventSourceOptions, "onFailure">
>;

const defaults = {
  batchSize: 100,
  maximumBatchingWindowInSeconds: 0,
  startingPosition: "LATEST",
  parallelizationFactor: 1,
  bisectBatchOnFunctionError: false,
  maximumRetryAttempts: -1,
  maximumRecordAgeInSeconds: -1,
  functionResponseTypes: [] as "ReportBatchItemFailures"[],
  filterCriteria: {},
  tumblingWindowInSeconds: 0,
  enabled: true,
} as const;

/** Smallest and greatest value of each number. */
const ranges: Record<string, readonly [number, number]> = {
  batchSize: [1, 10_000],
  maximumBatchingWindowInSeconds: [0, 300],
  parallelizationFactor: [1, 10],
  maximumRetryAttempts: [-1, 10_000],
  maximumRecordAgeInSeconds: [-1, 604_800],
  tumblingWindowInSeconds: [0, 900],
};

const names = [...Object.keys(defaults), "onFailure"];
/** Lambda knows the second one, but not for DynamoDB: the mapping refuses it. */
const startingPositions = ["LATEST", "AT_TIMESTAMP", "TRIM_HORIZON"];
const recordAgeMin = 60;

/** Throws PixiiError: InvalidOptionError for names and types, else by Lambda's names and words. */
export function checkEventSourceOptions(given: EventSourceOptions): CheckedOptions {
  if (typeof given !== "object" || given === null) throw wrong("the options are an object");
  for (const name of Object.keys(given)) checkName(name);
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  const options = { ...defaults, ...Object.fromEntries(present) } as CheckedOptions;
  checkTypes(options);
  const violations = [...rangeViolations(options), ...enumViolations(options)];
  if (violations.length > 0) throw new PixiiError("ValidationException", gather(violations));
  checkAge(options.maximumRecordAgeInSeconds);
  compileFilters(options.filterCriteria);
  return Object.freeze(options);
}

function checkName(name: string): void {
  if (names.includes(name)) return;
  const meant = names.find((each) => each.toLowerCase() === name.toLowerCase());
  const hint = meant === undefined ? "" : `; it is spelt "${meant}"`;
  throw wrong(`there is no option "${name}"${hint}`);
}

function checkTypes(options: CheckedOptions): void {
  for (const name of Object.keys(ranges)) {
    const value: unknown = options[name as keyof CheckedOptions];
    if (!Number.isInteger(value)) throw wrong(`${name} is a whole number`);
  }
  for (const name of ["bisectBatchOnFunctionError", "enabled"] as const) {
    if (typeof options[name] !== "boolean") throw wrong(`${name} is true or false`);
  }
  const { onFailure, filterCriteria, functionResponseTypes } = options;
  if (!Array.isArray(functionResponseTypes)) throw wrong("functionResponseTypes is a list");
  if (typeof filterCriteria !== "object" || filterCriteria === null) {
    throw wrong("filterCriteria is an object with a list of filters");
  }
  for (const name of Object.keys(filterCriteria)) {
    if (name !== "filters") throw wrong(`filterCriteria has no member "${name}"`);
  }
  if (onFailure !== undefined && typeof onFailure !== "function" && !Array.isArray(onFailure)) {
    throw wrong("onFailure is a function or an array");
  }
}

function rangeViolations(options: CheckedOptions): string[] {
  return Object.entries(ranges).flatMap(([name, [least, most]]) => {
    const value = options[name as keyof CheckedOptions] as number;
    const rule =
      value < least
        ? `greater than or equal to ${least}`
        : value > most && `less than or equal to ${most}`;
    if (rule === false) return [];
    return `Value '${value}' at '${name}' failed to satisfy constraint: Member must have value ${rule}`;
  });
}

function enumViolations({ startingPosition, functionResponseTypes }: CheckedOptions): string[] {
  const fault = (value: string, name: string, allowed: string) =>
    `Value '${value}' at '${name}' failed to satisfy constraint: ${allowed}`;
  const faults: string[] = [];
  if (!startingPositions.includes(startingPosition)) {
    const allowed = `Member must satisfy enum value set: [${startingPositions.join(", ")}]`;
    faults.push(fault(String(startingPosition), "startingPosition", allowed));
  }
  if (functionResponseTypes.some((type) => type !== "ReportBatchItemFailures")) {
    const allowed =
      "Member must satisfy constraint: [Member must satisfy enum value set: [ReportBatchItemFailures]]";
    faults.push(fault(`[${functionResponseTypes.join(", ")}]`, "functionResponseTypes", allowed));
  }
  return faults;
}

function checkAge(seconds: number): void {
  if (seconds === -1 || seconds >= recordAgeMin) return;
  const message = `MaximumRecordAgeInSeconds is -1 or at least ${recordAgeMin}, not ${seconds}.`;
  throw new PixiiError("InvalidParameterValueException", message);
}

function gather(violations: string[]): string {
  const noun = violations.length === 1 ? "error" : "errors";
  return `${violations.length} validation ${noun} detected: ${violations.join("; ")}`;
}

const wrong = (reason: string) => new PixiiError("InvalidOptionError", `db.on(): ${reason}`);
