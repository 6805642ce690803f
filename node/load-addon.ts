// Loads the engine in Node: the native addon, and where no binary fits the WebAssembly engine, which
// is said once on standard error. PIXII_ENGINE=native|wasm, or the option `engine`, forces one.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Binding, EngineOptions } from "../client/binding.ts";
import type { EngineChoice } from "../client/host.ts";
import { PixiiError } from "../client/pixii-error.ts";
import { NativeEngine, RequestMemory, type Addon } from "./native-engine.ts";

const here = dirname(fileURLToPath(import.meta.url));
const platform = `${process.platform}-${process.arch}`;
/** Beside the sources a local build; beside the bundle what the package ships. */
const addonFiles = [
  "../build/native/pixii.node",
  `prebuilds/${platform}/pixii.node`,
  `../dist/prebuilds/${platform}/pixii.node`,
];

let native: Binding | undefined;
let wasm: Promise<Binding> | undefined;
let said = false;

/** The engine asked for, or the best there is. Throws PixiiError EngineUnavailableError. */
export async function loadBinding(asked?: EngineChoice, fresh = false): Promise<Binding> {
  if (fresh) wasm = undefined;
  const choice = choiceFromEnvironment() ?? asked;
  if (choice === "wasm") return loadWasm();
  try {
    return (native ??= loadNative());
  } catch (cause) {
    if (choice === "native") {
      throw new PixiiError("EngineUnavailableError", messageOf(cause), { cause });
    }
    return loadInstead(cause);
  }
}

function choiceFromEnvironment(): EngineChoice | undefined {
  const value = process.env.PIXII_ENGINE;
  if (value === undefined || value === "") return undefined;
  if (value === "native" || value === "wasm") return value;
  throw new PixiiError(
    "InvalidOptionError",
    `PIXII_ENGINE is "${value}"; it may be "native" or "wasm"`,
  );
}

/** Throws Error naming every file that was tried and why it did not load. */
function loadNative(): Binding {
  const require = createRequire(import.meta.url);
  const failures: string[] = [];
  for (const file of addonFiles.map((name) => resolve(here, name))) {
    if (!existsSync(file)) continue;
    try {
      const addon = require(file) as Addon;
      const memory = new RequestMemory(addon);
      const create = (options: EngineOptions) =>
        new NativeEngine(new addon.Engine(options), memory);
      return { engine: "native", create };
    } catch (error) {
      failures.push(`${file}: ${messageOf(error)}`);
    }
  }
  throw new Error(failures.join("; ") || `there is no native addon for ${platform}`);
}

async function loadWasm(): Promise<Binding> {
  const { loadWasmBinding } = await import("../wasm/load-engine.ts");
  wasm ??= loadWasmBinding();
  wasm.catch(() => (wasm = undefined));
  return wasm;
}

async function loadInstead(cause: unknown): Promise<Binding> {
  try {
    const binding = await loadWasm();
    if (!said) process.stderr.write(`pixii: using the WebAssembly engine (${messageOf(cause)})\n`);
    said = true;
    return binding;
  } catch (error) {
    const message = `No engine loads. Native: ${messageOf(cause)}. Wasm: ${messageOf(error)}`;
    throw new PixiiError("EngineUnavailableError", message, { cause: error });
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
