// Real scores dropped on the page: what it shows is what the command line computes, to the last bit.

import assert from "node:assert/strict";
import { after } from "node:test";

import { AFFILIATION, SIZE } from "../reference/skating.mjs";
import { analyze } from "../support/cli.mjs";
import { assertDigits, known } from "../support/compare.mjs";
import { skatingAbsent, skatingFiles } from "../support/environment.mjs";
import {
  assertFigure,
  byTestId,
  closeBrowser,
  dropAndWatch,
  engineReady,
  figure,
  filesInPage,
  open,
  pageTest,
  visit,
} from "./support.mjs";

/** The longest task that the main thread may run, in milliseconds. */
const LONGEST_TASK = 50;

after(closeBrowser);

pageTest("the drop keeps the main thread free", { skip: skatingAbsent }, async (first, { t }) => {
  const longest = async (page) => {
    const transfer = await filesInPage(page, skatingFiles);
    await engineReady(page);
    const { milliseconds, longTasks } = await dropAndWatch(page, transfer);
    const longest = Math.max(0, ...longTasks);
    t.diagnostic(`drop to overview ${milliseconds.toFixed(0)} ms; long tasks: ${longTasks.join(", ") || "none"}`);
    return longest;
  };
  let found = await longest(first);
  if (found > LONGEST_TASK) {
    t.diagnostic("tried once more, as another program may have held up the browser");
    const again = await open();
    found = await longest(again.page).finally(again.close);
  }
  assert.ok(found <= LONGEST_TASK, `a task of ${found} ms on the main thread`);
});

pageTest("figures equal those of the command line", { skip: skatingAbsent }, async (page, { t }) => {
  const report = analyze(skatingFiles);
  await dropAndWatch(page, await filesInPage(page, skatingFiles));
  const counts = await byTestId(page, "dataset-counts").textContent();
  assert.ok(counts.includes(SIZE.scores.toLocaleString("en-GB")), counts);

  await t.test("overview", async () => {
    for (const row of report.overview.rounds) {
      await assertFigure(page, `overview-icc-a-1-${row.round}`, known(row.icc_a_1).value);
      await assertFigure(page, `overview-alpha-${row.round}`, known(row.alpha).value);
      await assertFigure(page, `overview-mean-${row.round}`, row.mean);
    }
  });

  await t.test("evaluators", async () => {
    await visit(page, "evaluators");
    const { agreement, agreement_by_round, evaluators, affiliation } = report.evaluators;
    const overall = known(agreement);
    await assertFigure(page, "icc-a-1-overall", overall.icc_a_1.value);
    await assertFigure(page, "icc-a-1-overall-n", overall.icc_a_1.n);
    await assertFigure(page, "icc-c-k-overall", overall.icc_c_k.value);
    for (const { round, agreement } of agreement_by_round) {
      await assertFigure(page, `icc-a-1-${round}`, known(agreement).icc_a_1.value);
    }
    for (const row of [evaluators[0], evaluators[57]]) {
      await assertFigure(page, `severity-${row.evaluator}`, known(row.severity).value);
    }
    const effect = known(affiliation);
    for (const side of ["same", "other"]) {
      await assertFigure(page, `affiliation-${side}`, effect[side].value);
      await assertFigure(page, `affiliation-${side}-n`, AFFILIATION[side].n);
      assertDigits(await figure(page, `affiliation-${side}`), AFFILIATION[side].value, side);
    }
    assert.equal(await byTestId(page, "affiliation-same").textContent(), "+0.275");
    assert.equal(await byTestId(page, "affiliation-other").textContent(), "−0.027");
  });

  await t.test("indicators", async () => {
    await visit(page, "indicators");
    const { reliability, reliability_by_round, indicators } = report.indicators;
    await assertFigure(page, "alpha-overall", known(reliability).alpha.value);
    await assertFigure(page, "alpha-overall-n", known(reliability).alpha.n);
    for (const { round, reliability } of reliability_by_round) {
      await assertFigure(page, `alpha-${round}`, known(reliability).alpha.value);
    }
    for (const row of indicators) {
      await assertFigure(page, `item-rest-${row.indicator}`, known(row.item_rest).value);
      await assertFigure(page, `alpha-if-deleted-${row.indicator}`, known(row.alpha_if_deleted));
    }
  });

  await t.test("providers", async () => {
    await visit(page, "providers");
    const leagues = report.providers.rounds;
    for (const league of [leagues.at(-1), leagues[3]]) {
      await byTestId(page, "choose-round").selectOption(league.round);
      await page.waitForFunction(
        (id) => document.querySelector(`[data-testid="provider-${id}-adjusted"]`),
        league.rows[0].provider,
      );
      await assertFigure(page, "round-mean", league.mean);
      for (const row of [league.rows[0], league.rows.at(-1)]) {
        await assertFigure(page, `provider-${row.provider}-adjusted`, known(row.adjusted).value);
        await assertFigure(page, `provider-${row.provider}-raw`, known(row.raw).value);
        await assertFigure(page, `provider-${row.provider}-rank`, known(row.rank).rank);
      }
    }
  });
});
