// One function per kind of README example: each gets {language, program} and an empty folder inside
// build/, and answers what the program printed or the page shows.
import { execFile, spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildPage, readPage } from "../support/browser-page.mjs";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const execute = promisify(execFile);
const limits = { timeout: 120_000 };

export const runners = { "node": runNode, "browser": runBrowser, "http": runHttp, "c++": runCpp };

/** Inside the checkout the name `pixii` means the checkout itself, through its exports. */
async function runNode({ program }, folder) {
  writeFileSync(join(folder, "program.mjs"), program);
  const { stdout } = await execute(process.execPath, ["program.mjs"], { cwd: folder, ...limits });
  return stdout;
}

async function runBrowser({ program }, folder) {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/pixii"));
  writeFileSync(join(folder, "main.js"), program);
  const page = `<!doctype html><meta charset="utf-8"><body></body><script type="module" src="main.js"></script>`;
  writeFileSync(join(folder, "index.html"), page);
  await buildPage(folder);
  return readPage(folder, (text) => text !== "");
}

async function runCpp({ program }, folder) {
  const source = join(folder, "program.cc");
  writeFileSync(source, program);
  const libraries = readdirSync(join(root, "build/native")).filter((name) =>
    /^libpixii_.*\.a$/.test(name),
  );
  const linked = libraries.map((name) => join(root, "build/native", name));
  const include = `-I${join(root, "core/include")}`;
  const output = join(folder, "program");
  const group = ["-Wl,--start-group", ...linked, "-Wl,--end-group"];
  await execute("g++", ["-std=c++20", include, source, ...group, "-o", output], limits);
  return (await execute(output, [], limits)).stdout;
}

// --- Over HTTP: all examples meet one server, as in the text ---------------------------------------

const interpreters = { python: "/usr/bin/python3", sh: "/bin/sh" };
let server;

async function runHttp({ language, program }, folder) {
  server ??= await startServer();
  const file = join(folder, "program");
  writeFileSync(file, program.replaceAll(":8000", `:${server.port}`));
  const env = {
    ...process.env,
    PATH: `/usr/bin:${process.env.PATH}`,
    AWS_EC2_METADATA_DISABLED: "true",
  };
  const { stdout } = await execute(interpreters[language], [file], { cwd: folder, env, ...limits });
  return stdout;
}

async function startServer() {
  const port = await freePort();
  const command = [join(root, "dist/cli.mjs"), "--port", String(port)];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  for (const until = Date.now() + 10_000; ; await new Promise((resume) => setTimeout(resume, 50))) {
    if (await answers(port)) return { port, child };
    if (child.exitCode !== null || Date.now() > until)
      throw new Error("the pixii command does not serve");
  }
}

async function answers(port) {
  return fetch(`http://127.0.0.1:${port}/`).then(
    (response) => response.ok,
    () => false,
  );
}

function freePort() {
  return new Promise((settle) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => settle(port));
    });
  });
}

/** Stops the server, if an example needed one. */
export async function closeServer() {
  if (server === undefined) return;
  const ended = new Promise((settle) => server.child.once("exit", settle));
  server.child.kill("SIGTERM");
  await ended;
}
