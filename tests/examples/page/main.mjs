// The page's side of the examples: the same sources as in Node, bundled by Vite, over a database in
// the page; the records come from the server as JSON.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { open } from "pixii";
import { cities } from "../../../examples/cities/cities.mjs";
import { movies } from "../../../examples/movies/movies.mjs";

const examples = { cities, movies };

window.runExample = async (name) => {
  const answer = await fetch(`data/${name}.json`);
  const records = await answer.json();
  const db = await open();
  const lines = [];
  const from = performance.now();
  try {
    const client = new DynamoDBClient(db.clientConfig());
    const findings = await examples[name](client, records, (line) => lines.push(line));
    return { lines, findings, seconds: (performance.now() - from) / 1000 };
  } finally {
    await db.close();
  }
};
