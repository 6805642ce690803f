// What differs between Node and a browser, given to the shared code by the two entries
// (index.node.ts, index.browser.ts).
import type { Binding, BindingAnswer, EngineHandle } from "./binding.ts";
import type { Store } from "./store.ts";

/** Which engine to use. */
export type EngineChoice = "native" | "wasm";

/** How the HTTP endpoint is served. */
export interface ListenOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Default "127.0.0.1". */
  host?: string;
}

/** A running HTTP endpoint. */
export interface Listener {
  readonly host: string;
  readonly port: number;
  /** `http://host:port` */
  readonly url: string;
  /** Stops listening, lets answers under way finish and cuts idle connections. */
  close(): Promise<void>;
}

/** What an endpoint has of its database besides the engine. */
export interface ServedDatabase {
  /** Hears of every turn in which something was answered. */
  served(): void;
  /** Serves a control operation that is more than the engine's business; undefined for others. */
  control(target: string, body: string): BindingAnswer | Promise<BindingAnswer> | undefined;
}

export interface Host {
  /**
   * The engine module, loaded once; `fresh` asks for a new one after the last was lost. Throws
   * PixiiError EngineUnavailableError.
   */
  loadBinding(choice: EngineChoice | undefined, fresh?: boolean): Promise<Binding>;
  /** `uri` is a `file:` or `idb:` URI. Throws PixiiError DatabaseLockedError, InvalidOptionError. */
  openStore(uri: string): Promise<Store>;
  /** Serves the engine as an HTTP endpoint. Throws PixiiError where there is no network. */
  listen(engine: EngineHandle, options: ListenOptions, database: ServedDatabase): Promise<Listener>;
}
