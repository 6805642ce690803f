// One running WebAssembly instance: its input buffer, its texts, and whether it is lost. The core
// has no exceptions, so whatever is thrown out of it (an allocation failed, the stack ran out) left
// its memory in an unknown state: from then on every call says so instead of serving damaged data.
import type { EngineModule } from "../build/wasm/engine.mjs";
import { PixiiError } from "../client/pixii-error.ts";

/** The fast text methods of a Node Buffer, which its declarations leave out. */
interface TextBuffer extends Uint8Array {
  utf8Write(text: string, at: number): number;
  latin1Slice(from: number, to: number): string;
  utf8Slice(from: number, to: number): string;
}

interface BufferClass {
  from(memory: ArrayBufferLike): TextBuffer;
  byteLength(text: string): number;
}

const nodeBuffer = (globalThis as unknown as { Buffer?: BufferClass }).Buffer;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Longer texts are measured before room is made for them; shorter ones get room for the worst. */
const measuredLengthMin = 1 << 16;
/** Shorter texts are written by a plain loop, which beats the call into the encoder. */
const loopLengthMax = 80;

export class WasmInstance {
  readonly module: EngineModule;
  private lost: PixiiError | undefined;
  private heap: Uint8Array;
  private buffer: TextBuffer | undefined;
  private large = false;

  constructor(module: EngineModule) {
    this.module = module;
    this.heap = module.HEAPU8;
    this.buffer = nodeBuffer?.from(this.heap.buffer);
  }

  /** Whether an earlier call ended the instance. */
  get isLost(): boolean {
    return this.lost !== undefined;
  }

  /** Runs code of the engine. Throws an InstanceLost error when it fails, and ever after. */
  run<Result>(code: () => Result): Result {
    this.check();
    try {
      return code();
    } catch (cause) {
      throw this.lose(cause);
    }
  }

  /** Throws if the instance is lost. */
  check(): void {
    if (this.lost !== undefined) throw this.lost;
  }

  /** Remembers that `cause` came out of the engine; the error to throw. */
  lose(cause: unknown): PixiiError {
    const told = cause instanceof Error ? cause.message : String(cause);
    // Emscripten ends its messages with advice to whoever compiled the module.
    const reason = told.replace(/ Build with -s ?ASSERTIONS.*$/s, "");
    this.lost ??= new PixiiError(
      "InstanceLost",
      "This WebAssembly instance is lost and serves no more calls; what was last flushed remains." +
        ` It ended with: ${reason}`,
      { cause },
    );
    return this.lost;
  }

  /** Makes room for `size` bytes of input; their address. */
  reserve(size: number): number {
    if (size > 1 << 20) this.large = true;
    const address = this.module._pixii_input(size);
    this.refresh();
    return address;
  }

  /** Gives back the room of a large input or export. */
  trim(): void {
    if (!this.large) return;
    this.large = false;
    this.module._pixii_trim();
  }

  /** Notes that `trim` has something to do. */
  expectTrim(): void {
    this.large = true;
  }

  /** Writes text as UTF-8 at an address that `reserve` made room for; the bytes written. */
  writeText(text: string, address: number): number {
    if (text.length <= loopLengthMax) {
      const size = this.writeAscii(text, address);
      if (size === text.length) return size;
    }
    if (this.buffer !== undefined) return this.buffer.utf8Write(text, address);
    return encoder.encodeInto(text, this.heap.subarray(address)).written;
  }

  /** Writes bytes at an address that `reserve` made room for. */
  writeBytes(bytes: Uint8Array, address: number): void {
    this.heap.set(bytes, address);
  }

  /** The text of `size` bytes of UTF-8. */
  readText(address: number, size: number, isAscii: boolean): string {
    this.refresh();
    const { buffer } = this;
    if (buffer === undefined) return decoder.decode(this.heap.subarray(address, address + size));
    if (isAscii) return buffer.latin1Slice(address, address + size);
    return buffer.utf8Slice(address, address + size);
  }

  /** A short text of ASCII alone, such as a request id. */
  readAscii(address: number, size: number): string {
    this.refresh();
    if (this.buffer !== undefined) return this.buffer.latin1Slice(address, address + size);
    return String.fromCharCode.apply(undefined, [...this.heap.subarray(address, address + size)]);
  }

  /** A copy of `size` bytes, which belongs to the caller. */
  readBytes(address: number, size: number): Uint8Array {
    this.refresh();
    return this.heap.slice(address, address + size);
  }

  /** Takes up the instance's memory anew if it has grown, as growing detaches all views. */
  private refresh(): void {
    if (this.heap === this.module.HEAPU8) return;
    this.heap = this.module.HEAPU8;
    this.buffer = nodeBuffer?.from(this.heap.buffer);
  }

  /** Writes up to the first character beyond ASCII; how many were written. */
  private writeAscii(text: string, address: number): number {
    const { heap } = this;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f) return at;
      heap[address + at] = unit;
    }
    return text.length;
  }
}

/** Bytes that surely hold `text` as UTF-8: exact for long texts, three a character for short ones. */
export function textSizeMax(text: string): number {
  if (text.length < measuredLengthMin) return text.length * 3;
  if (nodeBuffer !== undefined) return nodeBuffer.byteLength(text);
  return utf8Size(text);
}

/** The size of text as UTF-8; a surrogate without its partner counts as U+FFFD. */
function utf8Size(text: string): number {
  let size = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) size += unit > 0x7ff ? 2 : 1;
    // A pair is two units and four bytes; each half was counted as three.
    if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(at + 1))) size -= 2;
  }
  return size;
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
