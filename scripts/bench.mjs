// `npm run bench`: builds what the benchmarks need, runs them and prints one table that holds every
// row of the design's speed targets against its limit. `npm run bench:peers` holds the HTTP endpoint
// against other servers instead. `--only <part>` runs one part, `--as-built` builds nothing before.
// docs/benchmarks.md tells the method.
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { compile } from "./compile.mjs";
import { formatTable } from "./bench-table.mjs";
import { installPeers } from "./bench-peers.mjs";
import { CommandError, findProgram, inRoot, main, mustRun, run, say } from "./process.mjs";
import { setUp } from "./setup.mjs";

const script = (name) => inRoot(`tests/benchmarks/${name}.mjs`);
const inJavaScript = (name, env = {}) =>
  measure(process.execPath, ["--no-warnings", "--expose-gc", script(name)], env);
const native = (program, ...args) => measure(inRoot("build/benchmarks", program), args);

/** What is measured, in the order of the table; each gives its rows. */
const parts = {
  "calls": () => native("core_benchmark", "calls"),
  "pages": () => native("core_benchmark", "pages"),
  "data-plane": () => native("data_plane_benchmark"),
  "database-call": () => inJavaScript("database-call"),
  "sdk-call": () => inJavaScript("sdk-call"),
  "http-endpoint": () => inJavaScript("http-endpoint"),
  "forks": () => native("core_benchmark", "forks"),
  "many": () => native("core_benchmark", "many"),
  "memory": memory,
  "streams": streams,
  "time-to-live": timeToLive,
  "metering": metering,
  "wasm": wasm,
  "engine-size": () => inJavaScript("engine-size"),
  "start-up": () => inJavaScript("start-up"),
};

/** Runs one program of the benchmarks; the rows it printed, one JSON object a line. */
async function measure(program, args, env = {}) {
  const output = await mustRun(program, args, { env });
  return output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
}

async function memory() {
  await mustRun(process.execPath, [script("memory-items")]);
  const rows = [];
  for (const items of ["films", "cities", "kilobytes"]) {
    const file = inRoot(`build/benchmarks/${items}.items`);
    rows.push(...(await native("memory_benchmark", `memory of ${items}`, file)));
  }
  return rows;
}

const expiringItems = "1000000";

/** Instructions of calls on a table of a million items that expire, and of one that do not; and those of
 * an expiry and of a DeleteItem. Only what is between the program's own marks counts. */
async function timeToLive() {
  const pairs = [
    ["GetItem of 1 M items that will expire, that will not", "gets-expiring", "gets"],
    ["PutItem of 1 M items that will expire, that will not", "puts-expiring", "puts"],
    ["an expiry, a DeleteItem", "expiries", "deletes"],
  ];
  if (findProgram("valgrind") === undefined) {
    return pairs.map(([row]) => ({ row, skipped: "valgrind is not installed" }));
  }
  const rows = [];
  for (const [row, ...kinds] of pairs) {
    const [ours, limit] = await Promise.all(kinds.map((kind) => marked(kind, expiringItems)));
    rows.push({ row, ours, limit, unit: "instructions" });
  }
  return rows;
}

const marked = (...words) => collected(["--instr-atstart=no"], "time_loop", ...words);

/** Instructions of calls that are metered, and of the same calls of a program that was linked without
 * meters. */
async function metering() {
  const kinds = [
    ["GetItem, metered; without meters", "gets", "report"],
    ["GetItem, enforced; without meters", "gets", "enforce"],
    ["PutItem, metered; without meters", "puts", "report"],
    ["PutItem, enforced; without meters", "puts", "enforce"],
  ];
  if (findProgram("valgrind") === undefined) {
    return kinds.map(([row]) => ({ row, skipped: "valgrind is not installed" }));
  }
  const rows = [];
  for (const [row, ...words] of kinds) {
    const programs = ["metering_loop", "unmetered_loop"];
    const [ours, limit] = await Promise.all(
      programs.map((program) => collected(["--instr-atstart=no"], program, ...words)),
    );
    rows.push({ row, ours, limit, unit: "instructions" });
  }
  return rows;
}

