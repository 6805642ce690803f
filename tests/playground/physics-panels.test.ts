// The panels about time, streams and capacity, as they are built, in Chromium over the real engine.
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { launchBrowser, servePlayground, watchForTrouble, type Site } from "./browser.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let browser: Browser;
let site: Site;
let context: BrowserContext;
let page: Page;
let trouble: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), servePlayground()]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  trouble = watchForTrouble(page);
  await page.goto(site.url);
  await page.locator(".sample:visible", { hasText: "Orders" }).click();
  await page.getByRole("heading", { name: "Orders", exact: true }).waitFor();
});

afterEach(async () => {
  expect(trouble).toEqual([]);
  await context.close();
});

const button = (name: string, within: Page | Locator = page) =>
  within.getByRole("button", { name, exact: true });
/** Panels look at the engine once a second. */
const eventually = (look: () => Promise<void>) =>
  vi.waitFor(look, { timeout: 5000, interval: 100 });
const tab = (name: string) => page.getByRole("tab", { name });

async function runRequest(operation: string, request: object): Promise<void> {
  await tab("Request").click();
  await page.getByLabel("Operation").fill(operation);
  await page.getByLabel("Operation").press("Tab");
  await page.getByLabel("Request as JSON").fill(JSON.stringify(request));
  await page.getByLabel("Request as JSON").press("Control+Enter");
  await page.locator(".answer").getByText("200", { exact: true }).waitFor();
}

// --- The clock ------------------------------------------------------------------------------------

const clock = () => page.locator(".clock-panel");
/** The time that the panel shows, in seconds since 1970. */
async function shownTime(): Promise<number> {
  const time = await clock().locator(".clock-time").textContent();
  const date = await clock().locator(".clock-date").textContent();
  return Date.parse(`${date!.slice(0, 10)}T${time}Z`) / 1000;
}

test("the clock runs, stands, is moved on by buttons and by a form, and runs on from there", async () => {
  await tab("Clock").click();
  await clock().getByText("running", { exact: true }).waitFor();
  expect(Math.abs((await shownTime()) - Date.now() / 1000)).toBeLessThan(5);
  await button("Freeze").click();
  await clock().getByText("standing", { exact: true }).waitFor();
  const frozen = await shownTime();
  await button("+ 1 hour").click();
  await eventually(async () => expect(await shownTime()).toBe(frozen + 3600));
  await clock().getByLabel("By").fill("2.5");
  await clock().getByLabel("Unit").selectOption("days");
  await clock().getByLabel("By").press("Enter");
  await eventually(async () => expect(await shownTime()).toBe(frozen + 3600 + 2.5 * 86_400));
  await button("Resume").click();
  await clock().getByText("running", { exact: true }).waitFor();
  await eventually(async () => {
    expect(await shownTime()).toBeGreaterThan(frozen + 3600 + 2.5 * 86_400);
  });
});

test("the keyboard moves the clock, and a reload finds it where it stood", async () => {
  await tab("Clock").click();
  await button("Freeze").focus();
  await page.keyboard.press("Enter");
  await clock().getByText("standing", { exact: true }).waitFor();
  await button("+ 7 days").focus();
  const before = await shownTime();
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await shownTime()).toBe(before + 7 * 86_400));
  await page.locator('.save-status[data-state="saved"]').waitFor();
  await page.reload();
  await clock().getByText("standing", { exact: true }).waitFor();
  expect(await shownTime()).toBe(before + 7 * 86_400);
});

// --- The stream -----------------------------------------------------------------------------------

const records = () => page.locator(".stream-panel tbody tr");
const cells = async (row: Locator) => row.locator("td").allTextContents();

test("the stream is turned on, shows what is written as it is written, and is turned off", async () => {
  await tab("Stream").click();
  await page.getByText("Orders has no stream").waitFor();
  await button("Turn on the stream").click();
  await page.getByText("No records yet.").waitFor();
  const Key = { Customer: { S: "Ada <b>" }, OrderId: { S: "o-1" } };
  const { KeySchema } = await describeOrders();
  const names = KeySchema.map(({ AttributeName }) => AttributeName);
  const item = Object.fromEntries(names.map((name, at) => [name, Object.values(Key)[at]!]));
  const put = (more: object) => ({ TableName: "Orders", Item: { ...item, ...more } });
  await runRequest("PutItem", put({ Note: { S: "new" } }));
  await runRequest("PutItem", put({ Note: { S: "changed" } }));
  await runRequest("DeleteItem", { TableName: "Orders", Key: item });
  await tab("Stream").click();
  await eventually(async () => expect(await records().count()).toBe(3));
  const badges = await records().locator(".badge").allTextContents();
  expect(badges).toEqual(["REMOVE", "MODIFY", "INSERT"]);
  expect((await cells(records().nth(1)))[3]).toBe("Note: new → changed");
  expect((await cells(records().nth(2)))[2]).toContain("Ada <b>");
  await page.getByText("NEW_AND_OLD_IMAGES · 1 shard · 3 records read").waitFor();

  await records().first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText('"OldImage"').waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await button("Turn off").click();
  await page.getByText("Orders has no stream").waitFor();
});

