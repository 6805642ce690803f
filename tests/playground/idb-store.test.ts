// wasm/idbfs.ts in a page: bytes survive a reload, generations replace one another, a second tab is
// told who has the database, and a store that does not answer is reported instead of waited for.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser, serveModule, watchForTrouble, type Site } from "./browser.ts";

let browser: Browser;
let site: Site;
let context: BrowserContext;
let page: Page;
let trouble: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveModule("/wasm/idbfs.ts")]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await openPage();
  trouble = watchForTrouble(page);
}, 30_000);

afterEach(() => context.close());

async function openPage(): Promise<Page> {
  const opened = await context.newPage();
  await opened.goto(site.url);
  return opened;
}

type Idbfs = typeof import("../../wasm/idbfs.ts");
type Options = Parameters<Idbfs["openIdbStore"]>[1];

/** Opens a store in a page and keeps it in `window.store`; the error's parts if that fails. */
async function openStore(where: Page, name: string, options: Options = {}) {
  await where.waitForFunction(() => "openIdbStore" in window);
  return where.evaluate(
    async ({ name, options }) => {
      try {
        const store = await window.openIdbStore(name, options);
        Object.assign(window, { store });
        return undefined;
      } catch (error) {
        const { name, message, owner } = error as Error & { owner?: string };
        return { name, message, owner };
      }
    },
    { name, options },
  );
}

type Store = Awaited<ReturnType<Idbfs["openIdbStore"]>>;
declare const window: Window & { store: Store; openIdbStore: Idbfs["openIdbStore"] };

const save = (where: Page, values: number[]) =>
  where.evaluate((given) => window.store.save(Uint8Array.from(given)), values);
const load = (where: Page) =>
  where.evaluate(async () => {
    const bytes = await window.store.load();
    return bytes === undefined ? undefined : [...bytes];
  });
const close = (where: Page) => where.evaluate(() => window.store.close());

/** The names of the files that IndexedDB holds for a database. */
const storedFiles = (where: Page, name: string) =>
  where.evaluate(
    (mount) =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open(mount);
        request.addEventListener("error", () => reject(request.error));
        request.onsuccess = () => {
          const keys = request.result
            .transaction("FILE_DATA")
            .objectStore("FILE_DATA")
            .getAllKeys();
          keys.onsuccess = () => {
            request.result.close();
            resolve(keys.result.map((key) => String(key).split("/").at(-1)!));
          };
        };
      }),
    `/pixii/${encodeURIComponent(name)}`,
  );

test("a new database holds nothing", async () => {
  expect(await openStore(page, "new")).toBeUndefined();
  expect(await load(page)).toBeUndefined();
  expect(trouble).toEqual([]);
});

test("what was saved last is there after a reload, in one file", async () => {
  await openStore(page, "kept");
  for (const value of [1, 2, 3]) await save(page, [value, value]);
  await page.reload();
  expect(await openStore(page, "kept")).toBeUndefined();
  expect(await load(page)).toEqual([3, 3]);
  await save(page, [4]);
  expect(await load(page)).toEqual([4]);
  expect(await storedFiles(page, "kept")).toEqual(["snapshot-000000000004.bin"]);
  expect(trouble).toEqual([]);
});

test("saves made at once are stored one after the other; the last one stays", async () => {
  await openStore(page, "busy");
  await page.evaluate(() =>
    Promise.all(
      Array.from({ length: 20 }, (_, at) => window.store.save(new Uint8Array(200_000).fill(at))),
    ),
  );
  await close(page);
  await openStore(page, "busy");
  const bytes = await load(page);
  expect(bytes).toHaveLength(200_000);
  expect(new Set(bytes)).toEqual(new Set([19]));
  expect(await storedFiles(page, "busy")).toHaveLength(1);
});

test("a page that goes while it saves leaves the old bytes or the new ones, whole", async () => {
  await openStore(page, "torn");
  const size = 8_000_000;
  await page.evaluate((size) => window.store.save(new Uint8Array(size).fill(1)), size);
  for (const wait of [0, 5, 20, 60]) {
    const started = page.evaluate((size) => {
      void window.store.save(new Uint8Array(size).fill(2));
    }, size);
    await started;
    await page.waitForTimeout(wait);
    await page.reload();
    await openStore(page, "torn");
    const kinds = await page.evaluate(async () => {
      const bytes = (await window.store.load())!;
      return { size: bytes.length, values: [...new Set(bytes)] };
    });
    expect(kinds.size).toBe(size);
    expect([[1], [2]]).toContainEqual(kinds.values);
    await page.evaluate((size) => window.store.save(new Uint8Array(size).fill(1)), size);
  }
}, 30_000);

