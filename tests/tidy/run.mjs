// Holds the checkout against the house rules that no compiler knows: layers, mirrors, sizes, names,
// opening comments, words and dead files. Each check is one test; it lists what breaks it.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findDeadFiles } from "./dead-files.mjs";
import { findUpwardImports, findUpwardIncludes } from "./layers.mjs";
import { findBadNames, findMissingOpenings, findMissingTests } from "./names.mjs";
import { findLongFiles, findLongFunctions } from "./sizes.mjs";
import { findForeignWords, findLockFaults } from "./words.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Each check takes [{path, text}] and answers the faults it finds, one line each. */
const checks = {
  "no C++ file includes upwards": findUpwardIncludes,
  "no TypeScript file imports upwards": findUpwardImports,
  "every .cc of the core has its test": findMissingTests,
  "no file has more than 500 lines": findLongFiles,
  "no function has more than 60 lines": findLongFunctions,
  "files are named by the rules": findBadNames,
  "every source file opens with a comment": findMissingOpenings,
  "no file names this machine or other foreign things": findForeignWords,
  "lock files are whole and name no registry": findLockFaults,
  "nothing lies about unused": findDeadFiles,
};

let failed = 0;
const files = readTextFiles();
for (const [title, check] of Object.entries(checks)) {
  const faults = check(files);
  if (faults.length === 0) continue;
  failed += 1;
  console.log(`not so: ${title}`);
  for (const fault of faults) console.log(`  ${fault}`);
}
console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** All files that git knows or would add, with their text; pictures and corpora have none. */
function readTextFiles() {
  const arguments_ = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", arguments_, { cwd: root, encoding: "utf8" });
  const paths = [...new Set(listed.split("\n"))].filter(
    (path) => path && existsSync(join(root, path)),
  );
  return paths
    .filter(isText)
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function isText(path) {
  return !path.startsWith("tests/fuzz/corpus") && !/\.(png|ico|woff2?|bin)$/.test(path);
}
