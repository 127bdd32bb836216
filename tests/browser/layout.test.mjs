// Every page fits the width of the screen; what is wider scrolls in a box of its own.

import assert from "node:assert/strict";
import { after } from "node:test";

import { ANSWER_PAGES, closeBrowser, engineReady, loadSample, overflow, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** 320 is the width at which WCAG 2.2 asks for reflow (1.4.10). */
const WIDTHS = [320, 390, 768, 1440];

for (const language of ["en", "zh"]) {
  pageTest(`no page is wider than the screen, ${language}`, { address: `load?lang=${language}` }, async (page, { t }) => {
    const fits = (what) =>
      t.test(what, async () => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          await page.waitForTimeout(200);
          assert.deepEqual(await overflow(page), [], `at ${width} pixels`);
        }
        await page.setViewportSize({ width: 1440, height: 900 });
      });
    await engineReady(page);
    await fits("load page");
    await loadSample(page);
    for (const where of ["quality", ...ANSWER_PAGES]) {
      await visit(page, where);
      await fits(where);
    }
  });
}
