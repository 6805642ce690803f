// What the examples in JavaScript find at an endpoint, as far as the scripts of other languages ask
// the same questions: by the names under which those print their answers.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { cities } from "../../examples/cities/cities.mjs";
import { movies } from "../../examples/movies/movies.mjs";
import { readRecords } from "../examples/records.mjs";

export async function findByExamples(endpoint) {
  const begun = Date.now();
  const credentials = { accessKeyId: "foreign", secretAccessKey: "foreign" };
  const client = new DynamoDBClient({ endpoint, region: "eu-central-1", credentials });
  try {
    const { genres } = await movies(client, readRecords("movies"), () => {});
    const { sums, large } = await cities(client, readRecords("cities"), () => {});
    console.log(`the examples: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    return {
      filmsByGenre: genres.counts,
      grossByGenre: genres.sums.gross,
      scanned: sums.cost.scanned,
      sumsByCountry: sums.countries,
      millions: large.over.cities.length,
    };
  } finally {
    client.destroy();
  }
}
