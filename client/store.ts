// Where a database is kept between two openings: one whole snapshot, replaced at once. A folder in
// Node (node/file-store.ts), IndexedDB in a page (wasm/idbfs.ts).

/** One owner at a time: opening a store that somebody holds fails with DatabaseLockedError. */
export interface Store {
  /** The bytes last saved, or undefined when nothing was saved yet. */
  load(): Promise<Uint8Array | undefined>;
  /** Replaces what is kept: after a crash at any moment either the old or the new bytes are there. */
  save(bytes: Uint8Array): Promise<void>;
  /** Gives the store up, for the next owner. Closing twice is allowed. */
  close(): Promise<void>;
}
