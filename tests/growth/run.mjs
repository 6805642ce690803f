// Counts the instructions that each hostile request takes at three sizes, each twice the one before,
// under callgrind: four times the bytes may cost four times the work, and the little more that sorting
// takes. Ends in "N passed, N failed". `--report` tells every request; `--only text` picks some.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inParallel, inRoot, jobs, run, say } from "../../scripts/process.mjs";
import { hostileRequests } from "./hostile-requests.mjs";

const { values: options } = parseArgs({
  options: {
    "report": { type: "boolean", default: false },
    "only": { type: "string", default: "" },
    "core-host": { type: "string", default: inRoot("build/native/core_host") },
  },
});
/** What the work may grow by, as a share of what the bytes grow by. */
const growthMax = 1.4;
/** Below this many instructions, what every call takes hides how the rest grows. */
const instructionsMin = 20_000;
const sizesUsual = [500, 1000, 2000];

const target = (call) => (call.includes(".") ? call : `DynamoDB_20120810.${call}`);
const bodyOf = ({ body, request }) => Buffer.from(body ?? JSON.stringify(request));
function frame({ call, ...rest }) {
  const body = bodyOf(rest);
  return Buffer.concat([
    Buffer.from(`${target(call).length} ${body.length}\n${target(call)}`),
    body,
  ]);
}

/** An empty database with the table that all requests name. */
const given = [
  { call: "Pixii_1.Reset", request: {} },
  {
    call: "CreateTable",
    request: {
      TableName: "Hostile",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    },
  },
  {
    call: "PutItem",
    request: {
      TableName: "Hostile",
      Item: {
        pk: { S: "a" },
        l: { L: Array.from({ length: 600 }, () => ({ N: "1" })) },
        m: { M: {} },
      },
    },
  },
];

/** Every call of the requests at their sizes; `of` names the request that a call is one size of. */
function callsOf(requests) {
  return requests.flatMap((of) =>
    (of.sizes ?? sizesUsual).flatMap((size) => {
      const before = of.before?.(size) ?? [];
      return [...[...given, ...before].map((call) => ({ call })), { call: of.request(size), of }];
    }),
  );
}

/** Plays the requests in one process; answers their instructions, and their bytes. */
async function measure(requests, folder) {
  const calls = callsOf(requests);
  const input = join(folder, "input");
  writeFileSync(input, Buffer.concat(calls.map(({ call }) => frame(call))));
  const callgrind = [
    "--tool=callgrind",
    `--callgrind-out-file=${join(folder, "out")}`,
    "--dump-before=pixii::Engine::Call(*",
  ];
  const command = `exec valgrind ${callgrind.map(quoted).join(" ")} ${quoted(options["core-host"])}`;
  const { code, output } = await run("/bin/sh", ["-c", `${command} <${quoted(input)}`]);
  if (code !== 0) throw new Error(output.slice(-2000));
  const costs = readCosts(folder);
  if (costs.length !== calls.length)
    throw new Error(`${costs.length} calls counted, ${calls.length} made`);
  const counted = calls.map(({ call, of }, at) => ({
    of,
    bytes: bodyOf(call).length,
    cost: costs[at],
  }));
  return requests.map((each) => {
    const own = counted.filter(({ of }) => of === each);
    return {
      name: each.name,
      bytes: own.map(({ bytes }) => bytes),
      instructions: own.map(({ cost }) => cost),
    };
  });
}

const quoted = (text) => `'${text}'`;

/**
 * The instructions of each call in turn: callgrind writes what it counted before each one begins, which
 * with the first is what starting took, and at the end. Writing an answer and reading the next
 * request, which is a small one, count along.
 */
function readCosts(folder) {
  const numberOf = (name) => Number(name.split(".")[1] ?? Infinity);
  const names = readdirSync(folder).filter((name) => /^out(\.\d+)?$/.test(name));
  const parts = names.toSorted((one, other) => numberOf(one) - numberOf(other));
  const costs = parts.map((name) => readFileSync(join(folder, name), "utf8"));
  return costs.slice(1).map((text) => Number(/^summary: (\d+)/m.exec(text)[1]));
}

async function measureInFolder(requests) {
  const folder = mkdtempSync(join(tmpdir(), "pixii-growth-"));
  try {
    return await measure(requests, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How much faster the work grows than the bytes: 1 is linear, 4 is quadratic. */
function growthOf({ bytes, instructions }) {
  return instructions.at(-1) / instructions[0] / (bytes.at(-1) / bytes[0]);
}

const chosen = hostileRequests.filter(({ name }) => name.includes(options.only));
const shares = Array.from({ length: jobs }, (_, lane) =>
  chosen.filter((_each, at) => at % jobs === lane),
).filter((share) => share.length > 0);
const measured = (await inParallel(shares, jobs, measureInFolder)).flat();
let failed = 0;
for (const each of measured.toSorted((one, other) => growthOf(other) - growthOf(one))) {
  const growth = growthOf(each);
  const bad = growth > growthMax && each.instructions.at(-1) > instructionsMin;
  if (bad) failed++;
  if (!bad && !options.report) continue;
  const perByte = (each.instructions.at(-1) / each.bytes.at(-1)).toFixed(0);
  say(
    `${bad ? "FAILED " : ""}${each.name}: ${growth.toFixed(2)}x linear, ${perByte} instructions a byte; ` +
      `${each.instructions.join(" ")} for ${each.bytes.join(" ")} bytes`,
  );
}
say(`${measured.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
