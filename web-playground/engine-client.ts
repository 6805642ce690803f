// The page's side of the engine: sends requests to the Worker and gives their answers as promises.
import { formatTime } from "./format.ts";
import type {
  EngineMethod,
  EngineMethods,
  SaveState,
  WireError,
  WorkerMessage,
} from "./protocol.ts";

/** A failure of the Worker or of the database, with the name it had there. */
export class EngineError extends Error {
  constructor({ name, message }: WireError) {
    super(message);
    this.name = name;
  }
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export class EngineClient {
  /** Told whenever the state of saving changes. */
  onSaveState: (state: SaveState) => void = () => {};
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor() {
    // The worker's name is what a second tab reads about who has the database open.
    this.worker = new Worker(new URL("./engine-worker.ts", import.meta.url), {
      type: "module",
      name: `the playground opened at ${formatTime(new Date())}`,
    });
    this.worker.addEventListener("message", (event: MessageEvent<WorkerMessage>) =>
      this.receive(event.data),
    );
    this.worker.addEventListener("error", (event) => this.fail(event.message));
  }

  ask<Method extends EngineMethod>(
    method: Method,
    ...args: EngineMethods[Method]["arguments"]
  ): Promise<EngineMethods[Method]["result"]> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
      this.worker.postMessage({ id, method, arguments: args }, []);
    });
  }

  /** Ends the Worker; nothing can be asked any more. */
  end(): void {
    this.worker.terminate();
  }

  private receive(message: WorkerMessage): void {
    if ("news" in message) return this.onSaveState(message.news);
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if ("error" in message) waiting?.reject(new EngineError(message.error));
    else waiting?.resolve(message.result);
  }

  /** The Worker itself did not start or ended: nobody will answer those who wait. */
  private fail(reason: string): void {
    const message = `The engine's worker failed: ${reason || "its script could not be loaded"}`;
    for (const { reject } of this.waiting.values()) {
      reject(new EngineError({ name: "WorkerError", message }));
    }
    this.waiting.clear();
  }
}
