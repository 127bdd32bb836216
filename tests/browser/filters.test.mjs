// Filters: in the address, across pages, and with the figures of the command line.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { join } from "node:path";

import { analyze, cli } from "../support/cli.mjs";
import { known } from "../support/compare.mjs";
import { TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";
import { answered, assertFigure, byTestId, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** The sample as files, for the command line. */
const folder = temporaryFolder({ after });
const sample = TABLES.map((name) => join(folder, name));
before(() => assert.equal(cli("simulate", "--output", folder).code, 0));

/** Chooses a value in a filter menu and closes the menu. */
async function filter(page, menu, words) {
  await byTestId(page, menu).click();
  await byTestId(page, `${menu}-options`).getByText(words, { exact: true }).click();
  await page.keyboard.press("Escape");
  await byTestId(page, `${menu}-options`).waitFor({ state: "detached" });
  await answered(page);
}

/** Rounds and categories that the address names. */
const filterInAddress = (page) => {
  const query = new URLSearchParams(new URL(page.url()).hash.split("?")[1]);
  return { rounds: query.getAll("round"), categories: query.getAll("category") };
};

async function assertReport(page, report) {
  const { agreement, evaluators } = report.evaluators;
  await assertFigure(page, "icc-a-1-overall", known(agreement).icc_a_1.value);
  await assertFigure(page, "icc-a-1-overall-n", known(agreement).icc_a_1.n);
  const row = evaluators[0];
  await assertFigure(page, `severity-${row.evaluator}`, known(row.severity).value);
}

pageTest("a round and a category", {}, async (page) => {
  const everything = analyze(sample);
  const { rounds, categories } = everything.loaded.summary;
  const round = rounds[1];
  const category = categories[0];
  const byRound = analyze(sample, "--round", round.id);
  const byBoth = analyze(sample, "--round", round.id, "--category", category);

  await loadSample(page);
  await visit(page, "evaluators");
  await assertReport(page, everything);

  await filter(page, "filter-round", round.label);
  assert.deepEqual(filterInAddress(page), { rounds: [round.id], categories: [] });
  await assertReport(page, byRound);

  await filter(page, "filter-category", category);
  const chosen = { rounds: [round.id], categories: [category] };
  assert.deepEqual(filterInAddress(page), chosen);
  await assertReport(page, byBoth);

  // On every page.
  await visit(page, "indicators");
  assert.deepEqual(filterInAddress(page), chosen);
  await assertFigure(page, "alpha-overall", known(byBoth.indicators.reliability).alpha.value);
  await visit(page, "providers");
  const league = byBoth.providers.rounds[0];
  await assertFigure(page, `provider-${league.rows[0].provider}-adjusted`, known(league.rows[0].adjusted).value);
  assert.equal(await byTestId(page, "choose-round").locator("option").count(), 1);

  // Back and forward.
  await page.goBack();
  await answered(page);
  assert.match(page.url(), /#\/indicators/);
  await page.goBack();
  await page.goBack();
  await answered(page);
  assert.deepEqual(filterInAddress(page), { rounds: [round.id], categories: [] });
  await assertReport(page, byRound);
  await page.goForward();
  await answered(page);
  assert.deepEqual(filterInAddress(page), chosen);
  await assertReport(page, byBoth);

  // The address holds the filter, never the data.
  await page.reload();
  await byTestId(page, "nothing-loaded").waitFor();
  await byTestId(page, "nav-load").click();
  await loadSample(page);
  assert.deepEqual(filterInAddress(page), chosen);
  await visit(page, "evaluators");
  await assertReport(page, byBoth);

  await byTestId(page, "filter-clear").click();
  await answered(page);
  assert.deepEqual(filterInAddress(page), { rounds: [], categories: [] });
  await assertReport(page, everything);
});

pageTest("a filter that lets nothing pass, and one that is unknown", {}, async (page) => {
  await loadSample(page);
  await page.evaluate(() => (location.hash = "#/evaluators?round=nowhere&lang=en"));
  await byTestId(page, "no-answer").waitFor();
  assert.match(await byTestId(page, "no-answer").textContent(), /nowhere/);
  await byTestId(page, "filter-clear").click();
  await answered(page);
});

