// The briefing: pinned on the pages, arranged, presented and handed over.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { join } from "node:path";

import { cli } from "../support/cli.mjs";
import { TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";
import { complaints } from "./axe.mjs";
import { byTestId, choose, closeBrowser, loadSample, overviewShown, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** The sample as another seed makes it. */
const folder = temporaryFolder({ after });
const other = TABLES.map((name) => join(folder, name));
before(() => assert.equal(cli("simulate", "--seed", "77", "--output", folder).code, 0));

const slides = (page) => byTestId(page, "slide");

/** Waits until the slides of the moment are drawn. */
const drawn = (page, n) =>
  page.waitForFunction(
    (n) =>
      document.querySelectorAll('[data-testid="slide"] .bf-slide').length === n &&
      document.querySelector('[data-testid="briefing"]').getAttribute("aria-busy") === "false",
    n,
  );

const headings = (page) => slides(page).locator(".bf-heading").allTextContents();

/** Fills the stakeholder template. */
async function template(page, name = "stakeholders") {
  await visit(page, "briefing");
  await byTestId(page, `template-${name}`).click();
  await slides(page).first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="slide"] .bf-slide').length > 1);
}

pageTest("a chart and a finding are pinned where they are seen, and taken out again", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  const headline = (await byTestId(page, "finding").first().locator(".finding-headline").textContent()).trim();
  await byTestId(page, "finding").first().locator('[data-testid="pin"]').click();
  const pin = byTestId(page, "card-severity").locator('[data-testid="pin"]');
  await pin.click();
  assert.equal(await pin.getAttribute("aria-pressed"), "true");
  await visit(page, "briefing");
  await drawn(page, 2);
  assert.ok((await headings(page))[0].includes(headline.slice(0, 40)), `${await headings(page)} — ${headline}`);
  assert.ok((await slides(page).nth(1).locator("svg [data-i]").count()) > 10, "the chart is drawn");
  // The reader goes on to another part of the data: what is pinned keeps its own.
  await byTestId(page, "slide-remove").first().click();
  await drawn(page, 1);
  await byTestId(page, "briefing-undo").click();
  await drawn(page, 2);
  await visit(page, "evaluators");
  assert.equal(await pin.getAttribute("aria-pressed"), "true");
  await pin.click();
  assert.equal(await pin.getAttribute("aria-pressed"), "false");
});

pageTest("tables and key figures are pinned too, with the round that they show", {}, async (page) => {
  await loadSample(page);
  await visit(page, "providers");
  const grid = byTestId(page, "providers").locator("xpath=ancestor::*[contains(@class, 'grid-box')]/following-sibling::p[1]");
  await grid.locator('[data-testid="pin"]').click();
  const figure = page.locator(".figure").filter({ has: byTestId(page, "round-mean") });
  const mean = (await byTestId(page, "round-mean").textContent()).trim();
  await figure.locator('[data-testid="pin"]').click();
  await visit(page, "evaluators");
  const card = byTestId(page, "card-severity");
  await card.locator("button[aria-expanded]").click();
  await card.locator(".grid-actions [data-testid=pin]").click();
  await visit(page, "briefing");
  await drawn(page, 3);
  assert.equal(await byTestId(page, "slide-stale").count(), 0);
  assert.ok((await slides(page).nth(0).locator(".bf-table tbody tr").count()) > 5, "the table of the providers");
  assert.equal((await slides(page).nth(1).locator(".bf-value").textContent()).trim(), mean);
  assert.ok((await slides(page).nth(2).locator(".bf-table tbody tr").count()) > 5, "the table behind the chart");
});

pageTest("slides are moved by buttons and keys, retitled and annotated; a reload loses nothing", {}, async (page) => {
  await loadSample(page);
  await visit(page, "briefing");
  await byTestId(page, "briefing-empty").waitFor();
  await template(page);
  const before = await headings(page);
  assert.ok(before.length >= 6, `${before.length} slides`);
  await byTestId(page, "slide-down").first().click();
  await page.waitForFunction((first) => document.querySelector(".bf-heading").textContent !== first, before[0]);
  assert.deepEqual(await headings(page), [before[1], before[0], ...before.slice(2)]);
  // The moved slide has the focus, so that Alt and an arrow take it back.
  await page.keyboard.press("Alt+ArrowUp");
  await page.waitForFunction((first) => document.querySelector(".bf-heading").textContent === first, before[0]);

  const second = slides(page).nth(1);
  await second.locator('[data-testid="slide-heading"]').fill("What we found <b>this year</b>");
  await second.locator('[data-testid="slide-annotation"]').fill("Said by hand");
  await second.locator('[data-testid="slide-annotation"]').press("Tab");
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="slide"]')[1].textContent.includes("Said by hand"));
  await page.waitForFunction(
    () => document.querySelectorAll('[data-testid="slide"] .bf-heading')[1].textContent === "What we found <b>this year</b>",
  );
  assert.equal(await second.locator(".bf-heading b").count(), 0, "words are words");

  await page.reload();
  await page.locator("h1").waitFor();
  await byTestId(page, "nav-load").click();
  await loadSample(page);
  await visit(page, "briefing");
  await drawn(page, before.length);
  assert.equal((await headings(page))[1], "What we found <b>this year</b>");
});

