// What the package gives beside open(): the same in Node and in browsers.
export { Database, DatabaseSnapshot } from "./database.ts";
export { EventSourceMapping } from "./event-source-mapping.ts";
export { HeldTransaction } from "./held-transaction.ts";
export { PixiiError } from "./pixii-error.ts";
export type { ClientConfig, ClientOptions } from "./aws-sdk-handler.ts";
export type { IdleOptions } from "./consumers.ts";
export type { EventFilter, FilterCriteria } from "./event-filter.ts";
export type {
  DiscardedBatch,
  EventHandler,
  EventSourceEvent,
  EventSourceOptions,
  FailureDestination,
  StreamsEventResponse,
} from "./event-source-options.ts";
export type { EngineChoice, Listener, ListenOptions } from "./host.ts";
export type {
  DynamoDBRecord,
  DynamoDBStreamEvent,
  DynamoDBTimeWindowEvent,
  LambdaContext,
  StreamRecord,
} from "./lambda-event.ts";
export { Clock } from "./clock.ts";
export { Modes } from "./modes.ts";
export type { Duration, DurationParts, Time } from "./duration.ts";
export type { ModeChanges, ModeOptions, ModesDescription, TableModeChanges } from "./modes.ts";
export type * from "./operations.ts";
export type { OpenOptions } from "./pixii.ts";
