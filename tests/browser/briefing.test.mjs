// The briefing: pinned on the pages, arranged, presented and handed over.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before } from "node:test";
import { join } from "node:path";

import { cli } from "../support/cli.mjs";
import { TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";
import { complaints } from "./axe.mjs";
import { ANSWER_PAGES, byTestId, choose, closeBrowser, loadSample, openSections, overviewShown, pageTest, visit } from "./support.mjs";

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

/** What stands on the page without a pin; presses the pins of all else but the findings. Returns both. */
const pinAll = (page) =>
  page.evaluate(() => {
    const name = (element) => element.querySelector("[data-testid]")?.dataset.testid ?? element.className;
    const shown = (element) => element.getClientRects().length > 0;
    const places = [
      ...[...document.querySelectorAll("table.grid")].map((table) => [table.dataset.testid, table.closest(".grid-box").nextElementSibling]),
      ...[...document.querySelectorAll(".figure")].map((figure) => [name(figure), figure]),
      ...[...document.querySelectorAll("figure.chart-card")].map((card) => [card.dataset.testid, card.querySelector(".card-actions")]),
    ].filter(([, place]) => shown(place));
    const pins = places.map(([what, place]) => [what, place.querySelector('[data-testid="pin"]')]);
    for (const [, pin] of pins) if (pin?.getAttribute("aria-pressed") === "false") pin.click();
    return { without: pins.filter(([, pin]) => !pin).map(([what]) => what), pinned: pins.map(([what]) => what) };
  });

pageTest("whatever the pages show is pinned, and is found again when it is shown", {}, async (page, { t }) => {
  await loadSample(page);
  const seen = new Set();
  const pin = async (where) => {
    const { without, pinned } = await pinAll(page);
    assert.deepEqual(without, [], `${where}: without a pin`);
    for (const one of pinned) seen.add(one);
  };
  for (const where of ANSWER_PAGES) {
    await visit(page, where);
    await openSections(page);
    await pin(where);
  }
  await visit(page, "quality");
  await page.locator('figure[data-testid="card-missing-indicators"]').waitFor();
  await pin("quality");
  for (const [where, at] of [["evaluators", "evaluator:E006"], ["indicators", "indicator:I09"], ["providers", "provider:P24"], ["overview", "round:2024H2"]]) {
    await page.goto(page.url().replace(/#.*/, `#/${where}?lang=en&at=${encodeURIComponent(at)}`));
    await byTestId(page, "sheet-name").waitFor();
    await page.waitForFunction(() => !document.querySelector('[data-testid="waiting"], .answer[aria-busy="true"]'));
    await page.locator("table.grid, figure.chart-card").filter({ visible: true }).first().waitFor();
    await page.waitForTimeout(300);
    await pin(at);
  }
  const names = ["what-if", "coefficients", "effects-by-round", "effects", "rounds", "facet-measures", "facet-summary"];
  const ofSheets = ["provider-rounds", "round-members", "round-change", "round-ends", "card-round-severities", "card-indicator-track"];
  for (const name of [...names, ...ofSheets]) assert.ok(seen.has(name), `${name} was there`);
  t.diagnostic(`${seen.size} kinds: ${[...seen].join(", ")}`);
  await visit(page, "briefing");
  await page.waitForFunction(
    () => {
      const all = [...document.querySelectorAll('[data-testid="slide"]')];
      const busy = document.querySelector('[data-testid="briefing"]').getAttribute("aria-busy");
      return busy === "false" && all.length > 60 && all.every((slide) => slide.querySelector(".bf-slide"));
    },
    null,
    { timeout: 180_000 },
  );
  const stale = await byTestId(page, "slide-stale").allTextContents();
  assert.deepEqual(stale, [], "nothing is out of date");
  const missing = await slides(page).evaluateAll((all) =>
    all.filter((slide) => slide.querySelector(".bf-missing")).map((slide) => slide.querySelector(".bf-heading").textContent),
  );
  assert.deepEqual(missing, [], "nothing is missing");
});

pageTest("slides that come late never take the place of newer ones", {}, async (page) => {
  await page.addInitScript(() => {
    // Holds the slides that the worker sends back while `window.held` is a list.
    const SLIDES = 8;
    const listen = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function (kind, listener, ...rest) {
      const slow = (event) => {
        if (window.held && event.data instanceof Uint8Array && event.data[0] === SLIDES) window.held.push(() => listener(event));
        else listener(event);
      };
      return listen.call(this, kind, kind === "message" ? slow : listener, ...rest);
    };
  });
  await page.reload();
  await page.locator("h1").waitFor();
  await loadSample(page);
  await visit(page, "briefing");
  await byTestId(page, "add-text").click();
  await drawn(page, 1);
  await page.evaluate(() => (window.held = []));
  const heading = byTestId(page, "slide-heading").first();
  for (const [n, words] of [[1, "The older words"], [2, "The newer words"]]) {
    await heading.fill(words);
    await heading.press("Tab");
    await page.waitForFunction((n) => window.held.length === n, n);
  }
  // The newer slides first, then the older ones.
  await page.evaluate(() => {
    const [older, newer] = window.held;
    window.held = null;
    newer();
    older();
  });
  await page.waitForTimeout(500);
  assert.deepEqual(await headings(page), ["The newer words"]);
  assert.equal(await byTestId(page, "briefing").getAttribute("aria-busy"), "false");
  // The older ones alone leave the page waiting for the newer.
  await page.evaluate(() => (window.held = []));
  for (const [n, words] of [[1, "Older again"], [2, "Newer again"]]) {
    await heading.fill(words);
    await heading.press("Tab");
    await page.waitForFunction((n) => window.held.length === n, n);
  }
  await page.evaluate(() => window.held[0]());
  await page.waitForTimeout(300);
  assert.deepEqual(await headings(page), ["The newer words"]);
  assert.equal(await byTestId(page, "briefing").getAttribute("aria-busy"), "true");
  await page.evaluate(() => window.held[1]());
  await page.waitForFunction(() => document.querySelector(".bf-heading").textContent === "Newer again");
});

pageTest("numbers in the reader's own words that are ids are told where names go", {}, async (page) => {
  const rows = [7, 12, 30].flatMap((evaluator, k) =>
    ["P1", "P2", "P3"].flatMap((provider, j) => ["x", "y"].map((indicator) => `R1,${provider},${indicator},${evaluator},${4 + k + j}`)),
  );
  await choose(page, [{ name: "scores.csv", content: ["round,provider,indicator,evaluator,score", ...rows].join("\n") }]);
  await overviewShown(page);
  await visit(page, "briefing");
  await byTestId(page, "add-text").click();
  await byTestId(page, "slide-notes").fill("Talk to 12 about P2, 40% of 3.7 points, in 2 rounds.");
  await byTestId(page, "slide-notes").press("Tab");
  const told = byTestId(page, "ids-left");
  assert.equal((await told.textContent()).trim(), "");
  await byTestId(page, "anonymise-evaluators").check();
  await told.locator(".notice").waitFor();
  assert.match(await told.textContent(), /not replaced: 12 \(slide 1\)\./);
  assert.deepEqual(await complaints(page), []);
  await byTestId(page, "slide-notes").fill("Talk to evaluator twelve.");
  await byTestId(page, "slide-notes").press("Tab");
  await told.locator(".notice").waitFor({ state: "detached" });
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
