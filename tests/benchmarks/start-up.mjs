// How long does a start take? open() of the native engine in a fresh process, its import excluded,
// and the playground in Chromium from the start of navigation until its tables can be seen.
//
// Method. Wall time, median. open(): 15 processes, each opening one database after the import. Page:
// 15 new browser profiles, so that neither scripts nor a database are there yet, against the page as
// pixii's own endpoint serves it; the page's clock starts when its navigation does. What Chromium
// takes for itself here and now shows an empty page, until a module script of one line has run.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { startServer } from "./http-load.mjs";
import { median, report, skip } from "./measure.mjs";

const times = 15;

function openMilliseconds() {
  const entry = new URL("../../dist/index.node.mjs", import.meta.url).href;
  const program =
    `import { open } from "${entry}"; const start = performance.now();` +
    `await open(); console.log(performance.now() - start);`;
  const args = ["--input-type=module", "--eval", program];
  const taken = [];
  for (let i = 0; i < times; i++) {
    taken.push(Number(execFileSync(process.execPath, args, { env: nativeOnly }).toString()));
  }
  return median(taken);
}

const nativeOnly = { ...process.env, PIXII_ENGINE: "native" };

/** Runs in the page before its own scripts: notes when the body of the playground comes in. */
function watchForBody() {
  new MutationObserver((_, observer) => {
    if (document.querySelector(".tables-panel, .body") === null) return;
    globalThis.readyMilliseconds = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** A server of an empty page, ready when its only script runs. */
async function serveEmptyPage() {
  const server = createServer((request, response) => {
    const isPage = request.url === "/";
    response.setHeader("content-type", isPage ? "text/html" : "text/javascript");
    const script = "globalThis.readyMilliseconds = performance.now();";
    response.end(isPage ? '<!doctype html><script type="module" src="/a.js"></script>' : script);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

async function pageMilliseconds(browser, url) {
  const taken = [];
  for (let i = -2; i < times; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(watchForBody);
    await page.goto(url);
    const ready = await page.waitForFunction(() => globalThis.readyMilliseconds);
    if (i >= 0) taken.push(await ready.jsonValue());
    await context.close();
  }
  return median(taken);
}

report("open(), native, import excluded", openMilliseconds(), 5, "ms");
const executablePath = process.env.PIXII_CHROMIUM ?? "/usr/bin/chromium";
if (existsSync(executablePath)) {
  const server = await startServer("tests/benchmarks/pixii-server.mjs");
  const args = ["--no-sandbox", "--disable-gpu"];
  const browser = await chromium.launch({ executablePath, args });
  report("page ready in Chromium", await pageMilliseconds(browser, server.url), 150, "ms");
  const empty = await serveEmptyPage();
  report("empty page in Chromium", await pageMilliseconds(browser, empty.url), 150, "ms");
  empty.stop();
  await browser.close();
  await server.stop();
} else {
  skip("page ready in Chromium", `there is no ${executablePath}`);
}
