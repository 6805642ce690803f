// Amazon's DynamoDB Local as a child process, in memory. It cannot be told to listen on 127.0.0.1
// alone, so this program runs itself again in a network namespace of its own, where only the loopback
// device is, and refuses to start it where that is impossible.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const kFolder = fileURLToPath(
  new URL("../../build/peers/node_modules/amplify-dynamodb-simulator/emulator/", import.meta.url),
);
const kIsolated = "PIXII_DIFFERENTIAL_ISOLATED";

/** Runs this very program without any network besides the loopback; the exit code of that run, or
 *  undefined in the run that is already isolated. */
export function runIsolated() {
  if (process.env[kIsolated] !== undefined) return undefined;
  const command = 'ip link set lo up && exec "$@"';
  const self = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const args = ["--user", "--map-root-user", "--net", "sh", "-c", command, "sh", ...self];
  const env = { ...process.env, [kIsolated]: "1" };
  return spawnSync("unshare", args, { stdio: "inherit", env }).status ?? 1;
}

/** Starts it and waits until it answers: {url, stop()}. Each access key has a database of its own. */
export async function startLocal() {
  const port = await freePort();
  const args = ["-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar"];
  const options = ["-inMemory", "-disableTelemetry", "-port", String(port)];
  const child = spawn("java", [...args, ...options], { cwd: kFolder, stdio: "ignore" });
  const failed = once(child, "error").then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  process.once("exit", () => child.kill());
  const url = `http://127.0.0.1:${port}/`;
  await Promise.race([untilAnswering(url, child), failed]);
  return { url, stop: () => stop(child) };
}

async function untilAnswering(url, child) {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`DynamoDB Local ended with ${child.exitCode}`);
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error("DynamoDB Local does not answer");
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

/** A port nobody listens on just now. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
