// The `pixii` command: one database behind the DynamoDB HTTP endpoint, with the playground beside it,
// until it is interrupted.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Database } from "../client/database.ts";
import type { Listener } from "../client/host.ts";
import { open } from "../client/index.node.ts";
import { hasPlayground } from "../node/static-files.ts";
import { parseArguments, usage, UsageError, type Arguments } from "./arguments.ts";

async function main(words: readonly string[]): Promise<void> {
  const args = parseArguments(words);
  if (args.help) print(usage);
  else if (args.version) print(`${version()}\n`);
  else await serve(args);
}

async function serve(args: Arguments): Promise<void> {
  const stop = new Promise<void>((done) => {
    process.once("SIGINT", () => done());
    process.once("SIGTERM", () => done());
  });
  const db = await open(uriOf(args.path), {
    ...args.database,
    namespace: args.shared ? "shared" : "separate",
    ...(args.region === undefined ? {} : { region: args.region }),
    ...(args.engine === undefined ? {} : { engine: args.engine }),
  });
  try {
    const listener = await db.listen({ port: args.port, host: args.host });
    print(greeting(db, listener, args));
    await stop;
  } finally {
    await db.close();
  }
}

const uriOf = (path: string | undefined) =>
  path === undefined ? "memory:" : pathToFileURL(resolve(path)).href;

function greeting(db: Database, listener: Listener, args: Arguments): string {
  const { url } = listener;
  const kept = args.path === undefined ? "in memory" : `in ${resolve(args.path)}`;
  const playground = hasPlayground ? `  Playground  ${url}/\n` : "";
  return `pixii ${version()}, ${db.engine} engine, database ${kept}

  Endpoint    ${url}
${playground}
  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local \\
    aws dynamodb list-tables --endpoint-url ${url} --region ${db.region}

  new DynamoDBClient({
    endpoint: "${url}",
    region: "${db.region}",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  })

  Stop with Ctrl+C.
`;
}

function version(): string {
  const file = new URL("../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

const print = (text: string) => process.stdout.write(text);

try {
  await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`pixii: ${message.split("\n", 1)[0]}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
