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

test("the keyboard moves the clock", async () => {
  await tab("Clock").click();
  await button("Freeze").focus();
  await page.keyboard.press("Enter");
  await clock().getByText("standing", { exact: true }).waitFor();
  await button("+ 7 days").focus();
  const before = await shownTime();
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await shownTime()).toBe(before + 7 * 86_400));
});

test("light and dark, wide and narrow: nothing sticks out of the window", async () => {
  for (const width of [1280, 768, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const name of ["Clock"]) {
      await tab(name).click();
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
