// The four ways an application meets pixii: each opens a database and runs an example against it, and
// answers {lines, findings, seconds}: what the example printed, what it returned, how long it took.
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { open } from "pixii";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { cities } from "../../examples/cities/cities.mjs";
import { movies } from "../../examples/movies/movies.mjs";
import { readRecords } from "./records.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pageFolder = resolve(root, "build/examples-page");
const examples = { cities, movies };

/** By name: a function that runs the example of a name. */
export const ways = {
  "the native addon": (name) => inNode(name, "native"),
  "WebAssembly in Node": (name) => inNode(name, "wasm"),
  "HTTP": overHttp,
  "WebAssembly in Chromium": inChromium,
};

async function inNode(name, engine) {
  const db = await open({ engine });
  try {
    return await timed(name, new DynamoDBClient(db.clientConfig()));
  } finally {
    await db.close();
  }
}

/** A client as anybody makes one for a local endpoint. */
async function overHttp(name) {
  const db = await open();
  const server = await db.listen();
  const credentials = { accessKeyId: "any", secretAccessKey: "thing" };
  const client = new DynamoDBClient({ endpoint: server.url, region: "us-east-1", credentials });
  try {
    return await timed(name, client);
  } finally {
    client.destroy();
    await db.close();
  }
}

async function timed(name, client) {
  const records = readRecords(name);
  const lines = [];
  const from = performance.now();
  const findings = await examples[name](client, records, (line) => lines.push(line));
  return { lines, findings, seconds: (performance.now() - from) / 1000 };
}

// --- The page ------------------------------------------------------------------------------------

let page;

async function inChromium(name) {
  page ??= openPage();
  const { tab, broken } = await page;
  return Promise.race([tab.evaluate((each) => window.runExample(each), name), broken]);
}

async function openPage() {
  await buildPage();
  const settings = { port: 0, host: "127.0.0.1", strictPort: false };
  const server = await preview({ ...viteOptions, preview: settings });
  const executablePath = process.env.PIXII_CHROMIUM ?? "/usr/bin/chromium";
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args, timeout: 120_000 });
  const tab = await browser.newPage();
  const broken = new Promise((_, refuse) => tab.on("pageerror", refuse));
  broken.catch(() => {});
  tab.setDefaultTimeout(120_000);
  await tab.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
  await tab.waitForFunction(() => window.runExample !== undefined);
  return { tab, broken, server, browser };
}

const viteOptions = {
  root: resolve(root, "tests/examples/page"),
  configFile: false,
  logLevel: "error",
  // The checkout's own build stands for the installed package.
  resolve: { alias: { pixii: resolve(root, "dist/index.browser.mjs") } },
  build: { outDir: pageFolder, emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 2000 },
};

async function buildPage() {
  await build(viteOptions);
  mkdirSync(resolve(pageFolder, "data"), { recursive: true });
  for (const name of Object.keys(examples)) {
    writeFileSync(resolve(pageFolder, `data/${name}.json`), JSON.stringify(readRecords(name)));
  }
}

/** Ends the browser and the page's server, if there are any. */
export async function closePage() {
  if (page === undefined) return;
  const { server, browser } = await page;
  await browser.close();
  await server.close();
}
