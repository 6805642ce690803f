// The package's entry in Node: the native addon or WebAssembly, folders, and the HTTP endpoint.
import { openFileStore } from "../node/file-store.ts";
import { listen } from "../node/http-server.ts";
import { loadBinding } from "../node/load-addon.ts";
import { PixiiError } from "./pixii-error.ts";
import { openOn } from "./pixii.ts";

/** Opens a database: "memory:" (default) or "file:<folder>". */
export const open = openOn({
  loadBinding,
  listen,
  async openStore(uri) {
    if (uri.startsWith("file:")) return openFileStore(uri);
    throw new PixiiError("InvalidOptionError", `${uri}: idb: databases exist in browsers alone`);
  },
});

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
export type { ModeChanges, ModeOptions, ModesDescription } from "./modes.ts";
export type * from "./operations.ts";
export type { OpenOptions } from "./pixii.ts";
