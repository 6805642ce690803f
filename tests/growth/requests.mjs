// What the hostile requests are made of: lists and objects of any size, and requests that name the
// table of growth tests.

export const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
export const members = (count, make) => Object.fromEntries(times(count, make));
export const wide = (index) => String(index).padStart(6, "0");
/** Every order from sorted to as unsorted as can be. */
export const orders = {
  ascending: (count) => times(count, (index) => index),
  descending: (count) => times(count, (index) => count - index),
  mixed: (count) => times(count, (index) => (index * 7919) % count),
};

export const key = { pk: { S: "a" } };
export const table = { TableName: "Hostile" };
export const put = (item) => ({
  call: "PutItem",
  request: { ...table, Item: { ...key, ...item } },
});
export const raw = (call, body) => ({ call, body });
export const putText = (value) =>
  raw("PutItem", `{"TableName":"Hostile","Item":{"pk":{"S":"a"},"v":${value}}}`);
export const update = (UpdateExpression, more) => ({
  call: "UpdateItem",
  request: { ...table, Key: key, UpdateExpression, ...more },
});
export const conditional = (ConditionExpression, more) => ({
  call: "PutItem",
  request: { ...table, Item: key, ConditionExpression, ...more },
});
export const one = { ExpressionAttributeValues: { ":v": { S: "x" } } };
export const statement = (Statement, Parameters) => ({
  call: "ExecuteStatement",
  request: { Statement, ...(Parameters && { Parameters }) },
});

/** An expression holds 4,096 bytes, and 300 operators. */
export const inExpression = [128, 256, 512];
export const operators = [75, 150, 299];
export const inStatement = [100, 200, 400];
export const upTo100 = [25, 50, 100];
