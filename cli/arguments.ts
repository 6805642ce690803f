// The command line of `pixii`: what it may say, and what is wrong with one that says something else.
import { durationMs, timeMs } from "../client/duration.ts";

export interface Arguments {
  port: number;
  host: string;
  path?: string;
  region?: string;
  shared: boolean;
  engine?: "native" | "wasm";
  /** How the database is opened: what `open` takes under these names. */
  database: DatabaseArguments;
  help: boolean;
  version: boolean;
}

/** Flags that go to `open`. */
export interface DatabaseArguments {
  clock?: string;
  timing?: "instant" | "aws";
  capacity?: "report" | "enforce";
  consistency?: "strong" | { eventual: { lag: string } };
  seed?: number;
}

/** A command line that cannot be followed; `message` is one line for the user. */
export class UsageError extends Error {}

export const usage = `pixii: the DynamoDB HTTP endpoint, in one process

  pixii [options]

  --port NUMBER     port to listen on (default 8000; 0 for any free one)
  --host ADDRESS    address to listen on (default 127.0.0.1)
  --path FOLDER     keep the database in this folder (default: in memory)
  --region NAME     region of requests that name none (default us-east-1)
  --shared          one namespace for all regions and accounts
  --engine NAME     native or wasm (default: native where it fits)
  --clock TIME      system (default), frozen, or a time such as 2026-11-21T08:30:00Z at which it stands
  --timing NAME     instant (default), or aws: tables and indexes take their time on the clock
  --capacity NAME   report (default), or enforce: what goes beyond the capacity is refused
  --consistency LAG strong (default), or how far reads may lag, such as PT0.5S
  --seed NUMBER     seed of all ids: the same seed, clock and requests give the same answers
  --help            print this
  --version         print the version
`;

const flags = new Set(["shared", "help", "version"]);
const valued = new Set([
  "port",
  "host",
  "path",
  "region",
  "engine",
  "clock",
  "timing",
  "capacity",
  "consistency",
  "seed",
]);
const shortForms: Record<string, string> = { "-h": "--help", "-v": "--version", "-p": "--port" };

/** Understands `--name value` and `--name=value`. Throws UsageError. */
export function parseArguments(words: readonly string[]): Arguments {
  const given = new Map<string, string>();
  for (let i = 0; i < words.length; i += 1) {
    const word = shortForms[words[i]!] ?? words[i]!;
    const [, name = "", inline] = /^--([^=]+)(?:=([^]*))?$/.exec(word) ?? [];
    if (flags.has(name) && inline === undefined) given.set(name, "");
    else if (valued.has(name)) {
      const value = inline ?? words[(i += 1)];
      if (value === undefined || value === "") throw new UsageError(`--${name} needs a value`);
      given.set(name, value);
    } else throw new UsageError(`unknown option "${words[i]}"; pixii --help lists them all`);
  }
  return interpret(given);
}

function interpret(given: Map<string, string>): Arguments {
  const path = given.get("path");
  const region = given.get("region");
  const engine = given.get("engine");
  if (engine !== undefined && engine !== "native" && engine !== "wasm") {
    throw new UsageError(`--engine is native or wasm, not "${engine}"`);
  }
  return {
    port: parsePort(given.get("port") ?? "8000"),
    host: given.get("host") ?? "127.0.0.1",
    shared: given.has("shared"),
    database: databaseArguments(given),
    help: given.has("help"),
    version: given.has("version"),
    ...(path === undefined ? {} : { path }),
    ...(region === undefined ? {} : { region }),
    ...(engine === undefined ? {} : { engine }),
  };
}

function databaseArguments(given: Map<string, string>): DatabaseArguments {
  const clock = given.get("clock");
  const timing = choice(given, "timing", ["instant", "aws"]);
  const capacity = choice(given, "capacity", ["report", "enforce"]);
  const consistency = given.get("consistency");
  const seed = given.get("seed");
  if (seed !== undefined && !/^-?\d{1,15}$/.test(seed)) {
    throw new UsageError(`--seed is a whole number, not "${seed}"`);
  }
  if (clock !== undefined) checkClock(clock);
  return {
    ...(clock === undefined ? {} : { clock }),
    ...(timing === undefined ? {} : { timing }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(consistency === undefined ? {} : { consistency: parseConsistency(consistency) }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}

/** What `open` says of these two is for programs: it names forms that a shell has not. */
function checkClock(text: string): void {
  if (text === "system" || text === "frozen" || succeeds(() => timeMs(text, "clock"))) return;
  const forms = "system, frozen or a time such as 2026-11-21T08:30:00Z";
  throw new UsageError(`--clock is ${forms}, not "${text}"`);
}

const lagMsMax = 3_600_000;

function parseConsistency(text: string): "strong" | { eventual: { lag: string } } {
  if (text === "strong") return text;
  const isLag = succeeds(
    () => durationMs(text, "lag"),
    (lagMs) => lagMs <= lagMsMax,
  );
  if (isLag) return { eventual: { lag: text } };
  const forms = "strong, or a lag of at most an hour such as PT0.5S";
  throw new UsageError(`--consistency is ${forms}, not "${text}"`);
}

/** Whether `read` gives a number, and one that is allowed. */
function succeeds(read: () => number, isAllowed: (value: number) => boolean = () => true): boolean {
  try {
    return isAllowed(read());
  } catch {
    return false;
  }
}

function choice<Choice extends string>(
  given: Map<string, string>,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const word = given.get(name);
  if (word === undefined) return undefined;
  const found = choices.find((each) => each === word);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} is ${choices.join(" or ")}, not "${word}"`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port is a number from 0 to 65535, not "${text}"`);
}
