// The case files themselves, held against README.md by check-cases.mjs: a misspelt member or an
// unknown given would make a case prove nothing. And no case of a file may repeat another.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const kFolder = fileURLToPath(new URL(".", import.meta.url));

test("every case file is as README.md says", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${kFolder}check-cases.mjs`]);
  assert.equal(status, 0, `${stdout}${stderr}`);
});

test("no case repeats another of its file", () => {
  const files = readdirSync(kFolder, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => name.endsWith(".json") && !name.startsWith("given"))) {
    const seen = new Set();
    for (const one of [JSON.parse(readFileSync(kFolder + file, "utf8"))].flat()) {
      const identity = JSON.stringify([one.given, one.steps]);
      assert.ok(!seen.has(identity), `${file}: "${one.shows}" repeats another case`);
      seen.add(identity);
    }
  }
});
