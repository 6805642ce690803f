// The pattern language of event filtering: each comparison on records of a DynamoDB stream, and what
// is refused as Lambda refuses it.
import { expect, test } from "vitest";
import { compileFilters } from "../../client/event-filter.ts";

const record = {
  eventName: "MODIFY",
  dynamodb: {
    SizeBytes: 59,
    Keys: { Id: { N: "101" } },
    NewImage: {
      Id: { N: "101" },
      State: { S: "paid" },
      File: { S: "reports/2026/May.PDF" },
      Tags: { SS: ["red", "blue"] },
      Lines: { L: [{ M: { Sku: { S: "a" }, Count: { N: "1" } } }, { S: "note" }] },
      Open: { BOOL: true },
      Gone: { NULL: true },
      Empty: { S: "" },
    },
  },
};

const passes = (...patterns: (string | object)[]) =>
  compileFilters({ filters: patterns.map((pattern) => ({ pattern })) })(record);
const image = (members: object) => ({ dynamodb: { NewImage: members } });
const state = (...rules: unknown[]) => image({ State: { S: rules } });
const file = (...rules: unknown[]) => image({ File: { S: rules } });
const size = (...rules: unknown[]) => ({ dynamodb: { SizeBytes: rules } });

// Source of the comparisons: Lambda developer guide, "Filter rule syntax"; EventBridge user guide,
// "Comparison operators for use in event patterns".
test.each<[string, object, boolean]>([
  ["a value", state("paid"), true],
  ["another value", state("open"), false],
  ["one of several values", state("open", "paid"), true],
  ["texts are compared with their case", state("Paid"), false],
  ["an empty text", image({ Empty: { S: [""] } }), true],
  ["a boolean", image({ Open: { BOOL: [true] } }), true],
  ["another boolean", image({ Open: { BOOL: [false] } }), false],
  ["null is no value that is missing", image({ Missing: { S: [null] } }), false],
  ["several members: all of them", { eventName: ["MODIFY"], ...state("paid") }, true],
  ["several members, one of them not", { eventName: ["INSERT"], ...state("paid") }, false],
  ["a member that is not there", image({ Missing: { S: ["x"] } }), false],
  ["a number of an item is text", image({ Id: { N: ["101"] } }), true],
  ["a number of an item is no number", image({ Id: { N: [101] } }), false],
  ["a number of the record", size(59), true],
  ["prefix", state({ prefix: "pa" }), true],
  ["another prefix", state({ prefix: "ap" }), false],
  ["prefix without case", state({ prefix: { "equals-ignore-case": "PA" } }), true],
  ["suffix", file({ suffix: ".PDF" }), true],
  ["suffix with another case", file({ suffix: ".pdf" }), false],
  ["suffix without case", file({ suffix: { "equals-ignore-case": ".pdf" } }), true],
  ["equals without case", state({ "equals-ignore-case": "PAID" }), true],
  ["anything but a value", state({ "anything-but": "open" }), true],
  ["anything but this value", state({ "anything-but": "paid" }), false],
  ["anything but several values", state({ "anything-but": ["open", "paid"] }), false],
  ["anything but numbers", size({ "anything-but": [1, 2] }), true],
  ["anything but a prefix", state({ "anything-but": { prefix: "pa" } }), false],
  ["anything but several prefixes", state({ "anything-but": { prefix: ["a", "b"] } }), true],
  ["anything but a suffix", file({ "anything-but": { suffix: ".txt" } }), true],
  [
    "anything but, without case",
    state({ "anything-but": { "equals-ignore-case": "PAID" } }),
    false,
  ],
  ["anything but a wildcard", file({ "anything-but": { wildcard: "*/2026/*" } }), false],
  ["anything but needs a value", image({ Missing: { S: [{ "anything-but": "x" }] } }), false],
  ["numeric equality", size({ numeric: ["=", 59] }), true],
  ["numeric bound", size({ numeric: [">", 59] }), false],
  ["numeric range", size({ numeric: [">=", 59, "<", 60] }), true],
  ["numeric below", size({ numeric: ["<=", 58] }), false],
  [
    "numeric of an item's number, which is text",
    image({ Id: { N: [{ numeric: [">", 1] }] } }),
    false,
  ],
  ["exists", image({ State: { S: [{ exists: true }] } }), true],
  ["exists of a missing leaf", image({ Missing: { S: [{ exists: true }] } }), false],
  ["exists looks at leaves alone", image({ State: [{ exists: true }] }), false],
  ["does not exist", image({ Missing: { S: [{ exists: false }] } }), true],
  ["does not exist, but does", image({ State: { S: [{ exists: false }] } }), false],
  [
    "does not exist in a missing image",
    { dynamodb: { OldImage: { A: { S: [{ exists: false }] } } } },
    true,
  ],
  ["wildcard", file({ wildcard: "reports/*/May.*" }), true],
  ["wildcard of the whole", file({ wildcard: "*" }), true],
  ["wildcard that does not fit", file({ wildcard: "reports/*/June.*" }), false],
  ["wildcard whose ends would overlap", state({ wildcard: "pai*aid" }), false],
  ["wildcard with a star that stands for itself", state({ wildcard: "pa\\*d" }), false],
  ["one member of a set", image({ Tags: { SS: ["blue"] } }), true],
  ["no member of a set", image({ Tags: { SS: ["green"] } }), false],
  ["one element of a list", image({ Lines: { L: { M: { Sku: { S: ["a"] } } } } }), true],
  [
    "members of one element together",
    image({ Lines: { L: { M: { Count: { N: ["1"] } }, S: ["note"] } } }),
    false,
  ],
  ["$or", { $or: [state("open"), { eventName: ["MODIFY"] }] }, true],
  ["$or with more", { $or: [state("open"), { eventName: ["INSERT"] }], ...size(59) }, false],
  ["$or inside", image({ $or: [{ State: { S: ["x"] } }, { Empty: { S: [""] } }] }), true],
])("%s", (_shows, pattern, expected) => {
  expect(passes(pattern)).toBe(expected);
  expect(passes(JSON.stringify(pattern))).toBe(expected);
});

