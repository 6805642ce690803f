// A database kept in a folder: one snapshot file, replaced atomically, and a lock file that names the
// process which owns the folder. The lock of a process that no longer runs is taken over.
import { existsSync, readFileSync } from "node:fs";
import { mkdir, open, readFile, rename, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PixiiError } from "../client/pixii-error.ts";
import type { Store } from "../client/store.ts";

const snapshotName = "database.pixii";
const lockName = "lock";

/** Who owns a folder. */
interface Owner {
  pid: number;
  host: string;
  /** When that process started, as the system counts; tells a reused pid from its former owner. */
  started?: string;
}

/**
 * Opens the folder of `file:./data` or `file:///absolute/path`, made if need be. Throws PixiiError
 * DatabaseLockedError when a living process owns it, StorageError when it cannot be written.
 */
export async function openFileStore(uri: string): Promise<Store> {
  const folder = uri.startsWith("file://") ? fileURLToPath(uri) : resolve(uri.slice(5) || ".");
  try {
    await makeFolder(folder);
    await acquireLock(folder);
  } catch (error) {
    if (error instanceof PixiiError) throw error;
    const message = `cannot keep a database in ${folder}: ${(error as Error).message}`;
    throw new PixiiError("StorageError", message, { cause: error });
  }
  return new FileStore(folder);
}

class FileStore implements Store {
  private readonly folder: string;
  private closed = false;

  constructor(folder: string) {
    this.folder = folder;
  }

  async load(): Promise<Uint8Array | undefined> {
    return readFile(resolve(this.folder, snapshotName)).catch(undefinedIfMissing);
  }

  /** Either the old or the new file is there whenever the machine stops. */
  async save(bytes: Uint8Array): Promise<void> {
    const final = resolve(this.folder, snapshotName);
    const temporary = `${final}.new`;
    const file = await open(temporary, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, final);
    await syncFolder(this.folder);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await unlink(resolve(this.folder, lockName)).catch(undefinedIfMissing);
  }
}

/**
 * Makes a folder and those above it. Node's own recursive mkdir never ends where the system answers
 * ENOENT for a folder whose parent exists, as it does under /proc.
 */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

/** A rename is durable only once its folder is. Windows knows no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const file = await open(folder, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the lock file, which must not exist yet; a stale one is moved away first. */
async function acquireLock(folder: string): Promise<void> {
  const path = resolve(folder, lockName);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const file = await open(path, "wx");
      await file.writeFile(JSON.stringify(thisProcess()));
      await file.close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = await readOwner(path);
    if (owner === "gone") continue;
    if (owner === "unreadable") await pause(50);
    else if (isAlive(owner)) throw lockedError(folder, owner);
    if (owner !== "unreadable" || attempt === 3) await removeStale(path, owner);
  }
  throw new PixiiError("DatabaseLockedError", `${folder} is being opened by several processes.`);
}

/** Another process may do the same: whoever renames the file it read has removed it. */
async function removeStale(path: string, stale: Owner | "unreadable"): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  await rename(path, aside).catch(undefinedIfMissing);
  const moved = await readOwner(aside);
  // Between reading and renaming, a new owner may have come; its lock goes back.
  if (moved !== "gone" && JSON.stringify(moved) !== JSON.stringify(stale)) {
    await rename(aside, path);
    return;
  }
  await unlink(aside).catch(undefinedIfMissing);
}

async function readOwner(path: string): Promise<Owner | "gone" | "unreadable"> {
  const text = await readFile(path, "utf8").catch(undefinedIfMissing);
  if (text === undefined) return "gone";
  try {
    const owner = JSON.parse(text) as Owner;
    return Number.isInteger(owner.pid) ? owner : "unreadable";
  } catch {
    return "unreadable";
  }
}

function thisProcess(): Owner {
  const started = startOf(process.pid);
  return { pid: process.pid, host: hostname(), ...(started === undefined ? {} : { started }) };
}

function isAlive(owner: Owner): boolean {
  // Of a process on another machine that shares the folder nothing can be known.
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const started = startOf(owner.pid);
  return started === undefined || owner.started === undefined || started === owner.started;
}

/** On Linux the start time of a process, in clock ticks since boot; undefined elsewhere. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets, which may itself hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function lockedError(folder: string, owner: Owner): PixiiError {
  const here = owner.pid === process.pid && owner.host === hostname();
  const name = here ? `this process (${owner.pid})` : `process ${owner.pid} on ${owner.host}`;
  const message = `The database in ${folder} is open in ${name}. Close it there first.`;
  return new PixiiError("DatabaseLockedError", message, { extra: { owner: name } });
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
