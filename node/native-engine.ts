// EngineHandle over the native addon (node/native_engine.cc). The addon returns the body alone and
// leaves status and request id in a shared array of 64 bytes, from which they are read here.
import type {
  BindingAnswer,
  BindingContext,
  EngineHandle,
  EngineOptions,
  SnapshotHandle,
} from "../client/binding.ts";
import { JsonWriter, unwritten } from "./json-writer.ts";

/** What the addon exports. */
export interface Addon {
  Engine: new (options: EngineOptions) => NativeObject;
  /** Where the target and the body of callWritten stand. */
  request: Uint8Array<ArrayBuffer>;
}

/** The rest of a call's arguments: region, access key id, endpoint. */
type Scope = [region?: string, accessKeyId?: string, endpoint?: string];

interface NativeObject {
  /** Status (int32), delay, damage, then the 52 characters of the request id. */
  readonly answer: Uint8Array<ArrayBuffer>;
  call(target: string, body: string, ...scope: Scope): string;
  callBytesToText(target: string, body: Uint8Array, ...scope: Scope): string;
  callWritten(targetSize: number, bodySize: number): string;
  advance(untilMs: number): number;
  nowMs(): number;
  isClockRunning(): boolean;
  fork(): NativeObject;
  takeFork(forkId: string): NativeObject | undefined;
  snapshot(): SnapshotHandle;
  restore(snapshot: SnapshotHandle): void;
  export(): Uint8Array;
  import(bytes: Uint8Array): void;
  commitNumber(): number;
  memoryBytes(): number;
  close(): void;
}

/** A Buffer, whose fastest reading its type does not tell. */
interface Characters {
  latin1Slice(start: number, end: number): string;
}

/** One answer; a class, so that all answers share a shape. */
class NativeAnswer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly requestId: string;
  readonly delayMs: number;
  readonly damage: number;

  constructor(words: Int32Array, body: Body, requestId: string) {
    this.status = words[0]!;
    this.body = body;
    this.requestId = requestId;
    this.delayMs = words[1]!;
    this.damage = words[2]!;
  }
}

const requestIdOffset = 12;

/** Whole targets are short; a longer one is no operation, and is left to the other ways. */
const targetLengthMax = 255;

/** The memory of an addon's requests, which all its engines share. */
export class RequestMemory {
  private readonly writer: JsonWriter;
  private isBusy = false;

  constructor(addon: Addon) {
    this.writer = new JsonWriter(addon.request);
  }

  /** Writes a request; the size of its body, or `unwritten`. */
  write(target: string, input: object): number {
    // A getter of the input may call again: that call must not write over this one.
    if (this.isBusy || target.length > targetLengthMax) return unwritten;
    this.isBusy = true;
    try {
      const start = this.writer.writeAscii(target, 0);
      const end = start === unwritten ? unwritten : this.writer.write(input, start);
      return end === unwritten ? unwritten : end - start;
    } finally {
      this.isBusy = false;
    }
  }
}

export class NativeEngine implements EngineHandle {
  private readonly native: NativeObject;
  private readonly memory: RequestMemory;
  private readonly words: Int32Array;
  private readonly characters: Characters;

  constructor(native: NativeObject, memory: RequestMemory) {
    this.native = native;
    this.memory = memory;
    const { buffer } = native.answer;
    this.words = new Int32Array(buffer);
    this.characters = Buffer.from(buffer, requestIdOffset) as unknown as Characters;
  }

  call(target: string, body: string, context?: BindingContext): BindingAnswer {
    if (context === undefined) return this.finish(this.native.call(target, body));
    const { region, accessKeyId, endpoint } = context;
    return this.finish(this.native.call(target, body, region, accessKeyId, endpoint));
  }

  callInput(target: string, input: object): BindingAnswer | undefined {
    const bodySize = this.memory.write(target, input);
    if (bodySize === unwritten) return undefined;
    const body = this.native.callWritten(target.length, bodySize);
    return new NativeAnswer(this.words, body, this.words[0] === 200 ? "" : this.requestId());
  }

  callBytes(target: string, body: Uint8Array, context?: BindingContext) {
    // Text and then a pooled Buffer of it is cheaper than a Buffer made by the addon.
    const answer = this.callBytesToText(target, body, context);
    return new NativeAnswer(this.words, Buffer.from(answer.body, "utf8"), answer.requestId);
  }

  callBytesToText(target: string, body: Uint8Array, context?: BindingContext): BindingAnswer {
    if (context === undefined) return this.finish(this.native.callBytesToText(target, body));
    const { region, accessKeyId, endpoint } = context;
    return this.finish(this.native.callBytesToText(target, body, region, accessKeyId, endpoint));
  }

  advance(untilMs: number): number {
    return this.native.advance(untilMs);
  }

  nowMs(): number {
    return this.native.nowMs();
  }

  isClockRunning(): boolean {
    return this.native.isClockRunning();
  }

  fork(): EngineHandle {
    return new NativeEngine(this.native.fork(), this.memory);
  }

  takeFork(forkId: string): EngineHandle | undefined {
    const fork = this.native.takeFork(forkId);
    return fork === undefined ? undefined : new NativeEngine(fork, this.memory);
  }

  snapshot(): SnapshotHandle {
    return this.native.snapshot();
  }

  restore(snapshot: SnapshotHandle): void {
    this.native.restore(snapshot);
  }

  export(): Uint8Array {
    return this.native.export();
  }

  import(bytes: Uint8Array): void {
    this.native.import(bytes);
  }

  commitNumber(): number {
    return this.native.commitNumber();
  }

  memoryBytes(): number {
    return this.native.memoryBytes();
  }

  close(): void {
    this.native.close();
  }

  private finish(body: string): NativeAnswer<string> {
    return new NativeAnswer(this.words, body, this.requestId());
  }

  private requestId(): string {
    return this.characters.latin1Slice(0, 52);
  }
}
