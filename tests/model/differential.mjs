// node tests/model/differential.mjs [--operations 5000] [--seed 1] [--length 60] [--core-host program]
//   [--json file]
// Plays the random rounds of the model on Amazon's DynamoDB Local and on pixii. pixii has to answer as
// the model does; where Local answers otherwise, the difference has to have a cause that
// local-differences.json names. After a difference in a write Local is given the model's items again.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { openEndpoint } from "../conformance/hosts/endpoint.mjs";
import { findFaults, sortByCause } from "../differential/known-differences.mjs";
import { runIsolated, startLocal } from "../differential/local-server.mjs";
import { openHost } from "./hosts.mjs";
import { LocalPlayer } from "./local-player.mjs";
import { makeRound, playRound } from "./round.mjs";

const causesFile = new URL("local-differences.json", import.meta.url);
const coreHost = fileURLToPath(new URL("../../build/native/core_host", import.meta.url));
const text = (value) => ({ type: "string", default: value });
const { values: options } = parseArgs({
  options: {
    operations: text("5000"),
    seed: text("1"),
    length: text("60"),
    "core-host": text(coreHost),
    json: { type: "string" },
  },
});
const say = (line) => process.stdout.write(`${line}\n`);

process.exitCode = runIsolated() ?? (await main());

async function main() {
  const causes = JSON.parse(readFileSync(causesFile, "utf8"));
  const faults = findFaults(causes);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const pixii = await openHost(options["core-host"]);
  const server = await startLocal();
  const local = await openEndpoint(server.url);
  const total = { operations: 0, differences: [], pixii: [] };
  for (let seed = Number(options.seed); total.operations < Number(options.operations); seed++) {
    await playSeed(seed, pixii, local, total);
  }
  await pixii.close();
  await server.stop();
  if (options.json) writeFileSync(options.json, JSON.stringify(total.differences, null, 1));
  return report(total, sortByCause(total.differences, causes));
}

async function playSeed(seed, pixii, local, total) {
  const round = makeRound(seed, Number(options.length));
  const { difference } = await playRound(pixii, round);
  if (difference) total.pixii.push(`seed ${seed}: ${difference.what}`);
  const player = new LocalPlayer(local, seed, total);
  if (!(await player.open(round.schema.input))) return;
  for (const operation of round.operations) await player.play(operation);
}

function report({ operations, differences, pixii }, { by_cause, unknown }) {
  for (const line of pixii) say(`pixii is not as the model: ${line}`);
  for (const { file, shows, request, pixii: ours, other } of unknown.slice(0, 20)) {
    say(`${file}, ${shows}\n    ${request}\n    pixii ${ours}\n    Local ${other}`);
  }
  for (const { cause, right, count } of by_cause) {
    say(`${String(count).padStart(6)}  ${cause} (right: ${right})`);
  }
  const failed = unknown.length + pixii.length;
  say(`${operations} operations; ${differences.length} differences, ${unknown.length} unknown`);
  say(`${by_cause.length} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
