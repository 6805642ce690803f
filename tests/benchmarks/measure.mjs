// How the benchmarks in JavaScript take time: candidates run in alternating rounds of one process and
// the median of each one's rounds counts.
//
// A round is measured in processor time of the whole process: other programs on a shared machine do
// not count that way, while garbage collection and compiling, on whichever thread, do. One round of
// each candidate goes before, unmeasured, as does a collection when node was given --expose-gc.

/** The middle of the values. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Microseconds of processor time that the process took so far. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/**
 * Runs every candidate, `{ name: async (first) => ... }`, in alternating rounds of `count` runs each.
 * Returns `{ name: microseconds of one run }`. A candidate does all runs of a round itself, numbered
 * from `first`, so that no call of ours stands between them.
 */
export async function compare(candidates, { count, rounds = 31, warmUp = 5 }) {
  const names = Object.keys(candidates);
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    const first = (round + warmUp) * count;
    for (const name of names) {
      globalThis.gc?.({ type: "minor" });
      const start = processorTime();
      await candidates[name](first, count);
      const end = processorTime();
      if (round >= 0) taken[name].push((end - start) / count);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])]));
}

/** One line of the result, which scripts/bench.mjs reads. */
export function report(row, ours, limit, unit) {
  console.log(JSON.stringify({ row, ours, limit, unit }));
}

/** Says that a row could not be measured, and why. */
export function skip(row, why) {
  console.log(JSON.stringify({ row, skipped: why }));
}
