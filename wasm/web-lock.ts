// One owner per stored database: an exclusive Web Lock under its name. A second lock, whose name
// carries a description, tells others who that owner is; both vanish with the page that holds them.

import { PixiiError } from "../client/pixii-error.ts";

/** A lock that is held until released; releasing twice is allowed. */
export interface HeldLock {
  release(): void;
}

/**
 * Takes the lock of `database`, waiting `timeoutMs` for an owner that is about to go, as a page that
 * reloads is. Throws DatabaseLockedError when it stays.
 */
export async function acquireLock(
  database: string,
  owner = describeThisOwner(),
  timeoutMs = 1000,
): Promise<HeldLock> {
  if (navigator.locks === undefined) {
    throw new PixiiError(
      "EngineUnavailableError",
      "idb: databases need Web Locks, which browsers give to secure pages alone: https or localhost.",
    );
  }
  const lock = await hold(lockName(database), AbortSignal.timeout(timeoutMs));
  if (lock === undefined) throw lockedError(database, await findOwner(database));
  const label = await hold(`${labelPrefix(database)}${owner}`);
  return {
    release() {
      label?.release();
      lock.release();
    },
  };
}

function lockedError(database: string, owner: string): PixiiError {
  const message = `The database idb:${database} is open in ${owner}. Close it there first.`;
  return new PixiiError("DatabaseLockedError", message, { extra: { owner } });
}

const lockName = (database: string) => `pixii:${database}`;
const labelPrefix = (database: string) => `pixii-owner:${encodeURIComponent(database)}:`;

/** Holds the lock `name`; undefined if `signal` ended the wait. */
function hold(name: string, signal?: AbortSignal): Promise<HeldLock | undefined> {
  return new Promise((resolve, reject) => {
    const options: LockOptions = signal === undefined ? {} : { signal };
    const held = navigator.locks.request(
      name,
      options,
      () => new Promise<void>((release) => resolve({ release })),
    );
    held.catch((error: unknown) => (signal?.aborted ? resolve(undefined) : reject(error)));
  });
}

/** The description its owner gave the label lock. */
async function findOwner(database: string): Promise<string> {
  const { held = [] } = await navigator.locks.query();
  const prefix = labelPrefix(database);
  const label = held.find((lock) => lock.name?.startsWith(prefix))?.name;
  return label?.slice(prefix.length) ?? "another tab";
}

/** What people recognise a page by: a Worker's own name, or the title where there is one. */
function describeThisOwner(): string {
  const { pathname, host } = location;
  if (typeof document === "undefined") return self.name || `a Worker at ${host}${pathname}`;
  const title = document.title === "" ? "a tab" : `the tab "${document.title}"`;
  return `${title} at ${host}${pathname}`;
}
