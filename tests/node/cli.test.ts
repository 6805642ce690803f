// The `pixii` command of the built package: serving, stopping, keeping data, and one clear line when
// it cannot.
import { spawn, type ChildProcess } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { parseArguments, UsageError } from "../../cli/arguments.ts";
import { root, runNode, temporaryFolder } from "../support/run-node.ts";

const command = join(root, "dist/cli.mjs");
const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const newFolder = () => {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
};

/** Starts the command and waits for its greeting. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [command, "--port", "0", ...args]);
  children.push(child);
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text) => {
      output += text;
      const found = /Endpoint +(http:\S+)[^]*Ctrl\+C/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.stderr.on("data", (text) => (output += text));
    child.on("exit", () => reject(new Error(output)));
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  };
  return { url, stop, greeting: output };
}

async function call(url: string, operation: string, input: object, headers: object = {}) {
  const authorization =
    "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/dynamodb/aws4_request, " +
    "SignedHeaders=host, Signature=0";
  const response = await fetch(url, {
    method: "POST",
    body: JSON.stringify(input),
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${operation}`,
      "x-amz-date": "20260101T000000Z",
      authorization,
      ...headers,
    },
  });
  return (await response.json()) as Record<string, unknown>;
}

const table = {
  TableName: "Films",
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  BillingMode: "PAY_PER_REQUEST",
};

test("it serves, greets with what to paste, and stops when asked", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const server = await start();
    expect(server.greeting).toContain(`--endpoint-url ${server.url}`);
    // The AWS CLI refuses to start without credentials, and a newcomer has none.
    expect(server.greeting).toContain("AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local \\\n");
    expect(await (await fetch(server.url)).text()).toBe(`healthy: ${server.url.slice(7)} `);
    expect(await call(server.url, "ListTables", {})).toEqual({ TableNames: [] });
    expect(await server.stop(signal)).toBe(0);
  }
});

test("--path keeps the database over a stop, --region and --shared are obeyed", async () => {
  const path = join(newFolder(), "data");
  const first = await start("--path", path, "--region", "eu-west-1", "--shared");
  const made = await call(first.url, "CreateTable", table);
  expect(made).toHaveProperty("TableDescription");
  const busy = await runNode([command, "--port", "0", "--path", path]);
  expect(busy.code).toBe(1);
  expect(busy.stderr).toMatch(/^pixii: The database in .* is open in process \d+ on .*\n$/);
  expect(await first.stop("SIGTERM")).toBe(0);
  const second = await start(`--path=${path}`, "--shared", "--engine", "wasm");
  expect(second.greeting).toContain("wasm engine");
  expect(await call(second.url, "ListTables", {})).toEqual({ TableNames: ["Films"] });
  expect(await second.stop("SIGINT")).toBe(0);
});

test("a browser gets the playground, a program the health line", async () => {
  const { url } = await start();
  const page = await fetch(url, { headers: { accept: "text/html,*/*" } });
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(await page.text()).toContain("<html");
});

test.each([
  [["--nonsense"], /^pixii: unknown option "--nonsense".*\n$/],
  [["extra"], /^pixii: unknown option "extra".*\n$/],
  [["--port"], /^pixii: --port needs a value\n$/],
  [["--port", "70000"], /^pixii: --port is a number from 0 to 65535, not "70000"\n$/],
  [["--engine", "gpu"], /^pixii: --engine is native or wasm, not "gpu"\n$/],
  [["--path", "/proc/pixii"], /^pixii: cannot keep a database in \/proc\/pixii: .*\n$/],
  [["--host", "192.0.2.1"], /^pixii: cannot listen on 192\.0\.2\.1, port 8000: .*\n$/],
])("a wrong command line is one clear line: %j", async (args, line) => {
  const { code, stdout, stderr } = await runNode([command, ...args]);
  expect(code).toBeGreaterThan(0);
  expect(stdout).toBe("");
  expect(stderr).toMatch(line);
});

