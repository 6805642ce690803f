// Runs a Node script in a process of its own, against the built package or a copy of it.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the repository, without a final slash. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** What a process left behind. `code` is null when it did not end in time. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `node ...args`; ended by force after `timeoutMs`. */
export function runNode(
  args: string[],
  options: { env?: Record<string, string>; cwd?: string; timeoutMs?: number } = {},
): Promise<Ended> {
  const { env = {}, cwd = root, timeoutMs = 30_000 } = options;
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
  const ended: Ended = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (text) => (ended.stdout += text));
  child.stderr.on("data", (text) => (ended.stderr += text));
  const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ ...ended, code });
    });
  });
}

/** Runs the text of an ES module that imports the package by `PACKAGE`. */
export async function runModule(text: string, options: Parameters<typeof runNode>[1] = {}) {
  const folder = temporaryFolder();
  try {
    const entry = JSON.stringify(join(root, "dist/index.node.mjs"));
    writeFileSync(join(folder, "script.mjs"), text.replaceAll("PACKAGE", entry));
    return await runNode([join(folder, "script.mjs")], options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), "pixii-test-"));

/** A copy of the built package in an own folder, to be broken. Throws when it was not built. */
export function copyOfPackage(): string {
  if (!existsSync(join(root, "dist/index.node.mjs"))) throw new Error("dist/ is not built");
  const folder = temporaryFolder();
  cpSync(join(root, "dist"), join(folder, "dist"), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  return folder;
}
