// A write transaction that stays open between its two phases, so that a program can meet the
// conflicts that on AWS happen by chance: Database.holdTransaction makes one.
import type { Database } from "./database.ts";
import type { TransactWriteItemsOutput } from "./operations.ts";
import { PixiiError } from "./pixii-error.ts";

/** What ends with a transaction that is over already, and therefore needs no cancelling. */
const overAlready = ["ResourceNotFoundException", "DatabaseClosedError"];

/**
 * A checked transaction whose items are locked until it is committed or cancelled. Until then a plain
 * write of one of them fails with TransactionConflictException, another transaction is cancelled for
 * TransactionConflict, BatchWriteItem hands it back unprocessed, its table cannot be deleted; plain
 * reads see the items as they were. Restoring, importing into or closing the database cancels it;
 * so does `await using` at the end of its block.
 */
export class HeldTransaction implements AsyncDisposable {
  /** As the control operations know it (`Pixii_1.CommitTransaction`). */
  readonly id: string;
  private readonly database: Database;

  /** For Database.holdTransaction alone. */
  constructor(database: Database, id: string) {
    this.database = database;
    this.id = id;
  }

  /** Makes all changes at once and answers as TransactWriteItems does. */
  async commit(): Promise<TransactWriteItemsOutput> {
    return this.database.call("Pixii_1.CommitTransaction", { TransactionId: this.id });
  }

  /** Lets the items go as they were. */
  async cancel(): Promise<void> {
    await this.database.call("Pixii_1.CancelTransaction", { TransactionId: this.id });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cancel().catch((error: unknown) => {
      if (!(error instanceof PixiiError && overAlready.includes(error.name))) throw error;
    });
  }
}
