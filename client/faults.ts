// Faults on purpose: rules under which requests fail, answer in part, late or damaged. They belong
// to one open database: forks, snapshots and files have none.
import { durationMs, type Duration } from "./duration.ts";
import type { AddFaultInput, FaultDescription } from "./operations.ts";
import { PixiiError } from "./pixii-error.ts";

/** Which requests a rule matches, which of those it strikes, and with what. */
export interface FaultOptions {
  /** An operation's name, such as "PutItem"; absent: every one. */
  operation?: string;
  /** A table's name; absent: every one. */
  table?: string;
  /** Attribute values that the request's key or item has: `{ pk: { S: "a" } }`. */
  key?: AddFaultInput["Key"];
  /** Strikes the n-th matching request alone; 1 is the first. */
  call?: number;
  /** Strikes with this probability, drawn from the database's seeded source; default 1. */
  probability?: number;
  /** Strikes so often, then no more; absent: always. */
  times?: number;
  /** The error that the request answers; in a transaction it is a reason for its cancellation. */
  error?: AddFaultInput["Error"];
  /** The reason that a throttle tells. */
  reason?: AddFaultInput["Reason"];
  /** The error InternalServerError comes once the work is done, as when an answer is lost. */
  afterCommit?: boolean;
  /** Members of a batch that are processed at most; the others are handed back. */
  batchItems?: number;
  /** Items that a page of a Query, Scan or statement evaluates at most. */
  pageItems?: number;
  /** How long the answer is held back. */
  delay?: Duration;
  /** "checksum": a wrong x-amz-crc32; "reset": the connection is cut before the answer. */
  damage?: "checksum" | "reset";
}

/** A rule, what of `times` is left, and how many requests it has matched and struck. */
export interface Fault extends Omit<FaultOptions, "delay"> {
  id: string;
  delay?: string;
  matched: number;
  struck: number;
}

type Call = (operation: string, input: object) => Record<string, unknown>;

export class Faults {
  private readonly call: Call;

  /** For Database alone. */
  constructor(call: Call) {
    this.call = call;
  }

  /** Adds a rule behind those there are; answers its id. The first rule that strikes is the only one. */
  async add(fault: FaultOptions): Promise<string> {
    return this.call("Pixii_1.AddFault", wireFault(fault)).FaultId as string;
  }

  async list(): Promise<Fault[]> {
    const { Faults } = this.call("Pixii_1.ListFaults", {}) as { Faults: FaultDescription[] };
    return Faults.map(readFault);
  }

  /** Throws PixiiError ResourceNotFoundException if there is none. */
  async remove(id: string): Promise<void> {
    this.call("Pixii_1.RemoveFault", { FaultId: id });
  }

  async clear(): Promise<void> {
    this.call("Pixii_1.ClearFaults", {});
  }
}

const optionNames: ReadonlySet<string> = new Set<keyof FaultOptions>([
  "afterCommit",
  "batchItems",
  "call",
  "damage",
  "delay",
  "error",
  "key",
  "operation",
  "pageItems",
  "probability",
  "reason",
  "table",
  "times",
]);

function wireFault(fault: FaultOptions): AddFaultInput {
  // A rule of which a name is misspelt would strike more than was meant.
  for (const name of Object.keys(fault)) {
    if (optionNames.has(name)) continue;
    throw new PixiiError("InvalidOptionError", `a fault has no option "${name}"`);
  }
  const { delay, damage } = fault;
  if (damage !== undefined && damage !== "checksum" && damage !== "reset") {
    throw new PixiiError("InvalidOptionError", `damage may be "checksum" or "reset".`);
  }
  // Members that are undefined do not become JSON.
  return {
    Operation: fault.operation,
    TableName: fault.table,
    Key: fault.key,
    Call: fault.call,
    Probability: fault.probability,
    Times: fault.times,
    Error: fault.error,
    Reason: fault.reason,
    AfterCommit: fault.afterCommit,
    BatchItems: fault.batchItems,
    PageItems: fault.pageItems,
    Delay: delay === undefined ? undefined : `PT${durationMs(delay, "a fault's delay") / 1000}S`,
    Damage: damage === undefined ? undefined : damage === "checksum" ? "CHECKSUM" : "RESET",
  };
}

function readFault(told: FaultDescription): Fault {
  const fault: Fault = { id: told.FaultId, matched: told.Matched, struck: told.Struck };
  const { Damage } = told;
  const rest = {
    operation: told.Operation,
    table: told.TableName,
    key: told.Key,
    call: told.Call,
    probability: told.Probability,
    times: told.Times,
    error: told.Error,
    reason: told.Reason,
    afterCommit: told.AfterCommit,
    batchItems: told.BatchItems,
    pageItems: told.PageItems,
    delay: told.Delay,
    damage: Damage === undefined ? undefined : Damage === "CHECKSUM" ? "checksum" : "reset",
  };
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) Object.assign(fault, { [name]: value });
  }
  return fault;
}