pageTest("a slide is out of date when its numbers are no longer those that were pinned", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  await byTestId(page, "card-severity").locator('[data-testid="pin"]').click();
  await visit(page, "briefing");
  await drawn(page, 1);
  assert.equal(await byTestId(page, "slide-stale").count(), 0);
  // The same programme with other scores.
  await visit(page, "load");
  await choose(page, other);
  await overviewShown(page);
  await visit(page, "briefing");
  await byTestId(page, "slide-stale").waitFor();
  await byTestId(page, "slide-refresh").click();
  await byTestId(page, "slide-stale").waitFor({ state: "detached" });
});

pageTest("presenting: keys and clicker, black, theme, a question from the room, the speaker's window", {}, async (page, { context }) => {
  await loadSample(page);
  await visit(page, "briefing");
  await template(page);
  const all = await headings(page);
  await byTestId(page, "present").click();
  const shown = () => byTestId(page, "presenter-slide").locator(".bf-heading").textContent();
  await byTestId(page, "presenter-slide").locator(".bf-heading").waitFor();
  assert.equal(await shown(), all[0]);
  const wanted = async (k) => {
    await page.waitForFunction(
      (text) => document.querySelector('[data-testid="presenter-slide"] .bf-heading')?.textContent === text,
      all[k],
    );
  };
  for (const key of ["PageDown", "ArrowRight", " "]) await page.keyboard.press(key);
  await wanted(3);
  await page.keyboard.press("PageUp");
  await wanted(2);
  await page.keyboard.press("End");
  await wanted(all.length - 1);
  await page.keyboard.press("Home");
  await wanted(0);
  await page.keyboard.press("b");
  assert.ok(!(await byTestId(page, "presenter-slide").isVisible()), "black");
  await page.keyboard.press("ArrowRight");
  await wanted(1);
  assert.ok(await byTestId(page, "presenter-slide").isVisible());

  const theme = () => byTestId(page, "presenter").getAttribute("data-bf-theme");
  const before = await theme();
  await page.keyboard.press("t");
  assert.notEqual(await theme(), before);

  // A slide with a chart, for another round.
  const chart = await slides(page).evaluateAll((cards) => cards.findIndex((card) => card.querySelector("svg")));
  assert.ok(chart > 0);
  await page.keyboard.press("Home");
  for (let k = 0; k < chart; k += 1) await page.keyboard.press("ArrowRight");
  await wanted(chart);
  const source = () => byTestId(page, "presenter-slide").locator(".bf-source").textContent();
  const unfiltered = await source();
  await page.keyboard.press("f");
  const round = byTestId(page, "ask-round");
  await round.selectOption({ index: 2 });
  await byTestId(page, "ask-back").waitFor();
  assert.notEqual(await source(), unfiltered, "the source line names the filter");
  await byTestId(page, "ask-back").click();
  await page.waitForFunction(
    (text) => document.querySelector('[data-testid="presenter-slide"] .bf-source')?.textContent === text,
    unfiltered,
  );

  const [speaker] = await Promise.all([context.waitForEvent("page"), byTestId(page, "presenter-notes").click()]);
  await speaker.locator("h1").waitFor();
  assert.equal(await speaker.locator("h1").textContent(), all[chart]);
  assert.equal(await speaker.locator(".speaker-next").textContent(), all[chart + 1]);
  assert.match(await speaker.locator(".speaker-time").textContent(), /\d:\d\d/);
  await speaker.keyboard.press("ArrowRight");
  await wanted(chart + 1);
  await speaker.waitForFunction((text) => document.querySelector("h1").textContent === text, all[chart + 1]);
  await page.bringToFront();
  await byTestId(page, "presenter").focus();
  await page.keyboard.press("Escape");
  await byTestId(page, "presenter").waitFor({ state: "detached" });
  assert.ok(speaker.isClosed());
});

pageTest("the briefing page has nothing that axe complains of, empty or full, and is saved and opened", {}, async (page) => {
  await loadSample(page);
  await visit(page, "briefing");
  await byTestId(page, "briefing-empty").waitFor();
  assert.deepEqual(await complaints(page), []);
  await template(page);
  assert.deepEqual(await complaints(page), []);
  const [download] = await Promise.all([page.waitForEvent("download"), byTestId(page, "save-briefing").click()]);
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  const n = saved.items.length;
  assert.ok(n >= 6 && saved.items.every((item) => item.id));
  await byTestId(page, "slide-remove").first().click();
  await drawn(page, n - 1);
  await byTestId(page, "briefing-input").setInputFiles(await download.path());
  await drawn(page, n);
  await byTestId(page, "briefing-input").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await byTestId(page, "briefing-note").locator(".notice").waitFor();
  assert.equal(await slides(page).count(), n, "nothing is lost");
});
