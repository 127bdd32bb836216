// Published tables of agreement and their figures, to the digits printed: METHODS.md section 4.
// Each is one round and one indicator, so that the coefficients of the indicator's ratings are those of the table.

/** A table of units by evaluators as an export; `null` is a missing score. */
function table(name, rows, [min, max], coefficients) {
  const scores = rows.flatMap((row, unit) =>
    row.flatMap((score, evaluator) =>
      score === null ? [] : [`R1,U${String(unit + 1).padStart(3, "0")},quality,E${evaluator + 1},${score}`],
    ),
  );
  const files = [
    { name: "scores.csv", content: ["round,provider,indicator,evaluator,score", ...scores, ""].join("\n") },
    { name: "indicators.csv", content: `indicator,min,max\nquality,${min},${max}\n` },
  ];
  return { name, files, coefficients };
}

const _ = null;

// Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability, section C: four observers, twelve units.
// Alpha to the digits of Python krippendorff 0.9.0; the others with their standard errors by R irrCAC 1.4, Conger's kappa
// from Gwet's formula (each rater's marginals over the units that rater scored).
const BY_OBSERVER = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];
const BY_UNIT = BY_OBSERVER[0].map((_first, unit) => BY_OBSERVER.map((scores) => scores[unit]));

// Two raters of 100 units in three categories, as counts.
const COUNTS = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
];
const PAIRS = COUNTS.flatMap((row, first) =>
  row.flatMap((count, second) => Array.from({ length: count }, () => [first + 1, second + 1])),
);

// The data set `anxiety` of the R package irr: 20 subjects by 3 raters.
const ANXIETY = [
  [3, 3, 2], [3, 6, 1], [3, 4, 4], [4, 6, 4], [5, 2, 3], [5, 4, 2], [2, 2, 1], [3, 4, 6], [5, 3, 1], [2, 3, 1],
  [2, 2, 1], [6, 3, 2], [1, 3, 3], [5, 3, 3], [2, 2, 1], [2, 2, 1], [1, 1, 3], [2, 3, 3], [4, 3, 2], [3, 4, 2],
];

/** Tables with the coefficients that are printed: name, estimate, standard error where one is printed,
 * and the factor that brings ours to the printed one's denominator where that differs. */
export const TABLES = [
  table("Krippendorff 2011", BY_UNIT, [1, 5], [
    ["alpha_nominal", ".743421052631579"],
    ["alpha_ordinal", ".815387503754881"],
    ["alpha_interval", ".849107142857143"],
    ["alpha_ratio", ".797402774711612"],
    ["gwet_ac1", ".77544", ".14295"],
    ["fleiss_kappa", ".76117", ".15302"],
    ["conger_kappa", ".7620669"],
    ["brennan_prediger", ".77273", ".14472"],
    ["percent_agreement", ".81818", ".12561"],
    ["gwet_ac2_linear", ".85874", ".11733"],
    ["gwet_ac2_quadratic", ".91400", ".10396"],
    ["gwet_ac2_ordinal", ".89894", ".10690"],
  ]),
  // Of two raters and complete data Conger's kappa is Cohen's, and Fleiss' is Scott's pi. The standard error printed for AC1
  // is that of tables of counts, with n = 100 units in the denominator where Gwet (2014) has n - 1. That of kappa (.0589107;
  // Fleiss, Cohen & Everitt 1969) is not Gwet's of Conger's kappa, so there is nothing here to compare it with.
  table("two raters, 3 by 3", PAIRS, [1, 3], [
    ["conger_kappa", ".7964094"],
    ["fleiss_kappa", ".7962397"],
    ["gwet_ac1", ".8493305", ".0432175", Math.sqrt(0.99)],
    ["brennan_prediger", ".835"],
    ["alpha_nominal", ".7972585"],
    ["percent_agreement", ".89"],
  ]),
  // R irr: kendall(anxiety, correct = TRUE) and icc(anxiety, ...).
  table("anxiety", ANXIETY, [1, 6], [
    ["kendall_w", ".539657"],
    ["icc_1", ".1750"],
    ["icc_a_1", ".1980"],
    ["icc_c_1", ".2160"],
    ["icc_1_k", ".3889"],
    ["icc_a_k", ".4255"],
    ["icc_c_k", ".4526"],
  ]),
];

/** Of `attitude` (attitude.mjs): lambda-6 by R's psych::alpha, omega by optim(method = "BFGS") of R 4.2.2. */
export const ATTITUDE = { lambda_6: ".8752151", omega_total: ".850682" };
