// Cronbach's alpha of R's data set `attitude`, natively and in WebAssembly.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  ALPHA,
  ALPHA_IF_DELETED,
  FILES,
  INDICATORS,
  ITEM_REST,
  MEANS,
} from "../reference/attitude.mjs";
import { analyze } from "../support/cli.mjs";
import { assertDigits, assertIdentical, known } from "../support/compare.mjs";
import { inputFiles, loadAndReport } from "../support/engine.mjs";
import { temporaryFolder, writeFiles } from "../support/folders.mjs";

test("reliability of R's attitude", async (t) => {
  const native = analyze(writeFiles(temporaryFolder(t), FILES));
  const wasm = loadAndReport(inputFiles(FILES));
  for (const [target, report] of [["native", native], ["WebAssembly", wasm]]) {
    await t.test(`alpha and its interval, ${target}`, () => {
      const { alpha, standardised, n_left_out } = known(report.indicators.reliability);
      assertDigits(alpha.value, ALPHA.raw, "alpha");
      assertDigits(alpha.interval.low, ALPHA.low, "lower end");
      assertDigits(alpha.interval.high, ALPHA.high, "upper end");
      assert.deepEqual([alpha.n, alpha.method, n_left_out], [30, "cronbach_feldt", 0]);
      assertDigits(known(standardised), ALPHA.standardised, "standardised alpha");
    });
    await t.test(`items, ${target}`, () => {
      const rows = report.indicators.indicators;
      assert.deepEqual(rows.map((row) => row.indicator), INDICATORS);
      rows.forEach((row, k) => {
        assertDigits(known(row.item_rest).value, ITEM_REST[k], `item-rest of ${row.indicator}`);
        assertDigits(known(row.alpha_if_deleted), ALPHA_IF_DELETED[k], `alpha without ${row.indicator}`);
        assertDigits(known(row.mean).value, MEANS[k], `mean of ${row.indicator}`);
      });
    });
    await t.test(`one evaluator gives no agreement, ${target}`, () => {
      const reason = { undefined: { code: "one_evaluator" } };
      assert.deepEqual(report.evaluators.agreement, reason);
      assert.deepEqual(report.overview.rounds[0].icc_a_1, reason);
      const told = report.loaded.quality.counts.map(({ code, count, action }) => ({ code, count, action }));
      assert.deepEqual(told, [{ code: "lone_evaluator", count: 1, action: "kept" }]);
    });
  }
  await t.test("the same bits", () => {
    const { version, evenhand, ...rest } = native;
    assertIdentical(wasm, rest);
  });
});
