// Runs the examples on real data in all four ways. What an example finds has to be true, by the same
// questions put to the plain array of records, and equal in every way, to the last character printed.
import assert from "node:assert/strict";
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
  if (first !== undefined) await testTruth(name, first);
}

async function testTruth(name, { findings, lines }) {
  for (const [question, truth] of Object.entries(expectedOf(name, readRecords(name)))) {
    await test(`${name}: ${question}`, () => assert.deepEqual(plain(truth.of(findings)), truth.is));
  }
  await test(`${name}: prints what it found`, () => assert.ok(lines.length > 15));
}

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
