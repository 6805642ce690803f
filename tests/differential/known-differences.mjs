// Sorts differences by the causes that the files of known/ name. A difference belongs to the first
// cause one of whose rules fits; a rule fits when each of its patterns is found: `in` in the case's
// file, `shows` in its title, `request` in the request, `pixii` and `local` in what each answered, and
// `both` in the two answers joined by " | ", pixii's first.

import { readFileSync, readdirSync } from "node:fs";

const kFolder = new URL("known/", import.meta.url);
const kFields = {
  in: (difference) => difference.file,
  shows: (difference) => difference.shows,
  request: (difference) => difference.request,
  pixii: (difference) => difference.pixii,
  local: (difference) => difference.other,
  both: (difference) => `${difference.pixii} | ${difference.other}`,
};

/** All causes, file by file: [{cause, right, source, seldom, rules}]. */
export function loadCauses() {
  const files = readdirSync(kFolder).sort();
  return files.flatMap((file) => JSON.parse(readFileSync(new URL(file, kFolder), "utf8")));
}

/** {by_cause: [{cause, right, source, count, unused_rules}], unknown: [difference]}. */
export function sortByCause(differences, causes) {
  const rules = causes.flatMap((cause) => cause.rules.map((rule) => compile(cause, rule)));
  const unknown = [];
  for (const difference of differences) {
    const rule = rules.find((each) => each.fits(difference));
    if (rule === undefined) unknown.push(difference);
    else rule.count++;
  }
  return { by_cause: causes.map((cause) => summary(cause, rules)), unknown };
}

/** Faults of the file itself, one line each: a rule that names nothing would hide everything. */
export function findFaults(causes) {
  return causes.flatMap(({ cause, right, source, rules }) => {
    const faults = [];
    if (!cause || !right || !source) faults.push(`${cause}: lacks cause, right or source`);
    if (!(rules?.length > 0)) faults.push(`${cause}: has no rules`);
    for (const rule of rules ?? []) {
      if (!isSpecific(rule)) faults.push(`${cause}: too wide a rule ${JSON.stringify(rule)}`);
    }
    return faults;
  });
}

function isSpecific(rule) {
  const words = Object.keys(rule);
  return (
    words.every((word) => word in kFields) &&
    (words.length > 1 || ["shows", "both"].includes(words[0]))
  );
}

function compile(cause, rule) {
  const patterns = Object.entries(rule).map(([word, text]) => [
    kFields[word],
    new RegExp(text, "su"),
  ]);
  const fits = (difference) => patterns.every(([field, each]) => each.test(field(difference)));
  return { cause, rule, fits, count: 0 };
}

function summary(cause, rules) {
  const own = rules.filter((rule) => rule.cause === cause);
  const unused_rules = own.filter(({ count }) => count === 0).map(({ rule }) => rule);
  return { ...cause, count: own.reduce((sum, { count }) => sum + count, 0), unused_rules };
}
