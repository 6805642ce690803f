// Writes the items whose memory memory_benchmark measures into build/benchmarks: the films and cities
// as the examples store them, and items of 1 KB. First a line with the table, then one for each item.
import { createWriteStream, mkdirSync } from "node:fs";
import { finished } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { marshall } from "@aws-sdk/util-dynamodb";
import { cityFromRecord } from "../../examples/cities/city-table.mjs";
import { filmFromRecord } from "../../examples/movies/film-table.mjs";
import { readRecords } from "../examples/records.mjs";
import { kilobyteItem, tableDefinition, tableName } from "./documents.mjs";

const folder = fileURLToPath(new URL("../../build/benchmarks/", import.meta.url));
mkdirSync(folder, { recursive: true });

/** A table with a partition key and a sort key that are texts. */
function tableWith(partitionKey, sortKey) {
  const attribute = (AttributeName) => ({ AttributeName, AttributeType: "S" });
  return {
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [attribute(partitionKey), attribute(sortKey)],
    KeySchema: [
      { AttributeName: partitionKey, KeyType: "HASH" },
      { AttributeName: sortKey, KeyType: "RANGE" },
    ],
  };
}

async function writeItems(name, table, items) {
  const file = createWriteStream(`${folder}${name}.items`);
  file.write(`${JSON.stringify(table)}\n`);
  for (const item of items) file.write(`${JSON.stringify(item)}\n`);
  file.end();
  await finished(file);
}

const films = readRecords("movies").map((record, number) =>
  marshall(filmFromRecord(record, number)),
);
await writeItems("films", tableWith("genre", "released"), films);
const cities = readRecords("cities").map((record) => marshall(cityFromRecord(record)));
await writeItems("cities", tableWith("country", "place"), cities);
const kilobytes = Array.from({ length: 100_000 }, (_, i) => kilobyteItem(`item-${i}`));
await writeItems("kilobytes", tableDefinition, kilobytes);
