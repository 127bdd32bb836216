// What is pointed at or picked in one chart is marked in the others and in the tables.

import assert from "node:assert/strict";
import { after } from "node:test";

import { byTestId, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const chart = (page, name) => byTestId(page, `chart-${name}`);

/** Brings a chart into view, drawn. */
async function drawn(page, name) {
  await chart(page, name).scrollIntoViewIfNeeded();
  await chart(page, name).locator("svg").waitFor();
  return chart(page, name).locator(".chart-host");
}

/** The evaluator at the top of the caterpillar, as the live region says it. */
async function first(page) {
  const host = await drawn(page, "severity");
  await host.focus();
  await page.keyboard.press("Home");
  await chart(page, "severity").locator(".datum-ring").waitFor();
  return (await chart(page, "severity").locator("[aria-live]").textContent()).split(";")[0];
}

pageTest("the datum pointed at is ringed in the other charts and not in its own", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  await drawn(page, "drift");
  const name = await first(page);
  assert.match(name, /^E\d+/);
  await chart(page, "drift").locator(".linked-mark").first().waitFor();
  assert.equal(await chart(page, "severity").locator(".linked-mark").count(), 0);
  await page.keyboard.press("Escape");
  await chart(page, "drift").locator(".linked-mark").first().waitFor({ state: "detached" });
});

pageTest("a row of a table that is pointed at is ringed in the charts", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  await drawn(page, "severity");
  await byTestId(page, "evaluators").locator("tbody tr").first().hover();
  // One ring, for one evaluator has one row in the caterpillar.
  await chart(page, "severity").locator(".linked-mark").first().waitFor();
  assert.equal(await chart(page, "severity").locator(".linked-mark").count(), 1);
});

pageTest("the space bar picks, tables mark and show what is picked, and it can be let go", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  const name = await first(page);
  const rows = byTestId(page, "evaluators").locator("tbody tr");
  const all = await rows.count();
  assert.ok(all > 2);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await byTestId(page, "picked-bar").waitFor();
  assert.match(await byTestId(page, "picked-bar").textContent(), /^2 picked: /);
  assert.ok((await byTestId(page, "picked-bar").textContent()).includes(name));
  assert.equal(await byTestId(page, "evaluators").locator("tr.is-picked").count(), 2);
  await byTestId(page, "picked-only").click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="evaluators"] tbody tr').length === 2);
  await byTestId(page, "picked-clear").click();
  await byTestId(page, "picked-bar").waitFor({ state: "detached" });
  assert.equal(await rows.count(), all);
  assert.ok(page.url().includes("#/evaluators"), "nothing was followed");
});

pageTest("a rectangle picks what is in it and follows no link", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  const host = await drawn(page, "severity");
  await host.evaluate((host) => host.scrollIntoView({ block: "start" }));
  await page.mouse.wheel(0, -200);
  await page.waitForTimeout(200);
  const { x, y, width } = await host.boundingBox();
  await page.mouse.move(x + 4, y + 60);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 120, { steps: 4 });
  await page.mouse.move(x + width - 6, y + 220, { steps: 4 });
  await host.locator(".brush").waitFor();
  await page.mouse.up();
  await host.locator(".brush").waitFor({ state: "detached" });
  await byTestId(page, "picked-bar").waitFor();
  const picked = Number((await byTestId(page, "picked-bar").textContent()).match(/^(\d+) picked/)[1]);
  assert.ok(picked >= 3, `${picked} picked`);
  assert.equal(await byTestId(page, "evaluators").locator("tr.is-picked").count(), picked);
  assert.ok(page.url().includes("#/evaluators"));
  assert.ok(!page.url().includes("at="), "no link was followed");
  // Another page begins with nothing picked.
  await visit(page, "indicators");
  assert.equal(await byTestId(page, "picked-bar").count(), 0);
});

pageTest("a dense chart is drawn wider, and pointing still finds its data", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  const host = await drawn(page, "drift");
  const card = byTestId(page, "card-drift");
  const width = () => host.locator("svg").evaluate((svg) => Number(svg.getAttribute("width")));
  const before = await width();
  await host.focus();
  await page.keyboard.press("+");
  await page.waitForFunction(
    ([name, before]) => Number(document.querySelector(`[data-testid="${name}"] svg`).getAttribute("width")) > before,
    ["chart-drift", before],
  );
  await byTestId(card, "zoom-in").click();
  await page.waitForFunction(
    ([name, before]) => Number(document.querySelector(`[data-testid="${name}"] svg`).getAttribute("width")) >= 2 * before - 2,
    ["chart-drift", before],
  );
  await host.focus();
  await page.keyboard.press("End");
  await chart(page, "drift").locator(".datum-ring").waitFor();
  const [ring, box] = [await chart(page, "drift").locator(".datum-ring").boundingBox(), await chart(page, "drift").boundingBox()];
  assert.ok(ring.x >= box.x - 9 && ring.x + ring.width <= box.x + box.width + 9, "the datum is scrolled into view");
  await byTestId(card, "zoom-out").click();
  await byTestId(card, "zoom-out").click();
  await page.waitForFunction(
    ([name, before]) => Number(document.querySelector(`[data-testid="${name}"] svg`).getAttribute("width")) === before,
    ["chart-drift", before],
  );
});

pageTest("large type enlarges words and charts, is in the address, and charts are still pointed at", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  await drawn(page, "severity");
  const text = () =>
    chart(page, "severity").locator("svg text").first().evaluate((text) => text.getBoundingClientRect().height);
  const before = await text();
  await byTestId(page, "type-large").click();
  await page.waitForFunction(() => location.hash.includes("type=large"));
  await page.waitForFunction(() => parseFloat(getComputedStyle(document.documentElement).fontSize) === 20);
  await drawn(page, "severity");
  assert.ok((await text()) > 1.2 * before, `${before} → ${await text()}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(overflow <= 0, `${overflow} px too wide`);
  // The mouse finds the very datum that the keyboard marks.
  const name = await first(page);
  const ring = await chart(page, "severity").locator(".datum-ring").boundingBox();
  await page.keyboard.press("Escape");
  await page.mouse.move(ring.x + ring.width / 2, ring.y + ring.height / 2);
  await chart(page, "severity").locator(".tooltip").waitFor();
  assert.equal(await chart(page, "severity").locator(".tooltip-label").textContent(), name);
  await byTestId(page, "type-large").click();
  await page.waitForFunction(() => !location.hash.includes("type=large"));
});
