// The table of films: its key, how a record of the file becomes an item, and filling it.
// A film's genre is the partition key; its date and number in the file are the sort key, so that the
// films of a genre stand in the order of their dates and two films of one day stay two.
import {
  CreateTableCommand,
  DeleteTableCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import { putAll } from "../write-all.mjs";

export const tableName = "Films";

/** What stands for the genre of the films that have none: a key cannot be null. */
export const noGenre = "None given";

const patience = { maxWaitTime: 120, minDelay: 1, maxDelay: 5 };

export async function createFilmTable(client) {
  const attribute = (AttributeName) => ({ AttributeName, AttributeType: "S" });
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [attribute("genre"), attribute("released")],
      KeySchema: [
        { AttributeName: "genre", KeyType: "HASH" },
        { AttributeName: "released", KeyType: "RANGE" },
      ],
    }),
  );
  await waitUntilTableExists({ client, ...patience }, { TableName: tableName });
}

export async function deleteFilmTable(client) {
  await client.send(new DeleteTableCommand({ TableName: tableName }));
  await waitUntilTableNotExists({ client, ...patience }, { TableName: tableName });
}

/** Returns {batches, retries}. */
export function loadFilms(documents, records) {
  return putAll(documents, tableName, records.map(filmFromRecord));
}

/** The record as it is, its nulls and numeric titles too, with the key in front. */
export function filmFromRecord(record, number) {
  const genre = record["Major Genre"] ?? noGenre;
  return { genre, released: releasedKey(record["Release Date"], number), number, ...record };
}

const months = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** "Jun 12 1998" and 7 become "1998-06-12#0007". */
export function releasedKey(date, number) {
  const [month, day, year] = date.split(" ");
  const monthNumber = months.indexOf(month) / 3 + 1;
  return `${year}-${padded(monthNumber, 2)}-${day}#${padded(number, 4)}`;
}

const padded = (number, digits) => String(number).padStart(digits, "0");

/** The key of an item, without the rest. */
export const keyOf = ({ genre, released }) => ({ genre, released });
