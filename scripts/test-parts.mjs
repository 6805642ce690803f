// Every part of `npm test`: its name, the Debian packages it needs, whether the quick run has it,
// and how it runs. A part answers {passed, failed, output}; what crashes or says nothing has failed.
import { readdirSync } from "node:fs";
import { compile } from "./compile.mjs";
import { fuzz } from "./fuzz.mjs";
import { lintParts } from "./lint.mjs";
import { inParallel, inRoot, jobs, run } from "./process.mjs";
import { exclusively } from "./stamp.mjs";
import { testFiles } from "./test-files.mjs";

const minutes = 60 * 1000;
const slow = 30 * minutes; // Real data, three hosts and a browser, on a busy machine.
const clang = ["clang-14", "libclang-rt-14-dev"];
const gtest = ["libgtest-dev"];

/** All parts in the order they run: the cheapest report of a mistake first. */
export function parts() {
  return [
    part("tidy", () => closingLine("node", ["tests/tidy/run.mjs"]), { quick: true }),
    ...lintParts(),
    part("generated", checkGenerated, { quick: true }),
    part("cpp", () => runGoogleTests("build/native"), { quick: true, needs: gtest }),
    part("conformance:core", () => conformance("core"), { quick: true, needs: gtest }),
    part("conformance:addon", () => conformance("addon"), { quick: true }),
    part("conformance:wasm", () => conformance("wasm"), { quick: true, needs: ["emscripten"] }),
    part("conformance:http", () => conformance("http"), { quick: true }),
    part("conformance:chromium", () => conformance("chromium"), {
      needs: ["emscripten", "chromium"],
    }),
    part("model", () => closingLine("node", ["tests/model/run.mjs"])),
    part("js", () => runScriptTests(testFiles().js), { quick: true }),
    part("browser", () => runScriptTests(testFiles().browser), {
      needs: ["emscripten", "chromium"],
    }),
    part("examples", () => closingLine("node", ["tests/examples/run.mjs"], { timeoutMs: slow }), {
      needs: ["emscripten", "chromium"],
    }),
    part("foreign", () => closingLine("node", ["tests/foreign/run.mjs"], { timeoutMs: slow }), {
      needs: ["python3-boto3", "awscli"],
    }),
    part("ecosystem:node", () => ecosystem("node")),
    part("ecosystem:boto3", () => ecosystem("boto3"), { needs: ["python3-boto3"] }),
    part("ecosystem:cli", () => ecosystem("cli"), { needs: ["awscli"] }),
    part("readme", () => closingLine("node", ["tests/readme/run.mjs"]), {
      needs: ["emscripten", "chromium"],
    }),
    part("package", () => closingLine("node", ["tests/package/run.mjs"]), {
      needs: ["emscripten", "chromium"],
    }),
    part("growth", () => closingLine("node", ["tests/growth/run.mjs"]), {
      needs: ["valgrind", ...gtest],
    }),
    part("sanitize", runSanitized, { needs: [...clang, ...gtest] }),
    part("fuzz", fuzz, { needs: clang }),
  ];
}

function part(name, body, { quick = false, needs = [] } = {}) {
  return { name, quick, needs, run: body };
}

const conformance = (host) => closingLine("node", ["tests/conformance/run.mjs", "--host", host]);

const ecosystem = (library) =>
  closingLine("node", ["tests/ecosystem/run.mjs", library], { timeoutMs: slow });

/** Runs a program whose last line with counts ends in `N passed, N failed`. */
async function closingLine(program, args, options = {}) {
  const { cwd, env, timeoutMs = 10 * minutes } = options;
  const command = program === "node" ? process.execPath : program;
  const result = await run(command, args, { cwd, env, timeoutMs });
  return counted(result, lastMatch(result.output, /(\d+) passed, (\d+) failed/g));
}

const lastMatch = (text, pattern) => [...text.matchAll(pattern)].at(-1);

/** Counts from a match of (passed, failed); a bad end or no count at all is one more failure. */
function counted({ code, signal, output, timedOut }, match) {
  const [passed, failed] = match ? [Number(match[1]), Number(match[2])] : [0, 0];
  const why = timedOut
    ? "took too long"
    : signal
      ? `was ended by ${signal}`
      : `exited with ${code}`;
  if (code !== 0 && failed === 0) return { passed, failed: 1, output: `${output}\n${why}` };
  if (passed + failed === 0) return { passed, failed: 1, output: `${output}\nno test ran` };
  return { passed, failed, output };
}

function sum(results) {
  const total = { passed: 0, failed: 0, output: "" };
  for (const { passed, failed, output } of results) {
    total.passed += passed;
    total.failed += failed;
    if (failed) total.output += `${output}\n`;
  }
  return total;
}

// --- C++ ---------------------------------------------------------------------------------------

/** Runs every <layer>_tests program of a build folder; expects one for each folder of tests. */
async function runGoogleTests(folder) {
  const programs = readdirSync(inRoot(folder)).filter((name) => name.endsWith("_tests"));
  if (programs.length === 0) return { passed: 0, failed: 1, output: `${folder}: no test programs` };
  return sum(await inParallel(programs, jobs, (name) => runGoogleTest(inRoot(folder, name))));
}

async function runGoogleTest(program) {
  const result = await run(program, ["--gtest_brief=1"], { timeoutMs: 10 * minutes });
  const passed = lastMatch(result.output, /\[ {2}PASSED {2}\] (\d+) test/g)?.[1];
  const failed = [...result.output.matchAll(/^\[ {2}FAILED {2}\] .* \(\d+ ms\)$/gm)].length;
  const output = `${program}\n${result.output}`;
  return counted({ ...result, output }, passed && [undefined, passed, failed]);
}

async function runSanitized() {
  await exclusively(() => compile("sanitize"));
  return runGoogleTests("build/sanitize");
}

// --- JavaScript --------------------------------------------------------------------------------

/** TypeScript tests run under vitest, plain modules under Node's own runner. */
async function runScriptTests({ vitest, node }) {
  const results = [];
  if (vitest.length) results.push(await runVitest(vitest));
  if (node.length) results.push(await runNodeTests(node));
  return results.length ? sum(results) : { passed: 0, failed: 1, output: "no test files" };
}

async function runVitest(files) {
  const args = [inRoot("node_modules/vitest/vitest.mjs"), "run", ...files];
  const env = { NO_COLOR: "1", FORCE_COLOR: "0" };
  const result = await run(process.execPath, args, { env, timeoutMs: 10 * minutes });
  const tests = lastMatch(result.output, /^ +Tests +(.*)$/gm)?.[1] ?? "";
  const count = (word) => tests.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? "0";
  return counted(result, [undefined, count("passed"), count("failed")]);
}

async function runNodeTests(files) {
  const args = ["--test", "--test-reporter=tap", ...files];
  const result = await run(process.execPath, args, { timeoutMs: 10 * minutes });
  const count = (word) => lastMatch(result.output, new RegExp(`^# ${word} (\\d+)$`, "gm"))?.[1];
  const failed = Number(count("fail") ?? 0) + Number(count("cancelled") ?? 0);
  return counted(result, count("pass") && [undefined, count("pass"), failed]);
}

// --- Generated files ----------------------------------------------------------------------------

/** client/operations.ts has to say what the shapes of the core say. */
async function checkGenerated() {
  await exclusively(() => compile("native", ["print_shapes"]));
  const check = "build/native/print_shapes | node scripts/generate-operations.mjs --check";
  const { code, output } = await run("/bin/sh", ["-c", check]);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}
