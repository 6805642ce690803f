// Transactions held open from JavaScript, on both engines: what the SDK's clients meet meanwhile, and
// everything that ends one.
import {
  DynamoDBClient,
  PutItemCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../client/database.ts";
import { HeldTransaction, open } from "../../client/index.node.ts";
import { createTable, put, textOf } from "../support/tables.ts";

const putHeat = {
  Put: { TableName: "Films", Item: { pk: { S: "Heat" }, text: { S: "held" } } },
};
const over = { name: "ResourceNotFoundException" };

describe.each(["native", "wasm"] as const)("%s", (engine) => {
  let db: Database;
  beforeEach(async () => {
    db = await open({ engine });
    await createTable(db);
  });
  afterEach(() => db.close());

  test("a held transaction changes nothing until it is committed", async () => {
    const held = await db.holdTransaction({
      TransactItems: [putHeat],
      ReturnConsumedCapacity: "TOTAL",
    });
    expect(held).toBeInstanceOf(HeldTransaction);
    expect(await textOf(db, "Heat")).toBeUndefined();
    const { ConsumedCapacity } = await held.commit();
    expect(ConsumedCapacity).toMatchObject([{ TableName: "Films", CapacityUnits: 2 }]);
    expect(await textOf(db, "Heat")).toBe("held");
    await expect(held.commit()).rejects.toMatchObject(over);
  });

  test("a cancelled transaction changes nothing", async () => {
    const held = await db.holdTransaction({ TransactItems: [putHeat] });
    await held.cancel();
    await put(db, "Heat", "mine");
    expect(await textOf(db, "Heat")).toBe("mine");
    await expect(held.cancel()).rejects.toMatchObject(over);
  });

  test("the SDK's clients meet the conflicts they meet on AWS", async () => {
    const client = new DynamoDBClient({ ...db.clientConfig(), maxAttempts: 1 });
    const held = await db.holdTransaction({ TransactItems: [putHeat] });
    const { TableName, Item } = putHeat.Put;
    await expect(client.send(new PutItemCommand({ TableName, Item }))).rejects.toBeInstanceOf(
      TransactionConflictException,
    );
    const cancelled = await client
      .send(new TransactWriteItemsCommand({ TransactItems: [putHeat] }))
      .catch((error: unknown) => error);
    expect(cancelled).toBeInstanceOf(TransactionCanceledException);
    expect((cancelled as TransactionCanceledException).CancellationReasons).toEqual([
      { Code: "TransactionConflict", Message: "Transaction is ongoing for the item" },
    ]);
    await held.cancel();
    await client.send(new PutItemCommand({ TableName, Item }));
  });

  test("a transaction that cannot succeed is refused as TransactWriteItems refuses it", async () => {
    const { TableName, Item } = putHeat.Put;
    const ConditionExpression = "attribute_exists(pk)";
    const refused = db.holdTransaction({
      TransactItems: [{ Put: { TableName, Item, ConditionExpression } }],
    });
    await expect(refused).rejects.toMatchObject({
      name: "TransactionCanceledException",
      CancellationReasons: [{ Code: "ConditionalCheckFailed" }],
    });
    await put(db, "Heat");
  });

  test("the end of its block cancels it, unless it is over by then", async () => {
    {
      await using held = await db.holdTransaction({ TransactItems: [putHeat] });
      expect(held.id).not.toBe("");
    }
    await put(db, "Heat", "mine");
    {
      await using held = await db.holdTransaction({ TransactItems: [putHeat] });
      await held.commit();
    }
    expect(await textOf(db, "Heat")).toBe("held");
  });

  test("restore cancels what is held, and so does closing", async () => {
    const before = await db.snapshot();
    const held = await db.holdTransaction({ TransactItems: [putHeat] });
    await db.restore(before);
    await expect(held.commit()).rejects.toMatchObject(over);
    await put(db, "Heat", "mine");
    before.release();
    const last = await db.holdTransaction({ TransactItems: [putHeat] });
    await db.close();
    await expect(last.commit()).rejects.toMatchObject({ name: "DatabaseClosedError" });
    await last[Symbol.asyncDispose]();
  });

  test("a fork holds nothing of what its parent holds", async () => {
    const held = await db.holdTransaction({ TransactItems: [putHeat] });
    await using fork = await db.fork();
    await put(fork, "Heat", "fork");
    await held.commit();
    expect([await textOf(db, "Heat"), await textOf(fork, "Heat")]).toEqual(["held", "fork"]);
  });
});
