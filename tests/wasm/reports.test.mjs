// Every file that a briefing becomes is the same in WebAssembly and from the command line, byte for byte.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";

import { cli } from "../support/cli.mjs";
import { Evenhand } from "../support/engine.mjs";
import { TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";

const DATE = "2026-11-28";
const FORMATS = ["html", "pptx", "xlsx", "json", "sheets", "sheets_html"];
const TEMPLATES = ["stakeholders", "training", "providers", "annual"];

/** A sample in a folder, and an engine that has loaded it. */
function sample(t, language) {
  const folder = temporaryFolder(t);
  assert.equal(cli("simulate", "--output", folder, "--language", language).code, 0);
  const paths = TABLES.map((table) => join(folder, table));
  const engine = new Evenhand();
  engine.load("scores.csv", paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) })));
  return { folder, paths, engine };
}

/** Compares the files of a briefing, and gives them. */
function compare({ folder, paths, engine }, briefing, formats, options) {
  const out = join(folder, `out-${briefing.template}-${options.length}`);
  const named = formats.map((format) => format.replace("_", "-")).join(",");
  const run = cli("report", ...paths, "--date", DATE, "--format", named, "-o", out, ...options);
  assert.equal(run.code, 0, run.stderr);
  return formats.map((format) => {
    const file = engine.report({ briefing, format });
    const native = readFileSync(join(out, file.name));
    assert.ok(native.length > 1000, `${file.name} has something in it`);
    assert.ok(Buffer.from(file.bytes).equals(native), `${format} of ${briefing.template} differs`);
    return { ...file, native };
  });
}

for (const language of ["en", "zh"]) {
  test(`every format of the sample, ${language}`, (t) => {
    const data = sample(t, language);
    const briefing = data.engine.compose({ template: "stakeholders", language, date: DATE });
    assert.equal(briefing.items.length, 8);
    const options = ["--lang", language];
    compare(data, briefing, FORMATS, options);
    const coded = { ...briefing, anonymise: { evaluators: true, providers: true } };
    compare(data, coded, FORMATS, [...options, "--anonymise", "evaluators,providers"]);
  });
}

test("every template", (t) => {
  const data = sample(t, "en");
  for (const template of TEMPLATES) {
    const briefing = data.engine.compose({ template, language: "en", date: DATE });
    compare(data, briefing, ["html", "pptx"], ["--template", template]);
  }
});

test("a briefing of one's own", (t) => {
  const data = sample(t, "en");
  const item = (id, pinned, more = {}) => ({ id, pinned, ...more });
  const briefing = {
    ...data.engine.compose({ template: "stakeholders", language: "en", date: DATE }),
    template: "own",
    items: [
      item("a", { kind: "figure", name: "icc-a-1-overall" }),
      item("b", { kind: "table", name: "evaluators" }, { heading: "=1+1", notes: "Say <this>." }),
      item("c", { kind: "finding", topic: "evaluators", code: "drift_count", subjects: [] }),
      item("d", { kind: "chart", name: "league", choice: { in: "2023H1" } }, { filter: { rounds: ["2023H1"] } }),
      item("e", { kind: "finding", topic: "evaluators", code: "no_such_code", subjects: [] }),
      item("f", { kind: "chart", name: "severity" }, { filter: { rounds: ["1999"] } }),
      ...["standing", "scorecards", "evaluator-groups", "unexpected-scores", "drift-links", "drift-providers"].map(
        (name) => item(name, { kind: "table", name }),
      ),
    ],
  };
  delete briefing.template;
  const path = join(data.folder, "own.json");
  writeFileSync(path, JSON.stringify(briefing));
  compare(data, briefing, ["html", "pptx", "xlsx"], ["--briefing", path]);
  const slides = data.engine.slides(briefing, { dark: true });
  assert.deepEqual(slides.map((slide) => slide.stale), [
    ...[null, null, null, null, "gone", "filter_unknown"],
    ...Array(6).fill(null),
  ]);
  for (const slide of slides.slice(6)) assert.match(slide.html, /<tbody>\n<tr>/, slide.id);
  assert.ok(slides[1].html.includes("=1+1") && slides[1].notes[0] === "Say <this>.");
  assert.ok(!slides[1].html.includes("Say <this>."), "notes are not on the slide");
  const again = briefing.items.map((one, place) => ({ ...one, fingerprint: slides[place].fingerprint }));
  again[0] = { ...again[0], filter: { rounds: ["2023H1"] } };
  const later = data.engine.slides({ ...briefing, items: again }, undefined);
  assert.equal(later[0].stale, "changed", "another filter gives other numbers");
  assert.equal(later[1].stale, null, "the same numbers are not stale");
});

test("a saved report opens without its data", (t) => {
  const { engine } = sample(t, "en");
  const briefing = engine.compose({ template: "training", language: "en", date: DATE });
  const file = (from, format) => Buffer.from(from.report({ briefing, format }).bytes);
  const json = file(engine, "json");
  const opened = new Evenhand();
  assert.throws(() => opened.openReport(Buffer.from("{}")), (thrown) => "bad_report" in thrown);
  assert.deepEqual(opened.openReport(json).briefing, briefing);
  for (const format of FORMATS) assert.ok(file(opened, format).equals(file(engine, format)), format);
  const everything = { rounds: [], categories: [] };
  assert.deepEqual(opened.ask("overview", everything), engine.ask("overview", everything));
  for (const ask of [
    () => opened.ask("overview", { rounds: ["2023H1"] }),
    () => opened.report({ briefing: { ...briefing, anonymise: { evaluators: true, providers: false } } }),
  ]) {
    assert.throws(ask, (thrown) => thrown === "report_only");
  }
});
