// The sample of the dashboard is the data set that `evenhand simulate` writes, bit for bit, in both languages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "node:path";

import { analyze, cli } from "../support/cli.mjs";
import { assertIdentical, countNumbers } from "../support/compare.mjs";
import { Evenhand, report } from "../support/engine.mjs";
import { SAMPLE_TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";

const LANGUAGES = [
  { sample: "english", option: "en", name: "Sample: municipal programme" },
  { sample: "chinese", option: "zh", name: "示例：市级项目" },
];

for (const { sample, option, name } of LANGUAGES) {
  test(`sample data, ${sample}`, (t) => {
    const folder = temporaryFolder(t);
    assert.equal(cli("simulate", "--output", folder, "--language", option).code, 0);
    const { version, evenhand, ...native } = analyze(SAMPLE_TABLES.map((table) => join(folder, table)));
    const engine = new Evenhand();
    const loaded = engine.loadSample(sample);
    assert.equal(loaded.summary.name, name);
    // The one thing that may differ: the sample is named for the reader, files for their score table.
    native.loaded.summary.name = name;
    const wasm = report(engine, loaded);
    assert.ok(countNumbers(wasm) > 1000, "there is something to compare");
    assertIdentical(wasm, native);
    assert.deepEqual(loaded.quality.counts, []);
  });
}

test("both languages hold the same scores", () => {
  const [english, chinese] = LANGUAGES.map(({ sample }) => {
    const engine = new Evenhand();
    engine.loadSample(sample);
    return engine.ask("overview", { rounds: [], categories: [] }).overview.rounds;
  });
  assertIdentical(english, chinese);
});
