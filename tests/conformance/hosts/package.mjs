// The built package in Node: the native addon or WebAssembly, asked as an application would ask.

import { existsSync } from "node:fs";

import { resetByControl } from "./reset.mjs";

const kEntry = new URL("../../../dist/index.node.mjs", import.meta.url);

/** A database of the built package; undefined when it has not been built. */
export async function openPackage(engine) {
  if (!existsSync(kEntry)) return undefined;
  const { open } = await import(kEntry.href);
  return open("memory:", { engine });
}

/** `engine` is "native" or "wasm". */
export async function openInNode(name, engine) {
  const db = await openPackage(engine);
  if (db === undefined) return undefined;
  const host = {
    name,
    call: (target, body) => db.request(target, body),
    close: () => db.close(),
  };
  host.reset = () => resetByControl(host);
  return host;
}
