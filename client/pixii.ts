// Opening a database by URI and options, on whichever host: `memory:`, `file:./data` in Node,
// `idb:name` in a browser.
import type { EngineHandle, EngineOptions } from "./binding.ts";
import { Database } from "./database.ts";
import { timeMs, type Time } from "./duration.ts";
import type { EngineChoice, Host } from "./host.ts";
import { wireModes, type ModeChanges, type ModeOptions } from "./modes.ts";
import { asPixiiError, PixiiError } from "./pixii-error.ts";
import { SnapshotWriter } from "./snapshot-writer.ts";
import type { Store } from "./store.ts";

export interface OpenOptions extends ModeOptions {
  /** Default: the native addon where one fits, else WebAssembly. */
  engine?: EngineChoice;
  /** Region of requests that name none; default "us-east-1". */
  region?: string;
  /** "shared" makes one namespace of all regions and accounts. */
  namespace?: "separate" | "shared";
  /** A write that could take the engine past this many bytes is refused. */
  memoryBytesMax?: number;
  /** A write that would bring an item collection of a table with local secondary indexes past this
   * many bytes is refused; default 10 GB, as on AWS. */
  itemCollectionBytesMax?: number;
  /** Seed of all ids: the same seed, clock and calls give the same answers. A reset begins with it
   * again, and `db.modes.update({ seed })` gives another one. A stored database keeps drawing its own. */
  seed?: number;
  /** "system": runs with the system's clock; "frozen": stands at the time of opening; or stands at a time.
   * Default: as in the bytes or the file opened, else "system". */
  clock?: "system" | "frozen" | Time;
  /** Bytes of Database.export to begin with. */
  from?: Uint8Array;
  /** How often a stored database is written when it changed; default 5000, 0 for never. */
  flushEveryMs?: number;
}

/** `open("memory:", options)`, `open(options)` or `open()`. Throws PixiiError. */
export type Open = (
  uriOrOptions?: string | OpenOptions,
  options?: OpenOptions,
) => Promise<Database>;

/** The `open` of one host. */
export function openOn(host: Host): Open {
  return async (uriOrOptions = "memory:", options = {}) => {
    if (typeof uriOrOptions !== "string") return openDatabase(host, "memory:", uriOrOptions);
    return openDatabase(host, uriOrOptions, options);
  };
}

async function openDatabase(host: Host, uri: string, options: OpenOptions): Promise<Database> {
  const engineOptions = checkOptions(options);
  // The engine loads while the store opens; createEngine meets whatever becomes of it.
  if (uri !== "memory:") host.loadBinding(options.engine).catch(() => {});
  const store = uri === "memory:" ? undefined : await openStore(host, uri);
  let engine: EngineHandle | undefined;
  try {
    const made = await createEngine(host, options.engine, engineOptions);
    engine = made.engine;
    const isFilled = await fill(engine, store, options.from);
    const parts = { ...made, region: options.region ?? "us-east-1", host };
    const writer = store === undefined ? {} : { writer: makeWriter(engine, store, options) };
    const database = new Database({ ...parts, ...writer });
    if (isFilled) await impose(database, options);
    return database;
  } catch (error) {
    engine?.close();
    await store?.close();
    throw asPixiiError(error);
  }
}

async function createEngine(host: Host, choice: EngineChoice | undefined, options: EngineOptions) {
  let binding = await host.loadBinding(choice);
  try {
    return { engine: binding.create(options), kind: binding.engine };
  } catch {
    // The module was lost to an earlier database (out of memory); a new one starts empty.
    binding = await host.loadBinding(choice, true);
  }
  try {
    return { engine: binding.create(options), kind: binding.engine };
  } catch (error) {
    throw asPixiiError(error, "EngineUnavailableError");
  }
}

async function openStore(host: Host, uri: string): Promise<Store> {
  if (!uri.startsWith("file:") && !uri.startsWith("idb:")) {
    throw invalid(`a database is "memory:", "file:<folder>" or "idb:<name>", not "${uri}"`);
  }
  try {
    return await host.openStore(uri);
  } catch (error) {
    throw asPixiiError(error, "StorageError");
  }
}

function makeWriter(engine: EngineHandle, store: Store, options: OpenOptions): SnapshotWriter {
  const writer = new SnapshotWriter(engine, store, options.flushEveryMs ?? 5000);
  if (options.from !== undefined) writer.invalidate();
  return writer;
}

