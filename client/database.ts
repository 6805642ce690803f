// One open database, the same object over the native addon and over WebAssembly. Every method
// answers by promise, because an engine may live in a Worker one day; the work itself is done in
// microseconds, within the call.
import { makeClientConfig, type ClientConfig, type ClientOptions } from "./aws-sdk-handler.ts";
import {
  isFaulty,
  sufferFault,
  type BindingAnswer,
  type BindingContext,
  type EngineHandle,
  type SnapshotHandle,
} from "./binding.ts";
import { Clock } from "./clock.ts";
import { Consumers, type IdleOptions } from "./consumers.ts";
import { concernsDatabase, Controls } from "./controls.ts";
import type { EventSourceMapping } from "./event-source-mapping.ts";
import type { EventHandler, EventSourceOptions } from "./event-source-options.ts";
import { Faults } from "./faults.ts";
import { HeldTransaction } from "./held-transaction.ts";
import type { EngineChoice, Host, Listener, ListenOptions } from "./host.ts";
import {
  checkCostInput,
  checkMetricsInput,
  checkSimulateOptions,
  type SimulateOptions,
} from "./insight.ts";
import { Modes } from "./modes.ts";
import type {
  CostInput,
  HoldTransactionInput,
  MetricsInput,
  Operations,
  SimulatedTable,
  SimulatedWorkload,
} from "./operations.ts";
import { asPixiiError, errorFromAnswer, PixiiError } from "./pixii-error.ts";
import type { SnapshotWriter } from "./snapshot-writer.ts";

/** Operations that belong to the streams service, whose targets have another prefix. */
const streamOperations = new Set([
  "DescribeStream",
  "GetRecords",
  "GetShardIterator",
  "ListStreams",
]);

/** `x-amz-target` by operation name, each made once. */
const targets = new Map<string, string>();

/** An input that needs no member may be left out. */
type Arguments<Input> = object extends Input
  ? [input?: Input]
  : Input extends { [member: string]: never }
    ? [input?: Input]
    : [input: Input];

/** What a Database is made of. */
export interface DatabaseParts {
  engine: EngineHandle;
  kind: EngineChoice;
  region: string;
  host: Host;
  /** Absent for a database that lives in memory alone. */
  writer?: SnapshotWriter;
}

/** A version of a database; it costs what has changed since. `release` lets it go. */
export class DatabaseSnapshot implements Disposable {
  /** For Database.restore alone. */
  readonly handle: SnapshotHandle;

  constructor(handle: SnapshotHandle) {
    this.handle = handle;
  }

  release(): void {
    this.handle.release();
  }

  [Symbol.dispose](): void {
    this.release();
  }
}

export class Database implements AsyncDisposable {
  /** The engine in use. */
  readonly engine: EngineChoice;
  /** The region of a request that names none. */
  readonly region: string;
  /** Its clock, which runs with the system's or is driven. */
  readonly clock: Clock;
  /** How it behaves where AWS leaves a choice. */
  readonly modes: Modes;
  /** Rules under which its requests fail, answer in part, late or damaged. */
  readonly faults: Faults;
  private readonly handle: EngineHandle;
  private readonly host: Host;
  private readonly writer: SnapshotWriter | undefined;
  private readonly listeners = new Set<Listener>();
  private readonly consumers: Consumers;
  private readonly controls: Controls;
  private closing: Promise<void> | undefined;

  constructor(parts: DatabaseParts) {
    this.engine = parts.kind;
    this.region = parts.region;
    this.handle = parts.engine;
    this.host = parts.host;
    this.writer = parts.writer;
    this.consumers = new Consumers({
      call: (operation, input) => this.callNow(operation, input),
      nowMs: () => this.use((handle) => handle.nowMs()),
      isClockRunning: () => this.use((handle) => handle.isClockRunning()),
      commitNumber: () => this.handle.commitNumber(),
      changed: () => this.clock.touch(),
    });
    const { consumers } = this;
    this.modes = new Modes((operation, input) => this.callNow(operation, input));
    this.faults = new Faults((operation, input) => this.callNow(operation, input));
    this.clock = new Clock({
      call: (operation, input) => this.callNow(operation, input),
      nowMs: () => this.use((handle) => handle.nowMs()),
      isRunning: () => this.use((handle) => handle.isClockRunning()),
      workDue: () => this.use((handle) => handle.advance(0)),
      consumers,
    });
    this.controls = new Controls({
      serve: (target, body) => this.serve(target, body),
      tryOut: (target, body) => this.tryOut(target, body),
      nowMs: () => this.use((handle) => handle.nowMs()),
      clock: this.clock,
      consumers,
      replaced: () => this.replaced(),
    });
    this.clock.touch();
  }

