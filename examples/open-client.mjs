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

/** Runs an example and says how long it took; what goes wrong is one line and exit code 1. */
export async function runExample(example, records) {
  let opened;
  try {
    opened = await openClient();
    const from = performance.now();
    await example(opened.client, records, (line) => console.log(line));
    console.log(`\n${((performance.now() - from) / 1000).toFixed(1)} s on ${opened.where}`);
  } catch (error) {
    console.error(`error: ${error.name}: ${error.message || error.code}`);
    process.exitCode = 1;
  } finally {
    await opened?.close();
  }
}
