// Every case of the corpus in WebAssembly, against what was written of it by hand in `../corpus/`: the table cell for
// cell, and every problem with its place. The same cases run natively in the tests of `evenhand-corpus`.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { corpusProgram } from "../support/environment.mjs";
import { Evenhand, failure, filesAt } from "../support/engine.mjs";
import { temporaryFolder } from "../support/folders.mjs";

const EXPECTED = join(import.meta.dirname, "..", "corpus");
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

const folder = temporaryFolder({ after });
const { status, stderr } = spawnSync(corpusProgram(), [folder], { encoding: "utf8" });
if (status !== 0) throw new Error(`the corpus could not be written: ${stderr}`);

const tables = json(join(EXPECTED, "tables.json"));
const files = json(join(folder, "files.json"));
const themes = readdirSync(EXPECTED).filter((name) => name.endsWith(".json") && name !== "tables.json");
const expectations = themes.sort().flatMap((name) => json(join(EXPECTED, name)).cases);

const sorted = (list) => list.map((one) => JSON.stringify(one)).sort();

/** The loaded table as rows of round, provider, indicator, evaluator and score. */
function rows(engine) {
  const scores = engine.scores(0, 1000);
  return sorted(scores.map(({ round, provider, indicator, evaluator, score }) => [round, provider, indicator, evaluator, score]));
}

function expectedRows({ table, and = [] }) {
  return sorted([...(typeof table === "string" ? tables[table] : table), ...and]);
}

/** A problem as a person would note it down. */
const noted = ({ code, file, sheet = null, row = null, column = null, found = null, action = "stopped" }) => ({
  code, file, sheet, row, column, found, action,
});

/** Problems in a fixed order, without what was found where the expectation leaves that open. */
function aligned(problems, expected) {
  const open = ({ code, file }) => expected.some((one) => one.code === code && one.file === file && one.found === undefined);
  const told = problems.map(({ code, place, found, action }) => noted({ code, ...place, found, action }));
  for (const one of told) if (open(one)) one.found = null;
  return [sorted(told), sorted(expected.map(noted))];
}

test("every case is written and expected", () => {
  assert.deepEqual(Object.keys(files).sort(), expectations.map((one) => one.case).sort());
  assert.ok(expectations.length >= 60);
});

for (const expectation of expectations) {
  test(expectation.case, () => {
    const engine = new Evenhand();
    const input = filesAt(files[expectation.case].map((name) => join(folder, expectation.case, name)));
    if (expectation.refused) {
      const thrown = failure(() => engine.load("scores", input, undefined));
      const [found, expected] = aligned([thrown.load.problem], [expectation.refused]);
      assert.deepEqual(found, expected);
      return;
    }
    const loaded = engine.load("scores", input, undefined);
    assert.deepEqual(rows(engine), expectedRows(expectation));
    const [found, expected] = aligned(loaded.quality.problems, expectation.problems);
    assert.deepEqual(found, expected);
  });
}
