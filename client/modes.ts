// How a database behaves where AWS leaves a choice or hides one, as options of `open` and later.
import { durationMs, type Duration } from "./duration.ts";
import type { Modes as WireModes } from "./operations.ts";
import { PixiiError } from "./pixii-error.ts";

export interface ModeOptions {
  /** "instant" (default): tables and indexes change at once; "aws": they take their time on the clock. */
  timing?: "instant" | "aws";
  /** "report" (default): consumed capacity is told; "enforce": and what goes beyond it is refused. */
  capacity?: "report" | "enforce";
  /** "strong" (default): every read sees the last write; else reads may lag that much. */
  consistency?: "strong" | { eventual: { lag: Duration } };
}

/** What `db.modes.describe` tells; durations are ISO 8601 texts. */
export interface ModesDescription {
  timing: "instant" | "aws";
  capacity: "report" | "enforce";
  consistency: "strong" | { eventual: { lag: string } };
  /** By name; see docs/physics.md. */
  constants: Record<string, string>;
}

/** Changes of the modes: constants by name, as `describe` tells them. */
export interface ModeChanges extends ModeOptions {
  /** All ids from then on, and whatever else is drawn, follow from it; nothing tells it again. */
  seed?: number;
  constants?: Record<string, string | number>;
}

export interface TableModeChanges {
  capacity?: "report" | "enforce" | "default";
}

type Call = (operation: string, input: object) => Record<string, unknown>;

export class Modes {
  private readonly call: Call;

  /** For Database alone. */
  constructor(call: Call) {
    this.call = call;
  }

  async describe(): Promise<ModesDescription> {
    return describe(this.call("Pixii_1.DescribeModes", {}) as WireModes);
  }

  /** Changes what is named, or nothing if anything is wrong. Throws PixiiError. */
  async update(changes: ModeChanges): Promise<ModesDescription> {
    return describe(this.call("Pixii_1.UpdateModes", wireModes(changes)) as WireModes);
  }

  /** Gives one table a capacity mode of its own; "default": the database's. Throws PixiiError. */
  async updateTable(tableName: string, changes: TableModeChanges): Promise<void> {
    const { capacity = "default" } = changes;
    checkChoice("capacity", capacity, ["report", "enforce", "default"]);
    this.call("Pixii_1.UpdateTableCapacity", { TableName: tableName, Capacity: capacity });
  }
}

function describe(modes: WireModes): ModesDescription {
  const { Timing = "instant", Capacity = "report", ConsistencyLag = "PT0S" } = modes;
  const consistency = ConsistencyLag === "PT0S" ? "strong" : { eventual: { lag: ConsistencyLag } };
  return { timing: Timing, capacity: Capacity, consistency, constants: modes.Constants ?? {} };
}

const changeNames: ReadonlySet<string> = new Set<keyof ModeChanges>([
  "capacity",
  "consistency",
  "constants",
  "seed",
  "timing",
]);

/** A request of UpdateModes. Throws PixiiError InvalidOptionError. */
export function wireModes(changes: ModeChanges): WireModes {
  for (const name of Object.keys(changes)) {
    if (!changeNames.has(name)) throw invalid(`the modes have no "${name}"`);
  }
  const { timing, capacity, consistency, constants, seed } = changes;
  checkChoice("timing", timing, ["instant", "aws"]);
  checkChoice("capacity", capacity, ["report", "enforce"]);
  if (seed !== undefined && !Number.isSafeInteger(seed)) throw invalid("seed is a whole number");
  return {
    ...(timing === undefined ? {} : { Timing: timing }),
    ...(capacity === undefined ? {} : { Capacity: capacity }),
    ...(consistency === undefined ? {} : { ConsistencyLag: lagText(consistency) }),
    ...(constants === undefined ? {} : { Constants: textsOf(constants) }),
    ...(seed === undefined ? {} : { Seed: seed }),
  };
}

const lagMsMax = 3_600_000;

function lagText(consistency: NonNullable<ModeOptions["consistency"]>): string {
  if (consistency === "strong") return "PT0S";
  const lag = typeof consistency === "object" ? consistency?.eventual?.lag : undefined;
  if (lag === undefined) {
    throw invalid(`consistency is "strong" or { eventual: { lag: "PT0.5S" } }`);
  }
  const lagMs = durationMs(lag, "the lag of consistency");
  if (lagMs > lagMsMax) throw invalid("the lag of consistency is at most an hour");
  return `PT${lagMs / 1000}S`;
}

function textsOf(constants: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, `${value}`]));
}

function checkChoice(name: string, value: string | undefined, choices: string[]): void {
  if (value === undefined || choices.includes(value)) return;
  const [first, second] = choices;
  throw invalid(`${name} may be "${first}" or "${second}", not "${String(value)}"`);
}

const invalid = (message: string) => new PixiiError("InvalidOptionError", message);