test("a record passes that matches any of several filters; without filters all pass", () => {
  expect(passes(state("open"), { eventName: ["MODIFY"] })).toBe(true);
  expect(passes(state("open"), { eventName: ["REMOVE"] })).toBe(false);
  expect(compileFilters({ filters: [] })(record)).toBe(true);
  expect(compileFilters(undefined)(record)).toBe(true);
});

test.each([
  ["no JSON", '[{"eventName": ["INSERT"=123}]'],
  ["null", "null"],
  ["a list", "[]"],
  ["an empty object", "{}"],
  ["a value without a list", '{"eventName":"INSERT"}'],
  ["an empty list", '{"eventName":[]}'],
  ["a list in a list", '{"eventName":[["INSERT"]]}'],
  ["an unknown comparison", '{"eventName":[{"constructor":"I"}]}'],
  ["two comparisons in one", '{"eventName":[{"prefix":"I","suffix":"T"}]}'],
  ["a prefix that is no text", '{"eventName":[{"prefix":1}]}'],
  ["exists of a text", '{"eventName":[{"exists":"true"}]}'],
  ["numeric without a number", '{"a":[{"numeric":[">","1"]}]}'],
  ["numeric with an unknown comparison", '{"a":[{"numeric":["!",1]}]}'],
  ["a range from above", '{"a":[{"numeric":["<",1,">",0]}]}'],
  ["an empty range", '{"a":[{"numeric":[">",5,"<",5]}]}'],
  ["anything but texts and numbers", '{"a":[{"anything-but":["x",1]}]}'],
  ["anything but null", '{"a":[{"anything-but":[null]}]}'],
  ["anything but a number range", '{"a":[{"anything-but":{"numeric":["=",1]}}]}'],
  ["two stars in a row", '{"a":[{"wildcard":"a**b"}]}'],
  ["a backslash before nothing", '{"a":[{"wildcard":"a\\\\"}]}'],
  ["$or of one", '{"$or":[{"a":["x"]}]}'],
  ["a text past 4,096 characters", `{"a":["${"x".repeat(4096)}"]}`],
])("refused: %s", (_shows, pattern) => {
  expect(() => compileFilters({ filters: [{ pattern }] })).toThrow(
    expect.objectContaining({
      name: "InvalidParameterValueException",
      message: "Invalid filter pattern definition.",
    }),
  );
});
