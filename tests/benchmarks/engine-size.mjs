// How much does a page load for the engine? The WebAssembly module and its glue as the package ships
// them, compressed as a web server would (gzip, level 9).
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { report } from "./measure.mjs";

const budgetBytes = 450_000;
const sizeOf = (name) => {
  const bytes = readFileSync(new URL(`../../dist/wasm/${name}`, import.meta.url));
  return gzipSync(bytes, { level: 9 }).length;
};
report(
  "wasm and glue, gzipped",
  sizeOf("engine.wasm") + sizeOf("engine.mjs"),
  budgetBytes,
  "bytes",
);
