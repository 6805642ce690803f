// The package in a Chromium page: a small local server hands out the repository's dist/ and
// conformance files, and the page itself plays all cases with the same runner.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import http from "node:http";
import { extname, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const kRoot = fileURLToPath(new URL("../../../", import.meta.url));
const kEntry = "dist/index.browser.mjs";
const kServed = ["dist", "tests/conformance"].map((folder) => resolve(kRoot, folder) + sep);
const kBrowser = process.env.PIXII_CHROMIUM ?? "/usr/bin/chromium";
const kArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--no-first-run",
];
const kTypes = {
  ".mjs": "text/javascript",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
};
const kPage = "<!doctype html><meta charset=utf-8><title>pixii conformance</title>";

/** {name, playAll(entries, givens) -> [{passed, failures}], close()}; undefined without a build,
 *  a browser or playwright-core. */
export async function openChromium() {
  if (!existsSync(resolve(kRoot, kEntry)) || !existsSync(kBrowser)) return undefined;
  const playwright = await import("playwright-core").catch(() => undefined);
  if (playwright === undefined) return undefined;
  const server = http.createServer(serve);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const chromium = playwright.chromium ?? playwright.default.chromium;
  const browser = await chromium.launch({ executablePath: kBrowser, args: kArguments });
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`chromium: ${error.message}`));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  return {
    name: "chromium",
    playAll: (entries, givens) =>
      page.evaluate(playInPage, { entries, givens, entry: `/${kEntry}` }),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

// Runs inside the page: nothing of this module is in reach there.
async function playInPage({ entries, givens, entry }) {
  const { open } = await import(entry);
  const { playCase } = await import("/tests/conformance/runner.mjs");
  const { resetByControl } = await import("/tests/conformance/hosts/reset.mjs");
  const db = await open("memory:");
  const host = { name: "chromium", call: (target, body) => db.request(target, body) };
  host.reset = () => resetByControl(host);
  const outcomes = [];
  for (const one of entries) outcomes.push(await playCase(one, host, givens));
  await db.close();
  return outcomes;
}

async function serve(request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  if (path === "/") return answer(response, 200, "text/html", kPage);
  const file = resolve(kRoot, `.${normalize(path)}`);
  const bytes = kServed.some((folder) => file.startsWith(folder))
    ? await readFile(file).catch(() => undefined)
    : undefined;
  if (bytes === undefined) return answer(response, 404, "text/plain", "no such file");
  return answer(response, 200, kTypes[extname(file)] ?? "application/octet-stream", bytes);
}

function answer(response, status, type, body) {
  response.writeHead(status, { "content-type": type });
  response.end(body);
}
