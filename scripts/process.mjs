// Running other programs, and the few facts about this checkout and machine every script needs.
// Plain Node without packages, because it runs before anything is installed.
import { spawn } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** How many compiler processes may run at once; PIXII_JOBS overrides it on a shared machine. */
export const jobs = Number(process.env.PIXII_JOBS) || availableParallelism();

/** A path inside the checkout. */
export const inRoot = (...parts) => join(root, ...parts);

/** Tells the user what is going on; everything the scripts say goes through here. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** The full path of a program in PATH, or undefined. Distributions' own folder wins over shims. */
export function findProgram(...names) {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  for (const name of names) {
    for (const folder of folders.filter(Boolean)) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return undefined;
}

function isExecutable(path) {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What the message alone explains, as a failed program does; `output` is everything it printed. */
export class CommandError extends Error {
  constructor(message, output = "") {
    super(message);
    this.name = "CommandError";
    this.output = output;
  }
}

/**
 * Runs a program to its end without a terminal on its input.
 * Returns {code, signal, output, timedOut}; never throws for a program that fails.
 */
export function run(program, args, options = {}) {
  const { cwd = root, env = {}, timeoutMs = 0, show = false } = options;
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let output = "";
    let timedOut = false;
    const collect = (chunk) => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    };
    const timer = timeoutMs && setTimeout(() => ((timedOut = true), endGroup(child)), timeoutMs);
    running.add(child);
    const finish = (code, signal) => {
      clearTimeout(timer);
      running.delete(child);
      settle({ code, signal, output, timedOut });
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", (error) => ((output += `${error.message}\n`), finish(127, null)));
    child.on("close", finish);
  });
}

/** Ends the child and its own children, which share its process group. */
function endGroup(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended in the meantime.
  }
}

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  // An interrupted script takes its children with it; one without children keeps its own handling.
  process.on(signal, () => {
    if (running.size === 0 && process.listenerCount(signal) > 1) return;
    running.forEach(endGroup);
    process.exit(130);
  });
}

/** Runs a program that has to succeed; returns its output, throws CommandError otherwise. */
export async function mustRun(program, args, options = {}) {
  const result = await run(program, args, options);
  if (result.code === 0) return result.output;
  const end = result.timedOut ? "took too long" : `ended with ${result.signal ?? result.code}`;
  throw new CommandError(`${program} ${args.join(" ")} ${end}`, result.output);
}

/** Runs `worker(item)` over all items, at most `limit` at once; results in the items' order. */
export async function inParallel(items, limit, worker) {
  const results = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await worker(items[index]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  return results;
}

/** Wraps a script's main function: one clear line and exit code 1 when it fails. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (error instanceof CommandError && error.output) say(error.output.trimEnd());
    say(`error: ${error instanceof CommandError ? error.message : (error.stack ?? error)}`);
    process.exitCode = 1;
  }
}

/** True when `url` is the module Node was started with. */
export function isMain(url) {
  return process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(url);
}
