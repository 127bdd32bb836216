// What axe has to say of a page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 AA, and what else is good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Violations in words: rule, where and why. */
export async function complaints(page) {
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: values }),
    RULES,
  );
  assert.ok(passes.length > 10, `only ${passes.length} rules found something to check`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`),
  );
}
