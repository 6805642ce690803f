// Plays one conformance case on one host. Pure: it runs in Node and in a browser page alike; what a
// host is and where cases come from is the business of run.mjs and hosts/. README.md is the format.

import { brief, compare, expand } from "./matchers.mjs";

const kServiceTypes = new Set([
  "SerializationException",
  "UnknownOperationException",
  "MissingAuthenticationTokenException",
  "IncompleteSignatureException",
  "InvalidSignatureException",
  "UnrecognizedClientException",
  "AccessDeniedException",
]);

/** Plays `givenCase` on a reset `host`: {name, reset(), call(target, body) -> {status, body}}.
 *  `givens` maps the names of `given` to their steps. A case ends at its first failing step.
 *  Returns {passed, failures: [text]}. */
export async function playCase(givenCase, host, givens) {
  const saved = {};
  try {
    const steps = allSteps(givenCase, givens);
    await host.reset();
    for (const { step, label } of steps) {
      const failure = await playStep(step, host, saved);
      if (failure !== undefined) return { passed: false, failures: [`${label}: ${failure}`] };
    }
    return { passed: true, failures: [] };
  } catch (error) {
    return { passed: false, failures: [`could not be played: ${error?.message ?? error}`] };
  }
}

/** The full `__type` under which an error of this name is sent; services beside DynamoDB's tell the
 *  name alone. */
export function fullType(name, target = "DynamoDB_20120810") {
  if (/^(AnyScaleFrontendService|GraniteServiceVersion|Kinesis_)/.test(target)) return name;
  if (name === "ValidationException") return `com.amazon.coral.validate#${name}`;
  if (kServiceTypes.has(name)) return `com.amazon.coral.service#${name}`;
  return `com.amazonaws.dynamodb.v20120810#${name}`;
}

/** All steps of a case, those of its givens first: [{step, label}]. */
export function allSteps(givenCase, givens) {
  const before = (givenCase.given ?? []).flatMap((name) => {
    if (givens[name] === undefined) throw new Error(`there is no given/${name}.json`);
    return givens[name].map((step) => ({ step, label: `given ${name}` }));
  });
  if (!(givenCase.steps?.length > 0)) throw new Error("the case has no steps");
  const own = givenCase.steps.map((step, i) => ({
    step,
    label: `step ${i + 1} ${step.call ?? step.target ?? `saved ${step.saved}`}`,
  }));
  return [...before, ...own];
}

async function playStep(step, host, saved) {
  if (step.saved !== undefined)
    return compare(expand(step.answer, saved), saved[step.saved], saved);
  return checkAnswer(step, await sendStep(step, host, saved), saved);
}

/** Sends what a step asks; {status, body} as it came back. */
export function sendStep(step, host, saved) {
  return host.call(step.target ?? `DynamoDB_20120810.${step.call}`, bodyOf(step, saved));
}

/** What differs between an answer and what the step expects, in words; undefined when it fits. */
export function checkAnswer(step, got, saved) {
  const status = step.status ?? (step.error === undefined ? 200 : 400);
  if (got.status !== status) {
    return (
      `expected status ${status}${step.error ? ` ${step.error}` : ""}, ` +
      `got ${got.status} ${brief(got.body)}`
    );
  }
  if (step.error !== undefined) return checkError(step, parse(got.body), saved);
  if (step.answer === undefined) return undefined;
  return compare(expand(step.answer, saved), parse(got.body), saved);
}

// `body` is raw text, or a list of texts and $repeats that are joined.
function bodyOf(step, saved) {
  if (step.body === undefined) return JSON.stringify(expand(step.request ?? {}, saved));
  return [expand(step.body, saved)].flat().join("");
}

function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(`the answer is not JSON: ${brief(body)}`);
  }
}

function checkError(step, got, saved) {
  const { __type, message, Message, ...extra } = got ?? {};
  const expected = fullType(step.error, step.target);
  if (__type !== expected) return `expected ${expected}, got ${brief(got)}`;
  const text = message ?? Message;
  if (step.message !== undefined) {
    const difference = compare(expand(step.message, saved), text, saved);
    if (difference !== undefined) {
      return `message\n      expected ${brief(step.message, 2000)}\n      got      ${brief(text, 2000)}`;
    }
  }
  return step.extra === undefined ? undefined : compare(expand(step.extra, saved), extra, saved);
}
