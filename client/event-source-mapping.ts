// What Database.on gives back: an event source mapping as Lambda describes one, which can be paused
// and stopped.
import type { CheckedOptions } from "./event-source-options.ts";
import { makeUuid, type MappingRunner, type ProcessingResult } from "./mapping-runner.ts";

/** What Consumers gives a mapping to end itself with. */
export interface MappingLife {
  /** Told when the mapping was enabled, disabled or stopped. */
  changed(): void;
  /** Resolves when no invocation of the mapping is under way. */
  settled(): Promise<void>;
}

/**
 * A function that is called for the changes of a table: made by Database.on, listed by
 * Database.eventSourceMappings. It works under the system's clock by itself, four times a second, and
 * otherwise in Database.idle and while the clock is advanced. It keeps no process alive. Forks and
 * exports have no mappings; after Database.restore it begins again at its starting position.
 */
export class EventSourceMapping implements AsyncDisposable {
  /** Lambda's name for a mapping's id. */
  readonly uuid: string;
  /** The table or stream as Database.on was given it. */
  readonly source: string;
  /** All options, with their defaults. */
  readonly options: CheckedOptions;
  /** The handler's own name. */
  readonly functionName: string;
  private readonly runner: MappingRunner;
  private readonly life: MappingLife;

  /** For Consumers alone. */
  constructor(runner: MappingRunner, life: MappingLife) {
    this.runner = runner;
    this.life = life;
    this.uuid = makeUuid(0, runner.number);
    this.source = runner.source;
    this.options = runner.options;
    this.functionName = runner.functionName;
  }

  /** The stream that is read. */
  get eventSourceArn(): string {
    return this.runner.streamArn;
  }

  get state(): "Enabled" | "Disabled" | "Deleted" {
    if (this.runner.isStopped) return "Deleted";
    return this.runner.isEnabled ? "Enabled" : "Disabled";
  }

  /** How the last invocation ended, in Lambda's words. */
  get lastProcessingResult(): ProcessingResult {
    return this.runner.lastProcessingResult;
  }

  /** What the handler threw last; undefined if it never did. */
  get lastError(): unknown {
    return this.runner.lastError;
  }

  /** Goes on where it was disabled. */
  enable(): void {
    this.runner.isEnabled = true;
    this.life.changed();
  }

  /** Begins no invocation until it is enabled again; one under way ends by itself. */
  disable(): void {
    this.runner.isEnabled = false;
    this.life.changed();
  }

  /** Ends the mapping: no invocation begins any more. One under way ends by itself, so a handler may
   * stop its own mapping. */
  async stop(): Promise<void> {
    this.runner.stop();
    this.life.changed();
  }

  /** Stops, and waits for what is under way. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    await this.life.settled();
  }
}
