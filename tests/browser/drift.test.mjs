// The sections about drift and about departures: progress while they are computed, stopped and gone on with, and what
// they show.

import assert from "node:assert/strict";
import { after } from "node:test";

import { skatingAbsent, skatingFiles } from "../support/environment.mjs";
import { byTestId, closeBrowser, dropAndWatch, filesInPage, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** What opening a section of the page about evaluators leads to: milliseconds, and the shares that were shown. */
function openAndWatch(page, section, ready) {
  return page.evaluate(
    async ({ section, ready }) => {
      const details = document.querySelector(`[data-testid="${section}"]`);
      const shares = [];
      const started = performance.now();
      details.querySelector("summary").click();
      while (!details.querySelector(`[data-testid="${ready}"] tbody tr`)) {
        const bar = details.querySelector('[data-testid="waiting"] progress');
        if (bar?.hasAttribute("value")) shares.push(Number(bar.getAttribute("value")));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return { milliseconds: performance.now() - started, shares };
    },
    { section, ready },
  );
}

pageTest("drift of the skating set, with progress", { skip: skatingAbsent }, async (page, { t }) => {
  await dropAndWatch(page, await filesInPage(page, skatingFiles));
  await visit(page, "evaluators");
  const drift = await openAndWatch(page, "drift-detail", "drift-evaluators");
  const different = [...new Set(drift.shares)];
  t.diagnostic(`drift shown after ${drift.milliseconds.toFixed(0)} ms; progress ${different.join(", ")}`);
  assert.ok(different.length > 3, "the page tells how far it is");
  assert.deepEqual(different, different.toSorted((a, b) => a - b), "progress does not go back");
  const verdicts = await page.evaluate(() => {
    const said = (cell) => cell.firstChild.textContent.trim();
    const above = new Map();
    for (const cell of document.querySelectorAll('[data-testid^="drift-E"]')) {
      above.set(cell.dataset.testid.slice("drift-".length), said(cell));
    }
    return [...document.querySelectorAll('[data-testid="drift-evaluators"] tbody tr')].map((row) => {
      const id = row.querySelector("th a").dataset.entity.slice("evaluator:".length);
      return { id, above: above.get(id), below: said(row.querySelector("td span")), cells: row.textContent };
    });
  });
  const both = verdicts.filter(({ above }) => above !== undefined);
  assert.ok(both.length > 20, `${both.length} evaluators in both tables`);
  for (const { id, above, below } of both) assert.equal(below, above, `one verdict on ${id}`);
  // Where the Rasch model says otherwise it is to be seen in the row.
  assert.ok(verdicts.some(({ cells }) => /differs \(/.test(cells)), "the other model's verdict stands beside");
  const facets = await openAndWatch(page, "facets-detail", "unexpected-scores");
  t.diagnostic(`departures shown after ${facets.milliseconds.toFixed(0)} ms`);
});

pageTest("an answer that is stopped is asked again on request", { skip: skatingAbsent }, async (page) => {
  await dropAndWatch(page, await filesInPage(page, skatingFiles));
  await visit(page, "evaluators");
  const section = byTestId(page, "drift-detail");
  await section.locator("summary").first().click();
  await byTestId(page, "answer-cancel").click();
  await byTestId(page, "answer-stopped").waitFor();
  // Other answers are to be had all the same.
  await visit(page, "providers");
  await visit(page, "evaluators");
  await byTestId(page, "drift-detail").locator("summary").first().click();
  await byTestId(page, "answer-stopped").locator("button").click();
  await byTestId(page, "drift-evaluators").locator("tbody tr").first().waitFor();
});

pageTest("the pass mark is the reader's on both pages", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  await byTestId(page, "drift-detail").locator("summary").first().click();
  const table = byTestId(page, "drift-evaluators");
  await table.locator("tbody tr").first().waitFor();
  await byTestId(page, "drift-pass-mark").fill("70");
  await byTestId(page, "drift-pass-mark").blur();
  await table.locator("tbody tr").first().waitFor();
  await visit(page, "providers");
  await byTestId(page, "standing").locator("summary").first().click();
  assert.equal(await byTestId(page, "pass-mark").inputValue(), "70");
});

pageTest("departures of the sample", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  await byTestId(page, "facets-detail").locator("summary").first().click();
  for (const name of ["interactions-round", "interactions-indicator", "unexpected-scores", "categories"]) {
    await byTestId(page, name).locator("tbody tr").first().waitFor();
  }
  await byTestId(page, "card-category-curves").locator("svg").first().waitFor();
});
