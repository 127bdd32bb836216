// Published tables of agreement, and the consistency of R's attitude, natively and in WebAssembly.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ATTITUDE, TABLES } from "../reference/agreement.mjs";
import { ALPHA, FILES } from "../reference/attitude.mjs";
import { analyze } from "../support/cli.mjs";
import { assertDigits, assertIdentical, known } from "../support/compare.mjs";
import { inputFiles, loadAndReport } from "../support/engine.mjs";
import { temporaryFolder, writeFiles } from "../support/folders.mjs";

/** Both reports of the same files. */
function both(t, files) {
  const native = analyze(writeFiles(temporaryFolder(t), files));
  const wasm = loadAndReport(inputFiles(files));
  return { native, wasm, each: [["native", native], ["WebAssembly", wasm]] };
}

for (const { name, files, coefficients } of TABLES) {
  test(`agreement: ${name}`, async (t) => {
    const { native, wasm, each } = both(t, files);
    for (const [target, report] of each) {
      const [ratings, ...others] = report.agreement.by_indicator;
      assert.deepEqual([ratings.part, others.length], [{ kind: "indicator", id: "quality" }, 0]);
      for (const [which, value, se, factor = 1] of coefficients) {
        await t.test(`${which}, ${target}`, () => {
          const found = ratings.coefficients.find(({ coefficient }) => coefficient === which);
          const estimate = known(found?.value);
          assertDigits(estimate.value, value, which);
          if (se) assertDigits(estimate.se * factor, se, `standard error of ${which}`);
        });
      }
    }
    await t.test("the same bits", () => {
      assertIdentical(wasm.agreement, native.agreement);
      assertIdentical(wasm.effects, native.effects);
    });
  });
}

test("consistency of R's attitude", async (t) => {
  const { native, wasm, each } = both(t, FILES);
  for (const [target, report] of each) {
    // One evaluator: a sheet is a provider's mean.
    for (const unit of ["provider_means", "score_sheets"]) {
      await t.test(`${unit}, ${target}`, () => {
        const overall = known(report.structure[unit].overall);
        assertDigits(known(overall.alpha).value, ALPHA.raw, "alpha");
        assertDigits(known(overall.standardised).value, ALPHA.standardised, "standardised alpha");
        assertDigits(known(overall.lambda_6).value, ATTITUDE.lambda_6, "lambda-6");
        assertDigits(known(overall.omega_total).value, ATTITUDE.omega_total, "omega total");
      });
    }
  }
  await t.test("the same bits", () => assertIdentical(wasm.structure, native.structure));
});
