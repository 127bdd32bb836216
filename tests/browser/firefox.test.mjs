// The dashboard in Firefox: every page with all its sections, in both languages, without an error.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import puppeteer from "puppeteer-core";

import { firefox, firefoxAbsent, site, siteFolder, skatingAbsent, skatingFiles } from "../support/environment.mjs";

const PICTURES = join(siteFolder(), "..", "walk");
mkdirSync(PICTURES, { recursive: true });

const PAGES = ["quality", "overview", "evaluators", "indicators", "providers"];
const PATIENCE = 60_000;

let running;
after(() => running?.close());

const byTestId = (name) => `[data-testid="${name}"]`;

/** A page of a Firefox that is started once, and what it complains of. */
async function open(language) {
  running ??= await puppeteer.launch({ browser: "firefox", executablePath: firefox(), headless: true });
  const page = await running.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width: 1280, height: 900 });
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== new URL(site()).origin && !["blob:", "data:"].includes(url.protocol))
      complaints.push(`request to ${request.url()}`);
  });
  await page.goto(`${site()}/#/load?lang=${language}`);
  await page.waitForSelector("h1");
  return { page, complaints };
}

/** Waits until nothing is being computed. */
const answered = (page) =>
  page.waitForFunction(
    () =>
      document.querySelector("h1") &&
      !document.querySelector('[data-testid="waiting"], .answer[aria-busy="true"]') &&
      (document.querySelector('[data-testid="findings"], [data-testid="quality"]') ?? null),
  );

/** Goes through all pages, opens what can be opened, and fails where nothing is drawn. */
async function walk(page, picture) {
  for (const where of PAGES) {
    await page.click(byTestId(`nav-${where}`));
    await page.waitForFunction((where) => location.hash.startsWith(`#/${where}`), {}, where);
    await answered(page);
    await page.evaluate(() => {
      for (const summary of document.querySelectorAll("details.on-demand:not([open]) > summary")) summary.click();
    });
    await answered(page);
    if (where !== "quality") {
      await page.waitForSelector(".chart-svg svg");
      const marks = await page.$$eval(".chart-svg svg", (all) => all.map((svg) => svg.querySelectorAll("*").length));
      assert.ok(marks.every((n) => n > 3), `${where}: ${marks}`);
    }
    assert.equal(await page.$(byTestId("no-answer")), null, where);
    await page.screenshot({ path: join(PICTURES, `firefox-${picture}-${where}.png`) });
  }
}

for (const language of ["en", "zh"]) {
  test(`sample, ${language}`, { skip: firefoxAbsent, timeout: 240_000 }, async () => {
    const { page, complaints } = await open(language);
    await page.click(byTestId("try-sample"));
    await page.waitForFunction(() => location.hash.startsWith("#/overview"));
    await walk(page, `sample-${language}`);
    assert.deepEqual(complaints, []);
    await page.close();
  });
}

test("skating", { skip: firefoxAbsent || skatingAbsent, timeout: 240_000 }, async () => {
  const { page, complaints } = await open("en");
  const input = await page.waitForSelector(byTestId("file-input"));
  await input.uploadFile(...skatingFiles);
  await page.waitForFunction(() => location.hash.startsWith("#/overview"));
  await walk(page, "skating-en");
  assert.deepEqual(complaints, []);
  await page.close();
});
