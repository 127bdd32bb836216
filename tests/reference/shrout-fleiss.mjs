// Shrout, P. E. & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability.
// Psychological Bulletin 86, 420-428. Table 2: six targets rated by four judges.
// Estimates and intervals: METHODS.md section 4, where the mean squares are 11.24167, 32.48611, 1.019444, 6.263889.

const RATINGS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

/** Name, estimate and both ends of the 95% interval, to the digits printed. */
export const ICCS = [
  ["icc_1", ".165742", "-.132932", ".722560"],
  ["icc_a_1", ".289764", ".018787", ".761084"],
  ["icc_c_1", ".714841", ".342465", ".945858"],
  ["icc_1_k", ".442797", "-.884442", ".912415"],
  ["icc_a_k", ".620051", ".071137", ".927232"],
  ["icc_c_k", ".909316", ".675675", ".985892"],
];

const rows = RATINGS.flatMap((ratings, target) =>
  ratings.map((rating, judge) => `R1,T${target + 1},quality,J${judge + 1},${rating}`),
);

/** The table as an export: one round, six providers, one indicator, four evaluators. */
export const FILES = [
  { name: "scores.csv", content: ["round,provider,indicator,evaluator,score", ...rows, ""].join("\n") },
  { name: "indicators.csv", content: "indicator,min,max\nquality,0,10\n" },
];
