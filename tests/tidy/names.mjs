// File names, mirrors and openings: C++ and Python files are snake_case, the rest kebab-case, each
// core/<folder>/<file>.cc has tests/core/<folder>/<file>_test.cc, each source opens with a comment.

const vague = /(^|[-_])(utils?|helpers?|common|managers?|misc)([-_.]|$)/;
const styles = [
  { of: /\.(cc|h|py)$/, form: /^[a-z0-9]+(_[a-z0-9]+)*\.[a-z]+$/, called: "snake_case" },
  {
    of: /\.(m?ts|mjs|cjs|css|sh)$/,
    form: /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.[a-z]+$/,
    called: "kebab-case",
  },
];

export function findBadNames(files) {
  return files.flatMap(({ path }) => {
    const name = path.split("/").at(-1);
    const style = styles.find((each) => each.of.test(name));
    if (style && !style.form.test(name)) return [`${path}: is not ${style.called}`];
    return style && vague.test(name) ? [`${path}: says nothing`] : [];
  });
}

export function findMissingTests(files) {
  const paths = new Set(files.map(({ path }) => path));
  const sources = [...paths].filter((path) => /^core\/.*\.cc$/.test(path));
  const tested = sources.filter((path) => !path.startsWith("core/tools/"));
  const testOf = (path) => `tests/${path.replace(/\.cc$/, "_test.cc")}`;
  return tested
    .filter((path) => !paths.has(testOf(path)))
    .map((path) => `${testOf(path)} is missing`);
}

const sources = /\.(cc|h|m?ts|mjs|cjs|css|html|py|sh|cmake)$|CMakeLists\.txt$|^\.ci\/run$/;
const opening =
  /^(#!.*\n|@charset.*\n|<!doctype html>\s*|<html.*>\s*)*(\/\/|\/\*|#|<!--|"""|'use)/i;

export function findMissingOpenings(files) {
  const checked = files.filter(({ path }) => sources.test(path));
  return checked.filter(({ text }) => !opening.test(text)).map(({ path }) => path);
}
