// The page of methods, and that every link to it arrives.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after } from "node:test";

import { site } from "../support/environment.mjs";
import { ANSWER_PAGES, byTestId, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

for (const language of ["en", "zh"]) {
  pageTest(`links to the methods arrive, ${language}`, { address: `load?lang=${language}` }, async (page, { context }) => {
    await loadSample(page);
    const links = new Set();
    for (const where of ANSWER_PAGES) {
      await visit(page, where);
      for (const link of await page.locator("a.method-link").evaluateAll((all) => all.map((link) => link.href))) {
        links.add(link);
      }
    }
    assert.ok(links.size >= 8, `${links.size} different links`);
    const methods = await context.newPage();
    for (const link of links) {
      assert.ok(link.startsWith(`${site()}/methods.${language}.html#`), link);
      await methods.goto(link);
      const note = methods.locator(`article[id="${new URL(link).hash.slice(1)}"]`);
      assert.equal(await note.count(), 1, link);
      assert.ok(await note.isVisible());
    }
    // The data set is still there: the page was not left.
    assert.match(await byTestId(page, "dataset-counts").textContent(), /11,286/);
  });

  for (const colorScheme of ["light", "dark"]) {
    pageTest(`the page of methods is accessible, ${language}, ${colorScheme}`, { colorScheme }, async (page) => {
      await page.goto(`${site()}/methods.${language}.html`);
      assert.ok((await page.locator("article").count()) >= 25);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => window.axe.run(document));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), []);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
    });
  }
}
