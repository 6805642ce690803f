// The command line of `pixii`: what it may say, and what is wrong with one that says something else.

export interface Arguments {
  port: number;
  host: string;
  path?: string;
  region?: string;
  shared: boolean;
  engine?: "native" | "wasm";
  help: boolean;
  version: boolean;
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
  --help            print this
  --version         print the version
`;

const flags = new Set(["shared", "help", "version"]);
const valued = new Set(["port", "host", "path", "region", "engine"]);
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
    help: given.has("help"),
    version: given.has("version"),
    ...(path === undefined ? {} : { path }),
    ...(region === undefined ? {} : { region }),
    ...(engine === undefined ? {} : { engine }),
  };
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port is a number from 0 to 65535, not "${text}"`);
}
