// The WebAssembly module, as a Node program uses it.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import assert from "node:assert/strict";

import { nodeModule } from "./environment.mjs";

/** The instance that the loader makes; it keeps it to itself, and with it the memory. */
let instance;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(...parameters) {
    super(...parameters);
    instance = this;
  }
};
const module = createRequire(import.meta.url)(nodeModule());
WebAssembly.Instance = Instance;

/** The engine's class. */
export const { Evenhand } = module;

/** Everything, unfiltered. */
export const EVERYTHING = { rounds: [], categories: [], dimensions: [], sources: [], groups: [] };

const MARKS = { pass: 600, bands: [600, 700, 800, 900], top: 3 };

/** The questions that can be asked. */
export const QUESTIONS = [
  "overview",
  "evaluators",
  "indicators",
  "providers",
  "agreement",
  "structure",
  "effects",
  "generalizability",
  { drift: MARKS },
  { standing: MARKS },
  "facets",
  "conflicts",
  "turnover",
  { scorecards: {} },
];

/** The name of a question that may carry what it is asked with. */
export const nameOf = (question) => (typeof question === "string" ? question : Object.keys(question)[0]);

/** Input files from paths. */
export const filesAt = (paths) =>
  paths.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));

/** Input files from names and contents. */
export const inputFiles = (files) =>
  files.map(({ name, content }) => ({
    name,
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  }));

/** The failure that a call throws. */
export function failure(call) {
  try {
    call();
  } catch (thrown) {
    return thrown;
  }
  return assert.fail("nothing was thrown");
}

/** All answers, in the shape of the command line's report. */
export function report(engine, loaded, filter = EVERYTHING) {
  const answers = QUESTIONS.map((question) => engine.ask(question, filter));
  return Object.assign({ loaded, filter: { ...EVERYTHING, ...filter } }, ...answers);
}

/** Loads files into a new engine and answers everything. */
export function loadAndReport(files, filter = EVERYTHING) {
  const engine = new Evenhand();
  const loaded = engine.load("scores.csv", files, undefined);
  return report(engine, loaded, filter);
}

/** Bytes of the module's memory; as it never shrinks, this is the most it has ever taken. */
export const memory = () => instance.exports.memory.buffer.byteLength;
