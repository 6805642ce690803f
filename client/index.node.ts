// The package's entry in Node: the native addon or WebAssembly, folders, and the HTTP endpoint.
import { openFileStore } from "../node/file-store.ts";
import { listen } from "../node/http-server.ts";
import { loadBinding } from "../node/load-addon.ts";
import { PixiiError } from "./pixii-error.ts";
import { openOn } from "./pixii.ts";

/** Opens a database: "memory:" (default) or "file:<folder>". */
export const open = openOn({
  loadBinding,
  listen,
  async openStore(uri) {
    if (uri.startsWith("file:")) return openFileStore(uri);
    throw new PixiiError("InvalidOptionError", `${uri}: idb: databases exist in browsers alone`);
  },
});

export * from "./exports.ts";
