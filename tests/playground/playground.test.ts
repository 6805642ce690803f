// A click-through of the playground as it is built, in Chromium over the real engine: tables, items,
// queries, requests, files, and that everything is still there after a reload.
import { readFileSync } from "node:fs";
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
});

afterEach(() => context.close());

const button = (name: string, within: Page | Locator = page) =>
  within.getByRole("button", { name, exact: true });
const tab = (name: string) => page.getByRole("tab", { name });
const rows = () => page.locator(".items-panel tbody tr");
const dialog = () => page.getByRole("dialog");
const texts = (locator: Locator) => locator.allTextContents();

async function loadSample(name: string): Promise<void> {
  await page.locator(".sample:visible", { hasText: name }).click();
  await page.getByRole("heading", { name, exact: true }).waitFor();
  await rows().first().waitFor();
}

async function createTable(name: string, partitionKey: string, sortKey = ""): Promise<void> {
  await button("New table").first().click();
  await dialog().getByLabel("Table name").fill(name);
  await dialog().getByLabel("Partition key").fill(partitionKey);
  await dialog().getByLabel("Sort key (optional)").fill(sortKey);
  await button("Create table", dialog()).click();
  await dialog().waitFor({ state: "detached" });
  await page.getByRole("heading", { name, exact: true }).waitFor();
}

async function createItem(item: object): Promise<void> {
  await button("New item").first().click();
  await dialog().getByLabel("Item as JSON").fill(JSON.stringify(item));
  await dialog().getByLabel("Item as JSON").press("Control+Enter");
  await dialog().waitFor({ state: "detached" });
}

/** Everything that was changed is stored. */
async function saved(): Promise<void> {
  await page.locator('.save-status[data-state="saved"]').waitFor();
}

async function runRequest(operation: string, request: string): Promise<void> {
  await tab("Request").click();
  await page.getByLabel("Operation").fill(operation);
  // Leaving the field brings in the operation's template.
  await page.getByLabel("Operation").press("Tab");
  await page.getByLabel("Request as JSON").fill(request);
  await page.getByLabel("Request as JSON").press("Control+Enter");
}

const answer = () => page.locator(".answer");

test("create a table, put an item, query it, reload: it is still there", async () => {
  await createTable("Letters", "To", "Sent");
  await page.getByText("This table has no items yet.").waitFor();
  await createItem({ To: { S: "Ada" }, Sent: { S: "1842-07" }, Words: { N: "1234" } });
  await createItem({ To: { S: "Ada" }, Sent: { S: "1843-09" }, Words: { N: "77" } });
  await createItem({ To: { S: "Émilie ☃" }, Sent: { S: "1740-01" }, Draft: { BOOL: true } });
  await vi.waitFor(async () => expect(await rows().count()).toBe(3));

  await page.getByLabel("Read by").selectOption("Query");
  await page.getByLabel("Value of To").fill("Ada");
  await page.getByLabel("Sort key condition").selectOption("begins_with");
  await page.getByLabel("Value of Sent").first().fill("1843");
  await button("Run").click();
  await vi.waitFor(async () => expect(await rows().count()).toBe(1));
  expect(await texts(rows().first().locator("td"))).toEqual(["Ada", "1843-09", "77"]);

  await saved();
  await page.reload();
  await vi.waitFor(async () => expect(await rows().count()).toBe(3));
  expect((await texts(rows())).join(" ")).toContain("Émilie ☃");
  expect(await texts(page.locator(".table-row .count"))).toEqual(["3"]);
  expect(trouble).toEqual([]);
});

test("every sample loads in one click, from the welcome and from the side", async () => {
  await loadSample("Orders");
  expect(await rows().count()).toBe(25);
  await loadSample("Music");
  expect(await rows().count()).toBe(25);
  await loadSample("Sensors");
  expect(await rows().count()).toBe(24);
  expect(await texts(page.locator(".table-name"))).toEqual(["Music", "Orders", "Sensors"]);
  await loadSample("Music");
  expect(await rows().count()).toBe(25);
  expect(trouble).toEqual([]);
});

