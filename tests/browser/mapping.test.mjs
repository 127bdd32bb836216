// Columns under other names, assigned by hand in the preview.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after } from "node:test";

import { FILES, ICCS } from "../reference/shrout-fleiss.mjs";
import { assertDigits } from "../support/compare.mjs";
import {
  adjust,
  byTestId,
  choose,
  closeBrowser,
  figure,
  overviewShown,
  pageTest,
  visit,
} from "./support.mjs";

after(closeBrowser);

const HEADERS = ["comp", "skater", "crit", "judge", "pts"];

const MEANINGS = { comp: "Round", skater: "Provider", crit: "Indicator", judge: "Evaluator", pts: "Score" };

pageTest("odd headers", {}, async (page) => {
  const [scores, indicators] = FILES;
  const odd = { name: "export.csv", content: scores.content.replace(/^.*/, HEADERS.join(",")) };
  await choose(page, [odd, indicators]);
  const card = byTestId(page, "file-0");
  await card.waitFor();
  assert.deepEqual(await card.locator("thead .column-header").allTextContents(), HEADERS);
  assert.deepEqual(await card.locator("tbody tr").first().locator("td").allTextContents(), [
    "R1",
    "T1",
    "quality",
    "J1",
    "9",
  ]);
  await adjust(page);
  await byTestId(page, "file-0-kind").selectOption({ label: "Scores" });
  for (const [column, header] of HEADERS.entries()) {
    await byTestId(page, `file-0-column-${column}`).selectOption({ label: MEANINGS[header] });
  }
  await byTestId(page, "load-mapped").click();
  await overviewShown(page);
  await visit(page, "evaluators");
  const shown = { icc_a_1: "icc-a-1", icc_c_1: "icc-c-1", icc_a_k: "icc-a-k", icc_c_k: "icc-c-k" };
  for (const [name, value] of ICCS.filter(([name]) => name in shown)) {
    assertDigits(await figure(page, `${shown[name]}-overall`), value, name);
    assertDigits(await figure(page, `${shown[name]}-R1`), value, `${name} of the round`);
  }
});

const counts = (page) => byTestId(page, "dataset-counts").textContent();

/** A second row of names, for another program, is taken for the header. */
const march = [
  "Results of March",
  "who,by,points,",
  "provider,evaluator,order,note",
  "A,X,1,",
  "A,Y,2,",
  "B,X,3,",
  "B,Y,5,",
  "",
].join("\n");

pageTest("a header is moved up by hand and found again in the next file", {}, async (page) => {
  await choose(page, [{ name: "march.csv", content: march }]);
  const card = byTestId(page, "file-0");
  await card.waitFor();
  const headers = () => card.locator("thead .column-header").allTextContents();
  assert.deepEqual(await headers(), ["provider", "evaluator", "order", "note"]);
  await adjust(page);
  await byTestId(page, "file-0-header-row").fill("2");
  await byTestId(page, "file-0-header-row").blur();
  assert.deepEqual(await headers(), ["who", "by", "points", ""]);
  assert.deepEqual(await card.locator("tbody tr").nth(1).locator("th, td").allTextContents(), ["4", "A", "X", "1", ""]);
  await byTestId(page, "file-0-kind").selectOption({ label: "Scores" });
  for (const [column, label] of ["Provider", "Evaluator", "Score"].entries()) {
    await byTestId(page, `file-0-column-${column}`).selectOption({ label });
  }
  const download = page.waitForEvent("download");
  await byTestId(page, "save-mapping").click();
  const mapping = readFileSync(await (await download).path());
  await byTestId(page, "load-mapped").click();
  await overviewShown(page);
  assert.match(await counts(page), /\b4 scores/);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await visit(page, "load");
  const file = { name: "mapping.json", mimeType: "application/json", buffer: mapping };
  await byTestId(page, "mapping-input").setInputFiles(file);
  await page.getByText("applied to the next files").waitFor();
  await choose(page, [{ name: "april.csv", content: march.replace("March", "April\nChecked by Z") }]);
  await overviewShown(page);
  assert.match(await counts(page), /\b4 scores/);
});
