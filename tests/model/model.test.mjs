// The model by itself, on examples of AWS's documentation; and that a service which answers a little
// differently is found out.

import assert from "node:assert/strict";
import test from "node:test";

import { decimalSize, decimalText, parseDecimal } from "./decimal.mjs";
import { Model } from "./model.mjs";
import { makeRound, playRound, shrink } from "./round.mjs";
import { itemSize } from "./values.mjs";

const schema = {
  TableName: "Things",
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
};

test("numbers have one text, and the size that AWS bills", () => {
  const texts = { "1.50": "1.5", "2E2": "200", "-0": "0", ".05": "0.05", "-1.2e-3": "-0.0012" };
  for (const [given, text] of Object.entries(texts)) {
    assert.equal(decimalText(parseDecimal(given)), text);
  }
  const sizes = { 0: 1, 1: 2, 10: 2, 120: 2, 0.012: 2, 1.2: 3, "-42": 3 };
  for (const [given, size] of Object.entries(sizes)) {
    assert.equal(decimalSize(parseDecimal(given)), size);
  }
});

test("items have the size that AWS bills", () => {
  assert.equal(itemSize({ "shirt-color": { S: "R" }, "shirt-size": { S: "M" } }), 23);
  assert.equal(itemSize({ m: { L: [{ S: "ab" }] } }), 7);
});

test("an update reads the item as it was and moves list elements at its end", () => {
  const model = new Model(schema);
  const Key = { pk: { S: "a" } };
  const list = [{ S: "a" }, { S: "b" }, { S: "c" }];
  model.play({ name: "PutItem", input: { Item: { ...Key, l: { L: list } } } });
  const update = {
    set: [
      { path: ["l", 9], to: { value: { S: "last" } } },
      { path: ["x"], to: { path: ["l", 0] } },
    ],
    remove: [["l", 0]],
    add: [],
    delete: [],
  };
  const { answer } = model.play({
    name: "UpdateItem",
    input: { Key, ReturnValues: "ALL_NEW" },
    update,
  });
  assert.deepEqual(answer.Attributes, {
    l: { L: [{ S: "b" }, { S: "c" }, { S: "last" }] },
    pk: { S: "a" },
    x: { S: "a" },
  });
});

/** A service that is the model itself, but for what `spoil(name, body)` does to its answers. */
function modelAsService(spoil) {
  let model;
  const scanOrder = () => [...model.table.items.keys()];
  return {
    measures: false,
    reset: async () => {},
    async call(target, text) {
      const name = target.split(".")[1];
      const input = JSON.parse(text);
      if (name === "CreateTable") model = new Model(input);
      if (name === "CreateTable") return { status: 200, body: "{}" };
      const outcome = model.play({ name, input }, name === "Scan" ? scanOrder() : undefined);
      return { status: 200, body: JSON.stringify(spoil(name, outcome.answer)) };
    },
  };
}

const put = (pk) => ({ name: "PutItem", input: { TableName: "Things", Item: { pk: { S: pk } } } });
const get = (pk) => ({ name: "GetItem", input: { TableName: "Things", Key: { pk: { S: pk } } } });
const round = { schema: { input: schema }, operations: [put("a"), put("b"), get("a"), get("b")] };

test("a service that answers as the model does has no difference", async () => {
  const { played, difference } = await playRound(
    modelAsService((_, body) => body),
    round,
  );
  assert.equal(difference, undefined);
  assert.equal(played, 4);
});

test("a lost item is found, and the requests that show it are few", async () => {
  const lossy = modelAsService((name, body) =>
    name === "GetItem" && body.Item?.pk.S === "b" ? {} : body,
  );
  const { difference } = await playRound(lossy, round);
  assert.equal(difference.what, "another Item");
  const least = await shrink(lossy, round, difference);
  assert.deepEqual(least.operations, [put("b"), get("b")]);
});

test("a Scan that tells an item twice is found", async () => {
  const twice = modelAsService((name, body) =>
    name === "Scan" ? { ...body, Items: [...body.Items, body.Items[0]] } : body,
  );
  const { difference } = await playRound(twice, round);
  assert.match(difference.what, /gives it twice/);
});

test("one seed makes one round", () => {
  assert.deepEqual(makeRound(7, 50), makeRound(7, 50));
  assert.notDeepEqual(makeRound(7, 50), makeRound(8, 50));
});
