// `npm start [-- --port 9000 --path ./data]`: set-up, build, then the pixii command with the given
// arguments, which serves the DynamoDB endpoint and the playground.
import { spawn } from "node:child_process";
import { build } from "./build.mjs";
import { inRoot, main } from "./process.mjs";
import { setUp } from "./setup.mjs";

await main(async () => {
  await setUp("start");
  await build("start");
  const server = spawn(process.execPath, [inRoot("dist/cli.mjs"), ...process.argv.slice(2)], {
    stdio: "inherit",
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  // The terminal sends its interrupt to the server too, which stops gracefully; we wait for it.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => server.kill("SIGTERM"));
  server.on("exit", (code, signal) => (process.exitCode = code ?? (signal ? 1 : 0)));
});
