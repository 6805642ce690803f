// Keeps a stored database's file up to date: on flush, on close, and on a timer when something
// changed. One write is in flight at a time.
import type { EngineHandle } from "./binding.ts";
import { asPixiiError } from "./pixii-error.ts";
import type { Store } from "./store.ts";

/** Writes the engine's whole database into a store. Owns the store, and closes it. */
export class SnapshotWriter {
  private readonly engine: EngineHandle;
  private readonly store: Store;
  private readonly timer: ReturnType<typeof setInterval> | undefined;
  /** The commit the store holds; -1 when it is unknown. */
  private stored: number;
  private inFlight: Promise<void> | undefined;
  private complained = false;

  /** The store holds what the engine holds now. `flushEveryMs` 0 means no timer. */
  constructor(engine: EngineHandle, store: Store, flushEveryMs: number) {
    this.engine = engine;
    this.store = store;
    this.stored = engine.commitNumber();
    if (!(flushEveryMs > 0)) return;
    this.timer = setInterval(() => void this.flush().catch(this.complain), flushEveryMs);
    // In Node the timer alone must not keep the process alive.
    (this.timer as { unref?: () => void }).unref?.();
  }

  /** Resolves once everything committed before the call is stored. Throws PixiiError. */
  async flush(): Promise<void> {
    // A write in flight may have begun before the newest commit; then one more follows it.
    while (this.inFlight !== undefined) await this.inFlight.catch(() => {});
    if (this.stored === this.engine.commitNumber()) return;
    this.inFlight = this.write().finally(() => (this.inFlight = undefined));
    return this.inFlight;
  }

  /** Makes the next flush write, whatever the commit number says. */
  invalidate(): void {
    this.stored = -1;
  }

  /** Flushes, and gives the store up even when that fails. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    try {
      await this.flush();
    } finally {
      await this.store.close();
    }
  }

  private async write(): Promise<void> {
    const commit = this.engine.commitNumber();
    try {
      await this.store.save(this.engine.export());
    } catch (error) {
      throw asPixiiError(error, "StorageError");
    }
    this.stored = commit;
    this.complained = false;
  }

  /** A write on the timer has no caller to tell; the console hears of it once per row of failures. */
  private readonly complain = (error: unknown): void => {
    if (this.complained) return;
    this.complained = true;
    const { message } = asPixiiError(error);
    console.warn(`pixii: the database could not be stored, and will be tried again: ${message}`);
  };
}
