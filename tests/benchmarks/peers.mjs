// How does the HTTP endpoint stand beside the other local DynamoDBs? PutItem, GetItem and Query (ten
// items) of 1 KB items on pixii, dynalite, Amazon's DynamoDB Local and a bare node:http server that
// answers each request with what pixii answers.
//
// Method. The servers run one after another, never two at once: each is filled with the same items,
// loaded for 20 seconds with a mix of all three operations to be warm (the JVM compiles that long), and then
// per operation loaded for 5 rounds of 3 seconds, of which the median counts. The bare server goes
// last, and pixii a second time after it, so that a drift of the machine's load is seen.
//
// DynamoDB Local cannot be told to listen on 127.0.0.1 alone, so the whole program runs in a network
// namespace of its own where the system allows it, and says so where it does not.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEcho } from "./http-endpoint.mjs";
import { ask, load, serverOf, startServer } from "./http-load.mjs";
import { fill, workloads } from "./http-workload.mjs";
import { median } from "./measure.mjs";

const peers = fileURLToPath(new URL("../../build/peers/node_modules/", import.meta.url));
const rounds = 5;
const seconds = 3;
const warmUpSeconds = 20;
const operations = ["PutItem", "GetItem", "Query"];

/** pixii's requests a second over each peer's; 0.8 of the bare server's serves as well. */
const targets = {
  "PutItem": { "DynamoDB Local": 8, "dynalite": 5 },
  "GetItem": { "DynamoDB Local": 2.5, "dynalite": 3.5 },
  "Query": { "DynamoDB Local": 6, "dynalite": 12 },
};

const starters = {
  "pixii": () => startServer("tests/benchmarks/pixii-server.mjs"),
  "dynalite": startDynalite,
  "DynamoDB Local": startDynamoDbLocal,
};

async function startDynalite() {
  const port = await freePort();
  const args = [join(peers, "dynalite/cli.js"), "--port", port, "--host", "127.0.0.1"];
  const child = spawn(process.execPath, [...args, "--createTableMs", "0"], { stdio: "ignore" });
  return whenAnswering(serverOf(child, port));
}

async function startDynamoDbLocal() {
  const folder = join(peers, "amplify-dynamodb-simulator/emulator");
  const port = await freePort();
  const args = ["-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar"];
  const options = ["-inMemory", "-disableTelemetry", "-port", port];
  const child = spawn("java", [...args, ...options], { cwd: folder, stdio: "ignore" });
  return whenAnswering(serverOf(child, port));
}

/** A port nobody listens on just now. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(String(port)));
    });
  });
}

async function whenAnswering(server) {
  for (let tries = 0; ; tries++) {
    try {
      await ask(server, "ListTables", {});
      return server;
    } catch (error) {
      if (tries === 300) throw error;
      await new Promise((resume) => setTimeout(resume, 200));
    }
  }
}

/** Requests a second by operation, and processor time a request. */
async function measureServer(server) {
  const results = {};
  for (const operation of operations) {
    await load(server, workloads[operation].file, Math.ceil(warmUpSeconds / operations.length));
  }
  for (const operation of operations)
    results[operation] = await measureOperation(server, operation);
  return results;
}

async function measureOperation(server, operation) {
  const { file } = workloads[operation];
  const taken = [];
  for (let round = 0; round < rounds; round++) taken.push(await load(server, file, seconds));
  const middle = (member) => median(taken.map((result) => result[member]));
  return { perSecond: middle("perSecond"), processorMicros: middle("processorMicros") };
}

/** The bare server is started anew for each operation, as it knows one answer alone. */
async function measureEcho(pixii) {
  const results = {};
  for (const operation of operations) {
    const echo = await startEcho(pixii, workloads[operation].example);
    await load(echo, workloads[operation].file, Math.ceil(warmUpSeconds / operations.length));
    results[operation] = await measureOperation(echo, operation);
    await echo.stop();
  }
  return results;
}

async function measureAll() {
  const results = {};
  for (const [name, start] of Object.entries(starters)) {
    console.log(`bench: ${name}`);
    const server = await start();
    await fill(server);
    results[name] = await measureServer(server);
    await server.stop();
  }
  console.log("bench: bare node:http, then pixii again");
  const pixii = await starters.pixii();
  await fill(pixii);
  results["bare node:http"] = await measureEcho(pixii);
  results["pixii again"] = await measureServer(pixii);
  await pixii.stop();
  return results;
}

const pad = (cells) => cells.map((cell, i) => String(cell).padEnd(i === 0 ? 18 : 16)).join("");

function print(results) {
  console.log(`\n${pad(["", "requests/s", "CPU µs/request", "pixii is", "target", "reached"])}`);
  for (const operation of operations) {
    console.log(operation);
    for (const name of Object.keys(results)) console.log(lineOf(results, name, operation));
  }
  console.log("\nThe target is 0.8x of bare node:http, or both of the others' ratios.");
}

function lineOf(results, name, operation) {
  const { perSecond, processorMicros } = results[name][operation];
  const cells = [`  ${name}`, perSecond.toFixed(0), processorMicros.toFixed(1)];
  if (name.startsWith("pixii")) return pad(cells).trimEnd();
  const ratio = results.pixii[operation].perSecond / perSecond;
  const target = name === "bare node:http" ? 0.8 : targets[operation][name];
  cells.push(`${ratio.toFixed(2)}x`, `${target}x`, ratio >= target ? "yes" : "NO");
  return pad(cells).trimEnd();
}

/** Runs this very program in a network namespace where only the loopback device is; its exit code. */
function runIsolated() {
  const command = 'ip link set lo up && exec "$@"';
  const self = [process.execPath, ...process.execArgv, fileURLToPath(import.meta.url)];
  const args = ["--user", "--map-root-user", "--net", "sh", "-c", command, "sh", ...self];
  const env = { ...process.env, PIXII_BENCH_ISOLATED: "1" };
  return spawnSync("unshare", args, { stdio: "inherit", env });
}

function canIsolate() {
  const args = ["--user", "--map-root-user", "--net", "ip", "link", "set", "lo", "up"];
  return spawnSync("unshare", args, { stdio: "ignore" }).status === 0;
}

if (!existsSync(dirname(join(peers, "dynalite/cli.js")))) {
  console.log("error: build/peers holds no dynalite; run npm run bench:peers");
  process.exitCode = 1;
} else if (process.env.PIXII_BENCH_ISOLATED === undefined && canIsolate()) {
  process.exitCode = runIsolated().status ?? 1;
} else {
  if (process.env.PIXII_BENCH_ISOLATED === undefined) {
    console.log("bench: no network namespace here, so DynamoDB Local listens on all addresses");
  }
  print(await measureAll());
}
