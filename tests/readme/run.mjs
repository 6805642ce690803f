// Runs the examples of README.md as they stand there. A block under `<!-- run: node -->` (or browser,
// http, c++) is a program; the ```text block behind it is what it prints, to the letter.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { closeServer, runners } from "./runners.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const workFolder = join(root, "build/readme");

rmSync(workFolder, { recursive: true, force: true });
const examples = readExamples(readme);
const failures = [...checkOrder(examples), ...checkOperations()];
const checks = 2 - failures.length;
let passed = checks;
let failed = failures.length;
failures.forEach((failure) => console.log(failure));
for (const example of examples) {
  if (await passes(example)) passed++;
  else failed++;
}
await closeServer();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** Programs with what they print: [{line, kind, language, program, printed}]. */
function readExamples(text) {
  const block = /<!-- run: (\S+) -->\n```(\S+)\n(.*?)```\n(?:(?!<!--).)*?```text\n(.*?)```/gs;
  return [...text.matchAll(block)].map((hit) => {
    const [, kind, language, program, printed] = hit;
    const line = text.slice(0, hit.index).split("\n").length + 1;
    return { line, kind, language, program, printed: printed.trim() };
  });
}

async function passes(example) {
  const { line, kind, printed } = example;
  const folder = join(workFolder, `line-${line}`);
  mkdirSync(folder, { recursive: true });
  try {
    const shown = await runners[kind](example, folder);
    if (plain(shown) === plain(printed)) return true;
    console.log(`README.md:${line}: printed\n${shown}\ninstead of\n${printed}`);
  } catch (error) {
    console.log(`README.md:${line}: ${error.stack ?? error}\n${error.stderr ?? ""}`);
  }
  return false;
}

function plain(text) {
  return text.replace(/[ \t]+$/gm, "").trim();
}

/** The first program is what a newcomer looks for: begun before line 25, with its printed result. */
function checkOrder(found) {
  const marked = [...readme.matchAll(/<!-- run: /g)].length;
  if (found.length === marked && found.length >= 6 && found[0].line < 25) return [];
  return [
    `README.md: ${marked} programs, ${found.length} with a result, first in ${found[0]?.line}`,
  ];
}

/** The operations named are DynamoDB's of the engine's own table, which begins with them: all of them. */
function checkOperations() {
  const named = readme.match(/<!-- operations -->\n([^.]*)\./)?.[1].match(/\b[A-Z]\w+/g) ?? [];
  const table = readFileSync(join(root, "core/operations/operation_table.cc"), "utf8");
  const rows = [...table.matchAll(/^ +ServedBy<(\w+)>\(\),$/gm)].map((hit) => hit[1]);
  const served = rows.slice(0, rows.indexOf("UpdateTimeToLive") + 1);
  const unknown = named.filter((name) => !served.includes(name));
  const unnamed = served.filter((name) => !named.includes(name));
  if (served.length >= 13 && unknown.length === 0 && unnamed.length === 0) return [];
  return [`README.md: operations it does not name: ${unnamed}; that are not served: ${unknown}`];
}
