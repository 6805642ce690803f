// node tests/differential/run.mjs [--core-host program] [--only text] [--json file]
//   [--generated number of requests of each kind] [--seed number]
// Plays every conformance case, and requests with random expressions and statements, on Amazon's
// DynamoDB Local and on pixii and sorts where they differ by the causes in known/. Fails on a
// difference with no known cause, and on a rule that fits none any more. --json writes all differences
// to a file, to be gone through.

import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { loadCases, loadGivens, usesControls } from "../conformance/case-files.mjs";
import { openCore } from "../conformance/hosts/core.mjs";
import { openEndpoint } from "../conformance/hosts/endpoint.mjs";
import { generateRuns } from "./expressions.mjs";
import { findFaults, loadCauses, sortByCause } from "./known-differences.mjs";
import { inServiceForm } from "./local-dialect.mjs";
import { runIsolated, startLocal } from "./local-server.mjs";
import { playRuns, playSideBySide } from "./side-by-side.mjs";
import { generateStatementRuns } from "./statements.mjs";

const kCoreHost = fileURLToPath(new URL("../../build/native/core_host", import.meta.url));
const kText = { type: "string" };
const { values: options } = parseArgs({
  options: {
    "core-host": { ...kText, default: kCoreHost },
    only: kText,
    json: kText,
    generated: { ...kText, default: "3000" },
    seed: { ...kText, default: "1" },
  },
});

process.exitCode = runIsolated() ?? (await main());

async function main() {
  const causes = loadCauses();
  const faults = findFaults(causes);
  if (faults.length > 0) return complain(faults.join("\n"));
  if (!existsSync(options["core-host"])) return complain(`${options["core-host"]} is not built`);
  const played = await playAll();
  if (options.json) writeFileSync(options.json, JSON.stringify(played.differences, null, 1));
  return report(played, sortByCause(played.differences, causes));
}

async function playAll() {
  const all = (await loadCases()).filter(isAskedFor);
  const cases = all.filter(({ one }) => !usesControls(one));
  const givens = await loadGivens();
  const local = await startLocal();
  const pixii = await openCore(options["core-host"]);
  const other = await openLocal(local.url);
  const played = { cases, skipped: all.length - cases.length, differences: [], cut: 0 };
  try {
    for (const entry of cases) {
      if (entry.file.startsWith("list-streams/")) await other.renew(); // Streams outlive tables.
      const { differences, whole } = await playSideBySide(entry, pixii, other, givens);
      played.differences.push(...differences);
      if (!whole) played.cut++;
    }
    for (const generate of [generateRuns, generateStatementRuns]) {
      const runs = generate(Number(options.seed), Number(options.generated));
      played.differences.push(...(await playRuns(runs, pixii, other, givens)));
    }
  } finally {
    await pixii.close();
    await local.stop();
  }
  return played;
}

// Each access key has a database of its own: renew() begins a new one.
async function openLocal(url) {
  let databases = 0;
  const endpoint = await openEndpoint(url, () => `local${databases}`);
  const renew = async () => {
    await endpoint.reset();
    databases++;
  };
  return inServiceForm({ ...endpoint, renew });
}

function isAskedFor({ file, one }) {
  const { only } = options;
  return only === undefined || file.includes(only) || one.shows.includes(only);
}

function report({ cases, skipped, differences, cut }, { by_cause, unknown }) {
  for (const difference of unknown) say(difference);
  for (const { cause, right, count } of by_cause) {
    if (count > 0) console.log(`${String(count).padStart(5)}  ${cause} (right: ${right})`);
  }
  const stale = options.only === undefined ? by_cause.flatMap(toStale) : [];
  for (const line of stale) console.log(line);
  console.log(
    `${cases.length} cases and twice ${options.generated} generated requests; ${skipped} more ask for pixii's controls; ` +
      `${differences.length} differences, ${unknown.length} of them unknown; ` +
      `${cut} cases were left where the databases parted`,
  );
  const failed = unknown.length + stale.length;
  console.log(`${by_cause.length - stale.length} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

// What chance alone brings about is not missed.
function toStale({ cause, seldom, unused_rules }) {
  if (seldom) return [];
  return unused_rules.map((rule) => `no longer differs: ${cause}: ${JSON.stringify(rule)}`);
}

function say({ file, shows, step, request, pixii, other }) {
  console.log(`${file}: ${shows}\n    ${step} ${request.slice(0, 400)}`);
  console.log(`    pixii ${pixii}\n    Local ${other}`);
}

function complain(text) {
  console.error(`differential: ${text}`);
  return 2;
}
