// Lets other people's clients at the HTTP endpoint of the built package, all at the same time: boto3
// with the films and the cities, the AWS CLI with the first 250 films. What they find must be what the
// plain data say and what the examples in JavaScript find. Ends in "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { cities, expectedCities, expectedFilms, films, writeData } from "./data.mjs";
import { withEndpoint } from "../support/endpoint.mjs";
import { findByExamples } from "./example-findings.mjs";

const here = new URL(".", import.meta.url).pathname;
const cliFilms = 250;
const timeoutMs = 20 * 60_000;
/** Nothing of this machine's own AWS configuration may reach the clients. */
const environment = {
  ...process.env,
  // The distribution's own Python and CLI, where boto3 is, before any of the user's.
  PATH: `/usr/bin:${process.env.PATH}`,
  AWS_ACCESS_KEY_ID: "foreign",
  AWS_SECRET_ACCESS_KEY: "foreign",
  AWS_DEFAULT_REGION: "eu-central-1",
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_PAGER: "",
  NO_PROXY: "127.0.0.1",
};

const counts = { passed: 0, failed: 0 };

function check(name, actual, expected) {
  const right = isDeepStrictEqual(actual, expected);
  counts[right ? "passed" : "failed"] += 1;
  if (right) return;
  const show = (value) => JSON.stringify(value)?.slice(0, 400);
  console.log(`FAILED ${name}: got ${show(actual)}, expected ${show(expected)}`);
}

/** Runs a client to its end; what it printed. Throws with its error output when it fails. */
function runClient(program, args) {
  const child = spawn(program, args, { env: environment, timeout: timeoutMs });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name].setEncoding("utf8").on("data", (text) => (output[name] += text));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output.stdout);
      else
        reject(new Error(`${args[0]} ended with ${code ?? signal}: ${output.stderr.slice(-800)}`));
    });
  });
}

/** Returns what the script found. */
async function runBoto(script, endpoint, data, expected) {
  const begun = Date.now();
  const found = JSON.parse(await runClient("python3", [join(here, script), endpoint, data]));
  for (const [name, value] of Object.entries(expected))
    check(`${script} ${name}`, found[name], value);
  console.log(`${script}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return found;
}

/** One file of 25 put requests after another, in the form that batch-write-item takes. */
function writeBatches(folder) {
  mkdirSync(folder);
  const requests = films()
    .slice(0, cliFilms)
    .map((film) => ({ PutRequest: { Item: itemOf(film) } }));
  for (let start = 0; start < requests.length; start += 25) {
    const name = join(folder, `${String(start).padStart(4, "0")}.json`);
    writeFileSync(name, JSON.stringify({ CliFilms: requests.slice(start, start + 25) }));
  }
}

const itemOf = (film) =>
  Object.fromEntries(
    Object.entries(film).map(([name, value]) => [
      name,
      typeof value === "number" ? { N: String(value) } : { S: String(value) },
    ]),
  );

async function runCli(endpoint, folder) {
  const begun = Date.now();
  const some = films().slice(0, cliFilms);
  const all = expectedFilms(some);
  const output = await runClient("sh", [join(here, "aws-cli-films.sh"), endpoint, folder]);
  const lines = output.trim().split("\n");
  const found = Object.fromEntries(lines.map((line) => /^(\S+) ?(.*)$/.exec(line).slice(1)));
  check("aws-cli-films.sh count", found.count, String(cliFilms));
  check("aws-cli-films.sh range", found.range, all.range.join(" "));
  check("aws-cli-films.sh best", found.best, all.best.join(" "));
  check("aws-cli-films.sh title", found.title, some[0].Title);
  check("aws-cli-films.sh updated", found.updated, String(some[0]["IMDB Votes"] + 10));
  check("aws-cli-films.sh refused", found.refused, "ConditionalCheckFailedException");
  check("aws-cli-films.sh deleted", found.deleted, some[0].Title);
  check("aws-cli-films.sh left", found.left, String(cliFilms - 1));
  console.log(`aws-cli-films.sh: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

/** boto3 and the examples in JavaScript asked some of the same questions of the same data. */
function compareFindings([filmsByBoto, citiesByBoto, examples]) {
  const byBoto = { ...filmsByBoto, ...citiesByBoto };
  for (const [question, answer] of Object.entries(examples ?? {}))
    check(`boto3 and the examples: ${question}`, byBoto[question], answer);
}

const folder = mkdtempSync(join(tmpdir(), "pixii-foreign-"));
try {
  const data = writeData(folder);
  writeBatches(join(folder, "batches"));
  await withEndpoint(async (endpoint) => {
    const clients = await Promise.allSettled([
      runBoto("boto3_films.py", endpoint, data.films, expectedFilms(films())),
      runBoto("boto3_cities.py", endpoint, data.cities, expectedCities(cities())),
      findByExamples(endpoint),
      runCli(endpoint, join(folder, "batches")),
    ]);
    compareFindings(clients.map(({ value }) => value));
    for (const { reason } of clients.filter(({ status }) => status === "rejected")) {
      counts.failed += 1;
      console.log(`FAILED ${reason.message}`);
    }
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
