// Which test files there are, and who runs each: by what a file imports (vitest or node:test) and by
// where it runs (a page in Chromium: tests/playground/ and *.browser.test.*). Those of tests/ecosystem/
// have a runner of their own.
import { readFileSync } from "node:fs";
import { inRoot } from "./process.mjs";
import { filesUnder } from "./stamp.mjs";

const isTest = (path) => /\.test\.(ts|mjs)$/.test(path) && !path.startsWith("tests/ecosystem/");
const inBrowser = (path) => path.startsWith("tests/playground/") || path.includes(".browser.test.");

/** {js: {vitest, node}, browser: {vitest, node}}: paths relative to the top. */
export function testFiles() {
  const files = filesUnder(["tests"], isTest);
  return {
    js: byRunner(files.filter((path) => !inBrowser(path))),
    browser: byRunner(files.filter(inBrowser)),
  };
}

function byRunner(files) {
  const usesNode = (path) => /from "node:test"/.test(readFileSync(inRoot(path), "utf8"));
  return { node: files.filter(usesNode), vitest: files.filter((path) => !usesNode(path)) };
}
