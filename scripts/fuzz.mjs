// Fuzzing as a part of `npm test`: every libFuzzer target of build/fuzz in turn, starting from its
// corpus in tests/fuzz/corpus/ and from what its tests/fuzz/<name>-seeds.mjs writes. All targets together get 120 s in CI and 20 s elsewhere;
// PIXII_FUZZ_SECONDS overrides that. Also `node scripts/fuzz.mjs <seconds> [target]`.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { compile } from "./compile.mjs";
import { inRoot, isMain, main, mustRun, run, say } from "./process.mjs";
import { exclusively } from "./stamp.mjs";

/** Builds and runs all targets; a target that finds nothing counts as one passed test. */
export async function fuzz(secondsOfAll, only) {
  await exclusively(() => compile("fuzz"));
  const targets = listTargets().filter((name) => only === undefined || name === only);
  if (targets.length === 0) return { passed: 0, failed: 1, output: "no fuzz targets" };
  const total =
    secondsOfAll ?? (Number(process.env.PIXII_FUZZ_SECONDS) || (process.env.CI ? 120 : 20));
  const share = Math.max(1, Math.floor(total / targets.length));
  const result = { passed: 0, failed: 0, output: "" };
  for (const name of targets) {
    const { code, output } = await runTarget(name, share);
    if (code === 0) result.passed++;
    else result.failed++;
    result.output += code === 0 ? `${name}: ${lastLine(output)}\n` : `${name}\n${tail(output)}\n`;
  }
  return result;
}

/** libFuzzer programs lie at the top of their build folder. */
function listTargets() {
  const folder = inRoot("build/fuzz");
  return readdirSync(folder).filter((name) => /fuzz/.test(name) && isProgram(`${folder}/${name}`));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** New inputs go to build/; the kept corpus is only read. */
async function runTarget(name, seconds) {
  const found = inRoot("build/fuzz/found", name);
  mkdirSync(found, { recursive: true });
  const short = name.replace(/^fuzz_|_fuzz(er)?$/g, "");
  const kept = [name, short, short.replaceAll("_", "-")].map((each) =>
    inRoot("tests/fuzz/corpus", each),
  );
  const corpora = kept.filter((path, index) => existsSync(path) && kept.indexOf(path) === index);
  const limits = [`-max_total_time=${seconds}`, "-timeout=10", "-rss_limit_mb=2048"];
  const words = inRoot("tests/fuzz", `${short}.dict`);
  const dictionary = existsSync(words) ? [`-dict=${words}`] : [];
  const args = [
    ...limits,
    ...dictionary,
    "-print_final_stats=1",
    `-artifact_prefix=${found}/`,
    found,
    ...corpora,
    ...(await writeSeeds(short)),
  ];
  // Stacks of allocations are half of the sanitizer's work; their innermost frames tell enough.
  const env = { ASAN_OPTIONS: "malloc_context_size=4" };
  return run(inRoot("build/fuzz", name), args, { env, timeoutMs: (seconds + 60) * 1000 });
}

/**
 * Lets a target's own script write its seeds; answers the arguments that go with them. libFuzzer's
 * weighing of inputs takes longer than the inputs when there are thousands.
 */
async function writeSeeds(short) {
  const script = inRoot("tests/fuzz", `${short}-seeds.mjs`);
  if (!existsSync(script)) return [];
  const seeds = inRoot("build/fuzz/seeds", short);
  rmSync(seeds, { recursive: true, force: true });
  await mustRun(process.execPath, [script, seeds]);
  return ["-entropic=0", "-max_len=32768", seeds];
}

const lastLine = (output) => output.match(/^Done .*$/m)?.[0] ?? output.trim().split("\n").at(-1);
const tail = (output) => output.split("\n").slice(-60).join("\n");

if (isMain(import.meta.url)) {
  await main(async () => {
    const { passed, failed, output } = await fuzz(
      Number(process.argv[2]) || undefined,
      process.argv[3],
    );
    say(`${output}${passed} passed, ${failed} failed`);
    process.exitCode = failed ? 1 : 0;
  });
}
