// The formatters and linters as parts of `npm test`: clang-format, clang-tidy, prettier, oxlint and
// the TypeScript compiler. Each counts as one test per file looked at, where it tells files apart.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { findProgram, inParallel, inRoot, jobs, run } from "./process.mjs";
import { filesUnder } from "./stamp.mjs";

const cppFolders = ["core", "node", "wasm", "tests"];
const isCpp = (path) => /\.(cc|h)$/.test(path);

/** C++ files in the formatter's care. */
export const cppFiles = () => filesUnder(cppFolders, isCpp);

/** The parts, in the form that test-parts.mjs describes. */
export function lintParts() {
  return [
    lint("clang-format", checkCppFormat, ["clang-format-14"]),
    lint("prettier", () => oneCheck("prettier/bin/prettier.cjs", ["--check", "."])),
    lint("oxlint", () => oneCheck("oxlint/bin/oxlint", ["--deny-warnings"])),
    lint("tsc", () =>
      oneCheck("typescript/bin/tsc", ["-p", inRoot("tsconfig.json"), "--pretty", "false"]),
    ),
    { ...lint("clang-tidy", checkClangTidy, ["clang-tidy-14"]), quick: false },
  ];
}

const lint = (tool, body, needs = []) => ({ name: `lint:${tool}`, quick: true, needs, run: body });

async function oneCheck(program, args) {
  const path = inRoot("node_modules", program);
  const { code, output } = await run(process.execPath, [path, ...args], { env: { NO_COLOR: "1" } });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

async function checkCppFormat() {
  const files = cppFiles();
  if (files.length === 0) return { passed: 0, failed: 1, output: "no C++ files" };
  const { output, code } = await run("clang-format-14", ["--dry-run", "-Werror", ...files]);
  const bad = new Set(
    [...output.matchAll(/^(?:.*\/)?([^\s:]+):\d+:\d+: error/gm)].map((hit) => hit[1]),
  );
  const failed = code === 0 ? 0 : Math.max(bad.size, 1);
  return { passed: files.length - failed, failed, output };
}

/**
 * clang-tidy takes seconds per file, so a file that passed is remembered by a hash over itself, all
 * headers and the configuration.
 */
async function checkClangTidy() {
  const files = filesUnder(["core"], (path) => path.endsWith(".cc"));
  if (files.length === 0) return { passed: 0, failed: 1, output: "no C++ files" };
  const headers = hash(filesUnder(["core"], (path) => path.endsWith(".h")).concat(".clang-tidy"));
  const results = await inParallel(files, jobs, (path) => tidyOne(path, headers));
  const failed = results.filter((each) => each.code !== 0);
  const noise = /^\d+ (warnings|errors).*generated\.\n|^Error while processing.*\n/gm;
  const output = failed.map((each) => each.output.replace(noise, "")).join("\n");
  return { passed: files.length - failed.length, failed: failed.length, output };
}

async function tidyOne(path, headers) {
  const stamp = inRoot("build/stamps/clang-tidy", hash([path], headers));
  if (existsSync(stamp)) return { code: 0, output: "" };
  const program = findProgram("clang-tidy-14");
  const flags = ["-std=c++20", "-fno-exceptions", "-fno-rtti", "-I.", "-Icore/include"];
  const result = await run(program, ["--quiet", path, "--", ...flags]);
  if (result.code === 0) {
    mkdirSync(inRoot("build/stamps/clang-tidy"), { recursive: true });
    writeFileSync(stamp, path);
  }
  return result;
}

function hash(paths, seed = "") {
  const sum = createHash("sha256").update(seed);
  for (const path of paths) sum.update(`${path}\0`).update(readFileSync(inRoot(path)));
  return sum.digest("hex");
}
