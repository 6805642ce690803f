// Load over HTTP: starting a server in a process of its own, asking it for one answer, and Debian's
// wrk against it. One thread of wrk with 16 connections that are kept alive.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

const inRoot = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const connections = 16;

/** Starts `node <file> <args>`, whose first line on standard output is its port. */
export async function startServer(file, ...args) {
  const child = spawn(process.execPath, ["--no-warnings", inRoot(file), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`ended: ${code}`)));
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  ended.catch(() => {});
  return serverOf(child, Number(line));
}

/** What the measuring needs of a running process that serves `port`. */
export function serverOf(child, port) {
  // A benchmark that fails leaves no server behind.
  process.once("exit", () => child.kill());
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    processorMicros: () => processorMicros(child.pid),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, "exit");
    },
  };
}

/** Processor time of all threads of a process, from Linux's own count in hundredths of a second. */
function processorMicros(pid) {
  const [, rest] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) /);
  const fields = rest.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** Sends one request as an AWS client would, without the signature. */
export async function ask(server, operation, input) {
  const response = await fetch(server.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      // wrk does not ask for compression either.
      "accept-encoding": "identity",
      "x-amz-target": `DynamoDB_20120810.${operation}`,
      "x-amz-date": "20240101T000000Z",
      "authorization":
        "AWS4-HMAC-SHA256 Credential=pixii/20240101/us-east-1/dynamodb/aws4_request, " +
        `SignedHeaders=host, Signature=${"0".repeat(64)}`,
    },
    body: JSON.stringify(input),
  });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${operation}: ${response.status} ${body}`);
  return { body, headers: Object.fromEntries(response.headers) };
}

/** Writes the requests that `load` sends, `[operation, input]` each; the file's name. */
export function writeRequests(name, requests) {
  mkdirSync(inRoot("build/benchmarks"), { recursive: true });
  const file = inRoot(`build/benchmarks/${name}.requests`);
  writeFileSync(
    file,
    requests.map(([operation, input]) => `${operation}\t${JSON.stringify(input)}\n`).join(""),
  );
  return file;
}

/** Sends the requests of a file for `seconds`. Throws when any was not answered with success. */
export async function load(server, file, seconds) {
  const script = inRoot("tests/benchmarks/http-load.lua");
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "-s", script, server.url, "--", file];
  const before = server.processorMicros();
  const child = spawn("wrk", args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => (output += chunk));
  await once(child, "close");
  const after = server.processorMicros();
  const told = JSON.parse(output.slice(output.lastIndexOf('{"requests"')));
  if (told.failed > 0) throw new Error(`${told.failed} of ${told.requests} requests failed`);
  return {
    perSecond: (told.requests * 1e6) / told.micros,
    processorMicros: (after - before) / told.requests,
    p50: told.p50,
    p99: told.p99,
  };
}
