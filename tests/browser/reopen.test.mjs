// A report is opened again in place of scores: the same numbers, and honest about what it cannot answer.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before } from "node:test";
import { join } from "node:path";

import { cli } from "../support/cli.mjs";
import { known } from "../support/compare.mjs";
import { SAMPLE_TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";
import { assertFigure, byTestId, choose, closeBrowser, loadSample, overviewShown, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const folder = temporaryFolder({ after });
const written = join(folder, "report.json");
let report;
before(() => {
  assert.equal(cli("simulate", "--output", folder).code, 0);
  const tables = SAMPLE_TABLES.map((name) => join(folder, name));
  assert.equal(cli("analyze", ...tables, "--pass", "62.5", "-o", written).code, 0);
  report = JSON.parse(readFileSync(written, "utf8"));
});

pageTest("a report of the command line is opened with its numbers and its marks", {}, async (page) => {
  await choose(page, [written]);
  await overviewShown(page);
  await visit(page, "evaluators");
  await assertFigure(page, "icc-a-1-overall", known(report.evaluators.agreement).icc_a_1.value);
  await visit(page, "providers");
  await byTestId(page, "standing").locator("summary").first().click();
  await byTestId(page, "card-funnel").locator("svg").waitFor();
  assert.equal(await byTestId(page, "pass-mark").inputValue(), "62.5");
  // Another mark was not asked when the report was written, and there are no scores to ask.
  await byTestId(page, "pass-mark").fill("50");
  await byTestId(page, "pass-mark").press("Tab");
  await byTestId(page, "no-answer").waitFor();
  assert.match(await byTestId(page, "no-answer").textContent(), /report without its scores/);
  await byTestId(page, "undo").click();
  await byTestId(page, "card-funnel").locator("svg").waitFor();
});

pageTest("a report that the page exports opens with its briefing", {}, async (page) => {
  await loadSample(page);
  await visit(page, "briefing");
  await byTestId(page, "template-stakeholders").click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="slide"] .bf-slide').length > 3);
  const headings = await byTestId(page, "slide").locator(".bf-heading").allTextContents();
  const [download] = await Promise.all([page.waitForEvent("download"), byTestId(page, "export-json").click()]);
  const path = join(folder, "exported.json");
  await download.saveAs(path);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.locator("h1").waitFor();
  await visit(page, "load");
  await choose(page, [path]);
  await overviewShown(page);
  await visit(page, "briefing");
  await page.waitForFunction(
    (n) => document.querySelectorAll('[data-testid="slide"] .bf-slide').length === n,
    headings.length,
  );
  assert.deepEqual(await byTestId(page, "slide").locator(".bf-heading").allTextContents(), headings);
  assert.equal(await byTestId(page, "slide-stale").count(), 0, "the numbers are those that were pinned");
});

pageTest("a report of another version, or none, is refused and nothing is lost", {}, async (page) => {
  await loadSample(page);
  await visit(page, "load");
  for (const [name, text, expected] of [
    ["older.json", JSON.stringify({ version: 1, evenhand: "0.0.1" }), /version 1/],
    ["broken.json", '{"version": 3, "evenhand": "0.1.0", "loaded": {', /is none/],
  ]) {
    const path = join(folder, name);
    writeFileSync(path, text);
    await choose(page, [path]);
    await byTestId(page, "load-error").filter({ hasText: expected }).waitFor();
  }
  await visit(page, "overview");
});
