// Plays one conformance case on pixii and on another DynamoDB at once, step by step, and notes where
// the other one answers otherwise. Where a step says what to expect, the other's answer is held against
// that; where it does not, against pixii's own answer.

import { compare } from "../conformance/matchers.mjs";
import { allSteps, checkAnswer, sendStep } from "../conformance/runner.mjs";

// Local looks the table up before all else, the service last; so that more than that difference shows,
// a case that makes no table and would not get that far finds one on the other side.
const kUsualTable = "table-pk";

/** {differences: [{file, shows, step, request, pixii, other}], whole}. `pixii` and `other` are short
 *  texts of what each answered; `whole` is false when a case ended early, because from a step on that
 *  only one of them carried out their databases hold different things. */
export async function playSideBySide({ file, one }, pixii, other, givens) {
  const differences = [];
  await pixii.reset();
  await other.reset();
  if (makesNoTable(one)) await makeUsualTable(other, givens);
  const saved = { pixii: {}, other: {} };
  for (const { step, label } of allSteps(one, givens)) {
    if (step.saved !== undefined) continue;
    const got = await sendStep(step, pixii, saved.pixii);
    const got_other = await sendStep(step, other, saved.other);
    const fault = checkAnswer(step, got, saved.pixii);
    if (fault !== undefined) throw new Error(`${file}: ${one.shows}: ${label} on pixii: ${fault}`);
    const difference = differ(step, got, got_other, saved.other);
    if (difference === undefined) continue;
    const request = JSON.stringify(step.request ?? step.body ?? {});
    differences.push({ file, shows: one.shows, step: label, request, ...difference });
    if ((got.status === 200) !== (got_other.status === 200)) return { differences, whole: false };
    if (step.answer !== undefined) return { differences, whole: false };
  }
  return { differences, whole: true };
}

/** The differences of `runs` ({file, shows, steps}), played one after the other on the usual table.
 *  No step says what to expect: the answers themselves are compared. */
export async function playRuns(runs, pixii, other, givens) {
  const differences = [];
  for (const host of [pixii, other]) {
    await host.reset();
    await makeUsualTable(host, givens);
  }
  for (const { file, shows, steps } of runs) {
    for (const step of steps) {
      const got = await sendStep(step, pixii, {});
      const difference = differFreely(got, await sendStep(step, other, {}));
      if (difference === undefined) continue;
      const request = JSON.stringify(step.request);
      differences.push({ file, shows, step: step.call, request, ...difference });
      break;
    }
  }
  return differences;
}

function makesNoTable({ given, steps }) {
  const needsNone = ({ call = "", error }) =>
    !/Table$|^ListTables$/.test(call) && error !== "ResourceNotFoundException";
  return given === undefined && steps.every(needsNone);
}

async function makeUsualTable(other, givens) {
  for (const step of givens[kUsualTable]) await sendStep(step, other, {});
}

function differ(step, got, got_other, saved) {
  const fault = checkAnswer(step, got_other, saved);
  if (fault !== undefined) return texts(got, got_other, fault);
  if (step.answer !== undefined || step.error !== undefined || got.status !== 200) return undefined;
  if ((step.call ?? "").endsWith("Table")) return undefined; // Ids and times, which no case asked for.
  return differFreely(got, got_other);
}

function differFreely(got, got_other) {
  if (got.status === 200 && got_other.status === 200) {
    const unlike = compare(JSON.parse(got.body), JSON.parse(got_other.body));
    return unlike && texts(got, got_other, unlike);
  }
  return outcome(got) === outcome(got_other) ? undefined : texts(got, got_other);
}

function texts(got, got_other, fault) {
  const [pixii, other] = [outcome(got), outcome(got_other)];
  return { pixii, other: pixii === other ? `${other} ${fault}` : other };
}

/** "200", or the status with the error's name and message, or the body that is no JSON. */
function outcome({ status, body }) {
  if (status === 200) return "200";
  try {
    const { __type = "", message, Message } = JSON.parse(body);
    const text = message ?? Message;
    return `${status} ${__type.split("#").at(-1)}${text === undefined ? "" : `: ${text}`}`;
  } catch {
    return `${status} ${body.slice(0, 200)}`;
  }
}
