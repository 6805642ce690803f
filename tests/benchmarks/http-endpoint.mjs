// How near is the HTTP endpoint to what node:http can do? Requests a second of PutItem and GetItem of
// 1 KB items, held against a bare node:http server that reads the same requests and answers with the
// same headers and body.
//
// Method. Both servers run all the time, each in a process of its own; wrk loads them in alternating
// rounds of 2 seconds, after one round of each that does not count. Beside requests a second stands
// the servers' processor time a request, which other programs on the machine disturb less.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ask, load, startServer } from "./http-load.mjs";
import { fill, workloads } from "./http-workload.mjs";
import { median, report } from "./measure.mjs";

const rounds = 5;
const seconds = 2;

/** A bare server that answers as `server` does. */
export async function startEcho(server, [operation, input]) {
  const { body, headers } = await ask(server, operation, input);
  // Node writes these itself, on both sides.
  for (const name of ["date", "connection", "keep-alive"]) delete headers[name];
  const folder = fileURLToPath(new URL("../../build/benchmarks/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const file = `${folder}${operation}.answer`;
  writeFileSync(file, JSON.stringify({ headers, body }));
  return startServer("tests/benchmarks/echo-server.mjs", file);
}

async function compareServers(servers, file) {
  const names = Object.keys(servers);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const result = await load(servers[name], file, seconds);
      if (round >= 0) results[name].push(result);
    }
  }
  const medians = (name, member) => median(results[name].map((result) => result[member]));
  return (member) => names.map((name) => medians(name, member));
}

async function main() {
  const pixii = await startServer("tests/benchmarks/pixii-server.mjs");
  await fill(pixii);
  for (const operation of ["PutItem", "GetItem"]) {
    const { file, example } = workloads[operation];
    const echo = await startEcho(pixii, example);
    const medians = await compareServers({ pixii, echo }, file);
    report(`HTTP ${operation}, 1 KB item`, ...medians("perSecond"), "requests/s");
    report(`HTTP ${operation}, processor time`, ...medians("processorMicros"), "µs");
    await echo.stop();
  }
  await pixii.stop();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
