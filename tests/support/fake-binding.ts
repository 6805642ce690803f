// A Binding small enough to be read at a glance: a map of texts behind three invented operations, for
// what client/ and node/ do by themselves, and for faults that the real engine never shows.
import type {
  Binding,
  BindingAnswer,
  BindingContext,
  EngineHandle,
  SnapshotHandle,
} from "../../client/binding.ts";
import type { Host } from "../../client/host.ts";
import type { Store } from "../../client/store.ts";

export class FakeEngine implements EngineHandle {
  values = new Map<string, string>();
  commits = 0;
  closed = false;
  /** What the last call was given. */
  last: { target: string; body: string; context: BindingContext | undefined } | undefined;
  /** When set, every call throws it. */
  failure: Error | undefined;

  call(target: string, body: string, context?: BindingContext): BindingAnswer {
    if (this.failure !== undefined) throw this.failure;
    if (this.closed) throw new Error("closed");
    this.last = { target, body, context };
    const requestId = "R".repeat(52);
    try {
      if (!/\.(Put|Get|Fail)$/.test(target)) throw "UnknownOperationException";
      return { requestId, status: 200, body: this.serve(target, JSON.parse(body)) };
    } catch (error) {
      const type = error instanceof SyntaxError ? "SerializationException" : String(error);
      return { requestId, status: 400, body: `{"__type":"com.fake#${type}","message":"no"}` };
    }
  }

  callBytes(target: string, body: Uint8Array, context?: BindingContext) {
    const answer = this.call(target, new TextDecoder().decode(body), context);
    return { ...answer, body: new TextEncoder().encode(answer.body) };
  }

  private serve(target: string, input: { key: string; value?: string }): string {
    if (target.endsWith(".Put")) {
      this.commits += 1;
      this.values.set(input.key, input.value ?? "");
      return "{}";
    }
    if (target.endsWith(".Get")) return JSON.stringify({ value: this.values.get(input.key) });
    throw "ConditionalCheckFailedException";
  }

  advance(): number {
    return Infinity;
  }

  nowMs(): number {
    return 0;
  }

  isClockRunning(): boolean {
    return false;
  }

  fork(): EngineHandle {
    const fork = new FakeEngine();
    fork.values = new Map(this.values);
    return fork;
  }

  takeFork(): EngineHandle | undefined {
    return undefined;
  }

  snapshot(): SnapshotHandle {
    const values = new Map(this.values);
    return { release: () => values.clear(), values } as SnapshotHandle;
  }

  restore(snapshot: SnapshotHandle): void {
    this.values = new Map((snapshot as unknown as FakeEngine).values);
    this.commits += 1;
  }

  export(): Uint8Array {
    return new TextEncoder().encode(JSON.stringify([...this.values]));
  }

  import(bytes: Uint8Array): void {
    try {
      this.values = new Map(JSON.parse(new TextDecoder().decode(bytes)));
    } catch {
      throw new Error("these bytes are not whole");
    }
  }

  commitNumber(): number {
    if (this.closed) throw new Error("closed");
    return this.commits;
  }

  memoryBytes(): number {
    return this.values.size;
  }

  close(): void {
    this.closed = true;
  }
}

/** A store that keeps its bytes in this object. */
export class FakeStore implements Store {
  bytes: Uint8Array | undefined;
  saves = 0;
  closes = 0;
  failure: Error | undefined;
  /** When set, saves wait for it. */
  gate: Promise<void> | undefined;

  async load(): Promise<Uint8Array | undefined> {
    return this.bytes;
  }

  async save(bytes: Uint8Array): Promise<void> {
    await this.gate;
    if (this.failure !== undefined) throw this.failure;
    this.saves += 1;
    this.bytes = bytes;
  }

  async close(): Promise<void> {
    this.closes += 1;
  }
}

/** A host whose engines are kept in `engines` in the order they were made. */
export function fakeHost(store = new FakeStore()): Host & { engines: FakeEngine[] } {
  const engines: FakeEngine[] = [];
  const binding: Binding = {
    engine: "wasm",
    create() {
      const engine = new FakeEngine();
      engines.push(engine);
      return engine;
    },
  };
  return {
    engines,
    loadBinding: async () => binding,
    openStore: async () => store,
    listen: async () => {
      throw new Error("not here");
    },
  };
}