  /**
   * Runs one operation: objects in, objects out, in the form of the wire (attribute values such as
   * `{ S: "text" }`, binary as base64 text). `operation` is a name such as "PutItem", or a whole
   * target such as "Pixii_1.Reset". Throws PixiiError under the name of DynamoDB's error.
   */
  async call<Name extends keyof Operations>(
    operation: Name,
    ...input: Arguments<Operations[Name]["input"]>
  ): Promise<Operations[Name]["output"]>;
  async call<Name extends string>(
    operation: Name extends keyof Operations ? never : Name,
    input?: object,
  ): Promise<Record<string, unknown>>;
  async call(operation: string, input: object = {}): Promise<Record<string, unknown>> {
    const target = targets.get(operation) ?? targetOf(operation);
    if (concernsDatabase(target)) return this.outputOf(await this.control(target, input));
    const answer = this.serveInput(target, input);
    if (isFaulty(answer)) await sufferFault(answer);
    return this.outputOf(answer);
  }

  private async control(target: string, input: object): Promise<BindingAnswer> {
    return this.controls.serve(target, JSON.stringify(input));
  }

  private callNow(operation: string, input: object): Record<string, unknown> {
    return this.outputOf(this.serveInput(targets.get(operation) ?? targetOf(operation), input));
  }

  private outputOf(answer: BindingAnswer): Record<string, unknown> {
    if (answer.status !== 200) throw errorFromAnswer(answer);
    // A few operations answer with an empty body.
    return (answer.body === "" ? {} : JSON.parse(answer.body)) as Record<string, unknown>;
  }

  /** Runs one request as a client would send it: the whole x-amz-target and JSON text; text out. */
  async request(target: string, body: string, context?: BindingContext): Promise<BindingAnswer> {
    if (concernsDatabase(target)) return this.controls.serve(target, body);
    const answer = this.serve(target, body, context);
    if (isFaulty(answer)) await sufferFault(answer);
    const { status, body: text, requestId } = answer;
    return { status, body: text, requestId };
  }

  /** This version of the database, to be restored later; costs a pointer. */
  async snapshot(): Promise<DatabaseSnapshot> {
    return new DatabaseSnapshot(this.use((handle) => handle.snapshot()));
  }

  /** Puts the database back, in place: clients and endpoints made before see the old state. */
  async restore(snapshot: DatabaseSnapshot): Promise<void> {
    this.use((handle) => handle.restore(snapshot.handle));
    this.replaced();
  }

  private replaced(): void {
    this.writer?.invalidate();
    this.consumers.restart();
  }

  /** A whole isolated copy, in memory, whatever the size. To be closed on its own. */
  async fork(): Promise<Database> {
    const engine = this.use((handle) => handle.fork());
    return new Database({ engine, kind: this.engine, region: this.region, host: this.host });
  }

  /**
   * The first phase of a TransactWriteItems: everything is checked and the items are locked, nothing
   * is changed. Throws as TransactWriteItems does.
   */
  async holdTransaction(input: HoldTransactionInput): Promise<HeldTransaction> {
    const { TransactionId } = await this.call("Pixii_1.HoldTransaction", input);
    return new HeldTransaction(this, TransactionId);
  }

  /**
   * Calls a function for the changes of a table, as a Lambda event source mapping does: in batches, in
   * the order of each item, again when it fails. `source` is a table's name or ARN, or a stream's ARN;
   * the table needs a stream. Throws PixiiError for options that Lambda refuses.
   */
  on(source: string, options: EventSourceOptions, handler: EventHandler): EventSourceMapping {
    return this.use(() => this.consumers.on(source, options, handler));
  }

  /** The event source mappings that were not stopped, in the order they were made. */
  get eventSourceMappings(): EventSourceMapping[] {
    return this.consumers.list();
  }

  /**
   * Resolves when all event source mappings have caught up; batching windows that are open count as
   * elapsed, and so do the delays before retries. Throws PixiiError ConsumerLoopError when that takes
   * more rounds than `rounds` (default 100): it names which function writes to which table, or keeps
   * failing. Not to be awaited inside a handler, for which it would wait.
   */
  async idle(options?: IdleOptions): Promise<void> {
    this.use(() => {});
    await this.consumers.idle(options);
  }

  /**
   * What a request would read, write and take, without running it: partitions, items walked,
   * capacity, dollars, the error it would give, and warnings.
   */
  async explain<Name extends keyof Operations>(
    operation: Name,
    input: Operations[Name]["input"],
  ): Promise<Operations["Pixii_1.Explain"]["output"]> {
    const Input = JSON.stringify(input);
    return this.call("Pixii_1.Explain", { Operation: operation, Input });
  }

