// Words that may stand in no file: paths of one machine, places outside the checkout, notes without
// an owner. And the lock file, which must work with any registry.

const foreign = [
  { form: /(^|["'`\s(=])\/(home|root|work|Users|tmp)\/[\w.]/, what: "a path of one machine" },
  {
    form: /\.\.\/shared\b|\bshared\/(design|house-style|toolchain|model)/,
    what: "outside the checkout",
  },
  { form: /\bTODO\b(?!\(#\d+\))|\bFIXME\b|\bXXX\b/, what: "a note without an issue number" },
  { form: /^(<{7}|>{7}) /m, what: "a merge left open" },
];
/** This file holds the words, and the licence and lock file are not ours to word. */
const locks = ["package-lock.json", "tests/ecosystem/package-lock.json"];
const exempt = ["tests/tidy/words.mjs", "LICENSE", ...locks];

export function findForeignWords(files) {
  return files.filter(({ path }) => !exempt.includes(path)).flatMap(wordFaults);
}

function wordFaults({ path, text }) {
  return text.split("\n").flatMap((line, index) => {
    const found = foreign.find(({ form }) => form.test(line));
    return found ? [`${path}:${index + 1}: ${found.what}: ${line.trim().slice(0, 80)}`] : [];
  });
}

/** A lock names no registry, and all of a package's builds for other platforms: npm leaves out those
 * that a registry lacks, and then refuses to install from the lock. */
export function findLockFaults(files) {
  return files.filter(({ path }) => locks.includes(path)).flatMap(lockFaults);
}

function lockFaults({ path: lock, text }) {
  const { packages } = JSON.parse(text);
  const locked = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => {
    const missing = Object.keys(optionalDependencies).filter((name) => !locked.has(name));
    const faults = missing.map((name) => `${lock}: ${path}: ${name} is not locked`);
    return resolved ? [...faults, `${lock}: ${path}: ${resolved}`] : faults;
  });
}
