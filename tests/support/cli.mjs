// The command-line program.

import { spawnSync } from "node:child_process";
import assert from "node:assert/strict";

import { cliProgram } from "./environment.mjs";

/** Runs the program and returns exit code, output, error output and the time it took in seconds. */
export function cli(...args) {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(cliProgram(), args, {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (error) throw error;
  return { code: status, stdout, stderr, seconds: (performance.now() - started) / 1000 };
}

/** The report of `evenhand analyze --json`. */
export function analyze(paths, ...options) {
  const { code, stdout, stderr } = cli("analyze", "--json", ...options, ...paths);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout);
}

/** The summary and data quality of `evenhand check --json`, with the exit code. */
export function check(paths, ...options) {
  const { code, stdout, stderr } = cli("check", "--json", ...options, ...paths);
  assert.notEqual(stdout, "", stderr);
  return { code, loaded: JSON.parse(stdout) };
}
