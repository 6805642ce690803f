// Doing a step again only when its inputs changed: a stamp file keeps one hash over the inputs'
// names and contents, beside the lock that keeps two builds of one checkout apart.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { statSync } from "node:fs";
import { join } from "node:path";
import { inRoot, say } from "./process.mjs";

/** All files under the given paths (files or folders, relative to the top), sorted. */
export function filesUnder(paths, accept = () => true) {
  const found = [];
  const visit = (path) => {
    const full = inRoot(path);
    if (!existsSync(full)) return;
    if (!statSync(full).isDirectory()) {
      if (accept(path)) found.push(path);
      return;
    }
    for (const name of readdirSync(full)) {
      if (name !== "node_modules" && name !== ".git") visit(join(path, name));
    }
  };
  paths.forEach(visit);
  return found.sort();
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update("\0");
  return hash.digest("hex");
}

/**
 * Runs `work` unless it ran before with the same inputs and its outputs are still there.
 * Returns whether it ran.
 */
export async function whenChanged(name, { inputs, outputs = [] }, work) {
  const stamp = inRoot("build", "stamps", name);
  const hash = hashOf(filesUnder(inputs));
  const whole = outputs.every((path) => existsSync(inRoot(path)));
  if (whole && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(inRoot("build", "stamps"), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** Runs `work` while no other build of this checkout runs; waits for the other one to end. */
export async function exclusively(work) {
  const lock = inRoot("build", "lock");
  mkdirSync(inRoot("build"), { recursive: true });
  for (let told = false; !tryLock(lock); told = true) {
    if (!told) say("build: waiting for another build of this checkout");
    await new Promise((resume) => setTimeout(resume, 300));
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

function tryLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!ownerRuns(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function ownerRuns(lock) {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    if (owner > 0) process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM" || error.code === "ENOENT";
  }
}
