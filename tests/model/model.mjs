// The model as a whole: it is given operations and answers what the service must answer.
//
//   operation := {name, input, ...meaning}: `input` goes to the service as it is; `meaning` holds the
//                same expressions as trees (condition, update, projection, filter, key, actions)
//   outcome   := {answer} | {error, messages?, extra?}; any one of the messages will do

import { batchGet, batchWrite, transactGet, transactWrite } from "./model-batches.mjs";
import { getItem, readPage } from "./model-reads.mjs";
import { ModelTable } from "./model-table.mjs";
import { writeItem } from "./model-writes.mjs";
import { itemSize } from "./values.mjs";

export class Model {
  /** @param {object} schema what CreateTable is given */
  constructor(schema) {
    this.table = new ModelTable(schema);
  }

  /** `order` is needed by Scan, and by Query of an index: see order.mjs. */
  play(operation, order) {
    const { table } = this;
    switch (operation.name) {
      case "PutItem":
        return writeItem(table, "Put", operation);
      case "UpdateItem":
        return writeItem(table, "Update", operation);
      case "DeleteItem":
        return writeItem(table, "Delete", operation);
      case "GetItem":
        return getItem(table, operation);
      case "Query":
      case "Scan":
        return readPage(table, operation, order);
      case "BatchGetItem":
        return batchGet(table, operation);
      case "BatchWriteItem":
        return batchWrite(table, operation);
      case "TransactGetItems":
        return transactGet(table, operation);
      case "TransactWriteItems":
        return transactWrite(table, operation);
      default:
        throw new Error(`the model knows no ${operation.name}`);
    }
  }

  /** Counts and sizes as DescribeTable tells them, by index name; "" is the table. */
  measures() {
    const measure = (entries) => ({
      ItemCount: entries.length,
      bytes: entries.reduce((sum, entry) => sum + itemSize(entry), 0),
    });
    const rowsOf = (index) => this.table.rows(index).map(({ entry }) => entry);
    const indexes = this.table.indexes.map((index) => [index.name, measure(rowsOf(index))]);
    return Object.fromEntries([["", measure(rowsOf(undefined))], ...indexes]);
  }
}
