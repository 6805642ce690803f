// Libraries other people wrote for DynamoDB, used the way their users use them. One argument picks a
// part: `node` (libraries of npm, in process and over HTTP), `boto3` or `cli`. Their packages are
// installed here as the lock file beside says. Ends in "N passed, N failed".
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, say } from "../../scripts/process.mjs";
import { installNpmPackages } from "../../scripts/setup.mjs";
import { withEndpoint } from "../support/endpoint.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const timeoutMs = 20 * 60_000;
const cliTests = "aws-cli.test.mjs";

const parts = {
  node: () => runNodeTests(nodeTests()),
  boto3: () => withEndpoint(runBoto3),
  cli: () => runNodeTests([cliTests]),
};

const nodeTests = () =>
  readdirSync(here).filter((name) => name.endsWith(".test.mjs") && name !== cliTests);

/** Node's own runner counts a library's tests apart for each way they run. */
async function runNodeTests(names) {
  await installNpmPackages("tests/ecosystem");
  const files = names.map((name) => join(here, name));
  const args = ["--no-warnings", "--test", "--test-reporter=tap", ...files];
  const { output, code } = await run(process.execPath, args, { timeoutMs });
  const count = (word) => Number(output.match(new RegExp(`^# ${word} (\\d+)$`, "m"))?.[1] ?? 0);
  const failed = count("fail") + count("cancelled");
  if (failed > 0 || code !== 0) say(faultsOf(output));
  return { passed: count("pass"), failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** The failed tests of a TAP text, each with its few lines of what went wrong. */
function faultsOf(output) {
  const faults = output.match(/^ *not ok .*\n(?: +.*\n){0,14}/gm);
  return (faults ?? [output.slice(-2000)]).join("");
}

async function runBoto3(endpoint) {
  const counts = { passed: 0, failed: 0 };
  for (const name of ["boto3_resource_test.py", "boto3_time_test.py"]) {
    const { passed, failed } = await runPython(join(here, name), endpoint);
    counts.passed += passed;
    counts.failed += failed;
  }
  return counts;
}

async function runPython(script, endpoint) {
  const env = {
    // The distribution's own Python, where boto3 is, before any of the user's.
    PATH: `/usr/bin:${process.env.PATH}`,
    AWS_ACCESS_KEY_ID: "ecosystem",
    AWS_SECRET_ACCESS_KEY: "ecosystem",
    AWS_DEFAULT_REGION: "eu-central-1",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    NO_PROXY: "127.0.0.1",
  };
  const { output, code } = await run("python3", [script, endpoint], { env, timeoutMs });
  const [, passed = 0, failed = 0] = output.match(/^(\d+) passed, (\d+) failed$/m) ?? [];
  if (code !== 0) say(output);
  return { passed: Number(passed), failed: code !== 0 ? Math.max(1, Number(failed)) : 0 };
}

const { passed, failed } = await parts[process.argv[2] ?? "node"]();
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
