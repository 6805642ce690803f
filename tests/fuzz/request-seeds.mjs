// Writes the conformance cases as inputs of request_fuzz: the requests of what is given and of the
// case's steps, one file a case. Usage: request-seeds.mjs FOLDER.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cases = fileURLToPath(new URL("../conformance", import.meta.url));
const bytesMax = 16 * 1024;
const folder = process.argv[2];

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
/** Values made by repetition are left as they are: what they would give is too large for a seed. */
const bodyOf = ({ body, request }) =>
  typeof body === "string" ? body : JSON.stringify(request ?? body ?? {});
const recordOf = (step) => `${step.call ?? step.target}\n${bodyOf(step)}\0`;

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(cases, { recursive: true })) {
  const path = join(cases, name);
  if (!name.endsWith(".json") || name.startsWith("given/")) continue;
  for (const each of [read(path)].flat()) {
    const given = (each.given ?? []).flatMap((file) => read(join(cases, "given", `${file}.json`)));
    const steps = [...given, ...each.steps].filter((step) => step.call || step.target);
    const input = steps.map(recordOf).join("");
    if (input.length > bytesMax) continue;
    writeFileSync(join(folder, createHash("sha1").update(input).digest("hex")), input);
  }
}
