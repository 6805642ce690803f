// The services a workload is played on: {call(target, body), reset(), close()}, each empty after a
// reset.

import { openCore } from "../conformance/hosts/core.mjs";
import { openInNode } from "../conformance/hosts/package.mjs";

/** "addon" or "wasm" of the built package, or a core_host program. Throws if it is not built. */
export async function openHost(name) {
  const engines = { addon: "native", wasm: "wasm" };
  const host = engines[name] ? await openInNode(name, engines[name]) : await openCore(name);
  if (host === undefined) throw new Error(`${name} is not built`);
  return host;
}