/** Instructions inside Engine::Call, which no noise hides, of the same puts with a stream and without. */
async function streams() {
  if (findProgram("valgrind") === undefined) {
    return [{ row: "PutItem with a stream", skipped: "valgrind is not installed" }];
  }
  const [ours, limit] = await Promise.all(["stream", "none"].map(instructions));
  return [{ row: "PutItem with a stream, without", ours, limit, unit: "instructions" }];
}

const instructions = (kind) =>
  collected(["--toggle-collect=pixii::Engine::Call*"], "stream_loop", kind);

/** The instructions of one call, of those that the program says it made. */
async function collected(what, program, ...words) {
  const output = await mustRun("valgrind", [
    "--tool=callgrind",
    ...what,
    "--callgrind-out-file=/dev/null",
    inRoot("build/benchmarks", program),
    ...words,
  ]);
  const [, calls] = output.match(/^(\d+) calls$/m) ?? [];
  const [, counted] = output.match(/Collected : (\d+)/) ?? [];
  return Math.round(Number(counted) / Number(calls));
}

const wasmRounds = 5;

/** The same loops in both builds, process by process in turn; the median of each row's ratios. */
async function wasm() {
  if (findProgram("emcmake") === undefined) {
    return [{ row: "WebAssembly", skipped: "Emscripten is not installed" }];
  }
  const ratios = new Map();
  for (let round = 0; round < wasmRounds; round++) {
    const limits = await native("core_loop");
    const module = inRoot("build/benchmarks-wasm/core_loop.cjs");
    const ours = await measure(process.execPath, ["--no-experimental-fetch", module]);
    ours.forEach(({ row, ours: taken, unit }, i) => {
      const pair = { row: `WebAssembly ${row}, native`, ours: taken, limit: limits[i].ours, unit };
      ratios.set(row, [...(ratios.get(row) ?? []), pair]);
    });
  }
  return [...ratios.values()].map(middle);
}

/** The pair whose ratio is the median. */
function middle(pairs) {
  return pairs.sort((a, b) => a.ours / a.limit - b.ours / b.limit)[Math.floor(pairs.length / 2)];
}

async function buildAll() {
  await setUp("test");
  await build("start");
  await compile("benchmarks", [
    "core_benchmark",
    "data_plane_benchmark",
    "core_loop",
    "memory_benchmark",
    "stream_loop",
    "time_loop",
    "metering_loop",
    "unmetered_loop",
  ]);
  if (findProgram("emcmake") !== undefined) await compile("benchmarks-wasm", ["core_loop"]);
}

/** A part that fails costs its own rows alone. */
async function runPart(name, part) {
  const started = Date.now();
  try {
    return await part();
  } catch (error) {
    const output = error instanceof CommandError ? error.output.trim() : String(error);
    process.exitCode = 1;
    return [{ row: name, skipped: output.split("\n").at(-1) }];
  } finally {
    say(`bench: ${name} took ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
}

function sayMachine() {
  const load = loadavg()[0].toFixed(1);
  const { model } = cpus()[0] ?? { model: "unknown processor" };
  say(`bench: ${model}, ${availableParallelism()} processors, load average ${load}`);
}

async function runBench(only, asBuilt) {
  if (!asBuilt) await buildAll();
  if (only === undefined || only === "database-call") await installPeers(["better-sqlite3"]);
  sayMachine();
  const rows = [];
  for (const [name, part] of Object.entries(parts)) {
    if (only === undefined || only === name) rows.push(...(await runPart(name, part)));
  }
  sayMachine();
  say(formatTable(rows));
}

async function runPeers(asBuilt) {
  if (!asBuilt) await setUp("test");
  if (!asBuilt) await build("start");
  await installPeers(["dynalite", "amplify-dynamodb-simulator"]);
  sayMachine();
  const { code } = await run(process.execPath, ["--no-warnings", script("peers")], { show: true });
  sayMachine();
  process.exitCode = code;
}

await main(async () => {
  const options = {
    peers: { type: "boolean" },
    only: { type: "string" },
    "as-built": { type: "boolean" },
  };
  const { values } = parseArgs({ options });
  if (values.only !== undefined && parts[values.only] === undefined) {
    throw new CommandError(`--only is one of ${Object.keys(parts).join(", ")}`, "");
  }
  const asBuilt = values["as-built"] === true;
  await (values.peers ? runPeers(asBuilt) : runBench(values.only, asBuilt));
});
