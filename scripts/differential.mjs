// `npm run test:differential [-- --model]`: brings Amazon's DynamoDB Local into build/peers and holds
// pixii against it, by all conformance cases or, with --model, by the random rounds of tests/model/.
// Further arguments go through to the run.mjs or differential.mjs there.
import { compile } from "./compile.mjs";
import { installPeers } from "./bench-peers.mjs";
import { inRoot, main, run } from "./process.mjs";
import { setUp } from "./setup.mjs";

await main(async () => {
  await setUp("test");
  await compile("native", ["core_host"]);
  await installPeers(["amplify-dynamodb-simulator"]);
  const given = process.argv.slice(2);
  const byModel = given[0] === "--model";
  const program = byModel ? "tests/model/differential.mjs" : "tests/differential/run.mjs";
  const args = [inRoot(program), ...given.slice(byModel ? 1 : 0)];
  process.exitCode = (await run(process.execPath, args, { show: true })).code;
});