test("pages go on from LastEvaluatedKey, and back", async () => {
  await loadSample("Orders");
  await page.getByLabel("Items on a page").selectOption("10");
  await button("Run").click();
  const pages: string[][] = [];
  for (const size of [10, 10, 5]) {
    await vi.waitFor(async () => expect(await rows().count()).toBe(size));
    await page.getByText(`on page ${pages.length + 1} `).waitFor();
    pages.push(await texts(rows()));
    if (size === 10) await button("Next").click();
  }
  expect(new Set(pages.flat()).size).toBe(25);
  expect(await button("Next").isDisabled()).toBe(true);
  await button("Previous").click();
  await vi.waitFor(async () => expect(await texts(rows())).toEqual(pages[1]));
  expect(trouble).toEqual([]);
});

test("number keys are compared as numbers", async () => {
  await loadSample("Sensors");
  await page.getByLabel("Read by").selectOption("Query");
  await page.getByLabel("Value of SensorId").fill("cellar");
  await page.getByLabel("Sort key condition").selectOption("between");
  await page.getByLabel("Value of Time").first().fill("1714521600");
  await page.getByLabel("Value of Time").last().fill("1714543200");
  await page.getByLabel("Order").selectOption("Descending");
  await button("Run").click();
  await vi.waitFor(async () => expect(await rows().count()).toBe(3));
  expect((await texts(rows()))[0]).toContain("1714543200");
});

test("an item is changed, and deleted only after a question", async () => {
  await createTable("Things", "Id");
  await createItem({ Id: { S: "a" }, Note: { S: "old" } });
  await rows().first().click();
  const editor = dialog().getByLabel("Item as JSON");
  expect(JSON.parse(await editor.inputValue())).toEqual({ Id: { S: "a" }, Note: { S: "old" } });
  await editor.fill('{"Id":{"S":"a"},"Note":{"S":"new"}}');
  await button("Save item", dialog()).click();
  await vi.waitFor(async () => expect((await texts(rows())).join()).toBe("anew"));

  await rows().first().click();
  await button("Delete", dialog()).click();
  await button("Cancel", dialog().last()).click();
  expect(await rows().count()).toBe(1);
  await button("Delete", dialog()).click();
  await button("Delete item", dialog().last()).click();
  await page.getByText("This table has no items yet.").waitFor();
  expect(trouble).toEqual([]);
});

test("a table is deleted only after a question", async () => {
  await createTable("Gone", "Id");
  await button("Delete table").click();
  await page.keyboard.press("Escape");
  expect(await texts(page.locator(".table-name"))).toEqual(["Gone"]);
  await button("Delete table").click();
  await button("Delete table", dialog()).click();
  await page.getByText("A DynamoDB of your own").waitFor();
  await saved();
  await page.reload();
  await page.getByText("A DynamoDB of your own").waitFor();
});

test("what the engine refuses is said by its name, where it happened", async () => {
  await createTable("Things", "Id");
  await button("New table").click();
  await dialog().getByLabel("Table name").fill("Things");
  await dialog().getByLabel("Partition key").fill("Id");
  await button("Create table", dialog()).click();
  expect(await dialog().getByRole("alert").textContent()).toContain("ResourceInUseException");
  await button("Cancel", dialog()).click();

  await button("New item").first().click();
  await dialog().getByLabel("Item as JSON").fill('{"Id":{"N":"1"}}');
  await button("Create item", dialog()).click();
  await vi.waitFor(async () =>
    expect(await dialog().getByRole("alert").textContent()).toContain("ValidationException"),
  );
  await dialog().getByLabel("Item as JSON").fill('{"Id":');
  await button("Create item", dialog()).click();
  await vi.waitFor(async () =>
    expect(await dialog().getByRole("alert").textContent()).toContain("SyntaxError"),
  );
});

test("any operation runs as JSON, with its answer, status and time", async () => {
  await createTable("Things", "Id");
  await tab("Request").click();
  await page.getByLabel("Operation").fill("PutItem");
  await page.getByLabel("Operation").press("Tab");
  expect(JSON.parse(await page.getByLabel("Request as JSON").inputValue())).toMatchObject({
    TableName: "Things",
    Item: { Id: { S: "text" } },
  });
  await button("Run", page.locator(".request-panel")).click();
  await answer().getByText("200", { exact: true }).waitFor();
  expect(await answer().textContent()).toMatch(/\d ms/);

  const markup = "<img src=x onerror=alert(1)>";
  const item = { Id: { S: "b" }, Note: { S: markup } };
  await runRequest("PutItem", JSON.stringify({ TableName: "Things", Item: item }));
  const key = { TableName: "Things", Key: { Id: { S: "b" } } };
  await runRequest("GetItem", JSON.stringify(key));
  await answer().getByText(JSON.stringify(markup)).waitFor();

  await runRequest("GetItem", JSON.stringify({ ...key, TableName: "Nothing" }));
  await answer().getByRole("alert").getByText("ResourceNotFoundException").waitFor();
  await runRequest("GetItem", "{not json");
  await answer().getByRole("alert").getByText("SerializationException").waitFor();
  await runRequest("NoSuchOperation", "{}");
  await answer().getByRole("alert").getByText("UnknownOperationException").waitFor();

  await tab("Items").click();
  await vi.waitFor(async () => expect(await rows().count()).toBe(2));
  expect(trouble).toEqual([]);
});

