// axe on every page in both languages and themes, in the states that a walk does not come to: no violation.

import assert from "node:assert/strict";
import { after } from "node:test";

import { complaints } from "./axe.mjs";
import { adjust, ANSWER_PAGES, byTestId, choose, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";
import { REFUSED, REPORTED } from "../support/bad-inputs.mjs";

after(closeBrowser);

/** Sections about evaluators that are asked when they are opened. */
const SECTIONS = ["scorecards-detail", "conflicts-detail", "turnover-detail"];

/** A sheet of every kind: its page, whose it is, and something in it. */
const SHEETS = [
  ["evaluators", "evaluator:E006", "evaluator-sheet"],
  ["indicators", "indicator:I03", "indicator-sheet"],
  ["providers", "provider:P24", "feedback-sheet"],
  ["overview", "round:2024H2", "round-sheet"],
];

for (const language of ["en", "zh"]) {
  for (const theme of ["light", "dark"]) {
    pageTest(`${language}, ${theme}`, { address: `load?lang=${language}&theme=${theme}` }, async (page, { t }) => {
      const clean = (what) =>
        t.test(what, async () => assert.deepEqual(await complaints(page), []));
      await clean("empty load page");
      await choose(page, REFUSED[2].files);
      await byTestId(page, "file-0").waitFor();
      await adjust(page);
      await clean("load page with a refused file");
      await choose(page, REPORTED[1].files);
      await page.waitForFunction(() => location.hash.startsWith("#/overview"));
      await visit(page, "load");
      await adjust(page);
      await clean("load page with a table being corrected");
      await visit(page, "quality");
      await page.locator('[data-testid^="problem-"] button').first().click();
      await page.locator('[data-testid="problems"] tbody tr').first().waitFor();
      await clean("quality page with a list");
      await visit(page, "load");
      await loadSample(page);
      for (const where of ["quality", ...ANSWER_PAGES]) {
        await visit(page, where);
        await page.waitForTimeout(300);
        await clean(where);
        if (where !== "evaluators") continue;
        for (const name of SECTIONS) {
          const section = byTestId(page, name);
          await section.locator("summary").first().click();
          await section.locator("table, article").first().waitFor();
        }
        await page.waitForTimeout(600);
        await clean("evaluators with sections open");
      }
      for (const [where, sheet, inside] of SHEETS) {
        await page.goto(page.url().replace(/#.*/, `#/${where}?lang=${language}&theme=${theme}&at=${sheet}`));
        await byTestId(page, inside).waitFor();
        await page.waitForTimeout(1500);
        await clean(`sheet of ${sheet}`);
      }
      await visit(page, "overview");
      await byTestId(page, "filter-round").click();
      await clean("open filter");
    });
  }
}
