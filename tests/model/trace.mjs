// The text of a difference: what was played, as steps of a conformance case, and both answers.

/** @param {object} least what shrink() of round.mjs answers */
export function traceText(schema, { operations, difference }) {
  const steps = [{ call: "CreateTable", request: schema }];
  for (const { name, input } of operations) steps.push({ call: name, request: input });
  const lines = [difference.what, ...steps.map((step) => JSON.stringify(step))];
  if (difference.input?.ExclusiveStartKey) lines.push(`page: ${JSON.stringify(difference.input)}`);
  if (difference.expected)
    lines.push(`the model: ${JSON.stringify(difference.expected, readable)}`);
  if (difference.actual) lines.push(`the service: ${JSON.stringify(difference.actual)}`);
  return lines.join("\n  ");
}

const readable = (_, value) => (value instanceof RegExp ? String(value) : value);
