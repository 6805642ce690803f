// When a stored database is written: on flush, on close, on the timer, and only when it changed.
import { expect, test, vi } from "vitest";
import { openOn } from "../../client/pixii.ts";
import { fakeHost, FakeStore } from "../support/fake-binding.ts";

const setUp = async (options: object = { flushEveryMs: 0 }) => {
  const store = new FakeStore();
  const db = await openOn(fakeHost(store))("file:x", options);
  return { store, db };
};

test("flush writes what changed, and nothing when nothing did", async () => {
  const { store, db } = await setUp();
  await db.flush();
  expect(store.saves).toBe(0);
  await db.call("Put", { key: "a" });
  await db.flush();
  await db.flush();
  expect(store.saves).toBe(1);
});

test("close writes the last changes and gives the store up", async () => {
  const { store, db } = await setUp();
  await db.call("Put", { key: "a", value: "1" });
  await db.close();
  expect(store).toMatchObject({ saves: 1, closes: 1 });
  const again = await openOn(fakeHost(store))("file:x", { flushEveryMs: 0 });
  expect(await again.call("Get", { key: "a" })).toEqual({ value: "1" });
});

test("one write is in flight at a time, and a flush covers what was committed before it", async () => {
  const { store, db } = await setUp();
  let open = () => {};
  store.gate = new Promise((resolve) => (open = resolve));
  await db.call("Put", { key: "a" });
  const first = db.flush();
  await db.call("Put", { key: "b" });
  const others = [db.flush(), db.flush()];
  open();
  await Promise.all([first, ...others]);
  expect(store.saves).toBe(2);
  expect(new TextDecoder().decode(store.bytes)).toContain('"b"');
});

test("restore is written although the numbers may be equal", async () => {
  const { store, db } = await setUp();
  const empty = await db.snapshot();
  await db.call("Put", { key: "a" });
  await db.flush();
  await db.restore(empty);
  await db.flush();
  expect(new TextDecoder().decode(store.bytes)).toBe("[]");
});

test("a write that fails is told by flush and by close, which still gives the store up", async () => {
  const { store, db } = await setUp();
  store.failure = new Error("disk full");
  await db.call("Put", { key: "a" });
  const failed = { name: "StorageError", message: "disk full" };
  await expect(db.flush()).rejects.toMatchObject(failed);
  await expect(db.close()).rejects.toMatchObject(failed);
  expect(store.closes).toBe(1);
});

test("the timer writes every so often, and says once when it cannot", async () => {
  vi.useFakeTimers();
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  try {
    const { store, db } = await setUp({});
    await db.call("Put", { key: "a" });
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.saves).toBe(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.saves).toBe(1);
    store.failure = new Error("disk full");
    await db.call("Put", { key: "b" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(warn).toHaveBeenCalledTimes(1);
    store.failure = undefined;
    await vi.advanceTimersByTimeAsync(5000);
    expect(store.saves).toBe(2);
    await db.close();
  } finally {
    warn.mockRestore();
    vi.useRealTimers();
  }
});
