// Brings everything built up to date, and only what changed: the two engines (CMake), the package
// and the playground in dist/. `npm start` and `npm test` call it after set-up.
import { copyFileSync, mkdirSync } from "node:fs";
import { bundlePackage, buildPlayground, declareTypes, placeEngines } from "./bundle.mjs";
import { compile } from "./compile.mjs";
import { CommandError, findProgram, inRoot, isMain, main, say } from "./process.mjs";
import { setUp } from "./setup.mjs";
import { exclusively } from "./stamp.mjs";

/**
 * Builds for a purpose: "start" leaves out the C++ tests and the declarations, which a running
 * server does not need, and stops at the first step that fails; "test" builds all but the sanitizer
 * and fuzz folders, as far as it gets, and reports all failures together.
 */
export async function build(purpose = "test") {
  const failures = [];
  await exclusively(async () => {
    for (const step of steps(purpose)) {
      try {
        await step();
      } catch (error) {
        if (purpose === "start") throw error;
        failures.push(error);
      }
    }
  });
  if (failures.length === 0) return;
  const output = failures.map((each) => `${each.output ?? ""}${each.message}`).join("\n\n");
  throw new CommandError(`${failures.length} of the build's steps failed`, output);
}

function steps(purpose) {
  const wasm = findProgram("emcmake") !== undefined;
  const start = purpose === "start";
  // A link that fails half-way leaves a module that does not fit its loader: the last pair stays.
  let whole = false;
  const compileWasm = async () => {
    await compile("wasm");
    whole = true;
  };
  return [
    () => compile("native", start ? ["pixii_node"] : []),
    wasm ? compileWasm : withoutEmscripten,
    bundlePackage,
    () => placeEngines({ native: true, wasm: whole }),
    ...(start ? [] : [declareTypes]),
    () => whole && buildPlayground(),
  ];
}

/** The declarations of the engine module are written by hand, so types are checked all the same. */
function withoutEmscripten() {
  say("build: no WebAssembly engine and no playground, as Emscripten is not installed");
  mkdirSync(inRoot("build/wasm"), { recursive: true });
  copyFileSync(inRoot("wasm/engine.d.mts"), inRoot("build/wasm/engine.d.mts"));
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await setUp("test");
    await build(process.argv[2] ?? "test");
    say("build: all up to date");
  });
}
