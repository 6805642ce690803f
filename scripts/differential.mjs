// `npm run test:differential`: brings Amazon's DynamoDB Local into build/peers and holds pixii against
// it. Arguments go through to tests/differential/run.mjs.
import { compile } from "./compile.mjs";
import { installPeers } from "./bench-peers.mjs";
import { inRoot, main, run } from "./process.mjs";
import { setUp } from "./setup.mjs";

await main(async () => {
  await setUp("test");
  await compile("native", ["core_host"]);
  await installPeers(["amplify-dynamodb-simulator"]);
  const args = [inRoot("tests/differential/run.mjs"), ...process.argv.slice(2)];
  process.exitCode = (await run(process.execPath, args, { show: true })).code;
});
