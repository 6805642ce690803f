// What the examples' clients talk to when one runs them by hand: a database in this process, or with
// --endpoint whatever serves DynamoDB there. The examples themselves know nothing of this file.
import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { open } from "pixii";

/** Reads --engine and --endpoint. Returns {client, where, close()}. */
export async function openClient() {
  const options = { engine: { type: "string" }, endpoint: { type: "string" } };
  const { engine, endpoint } = parseArgs({ options }).values;
  if (endpoint) {
    const client = new DynamoDBClient({ endpoint, ...accessDefaults() });
    return { client, where: endpoint, close: async () => client.destroy() };
  }
  const db = await open("memory:", engine ? { engine } : {});
  const client = new DynamoDBClient(db.clientConfig());
  return { client, where: `the ${db.engine} engine in this process`, close: () => db.close() };
}

/** A local endpoint checks no keys; those of the environment go before. */
function accessDefaults() {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_PROFILE } = process.env;
  const region = AWS_REGION ?? "us-east-1";
  if (AWS_ACCESS_KEY_ID || AWS_PROFILE) return { region };
  return { region, credentials: { accessKeyId: "any", secretAccessKey: "thing" } };
}

/** Runs an example and says how long it took. */
export async function runExample(example, records) {
  const { client, where, close } = await openClient();
  const from = performance.now();
  try {
    await example(client, records, (line) => console.log(line));
    console.log(`\n${((performance.now() - from) / 1000).toFixed(1)} s on ${where}`);
  } finally {
    await close();
  }
}
