// node tests/conformance/run.mjs [--host core|addon|wasm|http|chromium] [--only substring]
//   [--core-host program] [--endpoint url]
// Plays the cases on every host that is built, or on the one asked for; one report per failing case,
// then "N passed, N failed" per host. Exits non-zero when a case fails or an asked-for host is missing.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { loadCases, loadGivens, usesControls } from "./case-files.mjs";
import { openChromium } from "./hosts/chromium.mjs";
import { openCore } from "./hosts/core.mjs";
import { openEndpoint } from "./hosts/endpoint.mjs";
import { openHttp } from "./hosts/http.mjs";
import { openInNode } from "./hosts/package.mjs";
import { playCase } from "./runner.mjs";

const kRoot = fileURLToPath(new URL("../../", import.meta.url));

const options = readOptions();
process.exitCode = (await main()) ? 0 : 1;

async function main() {
  const givens = await loadGivens();
  const entries = (await loadCases()).filter(isAskedFor);
  if (entries.length === 0) return complain(`no case matches ${options.only}`);
  let all_passed = true;
  for (const [name, openHost] of Object.entries(hosts())) {
    if (!(await playOn(name, openHost, entries, givens))) all_passed = false;
  }
  return all_passed;
}

function readOptions() {
  const text = { type: "string" };
  const { values } = parseArgs({
    options: {
      host: text,
      only: text,
      endpoint: text,
      "core-host": { ...text, default: join(kRoot, "build/native/core_host") },
    },
  });
  return values;
}

function hosts() {
  if (options.endpoint) return { [options.endpoint]: () => openEndpoint(options.endpoint) };
  const all = {
    core: () => openCore(options["core-host"]),
    addon: () => openInNode("addon", "native"),
    wasm: () => openInNode("wasm", "wasm"),
    http: openHttp,
    chromium: openChromium,
  };
  if (options.host === undefined) return all;
  if (!Object.hasOwn(all, options.host)) {
    complain(`unknown host ${options.host}; there are ${Object.keys(all).join(", ")}`);
    process.exit(2);
  }
  return { [options.host]: all[options.host] };
}

// A host that is not built is named and skipped, unless it was asked for.
async function playOn(name, openHost, entries, givens) {
  const host = await openHost().catch((error) => {
    console.log(`${name}: could not be opened: ${error.message}`);
    return null;
  });
  if (host === undefined) {
    console.log(`${name}: not built, skipped`);
    return options.host === undefined;
  }
  if (host === null) return false;
  const started = performance.now();
  const outcomes = await playAll(host, entries, givens);
  await host.close();
  return report(name, entries, outcomes, Math.round(performance.now() - started));
}

async function playAll(host, entries, givens) {
  if (host.playAll)
    return host.playAll(
      entries.map(({ one }) => one),
      givens,
    );
  const outcomes = [];
  for (const { one } of entries) outcomes.push(await playCase(one, host, givens));
  return outcomes;
}

function report(name, entries, outcomes, took_ms) {
  const failed = entries.map((entry, i) => ({ ...entry, ...outcomes[i] })).filter((e) => !e.passed);
  for (const { file, one, failures } of failed) {
    console.log(`${name} FAILED ${file}: ${one.shows}`);
    for (const failure of failures) console.log(`    ${failure}`);
  }
  console.log(
    `${name}: ${entries.length - failed.length} passed, ${failed.length} failed (${took_ms} ms)`,
  );
  return failed.length === 0;
}

function isAskedFor({ file, one }) {
  if (options.endpoint && usesControls(one)) return false;
  return (
    options.only === undefined || file.includes(options.only) || one.shows.includes(options.only)
  );
}

function complain(text) {
  console.error(`conformance: ${text}`);
  return false;
}
