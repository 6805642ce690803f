// The built `pixii` command as a process of its own, serving an empty database on a free port for as
// long as some work takes.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = join(dirname(fileURLToPath(import.meta.url)), "../../dist/cli.mjs");

/** Runs `work(endpoint)` and answers what it answers; the server ends with it. */
export async function withEndpoint(work) {
  const server = spawn(process.execPath, [cli, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const endpoint = await new Promise((resolve, reject) => {
    let text = "";
    server.stdout.setEncoding("utf8").on("data", (more) => {
      text += more;
      const found = /Endpoint +(http:\S+)/.exec(text);
      if (found) resolve(found[1]);
    });
    server.on("exit", (code) => reject(new Error(`the endpoint ended with ${code}`)));
  });
  try {
    return await work(endpoint);
  } finally {
    server.kill("SIGTERM");
  }
}
