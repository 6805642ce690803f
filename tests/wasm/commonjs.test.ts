// The WebAssembly engine of the bundled package for those who require() it, and for jest, whose
// modules know no import() unless a flag is given.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const bundle = JSON.stringify(resolve(root, "dist/index.node.cjs"));
const jest = join(createRequire(import.meta.url).resolve("jest/package.json"), "../bin/jest.js");
const env = { ...process.env, PIXII_ENGINE: "wasm", NODE_OPTIONS: "" };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(root, "build/commonjs-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

const program = `
  const { open } = require(${bundle});
  async function listTables() {
    const db = await open();
    const tables = await db.call("ListTables", {});
    await db.close();
    return JSON.stringify({ engine: db.engine, tables });
  }
`;
const expected = '{"engine":"wasm","tables":{"TableNames":[]}}';

test("a CommonJS program requires it", async () => {
  const file = join(folder, "program.cjs");
  writeFileSync(file, `${program} listTables().then((text) => console.log(text));`);
  const { stdout } = await run(process.execPath, [file], { env });
  expect(stdout.trim()).toBe(expected);
});

test("jest loads it, in two test files, without a flag", async () => {
  const body = `test("lists", async () => expect(await listTables()).toBe('${expected}'));`;
  for (const name of ["one.test.cjs", "two.test.cjs"]) {
    writeFileSync(join(folder, name), `${program} ${body}`);
  }
  const config = { rootDir: folder, testEnvironment: "node", testMatch: ["**/*.test.cjs"] };
  const args = [jest, "--config", JSON.stringify(config), "--runInBand"];
  const { stderr } = await run(process.execPath, args, { env });
  expect(stderr).toContain("Tests:       2 passed, 2 total");
}, 60_000);
