// Sorting differences by cause: a rule that fits too much would hide what nobody has gone through.

import assert from "node:assert/strict";
import { test } from "node:test";

import { generateRuns } from "./expressions.mjs";
import { findFaults, loadCauses, sortByCause } from "./known-differences.mjs";

const difference = (more) => ({
  file: "put-item/10-constraints.json",
  shows: "A title",
  step: "step 1 PutItem",
  request: "{}",
  pixii: "400 ValidationException: ours",
  other: "400 ValidationException: theirs",
  ...more,
});
const cause = (...rules) => ({ cause: "why", right: "pixii", source: "a page", rules });

test("a rule fits when all its patterns are found", () => {
  const causes = [
    cause({ in: "^put-item/", local: "theirs$" }),
    cause({ pixii: "ours", local: "else" }),
  ];
  const { by_cause, unknown } = sortByCause(
    [difference({}), difference({ file: "scan/1" })],
    causes,
  );
  assert.deepEqual(
    by_cause.map(({ count }) => count),
    [1, 0],
  );
  assert.deepEqual(unknown, [difference({ file: "scan/1" })]);
  assert.deepEqual(by_cause[1].unused_rules, causes[1].rules);
});

test("a pattern over both answers can ask for the same text twice", () => {
  const causes = [cause({ both: "^400 E: (.*) \\| 400 F: \\1$" })];
  const same = difference({ pixii: "400 E: text", other: "400 F: text" });
  const unlike = difference({ pixii: "400 E: text", other: "400 F: other" });
  assert.deepEqual(sortByCause([same, unlike], causes).unknown, [unlike]);
});

test("the causes that are known are well formed, and none is without a source", () => {
  assert.deepEqual(findFaults(loadCauses()), []);
  assert.equal(findFaults([cause({ local: "theirs" })]).length, 1);
  assert.equal(findFaults([cause({ in: "x", nothing: "y" })]).length, 1);
  assert.equal(findFaults([{ ...cause({ shows: "x" }), source: "" }]).length, 1);
});

test("the same seed makes the same requests", () => {
  const [one, same] = [[...generateRuns(7, 50)], [...generateRuns(7, 50)]];
  assert.deepEqual(one, same);
  assert.notDeepEqual(one, [...generateRuns(8, 50)]);
  assert.ok(new Set(one.map(({ file }) => file)).size === 4);
});
