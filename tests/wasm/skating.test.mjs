// 77,630 real scores: the published deviations, and every number the same natively and in WebAssembly.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { AFFILIATION, SIZE } from "../reference/skating.mjs";
import { analyze } from "../support/cli.mjs";
import { assertDigits, assertIdentical, countNumbers, known } from "../support/compare.mjs";
import { EVERYTHING, Evenhand, filesAt, report } from "../support/engine.mjs";
import { skatingAbsent, skatingFiles } from "../support/environment.mjs";

test("skating scores", { skip: skatingAbsent }, async (t) => {
  const engine = new Evenhand();
  const loaded = engine.load("scores.csv", filesAt(skatingFiles), undefined);
  const filters = {
    everything: EVERYTHING,
    "one round": { rounds: ["R05"], categories: [] },
    "two rounds of one category": { rounds: ["R01", "R02"], categories: ["Ladies"] },
  };
  await t.test("what it holds", () => {
    const { n_scores, rounds, providers, evaluators, indicators } = loaded.summary;
    assert.equal(n_scores, SIZE.scores);
    assert.deepEqual(
      [rounds.length, providers.length, evaluators.length, indicators.length],
      [SIZE.rounds, SIZE.providers, SIZE.evaluators, SIZE.indicators],
    );
    // Counted apart by a few lines of Python: sheets of three indicators or more on which all scores are equal.
    const told = loaded.quality.counts.map(({ code, count, action }) => ({ code, count, action }));
    assert.deepEqual(told, [{ code: "straight_lined", count: 41, action: "kept" }]);
  });
  await t.test("deviations by affiliation", () => {
    const effect = known(engine.ask("evaluators", EVERYTHING).evaluators.affiliation);
    for (const [side, printed] of Object.entries(AFFILIATION)) {
      assertDigits(effect[side].value, printed.value, side);
      assert.equal(effect[side].n, printed.n);
    }
  });
  await t.test("ties to skaters of the own nation", () => {
    const { conflicts } = engine.ask("conflicts", EVERYTHING);
    const [affiliation, declared] = conflicts.kinds;
    const effect = known(affiliation.overall);
    assertDigits(effect.tied.value, AFFILIATION.same.value, "tied");
    assertDigits(effect.other.value, AFFILIATION.other.value, "other");
    assert.equal(effect.tied.n, AFFILIATION.same.n);
    const { low, high } = effect.tied.interval;
    assert.ok(low > 0 && low < effect.tied.value && effect.tied.value < high, `${low} to ${high}`);
    const favouring = affiliation.evaluators.filter((row) => row.effect.known?.verdict === "favours");
    assert.ok(favouring.length >= 10, `${favouring.length} judges`);
    assert.deepEqual(declared.overall, { undefined: { code: "no_conflicts" } });
  });
  await t.test("how much passes a filter, counted from the files", () => {
    const cells = (file) => readFileSync(skatingFiles.find((path) => path.endsWith(file)), "utf8").trim().split("\n").map((line) => line.split(","));
    const categories = new Map(cells("providers.csv").map(([provider, , category]) => [provider, category]));
    const [heads, ...rows] = cells("scores.csv");
    const at = (row, head) => row[heads.indexOf(head)];
    for (const filter of Object.values(filters)) {
      const passes = (list, value) => list.length === 0 || list.includes(value);
      const seen = rows.filter(
        (row) => passes(filter.rounds, at(row, "round")) && passes(filter.categories, categories.get(at(row, "provider"))),
      );
      const distinct = (head) => new Set(seen.map((row) => at(row, head))).size;
      assert.deepEqual(engine.ask("overview", filter).overview.selection, {
        n_scores: seen.length,
        n_rounds: distinct("round"),
        n_providers: distinct("provider"),
        n_indicators: distinct("indicator"),
        n_evaluators: distinct("evaluator"),
      });
    }
  });
  for (const [name, filter] of Object.entries(filters)) {
    await t.test(`the same bits: ${name}`, () => {
      const options = [
        ...filter.rounds.flatMap((round) => ["--round", round]),
        ...filter.categories.flatMap((category) => ["--category", category]),
      ];
      const { version, evenhand, ...native } = analyze(skatingFiles, ...options);
      const wasm = report(engine, loaded, filter);
      assert.ok(countNumbers(wasm) > 1000, "there is something to compare");
      assertIdentical(wasm, native);
    });
  }
});
