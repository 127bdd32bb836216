// Scorecards: a policy from JavaScript and one from a file on the command line give the same advice.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { join } from "node:path";

import { analyze, cli } from "../support/cli.mjs";
import { assertIdentical } from "../support/compare.mjs";
import { EVERYTHING, Evenhand, failure } from "../support/engine.mjs";
import { SAMPLE_TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";

test("policies", async (t) => {
  const folder = temporaryFolder(t);
  assert.equal(cli("simulate", "--output", folder).code, 0);
  const files = SAMPLE_TABLES.map((table) => join(folder, table));
  const engine = new Evenhand();
  engine.loadSample("english");
  const ask = (policy) => engine.ask({ scorecards: policy }, EVERYTHING).scorecards;

  await t.test("the defaults are written, edited and read again", () => {
    const path = join(folder, "policy.json");
    assert.equal(cli("analyze", ...files, "--save-policy", path).code, 0);
    const file = JSON.parse(readFileSync(path, "utf8"));
    assert.equal(file.evenhand_scorecard_policy, 1);
    assertIdentical(ask({}).policy, file.policy);
    file.policy.drift = 1000;
    writeFileSync(path, JSON.stringify(file));
    const native = analyze(files, "--policy", path).scorecards;
    assert.equal(native.policy.drift, 1000);
    assertIdentical(ask({ drift: 1000 }), native);
  });

  await t.test("a policy decides what is a reason", () => {
    const codes = (answer, id) =>
      answer.evaluators.find((card) => card.evaluator === id).reasons.map((reason) => reason.code);
    assert.ok(codes(ask({}), "E006").includes("drifts"));
    assert.ok(!codes(ask({ drift: 1000 }), "E006").includes("drifts"));
    for (const card of ask({ severity: 0 }).evaluators) {
      for (const reason of card.reasons) {
        if (reason.p_adjusted !== undefined) assert.ok(reason.p_adjusted < 0.05, JSON.stringify(reason));
      }
    }
  });

  await t.test("nonsense is refused", () => {
    const thrown = failure(() => ask({ drift: -1 }));
    assert.ok(thrown.bad_message, JSON.stringify(thrown));
    const path = join(folder, "wrong.json");
    writeFileSync(path, '{"evenhand_scorecard_policy": 9, "policy": {}}');
    const refused = cli("analyze", ...files, "--policy", path);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /version 9/);
  });
});

test("effects that are simulated are found", (t) => {
  const folder = temporaryFolder(t);
  const options = ["--conflicts", "60", "--conflict-leniency", "12", "--drift", "E003:shift:4:14", "--turnover", "0.1"];
  const made = cli("simulate", "--output", folder, ...options);
  assert.equal(made.code, 0, made.stderr);
  const truth = readFileSync(join(folder, "truth", "truth_effects.csv"), "utf8");
  assert.match(truth, /drift_shift,E003,2024H2,14/);
  assert.match(truth, /conflict_leniency,,,12/);
  const report = analyze(SAMPLE_TABLES.map((table) => join(folder, table)));
  const declared = report.conflicts.kinds.find((of) => of.kind === "declared");
  const { low, high } = declared.overall.known.difference.interval;
  // Points of the scale from 1 to 10.
  assert.ok(low < 12 * 0.09 && high > 12 * 0.09 && low > 0.3, `${low} to ${high}`);
  const card = report.scorecards.evaluators.find((card) => card.evaluator === "E003");
  assert.ok(card.reasons.some((reason) => reason.code === "drifts"), JSON.stringify(card.reasons));
  assert.equal(cli("simulate", "--output", folder, "--drift", "E003:leap:4").code, 2);
});