test("the log keeps what was sent and brings it back", async () => {
  await createTable("Things", "Id");
  await runRequest("DescribeTable", '{"TableName":"Missing"}');
  await answer().getByText("400", { exact: true }).waitFor();
  await runRequest("ListTables", "{}");
  await answer().getByText("200", { exact: true }).waitFor();
  await tab("Log").click();
  const logged = page.locator(".log-panel tbody tr");
  expect((await texts(logged.locator("b"))).slice(0, 2)).toEqual(["ListTables", "DescribeTable"]);
  await logged.nth(1).click();
  expect(await page.getByLabel("Operation").inputValue()).toBe("DescribeTable");
  expect(await page.getByLabel("Request as JSON").inputValue()).toContain("Missing");
  await answer().getByText("ResourceNotFoundException").first().waitFor();
  await tab("Log").click();
  await button("Clear").click();
  await page.getByText("Nothing was sent yet.").waitFor();
});

test("the database goes out as a file and comes back from it", async () => {
  await loadSample("Music");
  const download = page.waitForEvent("download");
  await button("Export").click();
  const file = await (await download).path();
  await button("Delete table").click();
  await button("Delete table", dialog()).click();
  await page.getByText("A DynamoDB of your own").waitFor();

  const input = page.locator('input[type="file"]');
  await input.setInputFiles(file);
  await page.getByRole("heading", { name: "Music", exact: true }).waitFor();
  await vi.waitFor(async () => expect(await rows().count()).toBe(25));

  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 0xff;
  await input.setInputFiles({ name: "damaged.pixii", mimeType: "", buffer: bytes });
  await button("Replace", dialog()).click();
  await page.getByRole("alert").getByText("DamagedDataError").waitFor();
  await saved();
  await page.reload();
  await vi.waitFor(async () => expect(await rows().count()).toBe(25));
});

test("a second tab is told who has the database, and can go on without keeping", async () => {
  await loadSample("Orders");
  await saved();
  const second = await context.newPage();
  await second.goto(site.url);
  const alert = second.getByRole("alert");
  await alert.getByText("DatabaseLockedError").waitFor();
  expect(await alert.textContent()).toMatch(/open in the playground opened at \d\d:\d\d:\d\d/);

  await button("Use memory alone", second).click();
  await second.getByText("Not kept").waitFor();
  await second.getByText("A DynamoDB of your own").waitFor();
  await second.reload();
  await alert.getByText("DatabaseLockedError").waitFor();
  await page.close();
  await button("Try again", second).click();
  await second.getByRole("heading", { name: "Orders", exact: true }).waitFor();
});

test("the address remembers the tab and the table", async () => {
  await loadSample("Orders");
  await loadSample("Music");
  await page.locator(".table-row", { hasText: "Orders" }).click();
  await tab("Request").click();
  expect(new URL(page.url()).hash).toBe("#request/Orders");
  await saved();
  await page.reload();
  await page.getByLabel("Request as JSON").waitFor();
  expect(await page.locator('.table-row[aria-current="true"]').textContent()).toContain("Orders");
});

test("the keyboard alone is enough", async () => {
  await loadSample("Sensors");
  await tab("Items").focus();
  await page.keyboard.press("ArrowRight");
  expect(await tab("Request").getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("ArrowLeft");
  await rows().first().focus();
  await page.keyboard.press("Enter");
  await dialog().getByLabel("Item as JSON").waitFor();
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
});

test("light and dark, wide and narrow: nothing sticks out of the window", async () => {
  await loadSample("Orders");
  for (const width of [1280, 768, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const name of ["Items", "Request", "Log"]) {
      await tab(name).click();
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await background();
  await button("Light or dark").click();
  expect(await background()).not.toBe(before);
  await page.reload();
  await rows().first().waitFor({ state: "attached" });
  expect(await background()).not.toBe(before);
});
