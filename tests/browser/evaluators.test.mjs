// The sections about evaluators that are asked on demand: ties, turnover, scorecards, and the sheet of one evaluator.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after } from "node:test";
import { join } from "node:path";

import { analyze, cli } from "../support/cli.mjs";
import { known } from "../support/compare.mjs";
import { SAMPLE_TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";
import { assertFigure, byTestId, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** The command line's report about the sample. */
function sampleReport(t) {
  const folder = temporaryFolder(t);
  assert.equal(cli("simulate", "--output", folder).code, 0);
  return analyze(SAMPLE_TABLES.map((table) => join(folder, table)));
}

async function unfold(page, name) {
  const details = byTestId(page, name);
  await details.locator("summary").first().click();
  return details;
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), "utf8") };
}

/** Nothing on the page may be wider than the screen. */
async function assertNoSidewaysScroll(page) {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(inner <= outer, `${inner} px of content on ${outer} px`);
}

pageTest("ties to providers", {}, async (page, { t }) => {
  const report = sampleReport(t);
  await loadSample(page);
  await visit(page, "evaluators");
  const section = await unfold(page, "conflicts-detail");
  await byTestId(page, "conflict-difference").waitFor();
  const effect = known(report.conflicts.kinds[0].overall);
  await assertFigure(page, "conflict-tied", effect.tied.value);
  await assertFigure(page, "conflict-other", effect.other.value);
  await assertFigure(page, "conflict-difference", effect.difference.value);
  await section.locator('[data-testid="card-conflicts"] svg').waitFor();
  const rows = report.conflicts.kinds[0].evaluators;
  await byTestId(page, "conflict-evaluators").locator("tbody tr").nth(rows.length - 1).waitFor();
  const one = rows.find((row) => row.effect.known);
  await assertFigure(page, `conflict-${one.evaluator}`, one.effect.known.difference.value);
  // The sample declares conflicts of interest, and somebody favours the providers concerned.
  const declared = report.conflicts.kinds.find((of) => of.kind === "declared");
  const found = declared.evaluators.filter((row) => row.effect.known?.verdict === "favours");
  assert.ok(found.length > 0, JSON.stringify(declared.evaluators));
  await byTestId(page, "conflict-kind").selectOption("1");
  const difference = known(declared.overall).difference.value;
  await page.waitForFunction(
    (value) => Number(document.querySelector('[data-testid="conflict-difference"]')?.dataset.value) === value,
    difference,
  );
  for (const { evaluator, effect: { known: of } } of found) {
    await assertFigure(page, `conflict-${evaluator}`, of.difference.value);
  }
});

pageTest("turnover and what changes are made of", {}, async (page, { t }) => {
  const report = sampleReport(t);
  await loadSample(page);
  await visit(page, "evaluators");
  const section = await unfold(page, "turnover-detail");
  await byTestId(page, "change-splits").locator("tbody tr").first().waitFor();
  for (const split of report.turnover.splits) {
    const parts = known(split.parts);
    await assertFigure(page, `split-raw-${split.round}`, split.raw);
    await assertFigure(page, `split-composition-${split.round}`, parts.composition.value);
    await assertFigure(page, `split-drift-${split.round}`, parts.drift.value);
    await assertFigure(page, `split-change-${split.round}`, parts.provider_change.value);
  }
  for (const chart of ["change-split", "panel-flow", "panel-network"]) {
    const card = section.locator(`[data-testid="card-${chart}"]`);
    await card.scrollIntoViewIfNeeded();
    await card.locator("svg").waitFor();
  }
  // The words around the chart name the round.
  const { rounds } = report.turnover;
  const card = section.locator('[data-testid="card-panel-network"]');
  for (const { round, evaluators } of [rounds.at(-1), rounds[0]]) {
    await byTestId(page, "network-round").selectOption(round);
    await card.filter({ hasText: round }).locator("svg").waitFor();
    assert.match(await card.textContent(), new RegExp(`${evaluators.length} evaluators`));
  }
});

