// The case files themselves: a misspelt member or an unknown given would make a case prove nothing.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const kFolder = fileURLToPath(new URL(".", import.meta.url));
const kCaseMembers = ["shows", "source", "given", "steps"];
const kStepMembers = [
  "call",
  "target",
  "request",
  "body",
  "answer",
  "error",
  "status",
  "message",
  "extra",
  "saved",
];
const kWords = [
  "$type",
  "$match",
  "$unordered",
  "$includes",
  "$save",
  "$saved",
  "$collect",
  "$repeat",
  "$times",
];

async function filesOf(folder) {
  const names = await readdir(kFolder + folder);
  return names.filter((name) => name.endsWith(".json")).map((name) => `${folder}/${name}`);
}

async function allFiles() {
  const folders = (await readdir(kFolder, { withFileTypes: true })).filter((e) => e.isDirectory());
  return (await Promise.all(folders.map(({ name }) => filesOf(name)))).flat();
}

const readJson = async (file) => JSON.parse(await readFile(kFolder + file, "utf8"));
const isGiven = (file) => file.startsWith("given/");

async function eachStep(check) {
  for (const file of await allFiles()) {
    const content = [await readJson(file)].flat();
    const steps = isGiven(file) ? content : content.flatMap((one) => one.steps);
    steps.forEach((step, i) => check(step, `${file}, step ${i + 1}`));
  }
}

test("every case says what it shows, from where, and has steps", async () => {
  const givens = (await filesOf("given")).map((file) =>
    file.slice("given/".length, -".json".length),
  );
  const shown = new Set();
  for (const file of (await allFiles()).filter((name) => !isGiven(name))) {
    for (const one of [await readJson(file)].flat()) {
      const unknown = Object.keys(one).filter((key) => !kCaseMembers.includes(key));
      assert.deepEqual(unknown, [], file);
      assert.ok(one.shows?.length > 0 && one.source?.length > 0 && one.steps?.length > 0, file);
      (one.given ?? []).forEach((name) =>
        assert.ok(givens.includes(name), `${file}: given ${name}`),
      );
      const identity = JSON.stringify([file, one.given, one.steps]);
      assert.ok(!shown.has(identity), `${file}: "${one.shows}" repeats another case`);
      shown.add(identity);
    }
  }
});

test("every step has one way to be called and only known members", async () => {
  await eachStep((step, where) => {
    assert.deepEqual(
      Object.keys(step).filter((key) => !kStepMembers.includes(key)),
      [],
      where,
    );
    const ways = ["call", "target", "saved"].filter((key) => step[key] !== undefined);
    assert.equal(ways.length, 1, where);
    assert.ok(step.request === undefined || step.body === undefined, where);
    assert.ok(step.answer === undefined || step.error === undefined, where);
    assert.ok(step.message === undefined || step.error !== undefined, where);
  });
});

test("every word with a dollar sign is one the runner knows", async () => {
  const check = (value, where) => {
    if (value === null || typeof value !== "object") return;
    for (const [key, member] of Object.entries(value)) {
      if (key.startsWith("$")) assert.ok(kWords.includes(key), `${where}: ${key}`);
      check(member, where);
    }
  };
  await eachStep(check);
});
