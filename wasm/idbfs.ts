// The one file that knows IDBFS: a database's snapshot in IndexedDB, through the file system of an
// engine instance. Every generation of the snapshot is a file with a new name, and one flush carries
// the new file in and the old one out in a single transaction: a reload finds either, never a mix.
import { PixiiError } from "../client/pixii-error.ts";
import type { Store } from "../client/store.ts";
import type {
  EngineFileSystem,
  EngineModule,
  FileSystemMount,
  IndexedDbFileSystem,
} from "../build/wasm/engine.mjs";
import { acquireLock, type HeldLock } from "./web-lock.ts";
import { startEngineModule, type WasmSource } from "./load-engine.ts";

export interface IdbStoreOptions {
  /** How this owner is named to whoever finds the database locked; default: the page's title. */
  owner?: string;
  /** How long to wait for another owner to go away, as a page does while it reloads. */
  lockTimeoutMs?: number;
  /** How long one flush may take. */
  flushTimeoutMs?: number;
  /** Where engine.wasm comes from, whose file system is used. */
  source?: WasmSource;
}

const snapshotName = /^snapshot-(\d+)\.bin$/;

/** One instance serves all stores of this page or Worker: only its file system is used. */
let fileSystemModule: Promise<EngineModule> | undefined;

/**
 * Opens the stored database `name`, as its only owner until `close`. Throws DatabaseLockedError
 * when another tab or Worker owns it, StorageError or FlushTimeoutError when the browser's store
 * does not answer.
 */
