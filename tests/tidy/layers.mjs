// The layers of the source: which folder may include or import which. The tables here are the ones
// of docs/architecture.md; the linker holds the C++ part too, as each layer links those below it.

const beside = ["wire", "expressions", "metering", "streams", "persistence"];
const base = ["base"];
const values = [...base, "values"];
const storage = [...values, ...beside, "storage"];
const operations = [...storage, "partiql", "access", "replication", "cache", "operations"];
const engine = [...operations, "engine"];

/** Folder of core/ -> folders it may include, its own left out. */
const below = {
  base: [],
  values: base,
  ...Object.fromEntries(beside.map((name) => [name, values])),
  storage,
  ...Object.fromEntries(
    ["partiql", "access", "replication", "cache"].map((name) => [name, storage]),
  ),
  operations,
  engine,
  tools: engine,
};

/** What every layer may include of the public headers; engine.h is for engine/ and the hosts. */
const publicForAll = ["pixii/error.h", "pixii/options.h"];

export function findUpwardIncludes(files) {
  return files
    .filter(({ path }) => /^(core|node|wasm)\/.*\.(cc|h)$/.test(path))
    .flatMap(includeFaults);
}

function includeFaults({ path, text }) {
  const includes = [...text.matchAll(/^#include "([^"]+)"/gm)].map((hit) => hit[1]);
  return includes
    .filter((include) => !mayInclude(path, include))
    .map((include) => `${path}: ${include}`);
}

function mayInclude(path, include) {
  const [top, folder] = path.split("/");
  const name = include.replace(/^core\/include\//, "");
  if (name.startsWith("pixii/")) return top !== "core" || mayUsePublic(folder, name);
  const [includedTop, includedFolder] = include.split("/");
  if (includedTop !== "core") return includedTop === top && top !== "core";
  if (top !== "core") return true;
  return folder === includedFolder || (below[folder] ?? []).includes(includedFolder);
}

function mayUsePublic(folder, name) {
  return publicForAll.includes(name) || ["include", "engine", "tools"].includes(folder);
}

/** The TypeScript folders from the bottom up; those in one row do not know one another. */
const rows = [["node", "wasm"], ["client"], ["cli", "web-playground"]];
const rank = new Map(rows.flatMap((row, index) => row.map((folder) => [folder, index])));
/** What stands below both hosts although it lies in client/: interfaces, the error type. */
const contracts = ["binding", "host", "store", "pixii-error", "credential-scope"];
const belowHosts = contracts.map((name) => `client/${name}`);
/** Node falls back to the WebAssembly engine where no binary fits; nothing else crosses over. */
const crossing = { "node/load-addon.ts": "wasm/load-engine" };

export function findUpwardImports(files) {
  const isSource = ({ path }) => /^(client|node|wasm|cli|web-playground)\/.*\.m?ts$/.test(path);
  return files.filter(isSource).flatMap(importFaults);
}

function importFaults({ path, text }) {
  const specifiers = [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map((hit) => hit[1]);
  const targets = specifiers.map((specifier) =>
    new URL(specifier, `file:///${path}`).pathname.slice(1),
  );
  return targets.filter((target) => !mayImport(path, target)).map((target) => `${path}: ${target}`);
}

function mayImport(path, target) {
  const [from, to] = [path.split("/")[0], target.split("/")[0]];
  const module = target.replace(/\.(ts|js|mjs)$/, "");
  if (from === to || !rank.has(to)) return true;
  if (belowHosts.includes(module) || crossing[path] === module) return true;
  return rank.get(to) < rank.get(from);
}
