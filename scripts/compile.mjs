// The CMake folders under build/: what each is configured with, and bringing one up to date.
// CMake and ninja know themselves what changed, so an up-to-date folder costs a fraction of a second.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { findProgram, inRoot, jobs, mustRun, say } from "./process.mjs";

/** Checking builds keep their asserts, and the standard library's. */
const checked = ["-DCMAKE_BUILD_TYPE=Checked", "-DCMAKE_CXX_FLAGS=-O1 -D_GLIBCXX_ASSERTIONS"];
const clang = [...checked, "-DCMAKE_C_COMPILER=clang-14", "-DCMAKE_CXX_COMPILER=clang++-14"];

/** One folder per way of compiling the same sources. */
const folders = {
  native: { say: "the native engine (g++)", options: nativeOptions },
  wasm: {
    say: "the WebAssembly engine (Emscripten)",
    options: () => ["-DPIXII_TESTS=OFF"],
    wrapper: "emcmake",
    env: { NODE_PATH: "/usr/share/nodejs", EM_FROZEN_CACHE: "1" },
  },
  sanitize: {
    say: "the tests with sanitizers (clang)",
    options: () => [...clang, "-DPIXII_SANITIZE=ON", "-DPIXII_TESTS=ON"],
  },
  benchmarks: {
    say: "the benchmarks (g++)",
    options: () => ["-DPIXII_TESTS=OFF", "-DPIXII_BENCHMARKS=ON"],
  },
  "benchmarks-wasm": {
    say: "the benchmarks (Emscripten)",
    options: () => ["-DPIXII_TESTS=OFF", "-DPIXII_BENCHMARKS=ON"],
    wrapper: "emcmake",
    env: { NODE_PATH: "/usr/share/nodejs", EM_FROZEN_CACHE: "1" },
  },
  fuzz: {
    say: "the fuzz targets (clang)",
    options: () => [...clang, "-DPIXII_FUZZ=ON", "-DPIXII_TESTS=OFF"],
  },
};

function nativeOptions() {
  const tests = existsSync("/usr/include/gtest/gtest.h") ? "ON" : "OFF";
  return ["-DPIXII_NODE=ON", `-DPIXII_TESTS=${tests}`];
}

/** Builds `targets` (all by default) of the folder build/<name>. Throws CommandError when it fails. */
export async function compile(name, targets = []) {
  const folder = folders[name];
  const path = inRoot("build", name);
  await configure(folder, path);
  const chosen = targets.flatMap((target) => ["--target", target]);
  const started = Date.now();
  const command = ["--build", path, "-j", String(jobs), ...chosen, "--", ...keepGoing()];
  const slow = setTimeout(() => say(`build: ${folder.say}; a first build takes minutes`), 1500);
  try {
    await mustRun("cmake", command, { env: folder.env });
  } catch (error) {
    error.output = error.output?.replace(
      /^\[ *\d+[/%].*(Building|Linking|Built|Re-check).*\n/gm,
      "",
    );
    throw error;
  } finally {
    clearTimeout(slow);
  }
  const seconds = (Date.now() - started) / 1000;
  if (seconds > 1.5) say(`build: ${folder.say} took ${seconds.toFixed(0)} s`);
}

/** Runs CMake's configure step when the folder is new or its options changed. */
async function configure(folder, path) {
  const generator = findProgram("ninja") ? "Ninja" : "Unix Makefiles";
  const options = ["-S", inRoot(), "-B", path, "-G", generator, ...folder.options()];
  const stamp = `${path}/configured.json`;
  const wanted = JSON.stringify(options);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  mkdirSync(path, { recursive: true });
  const cmake = folder.wrapper ? [folder.wrapper, "cmake"] : ["cmake"];
  await mustRun(cmake[0], [...cmake.slice(1), ...options], { env: folder.env });
  writeFileSync(stamp, wanted);
}

/** Other targets are built although one fails, so that one mistake hides no other. */
const keepGoing = () => (findProgram("ninja") ? ["-k", "0"] : ["-k"]);