interface Described {
  KeySchema: { AttributeName: string }[];
}

/** By the request panel, as a user would look it up. */
async function describeOrders(): Promise<Described> {
  await runRequest("DescribeTable", { TableName: "Orders" });
  const answer = await page.locator(".answer .json").textContent();
  return (JSON.parse(answer!) as { Table: Described }).Table;
}

// --- Partitions -----------------------------------------------------------------------------------

const partitions = () => page.locator(".partitions-panel");

test("partitions tell their keys and units; a throttle is explained", async () => {
  await tab("Partitions").click();
  await partitions().getByText("on demand", { exact: true }).waitFor();
  const shares = await partitions().locator("tbody td:nth-child(6)").allTextContents();
  expect(shares.length).toBeGreaterThan(0);
  expect(await partitions().locator(".partition-strip span").count()).toBe(shares.length);

  await runRequest("CreateTable", {
    TableName: "Narrow",
    BillingMode: "PROVISIONED",
    ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  });
  await runRequest("Pixii_1.FreezeClock", {});
  await page.locator(".table-row", { hasText: "Narrow" }).click();
  await tab("Partitions").click();
  await partitions().getByText("reported alone", { exact: true }).waitFor();
  await partitions().getByLabel("Capacity").selectOption("enforce");
  await partitions().getByText("enforced", { exact: true }).waitFor();
  await tab("Request").click();
  await page.getByLabel("Operation").fill("PutItem");
  await page.getByLabel("Operation").press("Tab");
  const request = { TableName: "Narrow", Item: { id: { S: "hot" } } };
  await page.getByLabel("Request as JSON").fill(JSON.stringify(request));
  await eventually(async () => {
    await button("Run", page.locator(".request-panel")).click();
    const name = "ProvisionedThroughputExceededException";
    expect(await page.locator(".answer").textContent()).toContain(name);
  });
  await tab("Partitions").click();
  await partitions().getByText("Throttled lately").waitFor();
  await partitions().getByText("TableWriteProvisionedThroughputExceeded").first().waitFor();
  expect(await partitions().locator("tbody .badge.bad").count()).toBe(1);
});

test("a load makes partitions hot, is throttled where capacity is enforced, and stops", async () => {
  await tab("Partitions").click();
  const load = partitions().getByRole("group", { name: "Load" });
  // More than enough, should the machine keep no time.
  await load.getByLabel("Requests a second").selectOption("3000");
  await button("Start load").click();
  await load.getByText("3,000 served, 0 throttled").waitFor();
  const hottest = async () => {
    const heats = await partitions().locator(".partition-strip span").allTextContents();
    return Math.max(...heats.map((text) => Number(text.replace("%", ""))));
  };
  await eventually(async () => expect(await hottest()).toBeGreaterThan(110));
  await partitions().getByText("on AWS these requests would be throttled").waitFor();
  await partitions().getByLabel("Capacity").selectOption("enforce");
  await load.getByText(/^\d[\d,]* served, [1-9]\d* throttled$/).waitFor();
  await partitions().getByText("TableWriteKeyRangeThroughputExceeded").waitFor();
  await load.getByLabel("Requests a second").selectOption("1000");
  await load.getByLabel("Keys").selectOption("100");
  await load.getByText("1,000 served, 0 throttled").waitFor();
  await button("Stop load").click();
  await button("Start load").waitFor();
  await eventually(async () => expect(await hottest()).toBe(0));
  await tab("Items").click();
  await page.getByText("25 items").first().waitFor();
});

// --- Explain --------------------------------------------------------------------------------------

test("a request is explained without being run, with its capacity and warnings", async () => {
  await tab("Request").click();
  await page.getByLabel("Operation").fill("Scan");
  await page.getByLabel("Operation").press("Tab");
  await page.getByLabel("Request as JSON").fill('{"TableName":"Orders"}');
  await button("Explain").click();
  const explanation = page.getByRole("region", { name: "Explanation" });
  await explanation.getByText(/^Scan would take [\d.]+ units?$/).waitFor();
  await explanation.getByText("25 returned").waitFor();
  await explanation.getByText("SCAN", { exact: true }).waitFor();
  expect(await explanation.locator("tbody tr").first().textContent()).toContain("Orders");

  await page.getByLabel("Request as JSON").fill('{"TableName":"Nothing"}');
  await button("Explain").click();
  await explanation.getByText("ResourceNotFoundException").waitFor();
  await tab("Log").click();
  expect(await page.locator(".log-panel tbody").textContent()).not.toContain("Explain");
});

test("light and dark, wide and narrow: nothing sticks out of the window", async () => {
  await tab("Stream").click();
  await button("Turn on the stream").click();
  await page.getByText("No records yet.").waitFor();
  for (const width of [1280, 768, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const name of ["Stream", "Partitions", "Clock"]) {
      await tab(name).click();
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
