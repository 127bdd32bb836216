// The load page: pasted tables, corrections that are remembered and forgotten, mapping files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after } from "node:test";

import { CLEAN, INDICATORS } from "../support/bad-inputs.mjs";
import { adjust, byTestId, choose, closeBrowser, figure, overviewShown, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** Pastes a text into the page, as a spreadsheet's clipboard holds it. */
const paste = (page, text) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

pageTest("a pasted table", {}, async (page) => {
  await paste(page, "no table at all");
  assert.equal(await byTestId(page, "file-0").count(), 0);
  await paste(page, CLEAN.replaceAll(",", "\t"));
  await overviewShown(page);
  assert.equal((await byTestId(page, "dataset-name").textContent()).trim(), "pasted.tsv");
  assert.match(await byTestId(page, "dataset-counts").textContent(), /\b8 scores/);
});

/** Scores whose evaluators are taken for providers and the other way round. */
const SWAPPED = {
  name: "march.csv",
  content: CLEAN.replace(/^.*/, "round,evaluator,indicator,provider,score"),
};

/** How many evaluators and providers the data set has. */
const counts = (page) => byTestId(page, "dataset-counts").textContent();

pageTest("a wrong guess is corrected, remembered and forgotten", {}, async (page) => {
  await choose(page, [SWAPPED, INDICATORS]);
  await overviewShown(page);
  await visit(page, "load");
  await adjust(page);
  await byTestId(page, "file-0-column-1").selectOption({ label: "Source" });
  await byTestId(page, "file-0-column-3").selectOption({ label: "Evaluator" });
  await byTestId(page, "file-0-column-1").selectOption({ label: "Provider" });
  assert.match(await byTestId(page, "file-0-reasons").textContent(), /by hand/);
  await byTestId(page, "load-mapped").click();
  await overviewShown(page);
  const corrected = await counts(page);

  await page.reload();
  await page.locator("h1").waitFor();
  await visit(page, "load");
  await byTestId(page, "remembered").locator("summary").click();
  assert.match(await byTestId(page, "remembered").textContent(), /march\.csv/);
  await choose(page, [{ ...SWAPPED, name: "april.csv" }, INDICATORS]);
  await overviewShown(page);
  assert.equal(await counts(page), corrected);
  await visit(page, "load");
  assert.match(await byTestId(page, "file-0-reasons").textContent(), /corrected tables of this form before/);

  await byTestId(page, "remembered").locator("summary").click();
  await byTestId(page, "forget-all").click();
  assert.equal(await byTestId(page, "remembered").count(), 0);
  await choose(page, [SWAPPED, INDICATORS]);
  await overviewShown(page);
  await visit(page, "load");
  assert.doesNotMatch(await byTestId(page, "file-0-reasons").textContent(), /corrected/);
  assert.equal(await page.evaluate(() => localStorage.getItem("evenhand.mappings")), null);
});

pageTest("a mapping file is saved and opened", {}, async (page) => {
  const odd = { name: "odd.csv", content: CLEAN.replace(/^.*/, "comp,skater,crit,judge,pts") };
  await choose(page, [odd]);
  await byTestId(page, "file-0").waitFor();
  await adjust(page);
  await byTestId(page, "file-0-kind").selectOption({ label: "Scores" });
  for (const [column, label] of ["Round", "Provider", "Indicator", "Evaluator", "Score"].entries()) {
    await byTestId(page, `file-0-column-${column}`).selectOption({ label });
  }
  const download = page.waitForEvent("download");
  await byTestId(page, "save-mapping").click();
  const text = readFileSync(await (await download).path(), "utf8");
  assert.equal(JSON.parse(text).evenhand_mapping, 1);
  assert.equal(JSON.parse(text).tables[0].columns[3].field, "evaluator");

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.locator("h1").waitFor();
  const mapping = (content) => ({ name: "mapping.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await byTestId(page, "mapping-input").setInputFiles(mapping('{"other": 1}'));
  await page.getByText("not a mapping file").waitFor();
  await byTestId(page, "mapping-input").setInputFiles(mapping(text));
  await page.getByText("applied to the next files").waitFor();
  await choose(page, [odd]);
  await overviewShown(page);
  assert.match(await counts(page), /\b8 scores/);
  await visit(page, "evaluators");
  assert.ok(Number.isFinite(await figure(page, "icc-a-1-overall")));
});

pageTest("verbal scores wait for confirmation", {}, async (page) => {
  const words = { 5: "合格", 5.5: "合格", 6: "合格", 6.5: "良好", 7: "良好", 8: "优秀", 9: "优秀" };
  const content = CLEAN.replace(/,([\d.]+)$/gm, (_, score) => `,${words[score]}`);
  await choose(page, [{ name: "words.csv", content }]);
  await byTestId(page, "file-0-words").waitFor();
  assert.match(page.url(), /#\/load/);
  const inputs = byTestId(page, "file-0-words").locator("input");
  // The three words of the table and the fourth of their scale, which other files may use.
  assert.equal(await inputs.count(), 4);
  await inputs.first().fill("2.5");
  await inputs.first().blur();
  await byTestId(page, "file-0-confirm").click();
  await byTestId(page, "load-mapped").click();
  await overviewShown(page);
  assert.match(await counts(page), /\b8 scores/);
});
