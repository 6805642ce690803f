// A page for tests of what users build: Vite builds a folder, a server on the loopback address shows
// it, headless Chromium opens it and tells what stands there.
import { chromium } from "playwright-core";
import { build, preview } from "vite";

const executablePath = process.env.PIXII_CHROMIUM ?? "/usr/bin/chromium";

/** Builds the page of `folder` (index.html) into its dist/ folder, as a user's Vite would. */
export async function buildPage(folder) {
  await build({ root: folder, configFile: false, logLevel: "error", build: { target: "es2022" } });
}

/**
 * Opens the built page of `folder` and waits until `ready(text of the body)`; answers that text.
 * An error in the page, or 20 s without being ready, is thrown.
 */
export async function readPage(folder, ready) {
  const options = { port: 0, host: "127.0.0.1" };
  const server = await preview({
    root: folder,
    configFile: false,
    logLevel: "error",
    preview: options,
  });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    const broken = new Promise((_, refuse) => page.on("pageerror", refuse));
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
    return await Promise.race([waitForText(page, ready), broken]);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function waitForText(page, ready) {
  const until = Date.now() + 20_000;
  for (;;) {
    const text = (await page.textContent("body"))?.trim() ?? "";
    if (ready(text)) return text;
    if (Date.now() > until) throw new Error(`the page still shows: ${text.slice(0, 500)}`);
    await page.waitForTimeout(50);
  }
}
