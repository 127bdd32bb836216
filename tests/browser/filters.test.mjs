// Filters: in the address, across pages, and with the figures of the command line.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { analyze, cli } from "../support/cli.mjs";
import { known } from "../support/compare.mjs";
import { SAMPLE_TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";
import {
  answered,
  assertFigure,
  byTestId,
  choose,
  closeBrowser,
  loadSample,
  overviewShown,
  pageTest,
  visit,
} from "./support.mjs";

after(closeBrowser);

/** The sample as files, for the command line. */
const folder = temporaryFolder({ after });
const sample = SAMPLE_TABLES.map((name) => join(folder, name));
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


pageTest("a dimension, a source and a group", {}, async (page) => {
  const rows = ["round,provider,indicator,evaluator,source,score"];
  for (let provider = 1; provider <= 12; provider++) {
    for (let evaluator = 1; evaluator <= 6; evaluator++) {
      for (const indicator of ["I1", "I2", "I3", "I4"]) {
        const score = 3 + ((provider * 7 + evaluator * 3 + indicator.charCodeAt(1) * provider * evaluator) % 11) / 2;
        const source = evaluator > 4 ? "users" : "experts";
        rows.push(`R1,P${provider},${indicator},E${evaluator},${source},${score}`);
      }
    }
  }
  const files = [
    { name: "scores.csv", content: rows.join("\n") },
    {
      name: "indicators.csv",
      content: "indicator,dimension,min,max\nI1,Care,0,10\nI2,Care,0,10\nI3,Staff,0,10\nI4,Staff,0,10\n",
    },
    {
      name: "evaluators.csv",
      content: `evaluator,group\n${[1, 2, 3, 4, 5, 6].map((k) => `E${k},${k % 2 ? "old" : "new"}`).join("\n")}\n`,
    },
  ];
  const there = temporaryFolder({ after });
  const paths = files.map(({ name, content }) => {
    writeFileSync(join(there, name), content);
    return join(there, name);
  });
  await choose(page, files);
  await overviewShown(page);
  await visit(page, "evaluators");
  for (const [menu, words, option] of [
    ["filter-dimension", "Care", "--dimension"],
    ["filter-source", "experts", "--source"],
    ["filter-group", "old", "--group"],
  ]) {
    await filter(page, menu, words);
    await assertReport(page, analyze(paths, option, words));
    assert.match(page.url(), new RegExp(`${menu.slice("filter-".length)}=${words}`));
    await byTestId(page, "filter-clear").click();
    await answered(page);
  }
  await assertReport(page, analyze(paths));
  const { code, stderr } = cli("analyze", "--source", "nobody", ...paths);
  assert.notEqual(code, 0);
  assert.match(stderr, /source “nobody”/);
});
