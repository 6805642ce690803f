// EngineHandle over WebAssembly: one engine of an instance, its forks and its snapshots. Requests
// pass as bytes of the instance's memory, everything else through embind; see bindings.cc.
import type {
  BindingAnswer,
  BindingContext,
  EngineHandle,
  SnapshotHandle,
} from "../client/binding.ts";
import type { EngineHost, SnapshotHost } from "../build/wasm/engine.mjs";
import { PixiiError } from "../client/pixii-error.ts";
import { textSizeMax, type WasmInstance } from "./wasm-instance.ts";

/** Where the raw exports put their answer: words of RawAnswer in bindings.cc. */
const answerWord = {
  status: 0,
  body: 1,
  bodySize: 2,
  bodyIsAscii: 3,
  requestId: 4,
  requestIdSize: 5,
  delayMs: 6,
  damage: 7,
} as const;

/** The status of an import that the engine's own memory limit refused. */
const importTooLarge = 413;

/** A version of a database, held in the instance's memory until released. */
class WasmSnapshot implements SnapshotHandle {
  readonly instance: WasmInstance;
  private host: SnapshotHost | undefined;

  constructor(instance: WasmInstance, host: SnapshotHost) {
    this.instance = instance;
    this.host = host;
  }

  /** What embind knows it by. Throws once released. */
  get held(): SnapshotHost {
    if (this.host === undefined)
      throw new PixiiError("InvalidOptionError", "This snapshot is released.");
    return this.host;
  }

  release(): void {
    const { host } = this;
    this.host = undefined;
    if (host !== undefined && !this.instance.isLost) this.instance.run(() => host.delete());
  }
}

export class WasmEngine implements EngineHandle {
  private readonly instance: WasmInstance;
  private host: EngineHost | undefined;
  private readonly address: number;

  constructor(instance: WasmInstance, host: EngineHost) {
    this.instance = instance;
    this.host = host;
    this.address = host.address();
  }

  call(target: string, body: string, context?: BindingContext): BindingAnswer {
    this.checkOpen();
    checkTexts(target, body, context);
    const { instance } = this;
    try {
      const head = this.writeHead(target, context, textSizeMax(body));
      const size = instance.writeText(body, head.end);
      const answer = this.send(head, size);
      const words = instance.module.HEAPU32;
      const text = instance.readText(
        words[answer + answerWord.body]!,
        words[answer + answerWord.bodySize]!,
        words[answer + answerWord.bodyIsAscii] === 1,
      );
      return this.finish(answer, text);
    } catch (cause) {
      throw instance.lose(cause);
    }
  }

  callBytes(target: string, body: Uint8Array, context?: BindingContext) {
    this.checkOpen();
    checkTexts(target, "", context);
    if (!ArrayBuffer.isView(body)) throw new TypeError("A request's body is a Uint8Array here.");
    return this.instance.run(() => {
      const head = this.writeHead(target, context, body.length);
      this.instance.writeBytes(body, head.end);
      const answer = this.send(head, body.length);
      return this.finish(answer, this.answerBytes(answer));
    });
  }

  advance(untilMs: number): number {
    return this.use((host) => host.advance(untilMs));
  }

  nowMs(): number {
    return this.use((host) => host.nowMs());
  }

  isClockRunning(): boolean {
    return this.use((host) => host.isClockRunning());
  }

  fork(): EngineHandle {
    return this.use((host) => new WasmEngine(this.instance, host.fork()));
  }

  takeFork(forkId: string): EngineHandle | undefined {
    const fork = this.use((host) => host.takeFork(forkId));
    return fork === null ? undefined : new WasmEngine(this.instance, fork);
  }

  snapshot(): SnapshotHandle {
    return this.use((host) => new WasmSnapshot(this.instance, host.snapshot()));
  }

  restore(snapshot: SnapshotHandle): void {
    if (!(snapshot instanceof WasmSnapshot) || snapshot.instance !== this.instance) {
      throw new PixiiError(
        "InvalidOptionError",
        "This snapshot was taken in another instance of the engine; use export and import.",
      );
    }
    const { held } = snapshot;
    this.use((host) => host.restore(held));
  }

  export(): Uint8Array {
    return this.use(() => {
      const answer = this.instance.module._pixii_export(this.address) >>> 2;
      this.instance.expectTrim();
      const bytes = this.answerBytes(answer);
      this.instance.trim();
      return bytes;
    });
  }

