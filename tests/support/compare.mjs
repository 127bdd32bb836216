// Comparisons that say where two things differ.

import assert from "node:assert/strict";

/** Differences that are listed before the rest is only counted. */
const LISTED = 8;

/** Fails unless both values are the same in every key, length and bit of every number. */
export function assertIdentical(actual, expected, what = "") {
  const differences = [];
  walk(actual, expected, what, differences);
  const more = differences.length > LISTED ? `\n… and ${differences.length - LISTED} more` : "";
  assert.equal(differences.length, 0, `differences:\n${differences.slice(0, LISTED).join("\n")}${more}`);
}

function walk(actual, expected, path, differences) {
  if (isObject(actual) && isObject(expected) && Array.isArray(actual) === Array.isArray(expected)) {
    for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
      if (!(key in actual)) differences.push(`${path}.${key}: missing, expected ${show(expected[key])}`);
      else if (!(key in expected)) differences.push(`${path}.${key}: ${show(actual[key])}, expected nothing`);
      else walk(actual[key], expected[key], `${path}.${key}`, differences);
    }
  } else if (!Object.is(actual, expected)) {
    differences.push(`${path}: ${show(actual)}, expected ${show(expected)}`);
  }
}

const isObject = (value) => typeof value === "object" && value !== null;

const show = (value) => (Object.is(value, -0) ? "-0" : JSON.stringify(value)?.slice(0, 120));

/** How many numbers a value holds; a comparison of nothing proves nothing. */
export function countNumbers(value) {
  if (typeof value === "number") return 1;
  return isObject(value) ? Object.values(value).reduce((sum, part) => sum + countNumbers(part), 0) : 0;
}

/** Fails unless a number rounds to the digits printed, such as `-.132932`. */
export function assertDigits(actual, printed, what) {
  const decimals = printed.split(".")[1].length;
  const tolerance = 0.5 * 10 ** -decimals * (1 + 1e-9);
  const far = Math.abs(actual - Number(printed));
  assert.ok(far <= tolerance, `${what}: ${actual}, expected ${printed} to the last digit printed`);
}

/** The value of an outcome, which must be known. */
export function known(outcome) {
  assert.ok(outcome && "known" in outcome, `undefined: ${JSON.stringify(outcome?.undefined)}`);
  return outcome.known;
}
