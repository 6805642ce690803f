// The one set-up step that `npm start` and `npm test` share: npm packages as locked, and the Debian
// packages each purpose needs. Silent when nothing is missing; otherwise it says what it does, and
// where it may not install anything, what to install and what is skipped without it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CommandError, findProgram, inRoot, isMain, main, mustRun, run, say } from "./process.mjs";

const program =
  (...names) =>
  () =>
    findProgram(...names) !== undefined;
const file = (path) => () => existsSync(path);

/**
 * What Debian provides. `for` is the purpose from which on it is needed (`npm test` needs all of
 * `npm start`'s); `without` says what does not work when it is missing.
 */
const packages = [
  need("g++", "start", program("g++"), "nothing native can be built"),
  need("cmake", "start", program("cmake"), "nothing native can be built"),
  need("make", "start", program("ninja", "make"), "nothing native can be built"),
  need("ninja-build", "start", program("ninja"), "builds use make, which is slower"),
  need("ccache", "start", program("ccache"), "repeated builds are slower"),
  need("emscripten", "start", program("emcc"), "no WebAssembly engine and no playground"),
  need("libgtest-dev", "test", file("/usr/include/gtest/gtest.h"), "no C++ tests"),
  need("nlohmann-json3-dev", "test", file("/usr/include/nlohmann/json.hpp"), "no C++ tests"),
  need("clang-14", "test", program("clang++-14"), "no sanitizer tests and no fuzzing"),
  need("libclang-rt-14-dev", "test", hasClangRuntime, "no sanitizer tests and no fuzzing"),
  need("clang-format-14", "test", program("clang-format-14"), "C++ formatting is not checked"),
  need("clang-tidy-14", "test", program("clang-tidy-14"), "clang-tidy does not run"),
  need("valgrind", "test", program("valgrind"), "the growth of work is not measured"),
  need("chromium", "test", program("chromium"), "no browser tests"),
  need("python3-boto3", "test", file("/usr/lib/python3/dist-packages/boto3"), "no boto3 tests"),
  need("awscli", "test", program("aws"), "no AWS CLI tests"),
];

function need(name, purpose, present, without) {
  return { name, purpose, present, without };
}

function hasClangRuntime() {
  const folder = "/usr/lib/llvm-14/lib/clang";
  if (!existsSync(folder)) return false;
  return readdirSync(folder).some((version) => existsSync(`${folder}/${version}/lib/linux`));
}

/**
 * Makes the machine ready for a purpose, "start" or "test". Returns the names of the Debian packages
 * that are still missing, so that a caller can skip what needs them.
 */
export async function setUp(purpose = "test") {
  await installNpmPackages();
  const missing = missingPackages(purpose);
  if (missing.length === 0) return [];
  const tried = await installDebianPackages(missing.map((each) => each.name));
  const still = missingPackages(purpose);
  if (tried) remember(still.map((each) => each.name));
  for (const each of still) say(`setup: without the package ${each.name}: ${each.without}`);
  if (still.length > 0) say(`setup: to install it: apt-get install ${names(still)}`);
  if (still.some((each) => each.without.startsWith("nothing"))) {
    throw new CommandError("a C++ compiler, cmake and make are needed to build pixii");
  }
  return still.map((each) => each.name);
}

const names = (list) => list.map((each) => each.name).join(" ");

function missingPackages(purpose) {
  const wanted = packages.filter((each) => purpose === "test" || each.purpose === "start");
  return wanted.filter((each) => !each.present());
}

// --- npm ---------------------------------------------------------------------------------------

/** Installs what the package-lock.json of a folder says, if it is not there as it says. */
export async function installNpmPackages(folder = "") {
  const difference = npmDifference(folder);
  if (difference === undefined) return;
  const place = folder && ` of ${folder}`;
  say(`setup: installing npm packages${place} (${difference})`);
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  // No package here needs its install script; not running them keeps installs fast and offline.
  const options = { cwd: inRoot(folder) };
  await mustRun(command, [...first, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], options);
}

/** Why a folder's node_modules does not fit its package-lock.json, or undefined when it does. */
function npmDifference(folder) {
  const installed = inRoot(folder, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return "none yet";
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(inRoot(folder, "package-lock.json"), "utf8")).packages;
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    if (path === "" || (optional && !present[path])) continue;
    if (present[path]?.version !== version) return `${path} is not at ${version}`;
    if (!existsSync(inRoot(folder, path))) return `${path} is gone`;
  }
  return undefined;
}

// --- Debian ------------------------------------------------------------------------------------

const refusal = inRoot("build", "stamps", "apt-refused");
const dayMs = 24 * 3600 * 1000;
const aptMsMax = 20 * 60 * 1000;

/** Whether installing was tried at all. */
async function installDebianPackages(wanted) {
  const prefix = await aptPrefix();
  if (prefix === undefined || refusedLately(wanted)) return false;
  say(`setup: installing Debian packages: ${wanted.join(" ")}`);
  say("setup: apt-get update");
  await apt(prefix, "update");
  say("setup: apt-get install (a few minutes on a fresh machine)");
  const install = ["install", "-y", "--no-install-recommends"];
  if (await apt(prefix, ...install, ...wanted)) return true;
  // One name that this release does not know stops them all, so each gets its own chance.
  for (const name of wanted) await apt(prefix, ...install, name);
  return true;
}

/** Keeps in mind what could not be installed, for refusedLately. */
function remember(still) {
  rmSync(refusal, { force: true });
  if (still.length === 0) return;
  mkdirSync(dirname(refusal), { recursive: true });
  writeFileSync(refusal, JSON.stringify({ still, when: Date.now() }));
}

/** The words before apt-get when it may be used: none for root, sudo when it asks no password. */
async function aptPrefix() {
  if (findProgram("apt-get") === undefined) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram("sudo");
  if (sudo === undefined || (await run(sudo, ["-n", "true"])).code !== 0) return undefined;
  return [sudo, "-n"];
}

/** Whether apt-get succeeded; the last line of a failure is shown. */
async function apt(prefix, ...args) {
  const command = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args];
  const { code, output } = await run(command[0], command.slice(1), { timeoutMs: aptMsMax });
  if (code !== 0) say(`setup: ${output.trim().split("\n").at(-1)}`);
  return code === 0;
}

/** An attempt that failed is repeated only a day later, or by `npm run setup`. */
function refusedLately(wanted) {
  if (isMain(import.meta.url) || !existsSync(refusal)) return false;
  const last = JSON.parse(readFileSync(refusal, "utf8"));
  if (Date.now() - last.when > dayMs) return false;
  if (!wanted.every((each) => last.still.includes(each))) return false;
  say("setup: installing failed lately; `npm run setup` tries again");
  return true;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const missing = await setUp(process.argv[2] ?? "test");
    if (missing.length === 0) say("setup: nothing is missing");
  });
}
