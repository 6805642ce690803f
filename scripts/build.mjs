// Brings everything built up to date, and only what changed: the two engines (CMake), the package
// and the playground in dist/. `npm start` and `npm test` call it after set-up.
import { copyFileSync, mkdirSync } from "node:fs";
import { bundlePackage, buildPlayground, declareTypes, placeEngines } from "./bundle.mjs";
import { compile } from "./compile.mjs";
import { findProgram, inRoot, isMain, main, say } from "./process.mjs";
import { setUp } from "./setup.mjs";
import { exclusively } from "./stamp.mjs";

/**
 * Builds for a purpose: "start" leaves out the C++ tests and the declarations, which a running
 * server does not need; "test" builds all but the sanitizer and fuzz folders.
 */
export async function build(purpose = "test") {
  await exclusively(async () => {
    const wasm = findProgram("emcmake") !== undefined;
    await compile("native", purpose === "start" ? ["pixii_node"] : []);
    if (wasm) await compile("wasm");
    else withoutEmscripten();
    await bundlePackage();
    placeEngines({ native: true, wasm });
    if (purpose !== "start") await declareTypes();
    if (wasm) await buildPlayground();
  });
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
