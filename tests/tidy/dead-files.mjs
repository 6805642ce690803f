// Files nobody uses. A header has to be included by another file than its own .cc, a module has to be
// imported or started by name somewhere, a conformance given has to be asked for by a case.

/** What is found by its place instead of by its name. */
const entries = [
  /^(core|node|wasm)\/.*\.cc$/, // Collected or listed by CMake; linked or mirrored.
  /_test\.cc$|\.test\.(m?ts|mjs)$|\.spec\.ts$/, // Collected by the test runners.
  /^tests\/fuzz\/|^tests\/benchmarks\//, // Collected by their CMake files.
  /^tests\/conformance\/(?!given|hosts)/, // Cases, collected by their runner.
  /^docs\/|^examples\/.*README|README\.md$|^LICENSE$|^CHANGELOG\.md$|(^|\/)package(-lock)?\.json$/,
  /^\./, // Tool configuration and .ci/.
  /^(vitest\.config\.ts|tsconfig.*\.json|CMakeLists\.txt|web-playground\/(index\.html|vite\.config\.ts))$/,
  /^(tests|web-playground)\/.*\/(data|samples|public|corpus)\//,
  /^tests\/model\/|^tests\/differential\/known\//,
  /env\.d\.ts$/, // Declarations of the surroundings, collected by tsc.
];

export function findDeadFiles(files) {
  const candidates = files.filter(({ path }) => !entries.some((each) => each.test(path)));
  return candidates.filter((file) => !isUsed(file, files)).map(({ path }) => path);
}

function isUsed({ path }, files) {
  const name = path.split("/").at(-1);
  const stem = name.replace(/\.[^.]+$/, "");
  const own = path.replace(/\.[^.]+$/, "");
  const isOwn = (other) => other === `${own}.cc` || other === `tests/${own}_test.cc`;
  // A JSON given is asked for by its bare name; a module also by another extension.
  const calls = name.endsWith(".json") ? [`"${stem}"`, name] : [name, `/${stem}.js"`, `/${stem}"`];
  return files.some(({ path: other, text }) => {
    return other !== path && !isOwn(other) && calls.some((each) => text.includes(each));
  });
}
