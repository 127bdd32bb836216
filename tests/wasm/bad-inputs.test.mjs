// Bad input: the same problem, place and words in WebAssembly and on the command line, and nothing loaded is lost.

import assert from "node:assert/strict";
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { CLEAN_FILES, INDICATORS, randomBytes, REFUSED, REPORTED } from "../support/bad-inputs.mjs";
import { check, cli } from "../support/cli.mjs";
import { assertIdentical } from "../support/compare.mjs";
import { EVERYTHING, Evenhand, failure, inputFiles, report } from "../support/engine.mjs";
import { temporaryFolder, writeFiles } from "../support/folders.mjs";

/** How long the command may take to refuse 200 MB. */
const SECONDS = 10;

for (const { name, files, problem, says } of REFUSED) {
  test(`refused: ${name}`, async (t) => {
    await t.test("in WebAssembly, and what was loaded before still answers", () => {
      const engine = new Evenhand();
      const before = report(engine, engine.load("scores.csv", inputFiles(CLEAN_FILES), undefined));
      const thrown = failure(() => engine.load("scores.csv", inputFiles(files), undefined));
      assert.deepEqual(thrown, { load: { problem } });
      assertIdentical(report(engine, before.loaded), before);
    });
    await t.test("on the command line", () => {
      const paths = writeFiles(temporaryFolder(t), files);
      for (const command of ["analyze", "check"]) {
        const { code, stdout, stderr } = cli(command, ...paths);
        assert.equal(code, 1, stderr);
        assert.equal(stdout, "");
        for (const words of ["scores.csv", ...says]) assert.ok(stderr.includes(words), `no "${words}" in: ${stderr}`);
      }
      const chinese = cli("analyze", "--language", "zh", ...paths);
      assert.equal(chinese.code, 1);
      assert.match(chinese.stderr, /scores\.csv.*[\u4e00-\u9fff]/);
    });
  });
}

for (const { name, files, problem, says, n_scores } of REPORTED) {
  test(`reported: ${name}`, async (t) => {
    const native = check(writeFiles(temporaryFolder(t), files));
    const wasm = new Evenhand().load("scores.csv", inputFiles(files), undefined);
    await t.test("problem, place, found, expected and action", () => {
      assert.deepEqual(wasm.quality.problems, [problem]);
      const told = wasm.quality.counts.map(({ code, count, action }) => ({ code, count, action }));
      assert.deepEqual(told, [{ code: problem.code, count: 1, action: problem.action }]);
      assert.equal(wasm.summary.n_scores, n_scores);
      assert.equal(wasm.quality.scores_kept, n_scores);
    });
    await t.test("the same on the command line, with exit code 1 and in words", () => {
      assertIdentical(native.loaded, wasm);
      assert.equal(native.code, 1);
      const { stdout } = cli("check", ...writeFiles(temporaryFolder(t), files));
      assert.ok(stdout.includes(says), stdout);
    });
  });
}

test("a file that does not exist is a mistake in the command", (t) => {
  const path = join(temporaryFolder(t), "absent.csv");
  const { code, stdout, stderr } = cli("analyze", "--json", path);
  assert.equal(code, 2);
  assert.equal(stdout, "");
  assert.match(stderr, /cannot read .*absent\.csv: No such file/);
});

test("200 MB of random bytes are refused within seconds", (t) => {
  const path = join(temporaryFolder(t), "scores.csv");
  const chunk = randomBytes(2_000_000);
  const file = openSync(path, "w");
  for (let k = 0; k < 100; k += 1) writeSync(file, chunk);
  closeSync(file);
  const { code, stderr, seconds } = cli("analyze", path);
  assert.equal(code, 1);
  assert.match(stderr, /scores\.csv, row 1: found “0x[0-9A-F]{2}”, expected text in UTF-8, UTF-16 or GB18030/);
  assert.ok(seconds < SECONDS, `${seconds.toFixed(1)} s`);
});

test("questions and filters that have no answer", () => {
  const engine = new Evenhand();
  assert.equal(failure(() => engine.ask("overview", EVERYTHING)), "nothing_loaded");
  engine.load("scores.csv", inputFiles(CLEAN_FILES), undefined);
  const unknown = { rounds: ["R9"], categories: [] };
  assert.deepEqual(failure(() => engine.ask("overview", unknown)), {
    unknown_in_filter: { field: "round", found: "R9" },
  });
  assert.ok("bad_message" in failure(() => engine.ask("weather", EVERYTHING)));
  assert.ok("bad_message" in failure(() => engine.load("x", [{ name: "x" }], undefined)));
  assert.ok("bad_message" in failure(() => engine.loadSample("klingon")));
  assert.ok("overview" in engine.ask("overview", EVERYTHING), "the data set is still there");
});

test("an unknown round on the command line", (t) => {
  const paths = writeFiles(temporaryFolder(t), CLEAN_FILES);
  const { code, stderr } = cli("analyze", "--round", "R9", ...paths);
  assert.equal(code, 1);
  assert.match(stderr, /R9/);
});

test("no file of scores", (t) => {
  const thrown = failure(() => new Evenhand().load("x", inputFiles([INDICATORS]), undefined));
  assert.equal(thrown.load.problem.code, "no_scores");
  assert.equal(cli("analyze", ...writeFiles(temporaryFolder(t), [INDICATORS])).code, 1);
});
