// The options of event source mappings: defaults, limits in Lambda's words, and what is misspelt.
import { expect, test } from "vitest";
import { checkEventSourceOptions } from "../../client/event-source-options.ts";

test("defaults are Lambda's", () => {
  expect(checkEventSourceOptions({})).toEqual({
    batchSize: 100,
    maximumBatchingWindowInSeconds: 0,
    startingPosition: "LATEST",
    parallelizationFactor: 1,
    bisectBatchOnFunctionError: false,
    maximumRetryAttempts: -1,
    maximumRecordAgeInSeconds: -1,
    functionResponseTypes: [],
    filterCriteria: {},
    tumblingWindowInSeconds: 0,
    enabled: true,
  });
});

test.each([
  { batchSize: 1 },
  { batchSize: 10_000 },
  { maximumBatchingWindowInSeconds: 300 },
  { startingPosition: "TRIM_HORIZON" },
  { parallelizationFactor: 10 },
  { maximumRetryAttempts: 0 },
  { maximumRetryAttempts: 10_000 },
  { maximumRecordAgeInSeconds: 60 },
  { maximumRecordAgeInSeconds: 604_800 },
  { tumblingWindowInSeconds: 900 },
  { functionResponseTypes: ["ReportBatchItemFailures"] },
  { filterCriteria: { filters: [{ pattern: '{"eventName":["INSERT"]}' }] } },
  { onFailure: [] },
  { batchSize: undefined },
])("taken: %j", (options) => {
  expect(checkEventSourceOptions(options as object)).toMatchObject(
    JSON.parse(JSON.stringify(options)),
  );
});

// Source: limits of the API reference, CreateEventSourceMapping.
test.each([
  ["batchSize", 0, "greater than or equal to 1"],
  ["batchSize", 10_001, "less than or equal to 10000"],
  ["maximumBatchingWindowInSeconds", -1, "greater than or equal to 0"],
  ["maximumBatchingWindowInSeconds", 301, "less than or equal to 300"],
  ["parallelizationFactor", 0, "greater than or equal to 1"],
  ["parallelizationFactor", 11, "less than or equal to 10"],
  ["maximumRetryAttempts", -2, "greater than or equal to -1"],
  ["maximumRetryAttempts", 10_001, "less than or equal to 10000"],
  ["maximumRecordAgeInSeconds", -2, "greater than or equal to -1"],
  ["maximumRecordAgeInSeconds", 604_801, "less than or equal to 604800"],
  ["tumblingWindowInSeconds", 901, "less than or equal to 900"],
])("%s %d is refused", (name, value, rule) => {
  expect(() => checkEventSourceOptions({ [name]: value })).toThrow(
    expect.objectContaining({
      name: "ValidationException",
      message: `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must have value ${rule}`,
    }),
  );
});

test("several violations are told together", () => {
  const options = { batchSize: 0, startingPosition: "FIRST", functionResponseTypes: ["All"] };
  expect(() => checkEventSourceOptions(options as object)).toThrow(
    "3 validation errors detected: Value '0' at 'batchSize' failed to satisfy constraint: Member " +
      "must have value greater than or equal to 1; Value 'FIRST' at 'startingPosition' failed to " +
      "satisfy constraint: Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]; " +
      "Value '[All]' at 'functionResponseTypes' failed to satisfy constraint: Member must satisfy " +
      "constraint: [Member must satisfy enum value set: [ReportBatchItemFailures]]",
  );
});

test("a record age between the values that mean something is refused", () => {
  expect(() => checkEventSourceOptions({ maximumRecordAgeInSeconds: 59 })).toThrow(
    expect.objectContaining({ name: "InvalidParameterValueException" }),
  );
});

test.each([
  { BatchSize: 10 },
  { batchsize: 10 },
  { window: 10 },
  { batchSize: 1.5 },
  { batchSize: "10" },
  { enabled: "yes" },
  { bisectBatchOnFunctionError: 1 },
  { functionResponseTypes: "ReportBatchItemFailures" },
  { filterCriteria: "all" },
  { filterCriteria: { Filters: [] } },
  { onFailure: "queue" },
])("misspelt or of another type: %j", (options) => {
  expect(() => checkEventSourceOptions(options as object)).toThrow(
    expect.objectContaining({ name: "InvalidOptionError" }),
  );
});

test("a name in another case is told how it is spelt", () => {
  expect(() => checkEventSourceOptions({ BatchSize: 1 } as object)).toThrow(
    'db.on(): there is no option "BatchSize"; it is spelt "batchSize"',
  );
});