/** What was stored has a clock and modes of its own, which options that were given replace. */
async function impose(database: Database, options: OpenOptions): Promise<void> {
  const { clock, modes } = database;
  const { seed, ...changes } = modeOptions(options);
  // What lies in a folder goes on with its own ids: a seed would give them once more.
  if (seed !== undefined && options.from !== undefined) Object.assign(changes, { seed });
  if (Object.keys(changes).length > 0) await modes.update(changes);
  if (options.clock === undefined) return;
  const nowMs = (await clock.now()).getTime();
  if (options.clock !== "system" && options.clock !== "frozen") {
    await clock.freeze(options.clock);
    return;
  }
  await (options.clock === "system" ? clock.resume() : clock.freeze());
  if (nowMs < Date.now()) await clock.set(Date.now());
}

function modeOptions({ timing, capacity, consistency, seed }: OpenOptions): ModeChanges {
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(timing === undefined ? {} : { timing }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(consistency === undefined ? {} : { consistency }),
  };
}

/** Whether there was anything to begin with. */
async function fill(
  engine: EngineHandle,
  store: Store | undefined,
  from: Uint8Array | undefined,
): Promise<boolean> {
  const bytes = from ?? (await store?.load());
  if (bytes === undefined) return false;
  try {
    engine.import(bytes);
    return true;
  } catch (error) {
    throw asPixiiError(error, "DamagedDataError");
  }
}

const optionNames: ReadonlySet<string> = new Set<keyof OpenOptions>([
  "capacity",
  "clock",
  "consistency",
  "engine",
  "flushEveryMs",
  "from",
  "itemCollectionBytesMax",
  "memoryBytesMax",
  "namespace",
  "region",
  "seed",
  "timing",
]);

function checkOptions(options: OpenOptions): EngineOptions {
  const { engine, region, namespace, memoryBytesMax, seed, from, flushEveryMs } = options;
  for (const name of Object.keys(options)) {
    if (!optionNames.has(name)) throw invalid(`open() has no option "${name}"`);
  }
  if (region !== undefined && !/^[a-z0-9-]+$/.test(region)) {
    throw invalid(`region is a name like "us-east-1", not "${String(region)}"`);
  }
  if (flushEveryMs !== undefined && !(flushEveryMs >= 0)) {
    throw invalid("flushEveryMs is a number of milliseconds");
  }
  if (engine !== undefined && engine !== "native" && engine !== "wasm") {
    throw invalid(`engine may be "native" or "wasm", not "${String(engine)}"`);
  }
  if (namespace !== undefined && namespace !== "separate" && namespace !== "shared") {
    throw invalid(`namespace may be "separate" or "shared", not "${String(namespace)}"`);
  }
  if (memoryBytesMax !== undefined && !(memoryBytesMax >= 0)) {
    throw invalid("memoryBytesMax is a number of bytes");
  }
  const { itemCollectionBytesMax } = options;
  if (itemCollectionBytesMax !== undefined && !(itemCollectionBytesMax > 0)) {
    throw invalid("itemCollectionBytesMax is a number of bytes above 0");
  }
  if (from !== undefined && !(from instanceof Uint8Array)) throw invalid("from is a Uint8Array");
  const frozenAtMs = frozenTime(options.clock ?? "system");
  const modes = JSON.stringify(wireModes(modeOptions(options)));
  return {
    sharedNamespace: namespace === "shared",
    ...(region === undefined ? {} : { region }),
    ...(memoryBytesMax === undefined ? {} : { memoryBytesMax }),
    ...(itemCollectionBytesMax === undefined ? {} : { itemCollectionBytesMax }),
    ...(seed === undefined ? {} : { seed }),
    ...(frozenAtMs === undefined ? {} : { frozenAtMs }),
    ...(modes === "{}" ? {} : { modes }),
  };
}

function frozenTime(clock: "system" | "frozen" | Time): number | undefined {
  if (clock === "system") return undefined;
  if (clock === "frozen") return Date.now();
  try {
    return timeMs(clock, "clock");
  } catch {
    throw invalid(`clock is "system", "frozen" or a time, not "${String(clock)}"`);
  }
}

const invalid = (message: string) => new PixiiError("InvalidOptionError", message);
