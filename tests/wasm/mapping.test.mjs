// Columns under other names: guessed, corrected by hand, and the same figures afterwards.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FILES, ICCS } from "../reference/shrout-fleiss.mjs";
import { analyze } from "../support/cli.mjs";
import { assertDigits, assertIdentical, known } from "../support/compare.mjs";
import { Evenhand, inputFiles, report } from "../support/engine.mjs";
import { temporaryFolder, writeFiles } from "../support/folders.mjs";

const HEADERS = { round: "comp", provider: "skater", indicator: "crit", evaluator: "judge", score: "pts" };

/** The score table of Shrout & Fleiss with headers that name no field of ours, and the indicators table. */
const ODD = [
  { name: FILES[0].name, content: FILES[0].content.replace(/^.*/, Object.values(HEADERS).join(",")) },
  FILES[1],
];

test("odd headers, mapped by hand", (t) => {
  const files = inputFiles(ODD);
  const previews = Evenhand.inspect(files);
  assert.deepEqual(previews[0].mapping.columns.map((column) => column.header), Object.values(HEADERS));
  assert.deepEqual(previews[0].rows[0], ["R1", "T1", "quality", "J1", "9"]);
  const mapping = {
    ...previews[0].mapping,
    kind: "scores",
    columns: Object.entries(HEADERS).map(([field, header]) => ({ header, field })),
  };
  const engine = new Evenhand();
  const loaded = engine.load("scores.csv", files, { tables: [mapping, previews[1].mapping] });
  const wasm = report(engine, loaded);
  for (const [name, value] of ICCS) assertDigits(known(wasm.evaluators.agreement)[name].value, value, name);

  const map = Object.entries(HEADERS).map(([field, header]) => `${field}=${header}`).join(",");
  const { version, evenhand, ...native } = analyze(writeFiles(temporaryFolder(t), ODD), "--map", map);
  assertIdentical(wasm, native);
});
