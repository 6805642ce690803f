// What the browser tests share: Chromium, the playground as it is built, and a page that can import
// the project's own sources.
import { createServer as createHttpServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { extname, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { createServer as createViteServer } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Something served on a port of its own. */
export interface Site {
  url: string;
  close(): Promise<void>;
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env["PIXII_CHROMIUM"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** dist/playground, under a path that is not the server's root. */
export async function servePlayground(): Promise<Site> {
  const folder = resolve(root, "dist/playground") + sep;
  const server = createHttpServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      const name = path.replace(/^\/some\/path\//, "") || "index.html";
      const file = resolve(folder, name);
      const bytes = file.startsWith(folder) && (await readFile(file).catch(() => undefined));
      response.writeHead(bytes ? 200 : 404, { "content-type": types[extname(file)] ?? "" });
      response.end(bytes || "no such file");
    })();
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/some/path/`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => done((server.address() as AddressInfo).port));
  });
}

/** A page whose `window` holds what a module of the repository's sources exports. */
export async function serveModule(path: string): Promise<Site> {
  const vite = await createViteServer({
    root,
    configFile: false,
    logLevel: "error",
    cacheDir: resolve(root, "build/vite-tests"),
    appType: "custom",
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  vite.middlewares.use((request, response, next) => {
    if (request.url !== "/") return next();
    response.writeHead(200, { "content-type": "text/html" });
    const script = `import * as all from "${path}"; Object.assign(window, all);`;
    response.end(
      `<!doctype html><title>a test</title><link rel="icon" href="data:,"><script type="module">${script}</script>`,
    );
  });
  await vite.listen();
  const port = (vite.httpServer!.address() as AddressInfo).port;
  return { url: `http://127.0.0.1:${port}/`, close: () => vite.close() };
}

/** Collects what a page complains of, so that a test can expect nothing. */
export function watchForTrouble(page: Page): string[] {
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  return trouble;
}
