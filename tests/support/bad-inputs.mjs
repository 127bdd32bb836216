// Inputs that are wrong, and what must be said about each: in WebAssembly, on the command line and on the page.

/** A small table with nothing wrong: rows 2 to 9, two evaluators, two providers, two indicators. */
export const CLEAN = [
  "round,provider,indicator,evaluator,score",
  "R1,P1,care,E1,7",
  "R1,P1,care,E2,8",
  "R1,P1,staff,E1,6.5",
  "R1,P1,staff,E2,9",
  "R1,P2,care,E1,5",
  "R1,P2,care,E2,5.5",
  "R1,P2,staff,E1,6",
  "R1,P2,staff,E2,7",
  "",
].join("\n");

/** The scales of the clean table. */
export const INDICATORS = {
  name: "indicators.csv",
  content: "indicator,min,max,step\ncare,0,10,0.5\nstaff,0,10,0.5\n",
};

/** The clean table with its scales. */
export const CLEAN_FILES = [{ name: "scores.csv", content: CLEAN }, INDICATORS];

/** Bytes that are no text, the same in every run (xorshift32). */
export function randomBytes(length) {
  const bytes = new Uint8Array(length);
  let state = 0x9e3779b9;
  for (let k = 0; k < length; k += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[k] = state;
  }
  return bytes;
}

/** Bytes of a text with some bytes put in behind it. */
function textAndBytes(text, bytes, rest) {
  const encode = (part) => new TextEncoder().encode(part);
  return Buffer.concat([encode(text), Uint8Array.from(bytes), encode(rest)]);
}

/** Many good rows, more than are looked at before loading. */
const LONG = `round,provider,indicator,evaluator,score\n${Array.from(
  { length: 20_000 },
  (_, k) => `R1,P${Math.floor(k / 4)},${k % 2 ? "care" : "staff"},E${Math.floor((k % 4) / 2)},${k % 10}\n`,
).join("")}`;

const scores = (content) => [{ name: "scores.csv", content }, INDICATORS];

const place = (row, column) => ({ file: "scores.csv", sheet: null, row, column });

/** Loading stops: one problem, and the sentence about it. */
const stopped = (name, content, code, [row, column], found, expected, says) => ({
  name,
  files: scores(content),
  problem: { code, place: place(row, column), found, expected, action: "stopped" },
  says,
});

/** Input that cannot be loaded. */
export const REFUSED = [
  stopped("empty file", "", "empty_file", [null, null], "", { kind: "rows" }, ["the file is empty"]),
  stopped(
    "header only",
    "round,provider,indicator,evaluator,score\n",
    "header_only",
    [1, null],
    "",
    { kind: "rows" },
    ["row 1", "no row below the header"],
  ),
  stopped(
    "wrong delimiter",
    CLEAN.replaceAll(",", ":"),
    "one_column",
    [1, null],
    "round:provider:indicator:evaluator:score",
    { kind: "columns" },
    ["row 1", "round:provider:indicator:evaluator:score", "comma, semicolon, tab or vertical bar"],
  ),
  stopped("random bytes", randomBytes(2_000_000), "not_text", [1, null], "0xB5", { kind: "utf8" }, [
    "row 1",
    "0xB5",
    "expected text in UTF-8, UTF-16 or GB18030",
  ]),
  stopped(
    "not UTF-8 in the middle",
    textAndBytes(`${LONG}R1,P1,care,E9,`, [0xff, 0xfe], "7\nR1,P2,care,E9,7\n"),
    "not_text",
    [20_002, null],
    "0xFF",
    { kind: "utf8" },
    ["row 20,002", "0xFF", "expected text in UTF-8, UTF-16 or GB18030"],
  ),
  stopped(
    "most rows with too few cells",
    `round,provider,indicator,evaluator,score\n${"R1,P3,care\n".repeat(3)}R1,P1,care,E1,7\n`,
    "ragged_row",
    [2, null],
    "3 cells",
    { kind: "cells", count: 5 },
    ["row 2", "found 3 cells", "expected 5 cells"],
  ),
  stopped(
    "a quote that is never closed",
    `${CLEAN}R1,"P3,care,E1,7\n`,
    "open_quote",
    [10, null],
    'R1,"P3,care,E1,7',
    { kind: "closing_quote" },
    ["row 10", "expected a closing quote"],
  ),
  stopped(
    "no column of evaluators",
    "provider,indicator,score\nP1,care,7\n",
    "missing_column",
    [1, null],
    "provider,indicator,score",
    { kind: "column", field: "evaluator" },
    ["row 1", "provider,indicator,score", "expected a column for “Evaluator”"],
  ),
];

/** A row that is wrong while the rest is loaded: one problem in the quality report. */
const reported = (name, row, code, column, found, expected, action, says, n_scores = 8) => ({
  name,
  files: scores(`${CLEAN}${row}\n`),
  problem: { code, place: place(10, column), found, expected, action },
  says,
  n_scores,
});

/** Input that is loaded, with what was wrong in the quality report. */
export const REPORTED = [
  reported(
    "a score that is no number",
    "R1,P3,care,E1,good",
    "not_a_number",
    "score",
    "good",
    { kind: "number" },
    "row_left_out",
    "expected a number",
  ),
  reported(
    "a score out of range",
    "R1,P3,care,E1,10.5",
    "out_of_range",
    "score",
    "10.5",
    { kind: "range", min: 0, max: 10 },
    "row_left_out",
    "expected a number from 0 to 10",
  ),
  reported(
    "the same score twice",
    "R1,P1,care,E1,7",
    "duplicate_same",
    "score",
    "7",
    { kind: "one_score", first_row: 2 },
    "first_kept",
    "the first is in row 2",
  ),
  reported(
    "two scores for the same thing",
    "R1,P1,care,E1,4",
    "duplicate_conflict",
    "score",
    "4",
    { kind: "one_score", first_row: 2 },
    "first_kept",
    "the first is in row 2",
  ),
  {
    name: "an evaluator missing from the table of evaluators",
    files: [...CLEAN_FILES, { name: "evaluators.csv", content: "evaluator,affiliation\nE1,a\n" }],
    problem: {
      code: "unknown_id",
      place: place(3, "evaluator"),
      found: "E2",
      expected: { kind: "listed_in", table: "evaluators" },
      action: "kept",
    },
    says: "listed in the evaluators table",
    n_scores: 8,
  },
  {
    name: "one evaluator only",
    files: scores(CLEAN.split("\n").filter((line) => !line.includes("E2")).join("\n")),
    problem: {
      code: "lone_evaluator",
      place: place(2, "evaluator"),
      found: "E1",
      expected: { kind: "two_evaluators" },
      action: "kept",
    },
    says: "alone on every panel",
    n_scores: 4,
  },
];
