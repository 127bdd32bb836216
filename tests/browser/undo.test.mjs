// Every choice that changes numbers is in the address and can be undone.

import assert from "node:assert/strict";
import { after } from "node:test";

import { byTestId, closeBrowser, figure, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const inAddress = (page, name) => new URLSearchParams(new URL(page.url()).hash.split("?")[1]).get(name);

/** Waits until a part of the address is as wanted. */
const address = (page, name, wanted) =>
  page.waitForFunction(
    ([name, wanted]) => new URLSearchParams(location.hash.split("?")[1]).get(name) === wanted,
    [name, wanted],
  );

async function setMark(page, value) {
  await byTestId(page, "pass-mark").fill(String(value));
  await byTestId(page, "pass-mark").press("Tab");
}

pageTest("a pass mark, a filter and a weight are undone one by one", {}, async (page) => {
  await loadSample(page);
  await visit(page, "providers");
  assert.equal(await byTestId(page, "undo").count(), 0, "nothing to undo as yet");
  await byTestId(page, "standing").locator("summary").first().click();
  await byTestId(page, "what-if").locator("tbody tr").first().waitFor();
  const first = await byTestId(page, "what-if").locator("tbody tr [data-testid^=what-if-]").first().getAttribute("data-testid");
  const before = await figure(page, first);

  await setMark(page, 55.5);
  await address(page, "marks", "555-600-700-800-900-3");
  const slider = byTestId(page, "weight-0");
  await slider.waitFor();
  await slider.focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => location.hash.includes("weights="));
  await page.waitForFunction(
    ([name, before]) => Number(document.querySelector(`[data-testid="${name}"]`)?.dataset.value) !== before,
    [first, before],
  );

  await byTestId(page, "undo").click();
  await address(page, "weights", null);
  await page.waitForFunction(
    ([name, before]) => Number(document.querySelector(`[data-testid="${name}"]`)?.dataset.value) === before,
    [first, before],
  );
  assert.equal(inAddress(page, "marks"), "555-600-700-800-900-3", "the mark is still as it was set");

  await page.locator("h1").click();
  await page.keyboard.press("Control+z");
  await address(page, "marks", null);
  assert.equal(await byTestId(page, "pass-mark").inputValue(), "60");
  await byTestId(page, "undo").waitFor({ state: "detached" });
  // The browser's way back leads through what was undone, and forth again.
  await page.goBack();
  await address(page, "marks", "555-600-700-800-900-3");
  await page.goForward();
  await address(page, "marks", null);
});

pageTest("an address brings its marks and thresholds along", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  await byTestId(page, "scorecards-detail").locator("summary").first().click();
  await byTestId(page, "policy-drift").fill("4.5");
  await byTestId(page, "policy-drift").press("Tab");
  await page.waitForFunction(() => location.hash.includes("policy="));
  const policy = inAddress(page, "policy");
  assert.match(policy, /^50-10-50-45-/);
  await visit(page, "providers");
  assert.equal(inAddress(page, "policy"), policy, "the thresholds are for all pages");
  // What is typed in a box is undone by the box, not by the page.
  await byTestId(page, "standing").locator("summary").first().click();
  await byTestId(page, "pass-mark").waitFor();
  await byTestId(page, "pass-mark").focus();
  await page.keyboard.press("Control+z");
  assert.equal(inAddress(page, "policy"), policy);
});