export async function openIdbStore(name: string, options: IdbStoreOptions = {}): Promise<Store> {
  if (typeof indexedDB === "undefined") {
    throw new PixiiError(
      "StorageError",
      "idb: databases need IndexedDB, which exists in browsers alone.",
    );
  }
  if (name === "") throw new PixiiError("InvalidOptionError", "idb:<name> needs a name.");
  const starting = startFileSystem(options.source);
  // Whoever waits for the lock in vain hears of that, not of this.
  starting.catch(() => {});
  const lock = await acquireLock(name, options.owner, options.lockTimeoutMs);
  try {
    const { FS } = await starting;
    const store = new IdbStore(FS, mountPoint(name), lock, options);
    await store.populate();
    return store;
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Also the name of the IndexedDB database. Names such as ".." are no steps in the path. */
const mountPoint = (name: string) => `/pixii/${encodeURIComponent(name).replaceAll(".", "%2E")}`;

function startFileSystem(source?: WasmSource): Promise<EngineModule> {
  fileSystemModule ??= startEngineModule(source).catch((error: unknown) => {
    fileSystemModule = undefined;
    throw error;
  });
  return fileSystemModule;
}

class IdbStore implements Store {
  private readonly files: EngineFileSystem;
  private readonly idbfs: IndexedDbFileSystem;
  private readonly path: string;
  private readonly mount: FileSystemMount;
  private readonly lock: HeldLock;
  private readonly timeoutMs: number;
  /** Saves take their turn behind this one. */
  private turn: Promise<void> = Promise.resolve();
  /** What IndexedDB has not answered yet, even if nobody waits any more; no file may change until
   *  it has. Never rejects. */
  private inFlight: Promise<void> = Promise.resolve();
  /** Ends the flush in flight as failed. */
  private onAbort: (error: unknown) => void = () => {};
  private closed = false;

  constructor(files: EngineFileSystem, path: string, lock: HeldLock, options: IdbStoreOptions) {
    this.files = files;
    this.idbfs = files.filesystems.IDBFS;
    this.path = path;
    this.lock = lock;
    this.timeoutMs = options.flushTimeoutMs ?? 30_000;
    files.mkdirTree(path);
    this.mount = files.mount(this.idbfs, {}, path).mount;
  }

  /** Brings in what IndexedDB holds; on failure nothing stays mounted. */
  async populate(): Promise<void> {
    try {
      await this.synchronize(true);
      this.hearAborts();
    } catch (error) {
      this.unmount();
      throw error;
    }
  }

  async load(): Promise<Uint8Array | undefined> {
    const newest = Math.max(...this.generations());
    return newest > 0 ? this.files.readFile(this.file(newest)) : undefined;
  }

  /** Stores `bytes`, which then belong to the store, in place of what was stored before. */
  save(bytes: Uint8Array): Promise<void> {
    if (this.closed) return Promise.reject(new PixiiError("StorageError", "This store is closed."));
    const saved = this.turn.then(() => this.write(bytes));
    this.turn = saved.catch(() => {});
    return saved;
  }

  /** Waits for the flush in flight and gives up the lock. Closing twice is allowed. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    try {
      await this.turn;
      await this.settled();
      this.unmount();
    } finally {
      this.lock.release();
    }
  }

  /** The generations stored, and 0. */
  private generations(): number[] {
    const found = this.files.readdir(this.path).map((name) => snapshotName.exec(name)?.[1]);
    return [0, ...found.flatMap((digits) => (digits === undefined ? [] : [Number(digits)]))];
  }

  private file(generation: number): string {
    return `${this.path}/snapshot-${String(generation).padStart(12, "0")}.bin`;
  }

  /** One generation: the new file in and the old one out, flushed together. */
  private async write(bytes: Uint8Array): Promise<void> {
    await this.settled();
    const old = this.generations();
    const next = Math.max(...old) + 1;
    this.files.writeFile(this.file(next), bytes, { canOwn: true });
    for (const generation of old) if (generation > 0) this.files.unlink(this.file(generation));
    await this.synchronize(false);
  }

  private settled(): Promise<void> {
    return this.inTime(this.inFlight, "An earlier flush is still waiting for IndexedDB");
  }

  /** One run of IDBFS over this mount alone, in (`populate`) or out. */
  private async synchronize(populate: boolean): Promise<void> {
    const flight = new Promise<void>((resolve, reject) => {
      const fail = (error: unknown) =>
        reject(
          new PixiiError("StorageError", `IndexedDB refused: ${describe(error)}`, { cause: error }),
        );
      this.onAbort = fail;
      this.idbfs.syncfs(this.mount, populate, (error) => {
        if (error === null || error === undefined) resolve();
        else fail(error);
      });
    });
    this.inFlight = flight.catch(() => {});
    await this.inTime(flight, `IndexedDB did not ${populate ? "load" : "store"} the database`);
  }

  /** IDBFS does not hear of aborted transactions, as over quota: the connection hears them all. */
  private hearAborts(): void {
    const connection = this.idbfs.dbs[this.path];
    let reason: unknown;
    connection?.addEventListener("error", ({ target }) => {
      reason ??= (target as IDBRequest).error;
    });
    connection?.addEventListener("abort", ({ target }) => {
      this.onAbort(reason ?? (target as IDBTransaction).error ?? "the transaction was aborted");
      reason = undefined;
    });
  }

  /** Waits for `flight`, or throws FlushTimeoutError saying `what` and how full the origin is. */
  private async inTime(flight: Promise<void>, what: string): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), this.timeoutMs);
    });
    const first = await Promise.race([flight, late]).finally(() => clearTimeout(timer));
    if (first !== "late") return;
    flight.catch(() => {});
    const seconds = this.timeoutMs / 1000;
    throw new PixiiError(
      "FlushTimeoutError",
      `${what} within ${seconds} s. ${await describeQuota()}`,
    );
  }

  /** Leaves the file system, closing the connection to IndexedDB. */
  private unmount(): void {
    this.idbfs.dbs[this.path]?.close();
    delete this.idbfs.dbs[this.path];
    this.files.unmount(this.path);
  }
}

function describe(error: unknown): string {
  const isError = error instanceof Error || error instanceof DOMException;
  if (!isError) return String(error);
  // Chromium says nothing but the name when the quota is used up: QuotaExceededError.
  return error.message === "" ? error.name : error.message;
}

async function describeQuota(): Promise<string> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  if (estimate?.usage === undefined || estimate.quota === undefined) return "";
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return `This origin uses ${megabytes(estimate.usage)} of its ${megabytes(estimate.quota)}.`;
}
