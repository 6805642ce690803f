// `npm test [-- --only cpp,conformance:http] [--quick] [--list] [--verbose]`: set-up, build, then
// every part of the tests. Adds up the counts of all parts; the last line is `N passed, N failed`.
import { build } from "./build.mjs";
import { CommandError, main, say } from "./process.mjs";
import { setUp } from "./setup.mjs";

const started = Date.now();
const seconds = (from) => ((Date.now() - from) / 1000).toFixed(1).padStart(6);

await main(async () => {
  const wanted = readArguments(process.argv.slice(2));
  const missing = await setUp("test");
  const { parts } = await import("./test-parts.mjs");
  if (wanted.list)
    return say(
      parts()
        .map((part) => part.name)
        .join("\n"),
    );
  const wantedParts = chosen(parts(), wanted);
  const built = await buildAll();
  const results = built.failed ? [built] : [];
  for (const part of wantedParts) results.push(await runPart(part, missing, wanted));
  report(results);
});

function readArguments(given) {
  const wanted = { only: undefined, quick: false, list: false, verbose: false };
  for (let index = 0; index < given.length; index++) {
    const [flag, inline] = given[index].split("=");
    if (flag === "--only") wanted.only = (inline ?? given[++index] ?? "").split(",");
    else if (flag === "--quick") wanted.quick = true;
    else if (flag === "--list") wanted.list = true;
    else if (flag === "--verbose") wanted.verbose = true;
    else throw new CommandError(`unknown argument ${given[index]}`);
  }
  return wanted;
}

/** Parts by exact name, or a whole family: `conformance` stands for every `conformance:<host>`. */
function chosen(all, { only, quick }) {
  if (!only) return quick ? all.filter((part) => part.quick) : all;
  const unknown = only.filter((name) => !all.some((part) => matches(part, name)));
  if (unknown.length > 0)
    throw new CommandError(`no such part: ${unknown.join(", ")} (--list shows all)`);
  return all.filter((part) => only.some((name) => matches(part, name)));
}

function matches(part, name) {
  return part.name === name || part.name.startsWith(`${name}:`);
}

/** A failed build counts as one failure, and what does not need the failed piece still runs. */
async function buildAll() {
  const from = Date.now();
  try {
    await build("test");
    return { name: "build", passed: 0, failed: 0 };
  } catch (error) {
    const result = { name: "build", passed: 0, failed: 1, output: describe(error) };
    tell(result, from);
    return result;
  }
}

function describe(error) {
  if (error instanceof CommandError) return `${error.output}\n${error.message}`;
  return error.stack ?? String(error);
}

async function runPart(part, missing, { verbose }) {
  const lacking = part.needs.filter((name) => missing.includes(name));
  if (lacking.length > 0) return skip(part, `${lacking.join(", ")} missing`);
  const from = Date.now();
  let result;
  try {
    result = await part.run();
  } catch (error) {
    result = { passed: 0, failed: 1, output: describe(error) };
  }
  result.name = part.name;
  tell(result, from, verbose);
  return result;
}

/** On a developer's machine a part may be skipped; continuous integration has to run all of them. */
function skip(part, why) {
  const failed = process.env.CI ? 1 : 0;
  const result = { name: part.name, passed: 0, failed, skipped: why };
  say(`${failed ? "FAIL" : "skip"}  ${part.name}: ${why}`);
  return result;
}

function tell(result, from, verbose = false) {
  const mark = result.failed ? "FAIL" : " ok ";
  const counts = `${result.passed} passed, ${result.failed} failed`;
  if ((result.failed || verbose) && result.output) say(indent(result.output));
  say(`${mark}  ${result.name.padEnd(24)} ${seconds(from)} s   ${counts}`);
}

function indent(text) {
  return text.trimEnd().replace(/^/gm, "    ");
}

function report(results) {
  const sum = (member) => results.reduce((total, each) => total + each[member], 0);
  const failed = results.filter((each) => each.failed);
  const skipped = results.filter((each) => each.skipped);
  say(`\nall parts took ${seconds(started).trim()} s`);
  if (skipped.length) say(`skipped: ${skipped.map((each) => each.name).join(", ")}`);
  if (failed.length) say(`failed: ${failed.map((each) => each.name).join(", ")}`);
  const nothing = results.length === 0 || sum("passed") + sum("failed") === 0;
  if (nothing) say("no test ran");
  process.exitCode = failed.length || nothing ? 1 : 0;
  say(`${sum("passed")} passed, ${sum("failed")} failed`);
}
