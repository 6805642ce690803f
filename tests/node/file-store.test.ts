// Databases kept in a folder: what is there after closing, after a kill, and who may open them.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { open } from "../../client/index.node.ts";
import { runModule, temporaryFolder } from "../support/run-node.ts";
import { countOf, createTable, put, textOf } from "../support/tables.ts";

let folder: string;
let uri: string;
beforeEach(() => {
  folder = join(temporaryFolder(), "made", "on demand");
  uri = pathToFileURL(folder).href;
});
afterEach(() => rmSync(join(folder, "../.."), { recursive: true, force: true }));

const openFilms = async () => {
  const db = await open(uri);
  await createTable(db);
  return db;
};

test("a closed database is there when it is opened again", async () => {
  const db = await openFilms();
  await put(db, "a", "grün");
  await db.close();
  expect(readdirSync(folder)).toEqual(["database.pixii"]);
  const again = await open(uri);
  expect(await textOf(again, "a")).toBe("grün");
  await again.close();
});

test("a stored database goes on drawing its own ids, whatever seed it is opened with", async () => {
  const ids = new Set<string | undefined>();
  for (const name of ["First", "Second", "Third"]) {
    const db = await open(uri, { seed: 7 });
    await createTable(db, name);
    ids.add((await db.call("DescribeTable", { TableName: name })).Table?.TableId);
    await db.close();
  }
  expect(ids.size).toBe(3);
});

test("both engines read what the other wrote", async () => {
  for (const engine of ["native", "wasm", "native"] as const) {
    const db = await open(uri, { engine });
    if (!existsSync(join(folder, "database.pixii"))) await createTable(db);
    await put(db, engine + (await countOf(db)));
    await db.close();
  }
  const db = await open(uri);
  expect(await countOf(db)).toBe(3);
  await db.close();
});

test("a relative path is taken from the current folder", async () => {
  const { code, stdout } = await runModule(
    `import { open } from PACKAGE;
     import { mkdtempSync, readdirSync, rmSync } from "node:fs";
     import { tmpdir } from "node:os";
     process.chdir(mkdtempSync(tmpdir() + "/pixii-test-"));
     const db = await open("file:./data");
     await db.close();
     console.log(readdirSync(".").join());
     rmSync(process.cwd(), { recursive: true });`,
  );
  expect([code, stdout]).toEqual([0, "data\n"]);
});

test("a second opener is told who owns the folder", async () => {
  const db = await openFilms();
  const locked = { name: "DatabaseLockedError", owner: `this process (${process.pid})` };
  await expect(open(uri)).rejects.toMatchObject(locked);
  const other = await runModule(
    `import { open } from PACKAGE;
     await open(${JSON.stringify(uri)}).catch((error) => console.log(error.name, error.owner));`,
  );
  expect(other.stdout).toBe(`DatabaseLockedError process ${process.pid} on ${hostname()}\n`);
  await db.close();
  await (await open(uri)).close();
});

test("of many openers at once exactly one gets it", async () => {
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => open(uri)));
  const opened = results.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  expect(opened).toHaveLength(1);
  await opened[0]!.close();
});

test("the lock of a process that was killed is taken over, its last flush is there", async () => {
  const { code } = await runModule(
    `import { open } from PACKAGE;
     const db = await open(${JSON.stringify(uri)});
     await db.call("CreateTable", { TableName: "Films", BillingMode: "PAY_PER_REQUEST",
       AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
       KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }] });
     const put = (pk) => db.call("PutItem", { TableName: "Films", Item: { pk: { S: pk } } });
     await put("flushed");
     await db.flush();
     await put("not flushed");
     process.kill(process.pid, "SIGKILL");`,
  );
  expect(code).toBeNull();
  expect(existsSync(join(folder, "lock"))).toBe(true);
  const db = await open(uri);
  expect(await countOf(db)).toBe(1);
  await db.close();
});

test.each([
  ["of a process that is gone", JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() })],
  ["of an earlier process with our number", ""],
  ["that is empty", ""],
  ["that is no JSON", "{"],
])("a lock %s is taken over", async (kind, text) => {
  mkdirSync(folder, { recursive: true });
  const reused = { pid: process.pid, host: hostname(), started: "1" };
  writeFileSync(join(folder, "lock"), kind.includes("earlier") ? JSON.stringify(reused) : text);
  const db = await open(uri);
  expect(readFileSync(join(folder, "lock"), "utf8")).toContain(`"pid":${process.pid}`);
  await db.close();
});

test("a damaged file is reported, left as it is, and the folder given up", async () => {
  const db = await openFilms();
  await put(db, "a", "x".repeat(1000));
  await db.close();
  const file = join(folder, "database.pixii");
  const damaged = readFileSync(file);
  damaged[damaged.length >> 1]! ^= 1;
  writeFileSync(file, damaged);
  await expect(open(uri)).rejects.toMatchObject({ name: "DamagedDataError" });
  expect(readFileSync(file).equals(damaged)).toBe(true);
  expect(existsSync(join(folder, "lock"))).toBe(false);
});

test("an interrupted save leaves the last whole file", async () => {
  const db = await openFilms();
  await db.close();
  writeFileSync(join(folder, "database.pixii.new"), "half a fi");
  const again = await open(uri);
  expect(await countOf(again)).toBe(0);
  await put(again, "a");
  await again.close();
  expect(readdirSync(folder)).toEqual(["database.pixii"]);
});

test("a folder that cannot be made is named", async () => {
  mkdirSync(join(folder, ".."), { recursive: true });
  writeFileSync(folder, "a file");
  await expect(open(uri)).rejects.toMatchObject({
    name: "StorageError",
    message: expect.stringContaining(`cannot keep a database in ${folder}`) as string,
  });
  await expect(open("file:/proc/pixii")).rejects.toMatchObject({ name: "StorageError" });
});

test("restore and a fork's writes: only the database's own state is kept", async () => {
  const db = await openFilms();
  const empty = await db.snapshot();
  await put(db, "a");
  await db.flush();
  const fork = await db.fork();
  await put(fork, "b");
  await fork.flush();
  await db.restore(empty);
  await db.close();
  const again = await open(uri);
  expect(await countOf(again)).toBe(0);
  await again.close();
});
