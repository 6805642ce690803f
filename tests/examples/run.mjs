// Runs the examples on real data in all four ways. What an example finds has to be true, by the same
// questions put to the plain array of records, and equal in every way, to the last character printed.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { open } from "pixii";
import { expectedOf } from "./expected.mjs";
import { readRecords } from "./records.mjs";
import { closePage, ways } from "./ways.mjs";

let passed = 0;
let failed = 0;

async function test(title, body) {
  try {
    const result = await body();
    passed += 1;
    return result;
  } catch (error) {
    failed += 1;
    console.log(`not so: ${title}\n${error.stack ?? error}`);
    return undefined;
  }
}

/** Runs one example in every way; the first way's answer is what the others are held against. */
async function testExample(name) {
  let first;
  for (const [way, run] of Object.entries(ways)) {
    const title = `${name}, by ${way}`;
    const answer = await test(`${title}: runs to its end`, () => run(name));
    if (answer === undefined) continue;
    console.log(`${title}: ${answer.seconds.toFixed(1)} s`);
    first ??= answer;
    if (first === answer) continue;
    await test(`${title}: prints the same`, () => assert.deepEqual(answer.lines, first.lines));
    await test(`${title}: finds the same`, () =>
      assert.deepEqual(plain(answer.findings), plain(first.findings)));
  }
  if (first === undefined) return;
  await testTruth(name, first);
  await testRunner(name, first);
}

async function testTruth(name, { findings, lines }) {
  for (const [question, truth] of Object.entries(expectedOf(name, readRecords(name)))) {
    await test(`${name}: ${question}`, () => assert.deepEqual(plain(truth.of(findings)), truth.is));
  }
  await test(`${name}: prints what it found`, () => assert.ok(lines.length > 15));
}

// --- The programs a reader of the README starts ---------------------------------------------------

const root = fileURLToPath(new URL("../..", import.meta.url));
const execute = promisify(execFile);

const start = (name, ...args) =>
  execute(process.execPath, [resolve(root, `examples/${name}/run.mjs`), ...args], { cwd: root });

async function testRunner(name, { lines }) {
  await test(`${name}: the README quotes what is printed`, () => {
    const printed = new Set(lines.join("\n").split("\n"));
    assert.deepEqual(
      quotedLines(name).filter((line) => !printed.has(line)),
      [],
    );
  });
  const whole = new RegExp(`^${escaped(lines.join("\n"))}\n\n[0-9.]+ s on .+\n$`);
  await test(`${name}/run.mjs prints the same`, async () =>
    assert.match((await start(name)).stdout, whole));
  await test(`${name}/run.mjs refuses what it does not know in one line`, () =>
    assert.rejects(start(name, "--engin"), { code: 1, stdout: "", stderr: /^error: [^\n]*\n$/ }));
  await test(`${name}/run.mjs takes an endpoint`, async () => {
    const db = await open();
    const { url } = await db.listen();
    const { stdout } = await start(name, "--endpoint", url).finally(() => db.close());
    assert.match(stdout, whole);
  });
}

/** Every line of the printed text in an example's README. */
const quotedLines = (name) =>
  readFileSync(resolve(root, `examples/${name}/README.md`), "utf8")
    .match(/```text\n(.*?)```/s)[1]
    .split("\n")
    .filter((line) => line !== "" && line !== "...");

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** As it is after a way through JSON, which is how findings leave the page. */
const plain = (value) => JSON.parse(JSON.stringify(value ?? null));

try {
  await testExample("movies");
  await testExample("cities");
} finally {
  await closePage().catch((error) => console.log(`closing the page: ${error.message}`));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
