// node tests/model/run.mjs [--operations 100000] [--seed 1] [--workers 2] [--length 120] [--host addon]
// Plays random rounds beside the model until enough answers were compared. Each seed is one round; a
// difference is printed with its seed, its table and the shortest run of requests that shows it.
// A long run may be interrupted: it says with which --seed to go on.

import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const text = (value) => ({ type: "string", default: String(value) });
const { values: options } = parseArgs({
  options: {
    operations: text(100000),
    seed: text(1),
    workers: text(Math.min(2, availableParallelism())),
    length: text(120),
    host: text("addon"),
  },
});
const wanted = Number(options.operations);
const differencesMax = 5;
const progressEveryMs = 30000;
const say = (line) => process.stdout.write(`${line}\n`);

const total = { operations: 0, rounds: 0, different: [] };
let nextSeed = Number(options.seed);
/** Seeds being played: what lies below all of them is done. */
const underWay = new Set();
const started = Date.now();

/** Gives one worker seed after seed until enough was compared. */
function runWorker() {
  const program = fileURLToPath(new URL("worker.mjs", import.meta.url));
  const worker = fork(program, [options.host, options.length]);
  return new Promise((resolve, reject) => {
    worker.on("message", (result) => {
      if (result !== "ready") take(result);
      if (isEnough()) return worker.send({});
      underWay.add(nextSeed);
      return worker.send({ seed: nextSeed++ });
    });
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a worker: ${code}`))));
  });
}

const isEnough = () => total.operations >= wanted || total.different.length >= differencesMax;

function take({ seed, played, difference }) {
  underWay.delete(seed);
  total.operations += played;
  total.rounds += 1;
  if (!difference) return;
  total.different.push(seed);
  say(`seed ${seed}: ${difference}\n`);
}

const seedToGoOnWith = () => Math.min(nextSeed, ...underWay);

const progress = setInterval(() => {
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`${total.operations} operations in ${seconds} s; to go on: --seed ${seedToGoOnWith()}`);
}, progressEveryMs);
progress.unref();

process.on("SIGINT", () => {
  report();
  process.exit(1);
});

function report() {
  const seconds = (Date.now() - started) / 1000;
  const rate = Math.round(total.operations / seconds);
  say(
    `${total.operations} operations in ${total.rounds} rounds, seeds ${options.seed} to ` +
      `${seedToGoOnWith() - 1}, on ${options.host}: ${seconds.toFixed(1)} s, ${rate} a second`,
  );
  const failed = total.different.length;
  if (failed > 0) say(`different: --seed ${total.different.join(", --seed ")}`);
  process.exitCode = failed > 0 || total.rounds === 0 ? 1 : 0;
  say(`${total.rounds - failed} passed, ${failed} failed`);
}

await Promise.all(Array.from({ length: Number(options.workers) }, () => runWorker()));
report();
