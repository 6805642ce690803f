// Finds and reads the case files and the givens beside this file, for whoever plays them.

import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const kFolder = fileURLToPath(new URL(".", import.meta.url));
const kNotCases = ["given", "hosts"];

/** All cases in the order of their files: [{file, one}]. */
export async function loadCases() {
  const folders = (await readdir(kFolder, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && !kNotCases.includes(entry.name),
  );
  const entries = [];
  for (const { name } of folders.sort(byName)) {
    for (const file of (await readdir(join(kFolder, name))).sort()) {
      if (file.endsWith(".json")) entries.push(...(await loadFile(`${name}/${file}`)));
    }
  }
  return entries;
}

/** The steps of every given by its name. */
export async function loadGivens() {
  const files = (await readdir(join(kFolder, "given"))).filter((file) => file.endsWith(".json"));
  const pairs = files.map(async (file) => [
    basename(file, ".json"),
    await readJson(`given/${file}`),
  ]);
  return Object.fromEntries(await Promise.all(pairs));
}

/** The control service is pixii's own: other endpoints have none. */
export function usesControls(one) {
  return one.steps.some(({ target }) => target?.startsWith("Pixii_1."));
}

async function loadFile(file) {
  return [await readJson(file)].flat().map((one) => {
    if (!one.shows || !one.source) throw new Error(`${file}: a case lacks shows or source`);
    return { file, one };
  });
}

async function readJson(file) {
  try {
    return JSON.parse(await readFile(join(kFolder, file), "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}
