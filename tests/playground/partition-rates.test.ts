// What partitions serve a second is the difference of their sums, across minutes and splits.
import { expect, test } from "vitest";
import { PartitionRates } from "../../web-playground/partition-rates.ts";

const told = (PartitionId: number, write: number, lastWrite = 0) => ({
  PartitionId,
  MinuteUnits: { Read: 0, Write: write },
  LastMinuteUnits: { Read: 0, Write: lastWrite },
});

test("one look tells nothing; the next ones tell the growth of the last seconds", () => {
  const rates = new PartitionRates();
  rates.add([told(1, 5000)], 0);
  expect(rates.of(1)).toEqual({ read: 0, write: 0 });
  rates.add([told(1, 6000)], 1000);
  expect(rates.of(1)).toEqual({ read: 0, write: 1000 });
  for (let second = 2; second <= 10; second++) rates.add([told(1, 6000)], second * 1000);
  expect(rates.of(1)).toEqual({ read: 0, write: 0 });
});

test("a new minute begins its sum anew, and what was left of the old one counts", () => {
  const rates = new PartitionRates();
  rates.add([told(1, 59_500)], 0);
  rates.add([told(1, 400, 60_100)], 1000);
  expect(rates.of(1).write).toBe(1000);
});

test("a partition that splits off begins at nothing, and other tables begin anew", () => {
  const rates = new PartitionRates();
  rates.add([told(1, 100)], 0);
  rates.add([told(1, 300), told(2, 50)], 1000);
  expect(rates.of(1).write).toBe(200);
  expect(rates.of(2).write).toBe(0);
  rates.add([told(1, 300), told(2, 150)], 2000);
  expect(rates.of(2).write).toBeGreaterThan(0);
  rates.clear();
  rates.add([told(1, 900)], 3000);
  expect(rates.of(1).write).toBe(0);
});
