// R's data set `attitude`: percentages of favourable answers in 30 departments to seven questions.
// Chatterjee, S. & Price, B. (1977). Regression Analysis by Example. Wiley. Table in attitude.csv.
// Figures: METHODS.md section 4, from R's psych::alpha(attitude).

import { readFileSync } from "node:fs";

const [header, ...table] = readFileSync(new URL("attitude.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(","));

/** The seven questions, in column order. */
export const INDICATORS = header;

/** Alpha, its interval by Feldt, and alpha of standardised items. */
export const ALPHA = { raw: ".8431427696", low: ".73938", high: ".91577", standardised: ".8390838" };

/** Alpha without the item, in column order. */
export const ALPHA_IF_DELETED = [".8098", ".7969", ".8278", ".8030", ".7954", ".8639", ".8405"];

/** Correlation of the item with the rest, in column order. */
export const ITEM_REST = [".6713", ".7421", ".5607", ".7144", ".7863", ".2650", ".4608"];

/** Means of R's summary(attitude), in column order. */
export const MEANS = ["64.63", "66.60", "53.13", "56.37", "64.63", "74.77", "42.93"];

const scores = table.flatMap((row, department) =>
  row.map((score, column) => `R1,D${String(department + 1).padStart(2, "0")},${header[column]},E1,${score}`),
);

/** The table as an export: 30 providers, seven indicators, one evaluator. */
export const FILES = [
  { name: "scores.csv", content: ["round,provider,indicator,evaluator,score", ...scores, ""].join("\n") },
  {
    name: "indicators.csv",
    content: ["indicator,min,max", ...header.map((name) => `${name},0,100`), ""].join("\n"),
  },
];