  import(bytes: Uint8Array): void {
    if (!ArrayBuffer.isView(bytes)) throw new TypeError("A database's bytes are a Uint8Array.");
    const refusal = this.use(() => {
      const { instance } = this;
      instance.writeBytes(bytes, instance.reserve(bytes.length));
      const answer = instance.module._pixii_import(this.address, bytes.length) >>> 2;
      const words = instance.module.HEAPU32;
      const status = words[answer + answerWord.status]!;
      if (status === 200) return undefined;
      const [at, size] = [words[answer + answerWord.body]!, words[answer + answerWord.bodySize]!];
      return { status, message: instance.readText(at, size, false) };
    });
    this.instance.trim();
    if (refusal === undefined) return;
    const name = refusal.status === importTooLarge ? "MemoryLimitExceeded" : "DamagedDataError";
    throw new PixiiError(name, refusal.message);
  }

  commitNumber(): number {
    return this.use((host) => host.commitNumber());
  }

  memoryBytes(): number {
    return this.use((host) => host.memoryBytes());
  }

  close(): void {
    const { host } = this;
    this.host = undefined;
    if (host !== undefined && !this.instance.isLost) this.instance.run(() => host.delete());
  }

  private checkOpen(): EngineHost {
    if (this.host === undefined)
      throw new PixiiError("DatabaseClosedError", "This database is closed.");
    this.instance.check();
    return this.host;
  }

  private use<Result>(code: (host: EngineHost) => Result): Result {
    const host = this.checkOpen();
    return this.instance.run(() => code(host));
  }

  /** Writes all of a request but its body, and makes room for that. */
  private writeHead(target: string, context: BindingContext | undefined, bodySizeMax: number) {
    const { instance } = this;
    const region = context?.region ?? "";
    const accessKeyId = context?.accessKeyId ?? "";
    const endpoint = context?.endpoint ?? "";
    const length = target.length + region.length + accessKeyId.length + endpoint.length;
    const start = instance.reserve(length * 3 + bodySizeMax);
    const targetSize = instance.writeText(target, start);
    let end = start + targetSize;
    const regionSize = instance.writeText(region, end);
    end += regionSize;
    const accessKeyIdSize = instance.writeText(accessKeyId, end);
    end += accessKeyIdSize;
    const endpointSize = instance.writeText(endpoint, end);
    end += endpointSize;
    return { end, targetSize, regionSize, accessKeyIdSize, endpointSize };
  }

  /** Serves the request that lies in the input; the index of its answer among the 32-bit words. */
  private send(head: ReturnType<WasmEngine["writeHead"]>, bodySize: number): number {
    const { targetSize, regionSize, accessKeyIdSize, endpointSize } = head;
    return (
      this.instance.module._pixii_call(
        this.address,
        targetSize,
        regionSize,
        accessKeyIdSize,
        endpointSize,
        bodySize,
      ) >>> 2
    );
  }

  private answerBytes(answer: number): Uint8Array {
    const words = this.instance.module.HEAPU32;
    const [at, size] = [words[answer + answerWord.body]!, words[answer + answerWord.bodySize]!];
    return this.instance.readBytes(at, size);
  }

  /** Adds what answers have besides the body, and frees the room of a large request. */
  private finish<Body>(answer: number, body: Body) {
    const { instance } = this;
    const words = instance.module.HEAPU32;
    const requestId = instance.readAscii(
      words[answer + answerWord.requestId]!,
      words[answer + answerWord.requestIdSize]!,
    );
    const status = words[answer + answerWord.status]!;
    const delayMs = words[answer + answerWord.delayMs]!;
    const damage = words[answer + answerWord.damage]!;
    instance.trim();
    return { status, body, requestId, delayMs, damage };
  }
}

/** What is no text must be stopped here: a failure further in counts as the instance's own. */
function checkTexts(target: string, body: string, context: BindingContext | undefined): void {
  const { region = "", accessKeyId = "", endpoint = "" } = context ?? {};
  const areTexts =
    typeof target === "string" &&
    typeof body === "string" &&
    typeof region === "string" &&
    typeof accessKeyId === "string" &&
    typeof endpoint === "string";
  if (!areTexts) throw new TypeError("A request's target, body and context are texts.");
}
