// Writes any number of items with BatchWriteItem, 25 at a time: what a table had no room for at the
// moment comes back as unprocessed and is sent again, later each time.
import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";

/** How many requests a BatchWriteItem may carry. */
const batchSize = 25;
const attemptsMax = 10;

/** Puts `items` into the table, `lanes` batches at once. Returns {batches, retries}. */
export function putAll(documents, tableName, items, lanes = 1) {
  const asRequest = (Item) => ({ PutRequest: { Item } });
  return writeAll(documents, tableName, { entries: items, asRequest, lanes });
}

/** Deletes the items with these keys. Returns {batches, retries}. */
export function deleteAll(documents, tableName, keys, lanes = 1) {
  const asRequest = (Key) => ({ DeleteRequest: { Key } });
  return writeAll(documents, tableName, { entries: keys, asRequest, lanes });
}

async function writeAll(documents, tableName, { entries, asRequest, lanes }) {
  const done = { batches: 0, retries: 0 };
  let next = 0;
  const lane = async () => {
    while (next < entries.length) {
      const batch = entries.slice(next, (next += batchSize)).map(asRequest);
      done.retries += await writeBatch(documents, tableName, batch);
      done.batches += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

/** Returns how often unprocessed requests had to be sent again. */
async function writeBatch(documents, tableName, requests) {
  let RequestItems = { [tableName]: requests };
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const answer = await documents.send(new BatchWriteCommand({ RequestItems }));
    RequestItems = answer.UnprocessedItems ?? {};
    if (Object.keys(RequestItems).length === 0) return attempt;
    await pause(50 * 2 ** attempt * (0.5 + Math.random()));
  }
  throw new Error(`${tableName}: ${attemptsMax} attempts left some items unprocessed`);
}

const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
