// One worker of run.mjs, started as `worker.mjs <host> <length>`: plays the rounds whose seeds it is
// sent, on a service of its own, and ends when it is sent none.

import { openHost } from "./hosts.mjs";
import { makeRound, playRound, shrink } from "./round.mjs";
import { traceText } from "./trace.mjs";

const [hostName, length] = process.argv.slice(2);
const host = await openHost(hostName);
process.on("message", async ({ seed }) => {
  if (seed !== undefined) return process.send(await playSeed(seed));
  await host.close();
  return process.disconnect();
});
process.send("ready");

async function playSeed(seed) {
  const round = makeRound(seed, Number(length));
  const { played, difference } = await playRound(host, round);
  if (!difference) return { seed, played };
  const least = await shrink(host, round, difference);
  return { seed, played, difference: traceText(round.schema.input, least) };
}
