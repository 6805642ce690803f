// Requests whose size can be chosen, made to cost the engine as much as their bytes can: many of
// everything, in the worst order, deep, long, doubled. `{name, request(n)}`; `sizes` where a limit of
// DynamoDB ends the growth earlier.
import { bodies, items } from "./hostile-bodies.mjs";
import { expressions, legacy } from "./hostile-expressions.mjs";
import { batches, statements, tables } from "./hostile-operations.mjs";

export const hostileRequests = [
  ...bodies,
  ...items,
  ...expressions,
  ...legacy,
  ...batches,
  ...tables,
  ...statements,
];
