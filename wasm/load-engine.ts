// Starts the WebAssembly engine and gives it as a Binding, in a page, a Worker, a bundler's output
// or Node. The compiled module is kept, so that a second database costs an instance and no compile.
import type { Binding, EngineHandle, EngineOptions } from "../client/binding.ts";
import type { EngineHostOptions, EngineModule } from "../build/wasm/engine.mjs";
import { PixiiError } from "../client/pixii-error.ts";
import { WasmEngine } from "./wasm-engine.ts";
import { WasmInstance } from "./wasm-instance.ts";

/** Where engine.wasm comes from; by default it lies beside engine.mjs. */
export interface WasmSource {
  /** The bytes of engine.wasm. */
  wasmBinary?: Uint8Array;
  /** Where to fetch engine.wasm. */
  wasmUrl?: string;
  /** Upper bound of the instance's memory, in bytes; default and maximum 2 GiB. */
  memoryBytesMax?: number;
}

const pageBytes = 65_536;
const memoryBytesInitial = 256 * pageBytes;
const memoryBytesLimit = 2 ** 31;
/** Of an instance's memory, what one database may fill: an export of it must find room beside it. */
const databaseShare = 0.4;

/** One compile per source. */
const compiled = new Map<string | Uint8Array, Promise<WebAssembly.Module>>();

/** Loads engine.wasm and starts an instance of its own; databases made by one Binding share it. */
export async function loadWasmBinding(source: WasmSource = {}): Promise<Binding> {
  const instance = new WasmInstance(await startEngineModule(source));
  const databaseBytesMax = Math.floor(memoryLimitOf(source) * databaseShare);
  return {
    engine: "wasm",
    create: (options: EngineOptions): EngineHandle =>
      instance.run(() => {
        const host = instance.module.EngineHost.create(hostOptions(options, databaseBytesMax));
        if (host === null) throw new PixiiError("InvalidOptionError", "these are no modes");
        return new WasmEngine(instance, host);
      }),
  };
}

/** A started Emscripten module; wasm/idbfs.ts takes its file system from one, too. */
export async function startEngineModule(source: WasmSource = {}): Promise<EngineModule> {
  const { startEngine, wasmUrl } = await import("../build/wasm/engine.mjs");
  const module = await compile(source, wasmUrl);
  return new Promise((resolve, reject) => {
    const options = {
      wasmMemory: makeMemory(memoryLimitOf(source)),
      print: () => {},
      printErr: () => {},
      instantiateWasm: (
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) => {
        WebAssembly.instantiate(module, imports).then((started) => done(started, module), reject);
        return {};
      },
    };
    startEngine(options).then(resolve, reject);
  });
}

function memoryLimitOf(source: WasmSource): number {
  const asked = source.memoryBytesMax ?? memoryBytesLimit;
  return Math.min(Math.max(asked, memoryBytesInitial), memoryBytesLimit);
}

function makeMemory(bytes: number): WebAssembly.Memory {
  const maximum = Math.floor(bytes / pageBytes);
  return new WebAssembly.Memory({ initial: memoryBytesInitial / pageBytes, maximum });
}

function compile(source: WasmSource, besideGlue: URL): Promise<WebAssembly.Module> {
  const key = source.wasmBinary ?? source.wasmUrl ?? besideGlue.href;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const fresh = typeof key === "string" ? compileAt(key) : WebAssembly.compile(key as BufferSource);
  compiled.set(key, fresh);
  fresh.catch(() => compiled.delete(key));
  return fresh;
}

async function compileAt(url: string): Promise<WebAssembly.Module> {
  const file = readLocalFile(url);
  if (file !== undefined) return WebAssembly.compile(file);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The engine was not found at ${url}: HTTP ${response.status}`);
  // Compiling while it arrives needs the right media type, which not every file server gives.
  const streams = response.headers.get("content-type")?.startsWith("application/wasm") ?? false;
  if (streams) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** In Node the file at a file: URL; undefined elsewhere. */
function readLocalFile(url: string): Uint8Array<ArrayBuffer> | undefined {
  if (!url.startsWith("file:") || typeof process === "undefined") return undefined;
  // Asked for at run time, so that a bundler for browsers finds no import of Node's modules.
  const fs = process.getBuiltinModule?.("node:fs");
  return fs === undefined ? undefined : new Uint8Array(fs.readFileSync(new URL(url)));
}

function hostOptions(options: EngineOptions, databaseBytesMax: number): EngineHostOptions {
  const seed = options.seed === undefined ? drawSeed() : splitSeed(options.seed);
  return {
    region: options.region ?? "",
    sharedNamespace: options.sharedNamespace ?? false,
    memoryBytesMax: options.memoryBytesMax ?? databaseBytesMax,
    itemCollectionBytesMax: options.itemCollectionBytesMax ?? 0,
    ...seed,
    frozenAtMs: options.frozenAtMs ?? Number.NaN,
    modes: options.modes ?? "",
  };
}

function drawSeed() {
  const [seedLow = 0, seedHigh = 0] = crypto.getRandomValues(new Uint32Array(2));
  return { seedLow, seedHigh };
}

/** The 64 bits of a whole number as two halves, as the native host reads them. */
function splitSeed(seed: number) {
  const bits = BigInt.asUintN(64, BigInt(Math.trunc(seed)));
  return { seedLow: Number(bits & 0xffff_ffffn), seedHigh: Number(bits >> 32n) };
}
