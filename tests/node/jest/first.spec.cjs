// One of two jest files that load the built package in the same process (see ../loading.test.ts).
const { open } = require("../../../dist/index.node.cjs");

test("the first sandbox has an engine of its own", async () => {
  const db = await open({ engine: "native" });
  expect(db.engine).toBe("native");
  expect((await db.call("ListTables")).TableNames).toEqual([]);
  await db.close();
});
