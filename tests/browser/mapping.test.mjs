// Columns under other names, assigned by hand in the preview.

import assert from "node:assert/strict";
import { after } from "node:test";

import { FILES, ICCS } from "../reference/shrout-fleiss.mjs";
import { assertDigits } from "../support/compare.mjs";
import { adjust, byTestId, choose, closeBrowser, figure, overviewShown, pageTest, visit } from "./support.mjs";

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
