// The matchers and the player of conformance cases, held against hosts made of plain functions:
// a matcher that accepts too much would make every case worthless.

import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, expand } from "./matchers.mjs";
import { fullType, playCase } from "./runner.mjs";

const fits = (expected, got) => assert.equal(compare(expected, got), undefined);
const unfit = (expected, got, why = /expected|no member fits/) =>
  assert.match(compare(expected, got) ?? "", why);

function host(answer) {
  const calls = [];
  return {
    name: "scripted",
    calls,
    resets: 0,
    async reset() {
      this.resets++;
    },
    async call(target, body) {
      calls.push({ target, body });
      return answer(target, body, calls.length);
    },
  };
}

const ok = (body) => ({ status: 200, body: JSON.stringify(body) });
const refusal = (type, message, extra = {}) => ({
  status: 400,
  body: JSON.stringify({ __type: type, message, ...extra }),
});
const play = (steps, answer, givens = {}, given = []) =>
  playCase({ shows: "", source: "", given, steps }, host(answer), givens);

test("plain values must be equal in value and type", () => {
  fits({ a: 1, b: "x", c: null, d: [true] }, { d: [true], c: null, b: "x", a: 1 });
  unfit({ a: 1 }, { a: "1" });
  unfit({ a: null }, {});
  unfit({ a: 1 }, null);
  unfit({}, []);
});

test("an object may hold neither fewer nor more members", () => {
  unfit({ a: 1, b: 2 }, { a: 1 }, /member b/);
  unfit({ a: 1 }, { a: 1, b: 2 }, /unexpected member b/);
});

test("lists compare in order and length", () => {
  fits([1, 2], [1, 2]);
  unfit([1, 2], [2, 1]);
  unfit([1], [1, 1]);
});

test("$type tells the JSON types apart", () => {
  fits({ $type: "string" }, "");
  fits({ $type: "number" }, 0.5);
  fits({ $type: "array" }, []);
  fits({ $type: "object" }, {});
  fits({ $type: "boolean" }, false);
  unfit({ $type: "object" }, []);
  unfit({ $type: "object" }, null);
  unfit({ $type: "number" }, "1");
  unfit([{ $type: "string" }], [undefined]);
});

test("$match searches the pattern in a string alone", () => {
  fits({ $match: "^arn:.*/Things$" }, "arn:aws:dynamodb:x:table/Things");
  unfit({ $match: "^a$" }, "ba");
  unfit({ $match: "1" }, 1);
});

test("$unordered pairs every member once, whatever fits several", () => {
  fits({ $unordered: [1, 2, 3] }, [3, 1, 2]);
  unfit({ $unordered: [1, 1, 2] }, [1, 2, 2], /no member fits/);
  unfit({ $unordered: [1] }, [1, 1]);
  unfit({ $unordered: [1] }, { 0: 1 });
  fits({ $unordered: [{ $type: "number" }, 1] }, [1, 2]);
  fits({ $unordered: [{ $includes: { a: 1 } }, { a: 1, b: 2 }] }, [
    { a: 1, b: 2 },
    { a: 1, b: 3 },
  ]);
});

test("$includes allows more members on its own level alone", () => {
  fits({ $includes: { a: 1 } }, { a: 1, b: 2 });
  unfit({ $includes: { a: 1 } }, { b: 2 });
  unfit({ $includes: { a: { b: 1 } } }, { a: { b: 1, c: 2 } });
});

test("sets compare without order, lists named like sets inside larger objects do not", () => {
  fits({ tags: { SS: ["a", "b"] } }, { tags: { SS: ["b", "a"] } });
  fits({ NS: ["1", "2"] }, { NS: ["2", "1"] });
  unfit({ SS: ["a"] }, { NS: ["a"] });
  unfit({ SS: ["a", "b"] }, { SS: ["a", "a"] });
  unfit({ SS: ["a", "b"], x: 1 }, { SS: ["b", "a"], x: 1 });
});

test("$save and $collect keep what they find, only when the whole value fits", () => {
  const saved = {};
  assert.equal(
    compare({ a: { $save: "one" }, b: { $collect: "all" } }, { a: 7, b: [1] }, saved),
    undefined,
  );
  compare({ b: { $collect: "all" } }, { b: [2] }, saved);
  assert.notEqual(compare({ a: { $save: "two" }, b: 1 }, { a: 8, b: 2 }, saved), undefined);
  assert.deepEqual(saved, { one: 7, all: [1, 2] });
  unfit({ a: { $save: "absent" } }, {});
});

