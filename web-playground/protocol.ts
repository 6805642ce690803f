// The messages between the page (engine-client.ts) and the Worker that runs the engine
// (engine-worker.ts). Requests carry an id that their reply repeats; news comes unasked.

/** What the engine answered, and how long it took there. */
export interface EngineAnswer {
  status: number;
  body: string;
  requestId: string;
  milliseconds: number;
}

/** What the page may ask for: the arguments and the result of each method. */
export interface EngineMethods {
  open: { arguments: [uri: string]; result: void };
  request: { arguments: [target: string, body: string]; result: EngineAnswer };
  /** Many requests of one operation, whose answers nobody reads: how often which error, "" for none. */
  burst: { arguments: [target: string, bodies: string[]]; result: Record<string, number> };
  export: { arguments: []; result: Uint8Array };
  import: { arguments: [bytes: Uint8Array]; result: void };
}

export type EngineMethod = keyof EngineMethods;

export interface WorkerRequest {
  id: number;
  method: EngineMethod;
  arguments: unknown[];
}

export interface WireError {
  name: string;
  message: string;
}

/** Whether what was changed is stored in the browser yet. */
export type SaveState =
  { state: "saved" } | { state: "saving" } | { state: "failed"; error: WireError };

export type WorkerMessage =
  { id: number; result: unknown } | { id: number; error: WireError } | { news: SaveState };
