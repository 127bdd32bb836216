// The same scores as a workbook and as a GB18030 file of another shape: loaded as they are, the figures are the same.

import assert from "node:assert/strict";
import { after } from "node:test";

import { skatingAbsent, skatingFiles } from "../support/environment.mjs";
import { temporaryFolder, writeFiles } from "../support/folders.mjs";
import { gb18030, metadata, workbook } from "../support/skating-forms.mjs";
import { byTestId, choose, closeBrowser, figure, overviewShown, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const FIGURES = {
  evaluators: ["icc-a-1-overall", "icc-a-k-overall", "icc-c-1-overall"],
  indicators: ["alpha-overall"],
  providers: ["round-mean"],
};

/** Loads files without touching the page, and reads figures of every question. */
async function figuresOf(page, files) {
  await choose(page, files);
  await overviewShown(page);
  const found = { counts: await byTestId(page, "dataset-counts").textContent() };
  for (const [where, names] of Object.entries(FIGURES)) {
    await visit(page, where);
    for (const name of names) found[name] = await figure(page, name);
  }
  await visit(page, "load");
  return found;
}

pageTest("the same scores in every form", { skip: skatingAbsent }, async (page, { t }) => {
  const folder = temporaryFolder(t);
  const long = await figuresOf(page, skatingFiles);
  await t.test("17 sheets of a workbook", async () => {
    const files = [...writeFiles(folder, [await workbook()]), ...metadata()];
    assert.deepEqual(await figuresOf(page, files), long);
    const taken = await byTestId(page, "file-0-taken").textContent();
    assert.match(taken, /Scores .*Round R01 … R17/);
    assert.equal(await page.locator('[data-testid^="file-"].file-card').count(), 5, "17 sheets share one card");
    assert.match(await byTestId(page, "file-0").textContent(), /16 more/);
  });
  await t.test("GB18030, a column per evaluator, Chinese headers", async () => {
    const files = [...writeFiles(folder, [gb18030()]), ...metadata()];
    assert.deepEqual(await figuresOf(page, files), long);
    assert.match(await byTestId(page, "file-0-reasons").textContent(), /GB18030/);
  });
});