  /** CloudWatch's metrics of the tables, minute by minute on the database's clock. */
  async metrics(
    input: MetricsInput = {},
  ): Promise<Operations["Pixii_1.Metrics"]["output"]["Metrics"]> {
    checkMetricsInput(input);
    return (await this.call("Pixii_1.Metrics", input)).Metrics;
  }

  /** What the tables have cost, by a dated table of prices that `Prices` may replace. */
  async cost(input: CostInput = {}): Promise<Operations["Pixii_1.Cost"]["output"]> {
    checkCostInput(input);
    return this.call("Pixii_1.Cost", input);
  }

  /** A load on a table that does not exist, for so many seconds of virtual time. */
  async simulate(
    table: SimulatedTable,
    workload: SimulatedWorkload,
    seconds: number,
    options: SimulateOptions = {},
  ): Promise<Operations["Pixii_1.Simulate"]["output"]> {
    checkSimulateOptions(options);
    return this.call("Pixii_1.Simulate", {
      Table: table,
      Workload: workload,
      DurationSeconds: seconds,
      Seed: options.seed,
      Exact: options.exact,
    });
  }

  /** The whole database as bytes, for another worker, process or machine: `open({ from })`. */
  async export(): Promise<Uint8Array> {
    return this.use((handle) => handle.export());
  }

  /** Resolves once all changes made before are stored; at once for a database in memory. */
  async flush(): Promise<void> {
    this.use(() => {});
    await this.writer?.flush();
  }

  /** Bytes the engine counts for items, indexes and definitions. */
  async memoryBytes(): Promise<number> {
    return this.use((handle) => handle.memoryBytes());
  }

  /**
   * The configuration with which an AWS SDK v3 client calls this database, with no network:
   * `new DynamoDBClient(db.clientConfig())`.
   */
  clientConfig(options?: ClientOptions): ClientConfig {
    const serve = (target: string, body: Uint8Array, context: BindingContext) => {
      this.clock.touch();
      try {
        return this.handle.callBytes(target, body, context);
      } catch (error) {
        throw this.failure(error);
      }
    };
    return makeClientConfig(serve, this.region, options, this.clock);
  }

  /** Serves the DynamoDB HTTP endpoint, for clients in any language. Node alone. */
  async listen(options: ListenOptions = {}): Promise<Listener> {
    this.use(() => {});
    const listener = await this.host.listen(this.handle, options, {
      served: () => this.clock.touch(),
      control: (target, body) =>
        concernsDatabase(target) ? this.controls.serve(target, body) : undefined,
    });
    this.listeners.add(listener);
    return listener;
  }

  /** Stops endpoints, stores what changed and frees the engine. Closing twice is allowed. */
  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private async shutDown(): Promise<void> {
    this.consumers.stop();
    this.clock.stop();
    try {
      await Promise.all([...this.listeners].map((listener) => listener.close()));
      await this.writer?.close();
    } finally {
      this.handle.close();
    }
  }

  private serveInput(target: string, input: object): BindingAnswer {
    let answer: BindingAnswer | undefined;
    this.clock.touch();
    try {
      answer = this.handle.callInput?.(target, input);
    } catch (error) {
      throw this.failure(error);
    }
    return answer ?? this.serve(target, JSON.stringify(input));
  }

  private serve(target: string, body: string, context?: BindingContext): BindingAnswer {
    this.clock.touch();
    try {
      return this.handle.call(target, body, context);
    } catch (error) {
      throw this.failure(error);
    }
  }

  private tryOut(target: string, body: string): BindingAnswer {
    return this.use((handle) => {
      const copy = handle.fork();
      try {
        return copy.call(target, body);
      } finally {
        copy.close();
      }
    });
  }

  private use<Result>(work: (handle: EngineHandle) => Result): Result {
    if (this.closing !== undefined) throw closedError();
    try {
      return work(this.handle);
    } catch (error) {
      throw this.failure(error);
    }
  }

  private failure(error: unknown): PixiiError {
    return this.closing === undefined ? asPixiiError(error) : closedError();
  }
}

function targetOf(operation: string): string {
  const service = streamOperations.has(operation)
    ? "DynamoDBStreams_20120810"
    : "DynamoDB_20120810";
  const target = operation.includes(".") ? operation : `${service}.${operation}`;
  // Names come from programs, so they are few; a program that makes them up cannot fill memory.
  if (targets.size < 512) targets.set(operation, target);
  return target;
}

const closedError = () => new PixiiError("DatabaseClosedError", "This database is closed.");
