// Loading the engine from the built package: in several threads at once, twice in one jest process,
// with a missing or damaged binary, and letting the process end.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { copyOfPackage, root, runModule, runNode } from "../support/run-node.ts";

const addon = `dist/prebuilds/${process.platform}-${process.arch}/pixii.node`;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the package without its local build, its addon replaced by `bytes` or left out. */
function packageWithAddon(bytes: string | undefined): string {
  const folder = copyOfPackage();
  folders.push(folder);
  if (bytes === undefined) rmSync(join(folder, addon), { force: true });
  else writeFileSync(join(folder, addon), bytes);
  return folder;
}

const printEngine = (folder: string, env: Record<string, string> = {}) => {
  const entry = JSON.stringify(join(folder, "dist/index.node.mjs"));
  const script = `import { open } from ${entry};
    const [one, two] = [await open(), await open()];
    console.log(one.engine, two.engine, (await one.call("ListTables")).TableNames.length);`;
  writeFileSync(join(folder, "script.mjs"), script);
  return runNode([join(folder, "script.mjs")], { env });
};

test("three worker threads use the addon at once, and the process ends by itself", async () => {
  const ended = await runModule(`
    import { Worker, isMainThread, parentPort } from "node:worker_threads";
    import { open } from PACKAGE;
    const work = async () => {
      const db = await open({ engine: "native" });
      for (let i = 0; i < 200; i += 1) await (await db.fork()).call("ListTables");
      return db.engine;
    };
    if (isMainThread) {
      const workers = [1, 2, 3].map(() => new Worker(new URL(import.meta.url)));
      const answers = workers.map((worker) => new Promise((done) => worker.on("message", done)));
      console.log((await Promise.all([work(), ...answers])).join(" "));
    } else parentPort.postMessage(await work());
  `);
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout.trim()).toBe("native native native native");
});

test("a worker that is stopped in the middle of its work leaves the others alone", async () => {
  const ended = await runModule(`
    import { Worker, isMainThread, parentPort } from "node:worker_threads";
    import { open } from PACKAGE;
    const db = await open({ engine: "native" });
    if (isMainThread) {
      for (let round = 0; round < 3; round += 1) {
        const worker = new Worker(new URL(import.meta.url));
        await new Promise((done) => worker.once("message", done));
        await worker.terminate();
      }
      console.log((await db.call("ListTables")).TableNames.length);
    } else {
      parentPort.postMessage("running");
      for (;;) await (await db.fork()).call("ListTables");
    }
  `);
  expect(ended).toMatchObject({ code: 0, stdout: "0\n" });
});

test.each(["native", "wasm"])("open databases let the process end: %s", async (engine) => {
  const script = `import { open } from PACKAGE;
    const db = await open({ engine: "${engine}" });
    await db.listen().then((listener) => listener.close());
    console.log(db.engine);`;
  expect(await runModule(script)).toMatchObject({ code: 0, stdout: `${engine}\n` });
});

test("two files of one jest process load it, each in a sandbox of its own", async () => {
  const jest = join(root, "node_modules/jest/bin/jest.js");
  const folder = join(root, "tests/node/jest");
  const ended = await runNode([jest, "--runInBand", "--config", join(folder, "jest.config.json")], {
    timeoutMs: 60_000,
  });
  expect(ended.stderr).toContain("2 passed, 2 total");
  expect(ended.stderr).not.toMatch(/did not exit/);
  expect(ended.code).toBe(0);
}, 90_000);

test.each([
  ["is missing", undefined],
  ["is no library", "these bytes are no library"],
])("where the addon %s, WebAssembly serves and says so once", async (_why, bytes) => {
  const { code, stdout, stderr } = await printEngine(packageWithAddon(bytes));
  expect([code, stdout]).toEqual([0, "wasm wasm 0\n"]);
  expect(stderr.match(/using the WebAssembly engine/g)).toHaveLength(1);
});

test("PIXII_ENGINE forces an engine, silently or not at all", async () => {
  const folder = packageWithAddon("these bytes are no library");
  const forced = await printEngine(folder, { PIXII_ENGINE: "wasm" });
  expect(forced).toMatchObject({ code: 0, stdout: "wasm wasm 0\n", stderr: "" });
  const native = await printEngine(folder, { PIXII_ENGINE: "native" });
  expect(native.code).toBe(1);
  expect(native.stderr).toContain("EngineUnavailableError");
  const wrong = await printEngine(folder, { PIXII_ENGINE: "gpu" });
  expect(wrong.stderr).toContain('PIXII_ENGINE is "gpu"; it may be "native" or "wasm"');
});