pageTest("scorecards follow the policy", {}, async (page, { t }) => {
  const report = sampleReport(t);
  await loadSample(page);
  await visit(page, "evaluators");
  await unfold(page, "scorecards-detail");
  const advice = (id) => byTestId(page, `advice-${id}`).textContent();
  await byTestId(page, "advice-E006").waitFor();
  const names = { review_scores: "review scores", retrain: "re-train", brief: "brief", keep: "keep" };
  for (const card of report.scorecards.evaluators.slice(0, 8)) {
    assert.equal((await advice(card.evaluator)).trim(), names[card.advice], card.evaluator);
  }
  const grid = byTestId(page, "scorecards");
  const csv = await downloaded(page, grid.locator("xpath=../following-sibling::p[1]//button[contains(., 'CSV')]"));
  assert.equal(csv.name, "scorecards.csv");
  assert.match(csv.content, /re-train|review scores/);

  // Nobody has so many score sheets.
  await byTestId(page, "policy-sheets").fill("1000");
  await byTestId(page, "policy-sheets").press("Tab");
  await page.waitForFunction(
    () => document.querySelector('[data-testid="advice-E006"]')?.textContent.includes("too little data"),
  );
  const saved = await downloaded(page, byTestId(page, "save-policy"));
  assert.equal(saved.name, "evenhand-scorecard-policy.json");
  const file = JSON.parse(saved.content);
  assert.equal(file.evenhand_scorecard_policy, 1);
  assert.equal(file.policy.least_score_sheets, 1000);

  await byTestId(page, "restore-policy").click();
  await page.waitForFunction(
    () => !document.querySelector('[data-testid="advice-E006"]')?.textContent.includes("too little data"),
  );
  await byTestId(page, "policy-input").setInputFiles({
    name: "policy.json",
    mimeType: "application/json",
    buffer: Buffer.from(saved.content),
  });
  await page.waitForFunction(() => document.querySelector('[data-testid="policy-sheets"]').value === "1000");
  await byTestId(page, "policy-input").setInputFiles({
    name: "other.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"tables": []}'),
  });
  await byTestId(page, "policy").locator('[role="alert"]').waitFor();
  assert.equal(await byTestId(page, "policy-sheets").inputValue(), "1000");
});

pageTest("a row opens the sheet of its evaluator", {}, async (page, { t }) => {
  const report = sampleReport(t);
  await loadSample(page);
  await visit(page, "evaluators");
  const rows = byTestId(page, "evaluators").locator("tbody tr");
  await rows.filter({ hasText: "E006" }).locator("a.row-link").first().click();
  const sheet = byTestId(page, "evaluator-sheet");
  await sheet.waitFor();
  assert.match(await byTestId(page, "sheet-name").textContent(), /E006/);
  assert.match(await byTestId(page, "sheet-advice").textContent(), /review scores|re-train/);
  assert.match(await sheet.textContent(), /became harsher/);
  await sheet.locator('[data-testid="card-evaluator-track"] svg').waitFor();
  // Another one by the choice above it.
  const quiet = report.scorecards.evaluators.find((card) => card.advice === "keep").evaluator;
  await byTestId(page, "sheet-choose").selectOption(quiet);
  await byTestId(page, "sheet-name").filter({ hasText: quiet }).waitFor();
  await byTestId(page, "sheet-advice").filter({ hasText: "keep" }).waitFor();
  await byTestId(page, "language-zh-CN").click();
  await byTestId(page, "sheet-advice").filter({ hasText: "保持" }).waitFor();
});

pageTest("on a phone", { viewport: { width: 390, height: 844 } }, async (page) => {
  await loadSample(page);
  await page.goto(page.url().replace("#/overview", "#/evaluators"));
  await byTestId(page, "evaluators").waitFor();
  for (const name of ["scorecards-detail", "conflicts-detail", "turnover-detail"]) {
    const section = await unfold(page, name);
    await section.locator("table, article").first().waitFor();
    await assertNoSidewaysScroll(page);
  }
});
