// The package as users get it: the tarball of `npm pack`, installed into an empty folder with no
// install scripts and no compiler in PATH, has to run the README's first program as an ES module, as
// CommonJS, as TypeScript, in a Vite page, and as the `pixii` command.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildPage, readPage } from "../support/browser-page.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const folder = join(root, "build/package");
const execute = promisify(execFile);
const tarballMegabytesMax = 5;

const program = readProgram();
/** Node and nothing else: no compiler, no cmake. */
const environment = { ...process.env, PATH: join(folder, "bin") };
const tests = {
  "packs": packAndInstall,
  "holds what it should and nothing else": checkContents,
  "runs as an ES module": () => expectFilm("esm.mjs", program.esm),
  "runs as CommonJS": () => expectFilm("common.cjs", program.commonJs),
  "runs on WebAssembly": () => expectFilm("wasm.mjs", program.esm, { PIXII_ENGINE: "wasm" }),
  "says once that it took WebAssembly where no binary fits": runWithoutBinary,
  "type-checks as an ES module": () => typeCheck("typed.mts", program.esm),
  "type-checks as CommonJS": () => typeCheck("typed.cts", program.typedCommonJs),
  "runs in a Vite page": runInPage,
  "serves as the pixii command": runCommand,
};

let [passed, failed] = [0, 0];
for (const [title, test] of Object.entries(tests)) {
  try {
    await test();
    passed++;
  } catch (error) {
    failed++;
    console.log(
      `not so: ${title}: ${error.stack ?? error}\n${error.stdout ?? ""}${error.stderr ?? ""}`,
    );
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** The README's first program, and the same with `require`. */
function readProgram() {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const esm = readme.match(/<!-- run: node -->\n```js\n(.*?)```/s)[1];
  const imports = /^import (\{.*?\}) from "(.*)";$/gm;
  const body = esm.replace(imports, "");
  const required = [...esm.matchAll(imports)].map(
    ([, names, from]) => `const ${names} = require("${from}");`,
  );
  const wrapped = `(async () => {\n${body}\n})();\n`;
  const imported = [...esm.matchAll(imports)].map(([line]) => line);
  return {
    esm,
    commonJs: `${required.join("\n")}\n${wrapped}`,
    typedCommonJs: `${imported.join("\n")}\n${wrapped}`,
  };
}

async function packAndInstall() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(environment.PATH, { recursive: true });
  symlinkSync(process.execPath, join(environment.PATH, "node"));
  const npm = (cwd, ...args) => execute("npm", args, { cwd, timeout: 120_000 });
  const { stdout } = await npm(
    root,
    "pack",
    "--json",
    "--ignore-scripts",
    "--pack-destination",
    folder,
  );
  const [packed] = JSON.parse(stdout);
  if (packed.size > tarballMegabytesMax * 1e6)
    throw new Error(`the tarball has ${packed.size} bytes`);
  const manifest = { name: "user", version: "1.0.0", private: true, type: "module" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  await installOffline(join(folder, packed.filename));
}

/** By npm itself, without scripts and without a compiler; the SDK is lent by the checkout. */
async function installOffline(tarball) {
  const { stdout: where } = await execute("which", ["npm"]);
  symlinkSync(where.trim(), join(environment.PATH, "npm"));
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--offline", tarball];
  await execute("npm", args, { cwd: folder, env: environment, timeout: 120_000 });
  if (!existsSync(join(folder, "node_modules/pixii/package.json")))
    throw new Error("not installed");
}

async function checkContents() {
  const installed = join(folder, "node_modules/pixii");
  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  if (Object.keys(manifest.dependencies ?? {}).length > 0)
    throw new Error("has runtime dependencies");
  const named = JSON.stringify([manifest.main, manifest.types, manifest.bin, manifest.exports]);
  const paths = [...named.matchAll(/"\.?\/?(dist\/[^"]+)"/g)].map((hit) => hit[1]);
  const prebuilt = `dist/prebuilds/${process.platform}-${process.arch}/pixii.node`;
  const wanted = [
    ...paths,
    prebuilt,
    "dist/wasm/engine.wasm",
    "dist/playground/index.html",
    "LICENSE",
  ];
  const missing = wanted.filter((path) => !existsSync(join(installed, path)));
  if (missing.length > 0) throw new Error(`missing: ${missing.join(", ")}`);
  const foreign = ["node_modules", "core", "scripts", "tests"].filter((path) =>
    existsSync(join(installed, path)),
  );
  if (foreign.length > 0) throw new Error(`should not be there: ${foreign.join(", ")}`);
}

async function runProgram(name, text, env = {}) {
  writeFileSync(join(folder, name), text);
  const options = { cwd: folder, env: { ...environment, ...env }, timeout: 60_000 };
  return execute(process.execPath, [name], options);
}

async function expectFilm(name, text, env) {
  const { stdout } = await runProgram(name, text, env);
  if (!/title: \{ S: 'Heat' \}/.test(stdout)) throw new Error(`printed ${stdout}`);
}

/** A machine for which the package holds no binary: the folder of binaries is taken away. */
async function runWithoutBinary() {
  const binaries = join(folder, "node_modules/pixii/dist/prebuilds");
  const kept = readFileSync(join(binaries, `${process.platform}-${process.arch}/pixii.node`));
  rmSync(binaries, { recursive: true });
  const twice = `${program.esm}\nawait (await open()).close();\n`;
  try {
    const { stdout, stderr } = await runProgram("no-binary.mjs", twice);
    if (!/Heat/.test(stdout)) throw new Error(`printed ${stdout}`);
    const told = stderr.match(/WebAssembly/g)?.length ?? 0;
    if (told !== 1) throw new Error(`said it ${told} times: ${stderr}`);
  } finally {
    mkdirSync(join(binaries, `${process.platform}-${process.arch}`), { recursive: true });
    writeFileSync(join(binaries, `${process.platform}-${process.arch}/pixii.node`), kept);
  }
}

async function typeCheck(name, text) {
  writeFileSync(join(folder, name), text);
  const strict = [
    "--ignoreConfig",
    "--strict",
    "--noEmit",
    "--target",
    "es2022",
    "--lib",
    "es2023,dom,esnext.disposable",
  ];
  const resolution = [
    "--module",
    "nodenext",
    "--moduleResolution",
    "nodenext",
    "--skipLibCheck",
    "false",
  ];
  const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types")];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  await execute(process.execPath, [tsc, ...strict, ...resolution, ...types, name], { cwd: folder });
}

async function runInPage() {
  const page = join(folder, "page");
  mkdirSync(page);
  const shown = program.esm.replace("console.log(", "document.body.textContent = JSON.stringify(");
  writeFileSync(join(page, "main.js"), shown);
  const html = `<!doctype html><meta charset="utf-8"><body></body><script type="module" src="main.js"></script>`;
  writeFileSync(join(page, "index.html"), html);
  await buildPage(page);
  await readPage(page, (text) => text.includes('"title":{"S":"Heat"}'));
}

/** The installed command answers for an unknown flag with one clear line and a non-zero exit. */
async function runCommand() {
  const command = join(folder, "node_modules/.bin/pixii");
  const options = { cwd: folder, env: environment, timeout: 20_000 };
  const help = await execute(command, ["--help"], options);
  if (!/--port/.test(help.stdout)) throw new Error(`--help printed ${help.stdout}`);
  const refused = await execute(command, ["--no-such-flag"], options).catch((error) => error);
  if (!refused.code) throw new Error("an unknown flag was accepted");
  if (refused.stderr.trim().split("\n").length !== 1) throw new Error(`said ${refused.stderr}`);
}
