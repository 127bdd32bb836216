// The sheets of one evaluator, indicator, provider and round: reached from rows, marks, findings and addresses; the way back.

import assert from "node:assert/strict";
import { after } from "node:test";

import { known } from "../support/compare.mjs";
import { EVERYTHING, Evenhand } from "../support/engine.mjs";
import { skatingAbsent, skatingFiles } from "../support/environment.mjs";
import { byTestId, choose, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const HAN = /\p{Script=Han}/u;

function sample() {
  const engine = new Evenhand();
  engine.loadSample("english");
  return (question) => Object.values(engine.ask(question, EVERYTHING))[0];
}

const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const scrolled = (page) => page.evaluate(() => window.scrollY);

/** Opens a sheet by its address, as somebody does who was sent it. */
async function goTo(page, where, at) {
  const lang = (await hash(page)).match(/lang=(\w+)/)[1];
  await page.goto(page.url().replace(/#.*/, `#/${where}?lang=${lang}&at=${encodeURIComponent(at)}`));
  await byTestId(page, "sheet-name").waitFor();
}

async function assertNoSidewaysScroll(page) {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(inner <= outer, `${inner} px of content on ${outer} px`);
}

pageTest("one indicator", {}, async (page) => {
  const ask = sample();
  const row = ask("indicators").indicators.find((one) => one.indicator === "I09");
  const weight = known(ask("structure").weights).find((one) => one.indicator === "I09");
  const track = known(ask({ drift: { pass: 600, bands: [600, 700, 800, 900], top: 3 } }).indicators.find(
    (one) => one.indicator === "I09",
  ).track);
  await loadSample(page);
  await visit(page, "indicators");
  await byTestId(page, "indicators").locator('a[data-entity="indicator:I09"]').click();
  const sheet = byTestId(page, "indicator-sheet");
  await sheet.locator('[data-testid="card-indicator-track"] svg').waitFor();
  assert.match(await byTestId(page, "sheet-name").textContent(), /I09/);
  await sheet.filter({ hasText: "Effective weight" }).waitFor();
  const text = await sheet.textContent();
  for (const value of [known(row.mean).value, row.sd, known(row.item_rest).value, weight.effective.value]) {
    assert.ok(text.includes(value.toFixed(2)), `${value} in ${text}`);
  }
  // The chart's data are the answer's, with their intervals.
  await sheet.locator('[data-testid="card-indicator-track"] button[aria-expanded]').click();
  const rows = byTestId(page, "table-indicator-track").locator("tbody tr");
  await rows.nth(track.severities.length - 1).waitFor();
  const found = await rows.evaluateAll((all) =>
    all.map((one) => [...one.querySelectorAll("[data-value]")].map((cell) => Number(cell.dataset.value))),
  );
  track.severities.forEach(({ severity }, k) => {
    for (const value of [severity.value, severity.interval.low, severity.interval.high]) {
      assert.ok(found[k].includes(value), `${found[k]} lacks ${value}`);
    }
  });
  // Evaluators who depart on it, or that there are none.
  await sheet.locator('[data-testid="indicator-own-way"], [data-testid="own-way-none"]').first().waitFor();
  await byTestId(page, "sheet-choose").selectOption("I01");
  await byTestId(page, "sheet-name").filter({ hasText: "I01" }).waitFor();
  await byTestId(page, "language-zh-CN").click();
  await sheet.filter({ hasText: "各轮难度" }).waitFor();
});

pageTest("one round", {}, async (page) => {
  const ask = sample();
  const row = ask("overview").rounds.find((one) => one.round === "2024H1");
  const panel = ask("turnover").rounds.find((one) => one.round === "2024H1");
  const league = ask("providers").rounds.find((one) => one.round === "2024H1");
  await loadSample(page);
  await byTestId(page, "rounds").locator('a[data-entity="round:2024H1"]').click();
  const sheet = byTestId(page, "round-sheet");
  await sheet.locator('[data-testid="round-members"] tbody tr').nth(panel.evaluators.length - 1).waitFor();
  const text = await sheet.textContent();
  for (const value of [known(row.icc_a_1).value, known(row.alpha).value]) {
    assert.ok(text.includes(value.toFixed(2)), `${value} in ${text}`);
  }
  assert.match(text, new RegExp(`${row.n_providers} providers`));
  assert.equal(
    await sheet.locator('[data-testid="round-members"] tbody tr', { hasText: "new" }).count(),
    panel.n_joined,
  );
  assert.match(await byTestId(page, "round-left").textContent(), /E\d\d/);
  await sheet.locator('[data-testid="round-change"] tbody tr').waitFor();
  const ends = sheet.locator('[data-testid="round-ends"] tbody tr');
  assert.equal(await ends.count(), 10);
  assert.match(await ends.first().textContent(), new RegExp(league.rows[0].provider));
  assert.match(await ends.last().textContent(), new RegExp(league.rows.at(-1).provider));
  for (const chart of ["round-severities", "league"]) {
    const card = sheet.locator(`[data-testid="card-${chart}"]`);
    await card.scrollIntoViewIfNeeded();
    await card.locator("svg").waitFor();
  }
  await byTestId(page, "round-later").click();
  await byTestId(page, "sheet-name").filter({ hasText: "2024H2" }).waitFor();
  await byTestId(page, "round-earlier").click();
  await byTestId(page, "sheet-name").filter({ hasText: "2024H1" }).waitFor();
  // From here to an evaluator, a provider, and back by the browser.
  await sheet.locator('[data-testid="round-members"] a.row-link').first().click();
  await byTestId(page, "evaluator-sheet").waitFor();
  await page.goBack();
  await byTestId(page, "round-sheet").waitFor();
  await sheet.locator('[data-testid="round-ends"] a.row-link').first().click();
  await byTestId(page, "provider-sheet").waitFor();
  // Raw and adjusted change, and their difference, in the row and in the line below.
  const changes = ask("providers").rounds.flatMap(({ rows }) =>
    rows.filter((row) => row.provider === league.rows[0].provider && row.change.known).map((row) => row.change.known),
  );
  const { raw_change: raw, change } = changes.at(-1);
  const parts = await byTestId(page, "change-parts").textContent();
  for (const value of [raw, change.value, raw - change.value]) {
    assert.ok(parts.includes(Math.abs(value).toFixed(1)), `${parts} lacks ${value}`);
  }
  await byTestId(page, "provider-rounds").locator('a[data-entity="round:2024H2"]').first().click();
  await byTestId(page, "sheet-name").filter({ hasText: "2024H2" }).waitFor();
});

pageTest("the way back leads to the same place", {}, async (page) => {
  await loadSample(page);
  await visit(page, "evaluators");
  await byTestId(page, "facets-detail").locator("summary").first().click();
  const link = byTestId(page, "facet-measures").locator('a[data-entity="evaluator:E021"]');
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(600);
  const before = await scrolled(page);
  assert.ok(before > 500, `${before}`);
  for (const back of [
    () => byTestId(page, "breadcrumbs").locator("a").click(),
    () => byTestId(page, "back").click(),
    () => page.goBack(),
  ]) {
    await link.click();
    await byTestId(page, "evaluator-sheet").waitFor();
    await page.waitForFunction(() => window.scrollY === 0);
    await page.waitForFunction(() => document.activeElement.dataset.testid === "sheet-name");
    await back();
    await byTestId(page, "sheet-name").waitFor({ state: "detached" });
    await page.waitForFunction((top) => Math.abs(window.scrollY - top) < 2, before);
    assert.match(await hash(page), /open=facets-detail/);
    assert.doesNotMatch(await hash(page), /at=/);
    // The link that led away has the focus again.
    await page.waitForFunction(() => document.activeElement.dataset.entity === "evaluator:E021");
  }
  // From another page, too.
  await visit(page, "overview");
  const round = byTestId(page, "rounds").locator('a[data-entity="round:2025H1"]');
  await round.scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const place = await scrolled(page);
  await round.click();
  await byTestId(page, "round-sheet").locator('[data-testid="round-members"] a.row-link').first().click();
  await byTestId(page, "evaluator-sheet").waitFor();
  await page.goBack();
  await byTestId(page, "round-sheet").waitFor();
  await page.goBack();
  await byTestId(page, "sheet-name").waitFor({ state: "detached" });
  await page.waitForFunction((top) => Math.abs(window.scrollY - top) < 2, place);
});

pageTest("findings lead to whom they are about and to their evidence", {}, async (page) => {
  await loadSample(page);
  const finding = byTestId(page, "finding").filter({ hasText: "E006" }).first();
  await finding.locator('[data-testid="finding-subject"]').click();
  await byTestId(page, "evaluator-sheet").waitFor();
  assert.match(await byTestId(page, "sheet-name").textContent(), /E006/);
  await page.goBack();
  await finding.locator('[data-testid="finding-evidence"]').click();
  await page.waitForFunction(() => location.hash.startsWith("#/evaluators"));
  const inView = (name) =>
    page.waitForFunction((name) => {
      const box = document.querySelector(`[data-testid="${name}"]`)?.getBoundingClientRect();
      return box && box.top > -5 && box.top < window.innerHeight / 2;
    }, name);
  await inView("card-drift");
  // The evidence of what is said in a section that is computed on demand.
  await byTestId(page, "conflicts-detail").locator("summary").first().click();
  const said = byTestId(page, "conflicts-detail").locator('[data-testid="finding"]').first();
  await said.waitFor();
  const address = await said.locator('[data-testid="finding-evidence"]').getAttribute("href");
  await visit(page, "overview");
  await page.goto(page.url().replace(/#.*/, address));
  await byTestId(page, "conflicts-detail").locator("table").first().waitFor();
  const [, place] = /at=section:[\w-]+\/([\w-]+)/.exec(decodeURIComponent(address));
  await inView(place);
  // Followed again, it leads there again.
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate((address) => {
    const link = Object.assign(document.createElement("a"), { href: address });
    document.querySelector("#content").append(link);
    link.click();
    link.remove();
  }, new URL(page.url()).hash);
  await inView(place);
});

pageTest("marks of charts lead to rounds and indicators", {}, async (page) => {
  await loadSample(page);
  for (const [where, chart, sheet] of [
    ["overview", "rounds", "round-sheet"],
    ["indicators", "item-rest", "indicator-sheet"],
    ["evaluators", "severity", "evaluator-sheet"],
    ["providers", "league", "provider-sheet"],
  ]) {
    await visit(page, where);
    const host = byTestId(page, `chart-${chart}`).locator(".chart-host").first();
    await host.locator("svg").waitFor();
    await host.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await byTestId(page, sheet).waitFor();
  }
});

for (const language of ["en", "zh"]) {
  const phone = { viewport: { width: 390, height: 844 }, address: `load?lang=${language}` };
  pageTest(`sheets on a phone, ${language}`, phone, async (page) => {
    await loadSample(page);
    for (const [where, at, inside] of [
      ["evaluators", "evaluator:E006", "evaluator-sheet"],
      ["indicators", "indicator:I03", "indicator-sheet"],
      ["providers", "provider:P24", "provider-sheet"],
      ["overview", "round:2024H2", "round-sheet"],
    ]) {
      await goTo(page, where, at);
      const sheet = byTestId(page, inside);
      await sheet.waitFor();
      await page.waitForTimeout(1200);
      await assertNoSidewaysScroll(page);
      assert.equal(HAN.test(await sheet.textContent()), language === "zh");
    }
  });
}

pageTest("sheets of the skating set", { skip: skatingAbsent }, async (page) => {
  await choose(page, skatingFiles);
  await page.waitForFunction(() => location.hash.startsWith("#/overview"), null, { timeout: 60_000 });
  await byTestId(page, "rounds").locator("a.row-link").nth(8).click();
  await byTestId(page, "round-members").locator("tbody tr").first().waitFor({ timeout: 60_000 });
  await byTestId(page, "round-ends").locator("tbody tr").first().waitFor();
  await visit(page, "indicators");
  await byTestId(page, "indicators").locator("a.row-link").first().click();
  await byTestId(page, "card-indicator-track").locator("svg").waitFor({ timeout: 60_000 });
  await byTestId(page, "indicator-own-way").locator("tbody tr").first().waitFor({ timeout: 60_000 });
});
