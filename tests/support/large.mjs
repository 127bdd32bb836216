// Simulated data sets of any size.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { cli } from "./cli.mjs";
import { TABLES } from "./environment.mjs";

/** Paths of the tables of a simulated data set of about so many scores; they go when the process ends. */
export function simulated(scores) {
  const folder = mkdtempSync(join(tmpdir(), "evenhand-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { code, stderr } = cli("simulate", "--output", folder, "--scores", String(scores));
  assert.equal(code, 0, stderr);
  return TABLES.map((name) => join(folder, name));
}
