// Files for which a browser has not the memory are refused by their size and their first bytes, and told clearly.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Evenhand, failure, inputFiles } from "../support/engine.mjs";
import { CLEAN_FILES } from "../support/bad-inputs.mjs";

/** Bytes that begin like a file of some kind. */
function beginning(text, size) {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(text));
  return bytes;
}

for (const [name, start, size, factor] of [
  ["scores.xlsx", "PK\x03\x04........xl/workbook.xml", 160 << 20, 24],
  ["scores.parquet", "PAR1", 190 << 20, 20],
]) {
  test(`${size >> 20} MiB of ${name} are refused before anything is unpacked`, () => {
    const engine = new Evenhand();
    engine.load("scores", inputFiles(CLEAN_FILES), undefined);
    const files = [{ name, bytes: beginning(start, size) }];
    const { problem } = failure(() => engine.load("scores", files, undefined)).load;
    assert.equal(problem.code, "too_large");
    assert.deepEqual(problem.place, { file: name, sheet: null, row: null, column: null });
    assert.equal(problem.found, String(size));
    assert.deepEqual(problem.expected, { kind: "fits_in_memory", needed: size * factor, available: 3600 * 2 ** 20 });
    assert.equal(engine.scores(0, 100).length, 8, "what was loaded before is still there");
  });
}
