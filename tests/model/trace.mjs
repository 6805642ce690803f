// The text of a difference: what was played, as steps of a conformance case, and both answers.

/** @param {object} least what shrink() of round.mjs answers */
export function traceText(schema, { operations, difference }) {
  const steps = [{ call: "CreateTable", request: schema }];
  for (const { name, input } of operations) steps.push({ call: name, request: input });
  const lines = [difference.what, ...steps.map(textOf)];
  if (difference.input?.ExclusiveStartKey) lines.push(`page: ${textOf(difference.input)}`);
  if (difference.expected) lines.push(`the model: ${textOf(difference.expected)}`);
  if (difference.actual) lines.push(`the service: ${textOf(difference.actual)}`);
  return lines.join("\n  ");
}

/** JSON, with long runs of one letter in the way of conformance cases. */
export const textOf = (value) => JSON.stringify(value, readable);

function readable(_, value) {
  if (value instanceof RegExp) return String(value);
  const isRun = typeof value === "string" && /^(.)\1{80,}$/.test(value);
  return isRun ? { $repeat: [value[0], value.length] } : value;
}
