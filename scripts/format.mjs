// `npm run format`: brings every file into the form that `npm test` checks.
import { cppFiles } from "./lint.mjs";
import { inRoot, main, mustRun } from "./process.mjs";
import { setUp } from "./setup.mjs";

await main(async () => {
  await setUp("test");
  const chosen = process.argv.slice(2);
  const under = (path) => chosen.length === 0 || chosen.some((folder) => path.startsWith(folder));
  const files = cppFiles().filter(under);
  if (files.length) await mustRun("clang-format-14", ["-i", ...files]);
  const prettier = inRoot("node_modules/prettier/bin/prettier.cjs");
  const scope = chosen.length ? chosen : ["."];
  await mustRun(process.execPath, [
    prettier,
    "--write",
    "--no-error-on-unmatched-pattern",
    ...scope,
  ]);
});
