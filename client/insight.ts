// What may be asked of metrics, cost and simulations. The engine passes over members it does not know,
// as AWS does; here a name that is misspelt would give a sound answer to another question.
import type { CostInput, MetricsInput, Prices } from "./operations.ts";
import { PixiiError } from "./pixii-error.ts";

export interface SimulateOptions {
  /** The same seed gives the same answer. */
  seed?: number;
  /** Draws every request by itself, 10 million at most. */
  exact?: boolean;
}

const metricsNames: ReadonlySet<string> = new Set<keyof MetricsInput>([
  "EndTime",
  "IndexName",
  "MetricName",
  "StartTime",
  "TableName",
]);

const costNames: ReadonlySet<string> = new Set<keyof CostInput>([
  "EndTime",
  "Prices",
  "StartTime",
  "TableName",
]);

const priceNames: ReadonlySet<string> = new Set<keyof Prices>([
  "Date",
  "PerGbMonth",
  "PerHundredThousandStreamReads",
  "PerMillionReads",
  "PerMillionWrites",
  "PerReadUnitHour",
  "PerWriteUnitHour",
]);

const simulateNames: ReadonlySet<string> = new Set<keyof SimulateOptions>(["exact", "seed"]);

/** Throws PixiiError InvalidOptionError, as do those below. */
export function checkMetricsInput(input: MetricsInput): void {
  checkNames(input, metricsNames, "metrics have no option");
}

export function checkCostInput(input: CostInput): void {
  checkNames(input, costNames, "a cost has no option");
  checkNames(input.Prices ?? {}, priceNames, "there is no price");
}

export function checkSimulateOptions(options: SimulateOptions): void {
  checkNames(options, simulateNames, "a simulation has no option");
}

function checkNames(given: object, names: ReadonlySet<string>, complaint: string): void {
  for (const name of Object.keys(given)) {
    if (!names.has(name)) throw new PixiiError("InvalidOptionError", `${complaint} "${name}"`);
  }
}
