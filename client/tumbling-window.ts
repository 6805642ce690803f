// The tumbling window of one lane: which records belong together by their time, and the state that
// the handler builds up from one invocation to the next.
import { formatSeconds } from "./lambda-event.ts";

const stateBytesMax = 1024 * 1024;
/** The window's times, the shard's id, the stream's ARN, the flags. */
const otherBytesMax = 1500;

/** One window that has begun and is not closed yet. */
export class OpenWindow {
  readonly startMs: number;
  readonly endMs: number;
  private state: Record<string, unknown> = {};
  private stateBytes = 2;
  /** The state has outgrown its limit: it is handed over before the window's end. */
  isFull = false;

  constructor(startMs: number, lengthMs: number) {
    this.startMs = startMs;
    this.endMs = startMs + lengthMs;
  }

  /** What the window adds to an event. */
  members(shardId: string, eventSourceARN: string, isFinal: boolean) {
    return {
      window: { start: formatSeconds(this.startMs), end: formatSeconds(this.endMs) },
      state: this.state,
      shardId,
      eventSourceARN,
      isFinalInvokeForWindow: isFinal,
      isWindowTerminatedEarly: isFinal && this.isFull,
    };
  }

  /** Takes the state that a handler returned; false if it returned none, which is a failure. */
  accept(response: unknown): boolean {
    const state = (response as { state?: unknown } | null)?.state;
    if (typeof state !== "object" || state === null || Array.isArray(state)) return false;
    this.state = state as Record<string, unknown>;
    this.stateBytes = new TextEncoder().encode(JSON.stringify(state)).length;
    this.isFull = this.stateBytes > stateBytesMax;
    return true;
  }

  /** How many bytes of an event the members take at most. */
  get sizeBytes(): number {
    return this.stateBytes + otherBytesMax;
  }

  /** After its early end the window goes on without its state. */
  empty(): void {
    this.state = {};
    this.stateBytes = 2;
    this.isFull = false;
  }
}

/** Windows begin at whole multiples of their length since 1970. */
export function windowStartMs(timeMs: number, lengthMs: number): number {
  return Math.floor(timeMs / lengthMs) * lengthMs;
}
