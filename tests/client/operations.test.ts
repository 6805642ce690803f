// The generated types: that they are those of the core's shapes, and that `call` goes by them.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, expectTypeOf, test } from "vitest";
import type { Database } from "../../client/database.ts";
import type { AttributeMap, AttributeValue } from "../../client/operations.ts";
import { root } from "../support/run-node.ts";

test("operations.ts is what the shapes of the core say", () => {
  const folder = join(root, "build/native");
  execFileSync("cmake", ["--build", folder, "--target", "print_shapes"], { stdio: "pipe" });
  const shapes = execFileSync(join(folder, "print_shapes"));
  const generate = join(root, "scripts/generate-operations.mjs");
  const check = () => execFileSync(process.execPath, [generate, "--check"], { input: shapes });
  expect(check).not.toThrow();
}, 300_000);

test("call knows the operations by name, and takes others as they are", () => {
  const use = async (db: Database) => {
    const got = await db.call("GetItem", { TableName: "T", Key: { pk: { S: "a" } } });
    expectTypeOf(got.Item).toEqualTypeOf<AttributeMap | undefined>();
    expectTypeOf(got.Item?.year?.N).toEqualTypeOf<string | undefined>();
    expectTypeOf((await db.call("ListTables")).TableNames).toEqualTypeOf<string[] | undefined>();
    expectTypeOf(await db.call("Later")).toEqualTypeOf<Record<string, unknown>>();
    // @ts-expect-error: the table's name is missing
    await db.call("Scan", {});
    // @ts-expect-error: an input is needed
    await db.call("GetItem");
  };
  expectTypeOf(use).returns.resolves.toBeVoid();
  // @ts-expect-error: two types at once
  const wrong: AttributeValue = { S: "a", N: "1" };
  expect(wrong).toBeDefined();
});
