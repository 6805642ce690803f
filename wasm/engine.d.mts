// What engine.mjs gives, written by hand: Emscripten 3.1.6 emits no declarations. CMake copies this
// file beside it. The embind classes and raw exports are those of wasm/bindings.cc.

/** Everything that is fixed when an engine is made; numbers only, so that embind stays cheap. */
export interface EngineHostOptions {
  region: string;
  sharedNamespace: boolean;
  /** 0: no limit. */
  memoryBytesMax: number;
  /** 0: 10 GB, as on AWS. */
  itemCollectionBytesMax: number;
  /** The 64-bit seed of all ids, as two halves. */
  seedLow: number;
  seedHigh: number;
  /** Milliseconds since 1970 at which the clock stands still; NaN: the system's clock. */
  frozenAtMs: number;
  /** JSON text of a request of Pixii_1.UpdateModes; empty: none. */
  modes: string;
}

/** An embind object: lives in the engine's memory until `delete`. */
interface EmbindObject {
  delete(): void;
}

export interface SnapshotHost extends EmbindObject {}

export interface EngineHost extends EmbindObject {
  /** Its place in memory, by which the raw exports know it. */
  address(): number;
  advance(untilMs: number): number;
  nowMs(): number;
  isClockRunning(): boolean;
  fork(): EngineHost;
  takeFork(forkId: string): EngineHost | null;
  snapshot(): SnapshotHost;
  restore(snapshot: SnapshotHost): void;
  commitNumber(): number;
  memoryBytes(): number;
}

/** The file system of the instance: MEMFS in the JavaScript heap, with IDBFS to mount. */
export interface EngineFileSystem {
  filesystems: { IDBFS: IndexedDbFileSystem };
  mkdirTree(path: string): void;
  mount(type: IndexedDbFileSystem, options: object, path: string): { mount: FileSystemMount };
  unmount(path: string): void;
  readdir(path: string): string[];
  readFile(path: string): Uint8Array;
  writeFile(path: string, bytes: Uint8Array, options?: { canOwn?: boolean }): void;
  unlink(path: string): void;
}

export interface FileSystemMount {
  mountpoint: string;
}

export interface IndexedDbFileSystem {
  /** Open databases by mount point. */
  dbs: Record<string, IDBDatabase>;
  /** In from IndexedDB when `populate`, else out to it. */
  syncfs(mount: FileSystemMount, populate: boolean, done: (error: unknown) => void): void;
}

export interface EngineModule {
  /** The instance's memory; a new object whenever the memory has grown. */
  readonly HEAPU8: Uint8Array;
  readonly HEAPU32: Uint32Array;
  readonly FS: EngineFileSystem;
  readonly EngineHost: { create(options: EngineHostOptions): EngineHost | null };
  /** A place for `size` bytes of input, valid until the next _pixii_input. */
  _pixii_input(size: number): number;
  /** Serves the request whose parts lie one behind the other in the input; the answer's address. */
  _pixii_call(
    host: number,
    targetSize: number,
    regionSize: number,
    accessKeyIdSize: number,
    endpointSize: number,
    bodySize: number,
  ): number;
  /** Exports the database; the address of an answer that holds the bytes. */
  _pixii_export(host: number): number;
  /** Imports the input's first `size` bytes; status 200, 400 with the damage, or 413 over the limit. */
  _pixii_import(host: number, size: number): number;
  /** Frees what a large request, answer or export left behind. */
  _pixii_trim(): void;
}

export interface EngineModuleOptions {
  wasmBinary?: Uint8Array;
  wasmMemory?: WebAssembly.Memory;
  locateFile?: (name: string) => string;
  print?: (line: string) => void;
  printErr?: (line: string) => void;
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => object;
}

/** Where engine.wasm lies: beside this module. */
export const wasmUrl: URL;

export function startEngine(options?: EngineModuleOptions): Promise<EngineModule>;