test("names of any kind are databases of their own", async () => {
  for (const [at, name] of ["a/b", "a", "ä ☃", "..", "%2e"].entries()) {
    expect(await openStore(page, name)).toBeUndefined();
    expect(await load(page)).toBeUndefined();
    await save(page, [at]);
    await close(page);
  }
  await openStore(page, "a");
  expect(await load(page)).toEqual([1]);
  expect(await openStore(page, "")).toMatchObject({ name: "InvalidOptionError" });
});

test("a second tab gets a typed error that names the owner", async () => {
  await openStore(page, "one-owner", { owner: "the first tab" });
  const second = await openPage();
  const refused = await openStore(second, "one-owner", { lockTimeoutMs: 100 });
  expect(refused).toMatchObject({ name: "DatabaseLockedError", owner: "the first tab" });
  expect(refused?.message).toContain("idb:one-owner is open in the first tab");
  expect(await openStore(second, "another")).toBeUndefined();
});

test("without a description the owner is named by its page", async () => {
  await openStore(page, "titled");
  const second = await openPage();
  const refused = await openStore(second, "titled", { lockTimeoutMs: 100 });
  expect(refused?.owner).toMatch(/^the tab "a test" at 127\.0\.0\.1:\d+\/$/);
});

test("a database is free once its owner closes it or its tab goes", async () => {
  await openStore(page, "handed-on");
  await save(page, [7]);
  const second = await openPage();
  await close(page);
  expect(await openStore(second, "handed-on")).toBeUndefined();
  expect(await load(second)).toEqual([7]);
  await second.close();
  expect(await openStore(page, "handed-on")).toBeUndefined();
  expect(await load(page)).toEqual([7]);
});

test("a closed store refuses to save; closing twice is allowed", async () => {
  await openStore(page, "closed");
  await close(page);
  await close(page);
  const name = await page.evaluate(() =>
    window.store.save(new Uint8Array(1)).catch((error: Error) => error.name),
  );
  expect(name).toBe("StorageError");
});

test("a flush that IndexedDB does not answer is a typed error, and saving recovers", async () => {
  await openStore(page, "slow", { flushTimeoutMs: 200 });
  await save(page, [1]);
  // Another connection holds the store for a while: transactions on it wait for their turn.
  const errors = await page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open("/pixii/slow");
        request.onsuccess = async () => {
          const held = request.result
            .transaction("FILE_DATA", "readwrite")
            .objectStore("FILE_DATA");
          let isHeld = true;
          const hold = () => {
            if (isHeld) held.get("nothing").onsuccess = hold;
          };
          hold();
          const outcomes = [];
          for (const value of [2, 3]) {
            const saved = window.store.save(Uint8Array.of(value));
            outcomes.push(
              await saved.then(
                () => "saved",
                (error: Error) => error.name,
              ),
            );
          }
          isHeld = false;
          resolve(outcomes);
        };
        request.addEventListener("error", () => reject(request.error));
      }),
  );
  expect(errors).toEqual(["FlushTimeoutError", "FlushTimeoutError"]);
  await page.waitForTimeout(100);
  await save(page, [4]);
  await page.reload();
  await openStore(page, "slow");
  expect(await load(page)).toEqual([4]);
}, 30_000);

test("over quota, saving fails with the browser's reason and the old bytes stay", async () => {
  const session = await context.newCDPSession(page);
  const origin = new URL(site.url).origin;
  // Set first: Chromium remembers for a while how much room there was.
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 5_000_000 });
  await openStore(page, "full", { flushTimeoutMs: 5000 });
  await save(page, [1]);
  const failure = await page.evaluate(() =>
    window.store.save(Uint8Array.from({ length: 30_000_000 }, () => Math.random() * 256)).then(
      () => undefined,
      ({ name, message }: Error) => ({ name, message }),
    ),
  );
  expect(["StorageError", "FlushTimeoutError"]).toContain(failure?.name);
  expect(failure?.message).toMatch(/quota|uses .* of its/i);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await page.reload();
  await openStore(page, "full");
  expect(await load(page)).toEqual([1]);
}, 30_000);