test("$saved, $repeat and $times are written out", () => {
  assert.deepEqual(expand({ k: { $saved: "key" } }, { key: { pk: { S: "a" } } }), {
    k: { pk: { S: "a" } },
  });
  assert.throws(() => expand({ $saved: "nothing" }), /nothing was saved/);
  assert.equal(expand({ $repeat: ["ab", 3] }), "ababab");
  assert.deepEqual(expand({ $times: [2, { "n{i}": "v{i}" }] }), [{ n0: "v0" }, { n1: "v1" }]);
  assert.deepEqual(expand({ $times: [2, { $times: [2, "{i}"] }] }), [
    ["0", "1"],
    ["0", "1"],
  ]);
});

test("error names carry their service's prefix", () => {
  assert.equal(fullType("ValidationException"), "com.amazon.coral.validate#ValidationException");
  assert.equal(
    fullType("SerializationException"),
    "com.amazon.coral.service#SerializationException",
  );
  assert.equal(
    fullType("ResourceInUseException"),
    "com.amazonaws.dynamodb.v20120810#ResourceInUseException",
  );
});

test("a step is called by operation or target, with request or raw body", async () => {
  const calls = host(() => ok({}));
  await playCase(
    {
      steps: [
        { call: "GetItem", request: { a: { $repeat: ["x", 2] } } },
        { target: "Pixii_1.Reset", body: "{raw" },
        { call: "Scan", body: ["[", { $repeat: ["[", 2] }, "]"] },
      ],
    },
    calls,
    {},
  );
  assert.deepEqual(calls.calls, [
    { target: "DynamoDB_20120810.GetItem", body: '{"a":"xx"}' },
    { target: "Pixii_1.Reset", body: "{raw" },
    { target: "DynamoDB_20120810.Scan", body: "[[[]" },
  ]);
  assert.equal(calls.resets, 1);
});

test("a step that names nothing must succeed; a refused one fails the case", async () => {
  assert.equal((await play([{ call: "A" }], () => ok({ any: 1 }))).passed, true);
  const { passed, failures } = await play([{ call: "A" }], () =>
    refusal(fullType("ValidationException"), "no"),
  );
  assert.equal(passed, false);
  assert.match(failures[0], /step 1 A: expected status 200, got 400/);
});

test("an expected error checks prefix, status, message and further members", async () => {
  const step = { call: "A", error: "ValidationException", message: "no", extra: { Item: 1 } };
  const answer = (type, message, extra) => () => refusal(type, message, extra);
  const outcome = async (...reply) => (await play([step], answer(...reply))).passed;
  const full = fullType("ValidationException");
  assert.equal(await outcome(full, "no", { Item: 1 }), true);
  assert.equal(await outcome(full, "No", { Item: 1 }), false);
  assert.equal(await outcome(full, "no", {}), false);
  assert.equal(await outcome("ValidationException", "no", { Item: 1 }), false);
  assert.equal((await play([step], () => ok({}))).passed, false);
});

test("given steps go first, unknown ones and empty cases fail", async () => {
  const givens = { table: [{ call: "CreateTable" }] };
  const failing = (target) => (target.endsWith("CreateTable") ? refusal("x", "y") : ok({}));
  assert.match(
    (await play([{ call: "A" }], failing, givens, ["table"])).failures[0],
    /^given table/,
  );
  assert.match(
    (await play([{ call: "A" }], () => ok({}), {}, ["none"])).failures[0],
    /given\/none.json/,
  );
  assert.equal((await play([], () => ok({}))).passed, false);
});

test("what was collected over several answers is compared by a saved step", async () => {
  const steps = [
    { call: "A", answer: { $collect: "all" } },
    { call: "A", answer: { $collect: "all" } },
  ];
  const answer = (_target, _body, count) => ok([count]);
  const right = [...steps, { saved: "all", answer: { $unordered: [2, 1] } }];
  const wrong = [...steps, { saved: "all", answer: { $unordered: [1, 1] } }];
  assert.equal((await play(right, answer)).passed, true);
  assert.equal((await play(wrong, answer)).passed, false);
});

test("a host that throws or answers nonsense fails the case and nothing else", async () => {
  assert.equal(
    (
      await play([{ call: "A" }], () => {
        throw new Error("lost");
      })
    ).passed,
    false,
  );
  const nonsense = await play([{ call: "A", answer: {} }], () => ({ status: 200, body: "<html>" }));
  assert.match(nonsense.failures[0], /not JSON/);
});
