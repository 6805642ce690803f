// The table of cities: its key, how a record of the file becomes an item, and filling it.
// The country is the partition key; the sort key begins with the population in nine digits, so that
// the cities of a country stand in the order of their size, and ends with the id that tells them apart.
import {
  CreateTableCommand,
  DeleteTableCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import { putAll } from "../write-all.mjs";

export const tableName = "Cities";

const patience = { maxWaitTime: 120, minDelay: 1, maxDelay: 5 };
/** Batches on their way at once: over a network the next ones travel while one is worked on. */
const loadingLanes = 8;

export async function createCityTable(client) {
  const attribute = (AttributeName) => ({ AttributeName, AttributeType: "S" });
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [attribute("country"), attribute("place")],
      KeySchema: [
        { AttributeName: "country", KeyType: "HASH" },
        { AttributeName: "place", KeyType: "RANGE" },
      ],
    }),
  );
  await waitUntilTableExists({ client, ...patience }, { TableName: tableName });
}

export async function deleteCityTable(client) {
  await client.send(new DeleteTableCommand({ TableName: tableName }));
  await waitUntilTableNotExists({ client, ...patience }, { TableName: tableName });
}

/** Returns {batches, retries}. */
export function loadCities(documents, records) {
  return putAll(documents, tableName, records.map(cityFromRecord), loadingLanes);
}

/** The record as it is, with its place in the order of sizes. */
export function cityFromRecord(record) {
  return { ...record, place: `${sizeKey(record.population)}#${record.cityId}` };
}

/** Numbers as text of one length compare as numbers do. */
export const sizeKey = (population) => String(population).padStart(9, "0");
