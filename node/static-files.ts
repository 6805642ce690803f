// GET requests: the health line for programs, and for browsers the playground page, when it was
// built beside the package.
import { createReadStream, existsSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, extname, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { writeText } from "./http-answer.ts";
import type { RequestHead } from "./request-head.ts";

const here = dirname(fileURLToPath(import.meta.url));
const folder = ["playground", "../dist/playground"]
  .map((name) => resolve(here, name))
  .find((path) => existsSync(resolve(path, "index.html")));

const mediaTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** Whether there is a playground to show. */
export const hasPlayground = folder !== undefined;

/** Answers a GET or HEAD request; false when nothing is there. */
export function writeFile(
  request: IncomingMessage,
  response: ServerResponse,
  head: RequestHead,
): boolean {
  const path = pathOf(request.url ?? "/");
  if (path === "/" && (folder === undefined || !(head.accept ?? "").includes("text/html"))) {
    writeHealth(request, response, head);
    return true;
  }
  const file = path === undefined ? undefined : findFile(path);
  if (file === undefined) return false;
  const lasting = file.path.includes(`${sep}assets${sep}`);
  response.writeHead(200, {
    "Content-Type": mediaTypes[extname(file.path)] ?? "application/octet-stream",
    "Content-Length": file.size,
    // Built assets carry a hash in their names.
    "Cache-Control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
    "X-Content-Type-Options": "nosniff",
  });
  if (request.method === "HEAD") response.end();
  else
    createReadStream(file.path)
      .on("error", () => response.destroy())
      .pipe(response);
  return true;
}

function writeHealth(request: IncomingMessage, response: ServerResponse, head: RequestHead) {
  const { localAddress, localPort } = request.socket;
  // The space at the end is the service's.
  writeText(response, head, `healthy: ${head.host ?? `${localAddress}:${localPort}`} `);
}

/** The decoded path without query and without the prefix /playground. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]!);
    if (path.includes("\0")) return undefined;
    return path.replace(/^\/playground(?=\/|$)/, "") || "/";
  } catch {
    return undefined;
  }
}

function findFile(path: string): { path: string; size: number } | undefined {
  if (folder === undefined) return undefined;
  const file = resolve(folder, path === "/" ? "index.html" : `.${path}`);
  if (!file.startsWith(folder + sep)) return undefined;
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? { path: file, size: stat.size } : undefined;
}
