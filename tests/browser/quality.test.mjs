// The quality page: what is decided about problems changes the numbers and can be undone; long lists stay usable.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after } from "node:test";

import { CLEAN, INDICATORS } from "../support/bad-inputs.mjs";
import { byTestId, choose, closeBrowser, overviewShown, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** The number of scores of the data set, as the top bar has it. */
async function scores(page) {
  const counts = await byTestId(page, "dataset-counts").textContent();
  return Number(/([\d,]+) scores/.exec(counts)[1].replaceAll(",", ""));
}

/** Waits until the data set has so many scores. */
const waitForScores = (page, n) =>
  page.waitForFunction(
    (text) => document.querySelector('[data-testid="dataset-counts"]').textContent.includes(text),
    `${n.toLocaleString("en-GB")} scores`,
  );

const bad = (...rows) => [{ name: "scores.csv", content: `${CLEAN}${rows.join("\n")}\n` }, INDICATORS];

pageTest("choices change the numbers, and undo brings them back", {}, async (page) => {
  await choose(page, bad("R1,P2,staff,E3,12", "R1,P2,care,E3,5"));
  await overviewShown(page);
  assert.equal(await scores(page), 9);
  await visit(page, "quality");
  await byTestId(page, "choose-out-of-range").selectOption({ label: "Move the score to the end of the scale" });
  await waitForScores(page, 10);
  assert.match(page.url(), /#\/quality/);
  assert.match(await byTestId(page, "choices").textContent(), /Move the score to the end of the scale/);
  const kind = byTestId(page, "problem-out-of-range");
  await kind.getByRole("button").first().click();
  await kind.locator("tbody tr").first().waitFor();
  assert.match(await kind.locator("tbody tr").first().textContent(), /scores\.csv.*10.*score.*12.*0 to 10/);

  // A correction of something else keeps the choice.
  await visit(page, "load");
  await byTestId(page, "load-mapped").click();
  await overviewShown(page);
  assert.equal(await scores(page), 10);
  await visit(page, "quality");
  await byTestId(page, "choose-out-of-range").selectOption({ label: "Leave the row out" });
  await waitForScores(page, 9);
  await byTestId(page, "undo-choice").click();
  await waitForScores(page, 10);
});

pageTest("ids that are nearly the same are joined on request only", {}, async (page) => {
  await choose(page, bad("R1,P1,care,e 3,7", "R1,P1,staff,E3,8", "R1,P2,care,E3,8", "R1,P2,staff,E3,8"));
  await overviewShown(page);
  const evaluators = async () => /(\d+) evaluators/.exec(await byTestId(page, "dataset-counts").textContent())[1];
  assert.equal(await evaluators(), "4");
  await visit(page, "quality");
  const kind = byTestId(page, "problem-near-duplicate-id");
  await kind.getByRole("button").first().click();
  await kind.locator('[data-testid="join"]').first().click();
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="dataset-counts"]').textContent.includes("3 evaluators"),
  );
  assert.equal(await byTestId(page, "problem-near-duplicate-id").count(), 0);
  assert.match(await byTestId(page, "choices").textContent(), /is read as/);
  await byTestId(page, "undo-choice").click();
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="dataset-counts"]').textContent.includes("4 evaluators"),
  );
});

pageTest("30,000 problems can be listed, and the whole report taken away", {}, async (page, { t }) => {
  const rows = Array.from({ length: 30_000 }, (_, k) => `R1,P${k},care,E1,${k % 3 ? 12 : 13}`);
  await choose(page, bad(...rows));
  await overviewShown(page);
  await visit(page, "quality");
  const kind = byTestId(page, "problem-out-of-range");
  assert.equal(await kind.getAttribute("data-value"), "30000");
  assert.match(await kind.locator(".found-values").textContent(), /“12” 20,000×.*“13” 10,000×/);
  await page.evaluate(() => (window.longTasks.length = 0));
  await kind.getByRole("button").first().click();
  await kind.locator("tbody tr").first().waitFor();
  assert.equal(await kind.locator("tbody tr").count(), 100);
  await byTestId(page, "instances-last").click();
  await page.getByText("29,901–30,000 of 30,000").waitFor();
  assert.match(await kind.locator("tbody tr").last().textContent(), /30,009/);
  await page.waitForTimeout(200);
  const tasks = await page.evaluate(() => window.longTasks.map((task) => Math.round(task.duration)));
  t.diagnostic(`long tasks: ${tasks.join(", ") || "none"}`);

  const download = page.waitForEvent("download");
  await byTestId(page, "download-quality").click();
  const lines = readFileSync(await (await download).path(), "utf8").trimEnd().split("\r\n");
  const listed = lines.filter((line) => /scores\.csv,,\d+,score,1[23],/.test(line));
  assert.equal(listed.length, 30_000);
  assert.match(listed.at(-1), /scores\.csv,,30009,score/);
});