test.each(["--clock=bogus", "--consistency=500", "--timing=slow"])(
  "flags that are wrong exit with 2: %s",
  async (flag) => {
    const { code, stderr } = await runNode([command, flag]);
    expect([code, stderr.startsWith(`pixii: ${flag.split("=")[0]} is `)]).toEqual([2, true]);
  },
);

test("a port in use and a path that is a file are named", async () => {
  const holder = net.createServer().listen(0, "127.0.0.1");
  await new Promise((done) => holder.once("listening", done));
  const { port } = holder.address() as net.AddressInfo;
  const busy = await runNode([command, "--port", String(port)]);
  holder.close();
  expect(busy.code).toBe(1);
  expect(busy.stderr).toBe(`pixii: cannot listen on 127.0.0.1, port ${port}: it is in use\n`);
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  const unwritable = await runNode([command, "--path", file]);
  expect(unwritable.code).toBe(1);
  expect(unwritable.stderr).toMatch(/^pixii: cannot keep a database in .*\n$/);
});

test("--help and --version answer on standard output", async () => {
  const help = await runNode([command, "--help"]);
  expect([help.code, help.stderr]).toEqual([0, ""]);
  for (const name of ["port", "host", "path", "region", "shared", "engine", "help", "version"]) {
    expect(help.stdout).toContain(`--${name}`);
  }
  const version = await runNode([command, "--version"]);
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("options are understood in every form", () => {
  const usual = {
    port: 8000,
    host: "127.0.0.1",
    shared: false,
    database: {},
    help: false,
    version: false,
  };
  expect(parseArguments([])).toEqual(usual);
  expect(parseArguments(["--port=1", "--shared", "--path", "a=b"])).toEqual({
    ...usual,
    port: 1,
    shared: true,
    path: "a=b",
  });
  expect(parseArguments(["-h"]).help).toBe(true);
  expect(() => parseArguments(["--shared=yes"])).toThrow(UsageError);
  expect(() => parseArguments(["--path="])).toThrow(UsageError);
});

test("flags choose clock, modes and seed", () => {
  const { database } = parseArguments([
    "--clock=frozen",
    "--timing",
    "aws",
    "--capacity=enforce",
    "--consistency=PT0.5S",
    "--seed=7",
  ]);
  expect(database).toEqual({
    clock: "frozen",
    timing: "aws",
    capacity: "enforce",
    consistency: { eventual: { lag: "PT0.5S" } },
    seed: 7,
  });
  expect(parseArguments(["--consistency", "strong"]).database).toEqual({ consistency: "strong" });
  expect(parseArguments([]).database).toEqual({});
});

test.each([
  ["--timing=slow", '--timing is instant or aws, not "slow"'],
  ["--capacity=none", '--capacity is report or enforce, not "none"'],
  ["--seed=x", '--seed is a whole number, not "x"'],
  ["--clock", "--clock needs a value"],
  [
    "--clock=bogus",
    '--clock is system, frozen or a time such as 2026-11-21T08:30:00Z, not "bogus"',
  ],
  [
    "--consistency=500",
    '--consistency is strong, or a lag of at most an hour such as PT0.5S, not "500"',
  ],
  [
    "--consistency=PT2H",
    '--consistency is strong, or a lag of at most an hour such as PT0.5S, not "PT2H"',
  ],
])("a flag that is wrong is told: %s", (flag, message) => {
  expect(() => parseArguments([flag])).toThrow(new UsageError(message));
});

test("a clock that stands is the endpoint's time", async () => {
  const { url } = await start("--clock", "2100-01-01T00:00:00Z", "--timing", "aws");
  const response = await fetch(`${url}/_pixii/DescribeClock`, { method: "POST" });
  expect(await response.json()).toMatchObject({
    State: "STANDING",
    Now: "2100-01-01T00:00:00.000Z",
  });
});
