// The six intraclass correlations of Shrout & Fleiss (1979), natively and in WebAssembly.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FILES, ICCS } from "../reference/shrout-fleiss.mjs";
import { analyze } from "../support/cli.mjs";
import { assertDigits, assertIdentical, known } from "../support/compare.mjs";
import { inputFiles, loadAndReport } from "../support/engine.mjs";
import { temporaryFolder, writeFiles } from "../support/folders.mjs";

test("ICCs of Shrout & Fleiss 1979", async (t) => {
  const native = analyze(writeFiles(temporaryFolder(t), FILES));
  const wasm = loadAndReport(inputFiles(FILES));
  for (const [target, report] of [["native", native], ["WebAssembly", wasm]]) {
    const agreement = known(report.evaluators.agreement);
    for (const [name, value, low, high] of ICCS) {
      await t.test(`${name}, ${target}`, () => {
        const estimate = agreement[name];
        assertDigits(estimate.value, value, name);
        assertDigits(estimate.interval.low, low, `${name}, lower end`);
        assertDigits(estimate.interval.high, high, `${name}, upper end`);
        assert.equal(estimate.interval.level, 0.95);
        assert.equal(estimate.n, 6);
      });
    }
    assert.equal(agreement.k, 4);
    assert.equal(agreement.n_panels, 1);
  }
  await t.test("one round is the whole", () => {
    assertIdentical(known(wasm.evaluators.agreement_by_round[0].agreement), known(wasm.evaluators.agreement));
  });
  await t.test("the same bits", () => {
    const { version, evenhand, ...rest } = native;
    assertIdentical(wasm, rest);
  });
});
