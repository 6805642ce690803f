// The package as users get it, in dist/: bundles for Node (ESM, CommonJS), for browsers and for the
// `pixii` command, the two engines beside them, declarations, and the playground page.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { whenChanged } from "./stamp.mjs";
import { CommandError, inRoot, mustRun, say } from "./process.mjs";

const configuration = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.types.json"];
const sources = ["client", "node", "wasm", "cli", "scripts/bundle.mjs", ...configuration];

/** Each bundle: its source, its file in dist/, its module format and where it runs. */
const bundles = [
  { input: "client/index.node.ts", output: "index.node.mjs", format: "esm", platform: "node" },
  { input: "client/index.node.ts", output: "index.node.cjs", format: "cjs", platform: "node" },
  {
    input: "client/index.browser.ts",
    output: "index.browser.mjs",
    format: "esm",
    platform: "browser",
  },
  { input: "cli/pixii.ts", output: "cli.mjs", format: "esm", platform: "node" },
];

/** Bundles what changed; returns whether anything did. */
export async function bundlePackage() {
  const outputs = bundles.map((each) => `dist/${each.output}`);
  return whenChanged("package", { inputs: sources, outputs }, async () => {
    say("build: the package");
    for (const each of bundles) await bundle(each);
  });
}

/** From a bundle, the engine module of the same format lies in wasm/ beside it. */
function engineBesideBundle(format) {
  const id = format === "cjs" ? "./wasm/engine.cjs" : "./wasm/engine.mjs";
  return {
    name: "engine-beside-bundle",
    resolveId: (wanted) => (wanted.endsWith("engine.mjs") ? { id, external: true } : null),
  };
}

async function bundle({ input, output, format, platform }) {
  if (!existsSync(inRoot(input))) throw new Error(`${input} is missing: dist/${output} needs it`);
  const { rolldown } = await import("rolldown");
  const build = await rolldown({
    input: inRoot(input),
    platform,
    // The AWS SDK stays the user's own; the engine module stays a file of its own in dist/wasm/.
    external: [/^node:/, /^@aws-sdk\//, /^@smithy\//],
    plugins: [engineBesideBundle(format)],
    onLog: (level, log) => level === "warn" && say(`build: ${input}: ${log.message}`),
  });
  const banner = output === "cli.mjs" ? "#!/usr/bin/env node" : undefined;
  const file = inRoot("dist", output);
  await write(build, { file, format, banner });
}

async function write(build, output) {
  // What CommonJS loads late it requires: jest knows no import() without a flag.
  const fixed = { codeSplitting: false, exports: "named", dynamicImportInCjs: false };
  await build.write({ ...output, ...fixed });
  await build.close();
}

/** Puts the compiled engines beside the bundles; `native` and `wasm` say which exist. */
export async function placeEngines({ native, wasm }) {
  if (native) place("build/native/pixii.node", `dist/prebuilds/${hostPlatform()}/pixii.node`);
  if (!wasm) return;
  place("build/wasm/engine.mjs", "dist/wasm/engine.mjs");
  place("build/wasm/engine.wasm", "dist/wasm/engine.wasm");
  await convertEngine();
}

/** The engine module once more, for those who require() the package. */
async function convertEngine() {
  const inputs = ["build/wasm/engine.mjs", "scripts/bundle.mjs"];
  return whenChanged("engine.cjs", { inputs, outputs: ["dist/wasm/engine.cjs"] }, async () => {
    const { rolldown } = await import("rolldown");
    const build = await rolldown({ input: inRoot("build/wasm/engine.mjs"), platform: "node" });
    await write(build, { file: inRoot("dist/wasm/engine.cjs"), format: "cjs" });
  });
}

const hostPlatform = () => `${process.platform}-${process.arch}`;

/** Copies a file unless the copy equals it: a loaded addon is never overwritten for nothing. */
function place(from, to) {
  const [source, target] = [inRoot(from), inRoot(to)];
  if (!existsSync(source)) throw new Error(`${from} is missing although its build succeeded`);
  if (existsSync(target) && readFileSync(source).equals(readFileSync(target))) return;
  mkdirSync(dirname(target), { recursive: true });
  rmSync(target, { force: true });
  copyFileSync(source, target);
}

/** Declarations: one tree for both module systems, differing in extensions alone. */
export async function declareTypes() {
  const inputs = ["client", "node", "wasm", "scripts/bundle.mjs", ...configuration];
  const outputs = ["dist/types/client/index.node.d.mts", "dist/types/client/index.node.d.cts"];
  return whenChanged("types", { inputs, outputs }, async () => {
    say("build: type declarations");
    rmSync(inRoot("build/types"), { recursive: true, force: true });
    const tsc = inRoot("node_modules/typescript/bin/tsc");
    await mustRun(process.execPath, [tsc, "-p", inRoot("tsconfig.types.json")]);
    rmSync(inRoot("dist/types"), { recursive: true, force: true });
    const entries = ["client/index.node.d.ts", "client/index.browser.d.ts"];
    for (const path of reachable(entries)) placeDeclaration(path);
  });
}

const relativeImport = /(from\s+|import\s*\(\s*|import\s+)"(\.{1,2}\/[^"]+?)(?:\.ts)?"/g;
const emitted = (path) => readFileSync(inRoot("build/types", path), "utf8");

/** The declarations that the entries lead to; the rest says nothing to users. */
function reachable(paths, seen = new Set()) {
  for (const path of paths.filter((each) => !seen.has(each))) {
    seen.add(path);
    const imports = [...emitted(path).matchAll(relativeImport)].map((hit) => `${hit[2]}.d.ts`);
    reachable(
      imports.map((each) => join(dirname(path), each)),
      seen,
    );
  }
  return [...seen];
}

function placeDeclaration(path) {
  for (const kind of ["mjs", "cjs"]) {
    const target = inRoot("dist/types", path.replace(/ts$/, kind.replace("js", "ts")));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, emitted(path).replace(relativeImport, `$1"$2.${kind}"`));
  }
}

/** The playground page; it takes the WebAssembly engine from build/wasm. */
export async function buildPlayground() {
  if (!existsSync(inRoot("web-playground/vite.config.ts"))) {
    throw new Error("web-playground/vite.config.ts is missing: dist/playground needs it");
  }
  const inputs = ["web-playground", "client", "wasm", "build/wasm/engine.mjs"];
  inputs.push("build/wasm/engine.wasm", ...configuration);
  const outputs = ["dist/playground/index.html"];
  return whenChanged("playground", { inputs, outputs }, async () => {
    say("build: the playground");
    const vite = inRoot("node_modules/vite/bin/vite.js");
    const outDir = inRoot("build/playground");
    const args = [vite, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
    const output = await mustRun(process.execPath, args, { cwd: inRoot("web-playground") });
    if (output.trim()) say(output.trim());
    if (!existsSync(`${outDir}/index.html`)) throw new CommandError("vite built no page", output);
    rmSync(inRoot("dist/playground"), { recursive: true, force: true });
    cpSync(outDir, inRoot("dist/playground"), { recursive: true });
  });
}
