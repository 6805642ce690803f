// The engine off the page's thread: opens the database, serves requests one by one, and stores what
// they changed at once, so that a reload a moment later finds it.
import { open, type Database } from "../client/index.browser.ts";
import type {
  EngineAnswer,
  EngineMethods,
  SaveState,
  WireError,
  WorkerMessage,
  WorkerRequest,
} from "./protocol.ts";

type Methods = {
  [Name in keyof EngineMethods]: (
    ...args: EngineMethods[Name]["arguments"]
  ) => Promise<EngineMethods[Name]["result"]>;
};

const readTarget = /\.(Get|BatchGet|TransactGet|Query|Scan|List|Describe)\w*$/;

let address = "memory:";
let opened: Database | undefined;
let saving = false;
let changedWhileSaving = false;

const methods: Methods = {
  async open(uri) {
    opened = await open(uri, { flushEveryMs: 0 });
    address = uri;
  },
  request: serve,
  burst,
  export: () => database().export(),
  async import(bytes) {
    await database().close();
    await replace(bytes);
  },
};

/** Opens the database again with other contents; damaged bytes leave the old contents. */
async function replace(bytes: Uint8Array): Promise<void> {
  try {
    opened = await open(address, { flushEveryMs: 0, from: bytes });
  } catch (error) {
    opened = await open(address, { flushEveryMs: 0 });
    throw error;
  }
  await save();
}

async function serve(target: string, body: string): Promise<EngineAnswer> {
  const served = database();
  const from = performance.now();
  const answer = await served.request(target, body);
  const milliseconds = performance.now() - from;
  if (answer.status === 200 && !readTarget.test(target)) void save();
  return { ...answer, milliseconds };
}

/** Nothing is stored for it: a load changes no item. */
async function burst(target: string, bodies: string[]): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  for (const body of bodies) {
    const { status, body: text } = await database().request(target, body);
    const name = status === 200 ? "" : (/#(\w+)"/.exec(text)?.[1] ?? "UnknownError");
    outcomes[name] = (outcomes[name] ?? 0) + 1;
  }
  return outcomes;
}

function database(): Database {
  if (opened === undefined) throw new Error("No database is open.");
  return opened;
}

/** Stores the database, and once more if it changed meanwhile. */
async function save(): Promise<void> {
  changedWhileSaving = true;
  if (saving) return;
  saving = true;
  tell({ state: "saving" });
  try {
    while (changedWhileSaving) {
      changedWhileSaving = false;
      await database().flush();
    }
    tell({ state: "saved" });
  } catch (error) {
    tell({ state: "failed", error: describe(error) });
  } finally {
    saving = false;
  }
}

const post = (message: WorkerMessage) => self.postMessage(message, { transfer: [] });
const tell = (news: SaveState) => post({ news });

function describe(error: unknown): WireError {
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: "Error", message: String(error) };
}

async function answer({ id, method, arguments: args }: WorkerRequest): Promise<void> {
  try {
    const run = methods[method] as (...args: unknown[]) => Promise<unknown>;
    post({ id, result: await run(...args) });
  } catch (error) {
    post({ id, error: describe(error) });
  }
}

self.addEventListener("message", (event: MessageEvent<WorkerRequest>) => void answer(event.data));
