// Modes as options and later, between the words of programs and those of the wire.
import { expect, test } from "vitest";
import { Modes, wireModes, type ModeChanges, type TableModeChanges } from "../../client/modes.ts";

test("what is named goes to the wire, the rest stays", () => {
  expect(wireModes({})).toEqual({});
  expect(wireModes({ timing: "aws", capacity: "enforce", consistency: "strong" })).toEqual({
    Timing: "aws",
    Capacity: "enforce",
    ConsistencyLag: "PT0S",
  });
  expect(wireModes({ consistency: { eventual: { lag: { milliseconds: 500 } } } })).toEqual({
    ConsistencyLag: "PT0.5S",
  });
  expect(wireModes({ constants: { TableCreating: "PT1S", Count: 5 } })).toEqual({
    Constants: { TableCreating: "PT1S", Count: "5" },
  });
});

test("what is wrong is refused with what would be right", () => {
  const refused: [unknown, string][] = [
    [{ timing: "slow" }, 'timing may be "instant" or "aws", not "slow"'],
    [{ capacity: "none" }, 'capacity may be "report" or "enforce", not "none"'],
    [{ consistency: "weak" }, 'consistency is "strong" or { eventual: { lag: "PT0.5S" } }'],
    [{ consistency: {} }, 'consistency is "strong" or'],
    [{ consistency: { eventual: { lag: "soon" } } }, "the lag of consistency is a duration"],
    [{ consistency: { eventual: { lag: "PT2H" } } }, "at most an hour"],
    [{ seed: 0.5 }, "seed is a whole number"],
    [{ Timing: "aws" }, 'the modes have no "Timing"'],
  ];
  for (const [changes, message] of refused) {
    expect(() => wireModes(changes as ModeChanges)).toThrow(message);
  }
});

test("the wire's answer is told in the words of the options", async () => {
  const answers = [
    { Timing: "aws", Capacity: "report", ConsistencyLag: "PT0.5S", Constants: { A: "PT1S" } },
    { Timing: "instant", Capacity: "enforce", ConsistencyLag: "PT0S" },
  ];
  const asked: unknown[] = [];
  const modes = new Modes((operation, input) => {
    asked.push([operation, input]);
    return answers.shift()!;
  });
  expect(await modes.describe()).toEqual({
    timing: "aws",
    capacity: "report",
    consistency: { eventual: { lag: "PT0.5S" } },
    constants: { A: "PT1S" },
  });
  expect((await modes.update({ capacity: "enforce" })).consistency).toBe("strong");
  expect(asked).toEqual([
    ["Pixii_1.DescribeModes", {}],
    ["Pixii_1.UpdateModes", { Capacity: "enforce" }],
  ]);
});

test("a table has a capacity mode of its own, or the database's again", async () => {
  const asked: unknown[] = [];
  const modes = new Modes((operation, input) => {
    asked.push([operation, input]);
    return {};
  });
  await modes.updateTable("Orders", { capacity: "enforce" });
  await modes.updateTable("Orders", {});
  expect(asked).toEqual([
    ["Pixii_1.UpdateTableCapacity", { TableName: "Orders", Capacity: "enforce" }],
    ["Pixii_1.UpdateTableCapacity", { TableName: "Orders", Capacity: "default" }],
  ]);
  const wrong = { capacity: "off" } as unknown as TableModeChanges;
  await expect(modes.updateTable("Orders", wrong)).rejects.toThrow("capacity may be");
});
