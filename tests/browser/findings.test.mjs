// Findings: those that speak of something are found among many; the page tells what it holds and how much is in view.

import assert from "node:assert/strict";
import { after } from "node:test";

import { skatingAbsent, skatingFiles } from "../support/environment.mjs";
import { answered, byTestId, choose, closeBrowser, loadSample, overviewShown, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const headlines = (page) => page.locator('[data-testid="finding"] .finding-headline').allTextContents();

pageTest("evaluators who became harsher in a round are found", { skip: skatingAbsent }, async (page) => {
  await choose(page, skatingFiles);
  await overviewShown(page);
  await visit(page, "evaluators");
  const before = await headlines(page);
  await byTestId(page, "findings-query").fill("harsher 2017");
  await page.waitForFunction((n) => document.querySelectorAll('[data-testid="finding"]').length !== n, before.length);
  const found = await headlines(page);
  assert.ok(found.length > 0);
  for (const text of found) {
    assert.match(text, /2017/);
    assert.match(text, /harsher|lower/i);
  }
  assert.equal(await byTestId(page, "findings-more").count(), 0, "all that fit are shown");
  await byTestId(page, "findings-query").fill("no such words");
  await page.getByText("No finding speaks of that.").waitFor();
  await byTestId(page, "findings-query").fill("");
  await page.waitForFunction((n) => document.querySelectorAll('[data-testid="finding"]').length === n, before.length);
  assert.deepEqual(await headlines(page), before);
});

pageTest("what is in view is counted beside what is loaded", {}, async (page) => {
  await loadSample(page);
  const counts = byTestId(page, "dataset-counts");
  const whole = await counts.textContent();
  const total = /([\d,]+) scores/.exec(whole)[1];
  await byTestId(page, "filter-round").click();
  await byTestId(page, "filter-round-options").locator("label").first().click();
  await page.keyboard.press("Escape");
  await page.getByText(`of ${total} scores in 1 round:`).waitFor();
  const [, some] = /In view: ([\d,]+) of/.exec(await counts.textContent());
  // The table of rounds counts the scores of the only round in view.
  await answered(page);
  const row = page.locator('[data-testid="rounds"] tbody tr');
  assert.equal(await row.count(), 1);
  assert.ok((await row.first().textContent()).includes(some));
  await byTestId(page, "filter-clear").click();
  await page.waitForFunction((whole) => document.querySelector('[data-testid="dataset-counts"]').textContent === whole, whole);
});

pageTest("the list of sections leads to each of them", {}, async (page) => {
  await loadSample(page);
  for (const where of ["evaluators", "indicators", "providers"]) {
    await visit(page, where);
    const links = byTestId(page, "on-this-page").locator("a");
    const n = await links.count();
    const headings = await page.locator("section.section > h2").allTextContents();
    for (let k = 0; k < n; k += 1) assert.ok(headings.includes(await links.nth(k).textContent()), `${where}: ${k}`);
    await links.nth(n - 1).click();
    await page.waitForFunction(
      (heading) => {
        const section = [...document.querySelectorAll("section.section")].find((s) => s.querySelector("h2")?.textContent === heading);
        const { top, bottom } = section.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      },
      await links.nth(n - 1).textContent(),
      { timeout: 20_000 },
    );
  }
});

pageTest("categories that are ranked together are named, and one is a click away", {}, async (page) => {
  await loadSample(page);
  await visit(page, "providers");
  const line = byTestId(page, "categories-together");
  const link = line.locator("button").first();
  const category = await link.textContent();
  await link.click();
  await line.waitFor({ state: "detached" });
  await answered(page);
  assert.ok(decodeURIComponent(page.url()).includes(`category=${category}`), page.url());
});
