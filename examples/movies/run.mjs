// Runs the example on the films of npm's vega-datasets:
//   node examples/movies/run.mjs [--engine wasm] [--endpoint http://127.0.0.1:8000]
import { readFileSync } from "node:fs";
import { runExample } from "../open-client.mjs";
import { movies } from "./movies.mjs";

// The package exports only its code; its data lie beside that.
const file = new URL("../data/movies.json", import.meta.resolve("vega-datasets"));
await runExample(movies, JSON.parse(readFileSync(file, "utf8")));
