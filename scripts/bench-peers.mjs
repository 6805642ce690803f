// Installs what the benchmarks hold pixii against into build/peers, which git ignores: packages from
// npm without their install scripts, so that nothing is downloaded besides them. better-sqlite3 is
// compiled from the sources it carries, with the node-gyp that npm brings and Node's own headers.
import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findProgram, inRoot, run, say } from "./process.mjs";

const folder = inRoot("build/peers");

/** Installs those of `packages` that are missing. What fails is said; the benchmarks go without it. */
export async function installPeers(packages) {
  const missing = packages.filter((name) => !existsSync(join(folder, "node_modules", name)));
  if (missing.length > 0) await install(missing);
  if (packages.includes("better-sqlite3")) await compileSqlite();
}

async function install(names) {
  say(`bench: installing ${names.join(", ")} into build/peers`);
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) writeFileSync(manifest, '{"name":"pixii-peers","private":true}\n');
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  const { code, output } = await run("npm", ["install", ...options, ...names], { cwd: folder });
  if (code !== 0) say(`bench: that failed: ${output.trim().split("\n").at(-1)}`);
}

async function compileSqlite() {
  const sqlite = join(folder, "node_modules/better-sqlite3");
  const built = join(sqlite, "build/Release/better_sqlite3.node");
  if (!existsSync(sqlite) || existsSync(built)) return;
  const headers = dirname(dirname(process.execPath));
  if (!existsSync(join(headers, "include/node/node.h"))) {
    say(`bench: without better-sqlite3, as Node's headers are not in ${headers}/include/node`);
    return;
  }
  say("bench: compiling better-sqlite3, which takes a minute or two");
  const npm = dirname(dirname(realpathSync(findProgram("npm"))));
  const gyp = join(npm, "node_modules/node-gyp/bin/node-gyp.js");
  const args = [gyp, "rebuild", "--release", `--nodedir=${headers}`];
  const { code, output } = await run(process.execPath, args, { cwd: sqlite });
  if (code !== 0) say(`bench: that failed: ${output.trim().split("\n").at(-1)}`);
}
