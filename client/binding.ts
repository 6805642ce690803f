// The interface that both hosts of the engine fulfil: the native addon (node/) and WebAssembly
// (wasm/). Everything above it (client/, cli/, web-playground/) sees only this.

/** Who asks, and where; every member may be left out. */
export interface BindingContext {
  /** Region of the request's credential scope; default: the region the engine was opened with. */
  region?: string;
  /** Access key id as sent; twelve digits name an account. */
  accessKeyId?: string;
  /** host:port under which the client reached us. */
  endpoint?: string;
}

/** What one call gives back. */
export interface BindingAnswer {
  /** HTTP status. */
  status: number;
  /** JSON text. */
  body: string;
  /** 52 upper-case letters and digits. */
  requestId: string;
  /** How long a fault rule holds the answer back; absent or 0: not at all. */
  delayMs?: number;
  /** What a fault rule does to the answer: a value of `damages`; absent or 0: nothing. */
  damage?: number;
}

/** What a fault rule may do to an answer, which its host carries out. */
export const damages = { none: 0, checksum: 1, reset: 2 } as const;

/** The same with its body as UTF-8. */
export interface BytesAnswer extends Omit<BindingAnswer, "body"> {
  body: Uint8Array;
}

/** What a host may choose when it makes an engine. */
export interface EngineOptions {
  /** Region of a request that names none; default "us-east-1". */
  region?: string;
  /** One namespace for all regions and accounts. */
  sharedNamespace?: boolean;
  /** The engine's own limit on its bytes; 0 or absent: none. */
  memoryBytesMax?: number;
  /** The limit of one item collection; 0 or absent: 10 GB. */
  itemCollectionBytesMax?: number;
  /** Seed of all ids; absent: from the host's entropy. */
  seed?: number;
  /** Milliseconds since 1970 at which the clock of a new or emptied database stands; absent: it runs
   * with the system's. */
  frozenAtMs?: number;
  /** How a new or emptied database behaves: the JSON text of a request of Pixii_1.UpdateModes. */
  modes?: string;
}

/** A version of a database, held by the engine side; `release` frees it. */
export interface SnapshotHandle {
  release(): void;
}

/** One database. All methods are synchronous and take microseconds; one thread owns it. */
export interface EngineHandle {
  /**
   * Serves one request. `target` is the whole x-amz-target. Never throws for what the request says;
   * throws only once closed, or when the instance is lost (then every later call says so).
   */
  call(target: string, body: string, context?: BindingContext): BindingAnswer;
  /**
   * The same with an object that has yet to become JSON, for a binding that writes it to where the
   * engine reads it; undefined when `call` has to take its text instead. The answer to a success
   * comes without its request id. A binding may leave it out.
   */
  callInput?(target: string, input: object): BindingAnswer | undefined;
  /**
   * The same for hosts that move bytes: body in and out as UTF-8. The Uint8Array given back belongs
   * to the caller.
   */
  callBytes(target: string, body: Uint8Array, context?: BindingContext): BytesAnswer;
  /**
   * Body in as UTF-8, out as text: the cheapest form for a host that reads a socket and writes text.
   * A binding may leave it out.
   */
  callBytesToText?(target: string, body: Uint8Array, context?: BindingContext): BindingAnswer;
  /** Moves the clock to `untilMs`, if that is later than now, and does the work due by then; answers the
   * next due time in ms, or Infinity. */
  advance(untilMs: number): number;
  /** The database's own time, in milliseconds since 1970. */
  nowMs(): number;
  /** Whether its clock runs with the system's; else it stands until it is moved. */
  isClockRunning(): boolean;
  fork(): EngineHandle;
  /** The engine that the control operation Pixii_1.Fork made under this id; undefined if none. */
  takeFork(forkId: string): EngineHandle | undefined;
  snapshot(): SnapshotHandle;
  restore(snapshot: SnapshotHandle): void;
  /** The whole database as bytes. */
  export(): Uint8Array;
  /** Replaces the whole database; throws an Error naming the damage, with nothing changed. */
  import(bytes: Uint8Array): void;
  /** Grows with every change; equal numbers mean an equal database. */
  commitNumber(): number;
  memoryBytes(): number;
  /** Frees the engine; every later method throws. Closing twice is allowed. */
  close(): void;
}

/** A loaded engine module. */
export interface Binding {
  /** Which host this is. */
  readonly engine: "native" | "wasm";
  create(options: EngineOptions): EngineHandle;
}

type Damaged = Pick<BindingAnswer, "delayMs" | "damage">;

/** Whether a fault rule asks for anything to be done with the answer. */
export function isFaulty({ delayMs = 0, damage = 0 }: Damaged): boolean {
  return delayMs !== 0 || damage !== 0;
}

/** Waits as long as a fault rule holds an answer back; throws what a cut connection throws. */
export async function sufferFault({ delayMs = 0, damage = 0 }: Damaged): Promise<void> {
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  if (damage === damages.reset) throw connectionReset();
}

/** What node:http throws, and what the SDKs know to try again. */
function connectionReset(): Error {
  return Object.assign(new Error("socket hang up"), { name: "TimeoutError", code: "ECONNRESET" });
}
