// The package's entry in a browser page or Worker: WebAssembly, and IndexedDB to keep databases in.
import { openIdbStore } from "../wasm/idbfs.ts";
import { loadWasmBinding } from "../wasm/load-engine.ts";
import type { Binding } from "./binding.ts";
import type { EngineChoice, Host } from "./host.ts";
import { PixiiError } from "./pixii-error.ts";
import { openOn } from "./pixii.ts";

let binding: Promise<Binding> | undefined;

/** One instance serves all databases of the page, so that snapshots pass between them. */
async function loadBinding(choice: EngineChoice | undefined, fresh = false): Promise<Binding> {
  if (choice === "native") {
    throw new PixiiError("EngineUnavailableError", "The native engine exists in Node alone.");
  }
  if (fresh) binding = undefined;
  binding ??= loadWasmBinding();
  binding.catch(() => (binding = undefined));
  return binding;
}

const host: Host = {
  loadBinding,
  async openStore(uri) {
    if (uri.startsWith("idb:")) return openIdbStore(uri.slice("idb:".length));
    throw new PixiiError("InvalidOptionError", `${uri}: file: databases exist in Node alone`);
  },
  async listen() {
    throw new PixiiError("UnsupportedHostError", "A browser cannot serve an HTTP endpoint.");
  },
};

/** Opens a database: "memory:" (default) or "idb:<name>". */
export const open = openOn(host);

export * from "./exports.ts";
