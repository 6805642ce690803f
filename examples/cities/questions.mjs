// What one asks a table of 135,233 cities. A scan of the whole table is shared out over segments that
// are read at the same time; what needs one country alone is a query.
import { paginateQuery, QueryCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { sizeKey, tableName } from "./city-table.mjs";

/**
 * Scans the table in `segments` parallel parts, of which each walks its own pages, and hands every
 * item to `visit`. Returns what the scan cost: pages and read units, and the items of each segment.
 */
export async function scanInSegments(documents, segments, input, visit) {
  const cost = { pages: 0, readUnits: 0, scanned: 0, passed: 0, segments: [] };
  const scanSegment = async (Segment) => {
    let ExclusiveStartKey;
    let items = 0;
    do {
      const command = { TableName: tableName, Segment, TotalSegments: segments, ...input };
      command.ExclusiveStartKey = ExclusiveStartKey;
      command.ReturnConsumedCapacity = "TOTAL";
      const page = await documents.send(new ScanCommand(command));
      for (const item of page.Items ?? []) visit(item);
      items += page.ScannedCount;
      cost.pages += 1;
      cost.passed += page.Count;
      cost.readUnits += page.ConsumedCapacity.CapacityUnits;
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    cost.scanned += items;
    return items;
  };
  cost.segments = await Promise.all(
    Array.from({ length: segments }, (_, each) => scanSegment(each)),
  );
  return cost;
}

/** Cities and inhabitants of every country, from one projected scan. */
export async function sumByCountry(documents, segments) {
  const countries = {};
  const input = { ProjectionExpression: "country, population" };
  const cost = await scanInSegments(documents, segments, input, ({ country, population }) => {
    const sums = (countries[country] ??= { cities: 0, people: 0 });
    sums.cities += 1;
    sums.people += population;
  });
  return { countries: inOrder(countries), cost };
}

/** The cities of at least `population` inhabitants, largest first. */
export async function citiesOver(documents, segments, population) {
  const found = [];
  const input = {
    ProjectionExpression: "#name, country, population",
    FilterExpression: "population >= :population",
    ExpressionAttributeNames: { "#name": "name" },
    ExpressionAttributeValues: { ":population": population },
  };
  const cost = await scanInSegments(documents, segments, input, (city) => found.push(city));
  return { cities: found.sort(bySize), cost };
}

const bySize = (one, other) =>
  other.population - one.population || (one.name < other.name ? -1 : 1);

/**
 * Counts the places south of a latitude. The coordinates are a list inside a map, [longitude,
 * latitude], which a document path reaches into.
 */
export async function countSouthOf(documents, segments, latitude) {
  const input = {
    Select: "COUNT",
    FilterExpression: "loc.coordinates[1] < :latitude AND attribute_exists(loc.coordinates[0])",
    ExpressionAttributeValues: { ":latitude": latitude },
  };
  return (await scanInSegments(documents, segments, input, () => {})).passed;
}

/** The places of each kind ("PPLC" is a capital), counted apart from those without a region. */
export async function countKinds(documents, segments) {
  const kinds = {};
  const input = {
    ProjectionExpression: "featureCode",
    FilterExpression: "attribute_exists(muni) AND adminCode <> :none",
    ExpressionAttributeValues: { ":none": "" },
  };
  await scanInSegments(documents, segments, input, ({ featureCode }) => {
    kinds[featureCode] = (kinds[featureCode] ?? 0) + 1;
  });
  return inOrder(kinds);
}

/** Segments answer as they come; sorted names make equal findings look equal. */
const inOrder = (counts) =>
  Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));

// --- One country ---------------------------------------------------------------------------------

/** The largest cities of a country: its partition read from the end. */
export async function largestOf(documents, country, count) {
  const { Items } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: "country = :country",
      ExpressionAttributeValues: { ":country": country },
      ScanIndexForward: false,
      Limit: count,
    }),
  );
  return Items.map((city) => `${city.name} ${city.population}`);
}

/** How many cities of a country have from `fewest` up to, but not including, `most` inhabitants. */
export async function countBySize(documents, country, fewest, most) {
  const input = {
    TableName: tableName,
    Select: "COUNT",
    KeyConditionExpression: "country = :country AND place BETWEEN :from AND :to",
    ExpressionAttributeValues: {
      ":country": country,
      ":from": sizeKey(fewest),
      ":to": sizeKey(most),
    },
  };
  let count = 0;
  for await (const page of paginateQuery({ client: documents }, input)) count += page.Count;
  return count;
}
