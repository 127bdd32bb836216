// The sections computed on demand show what the module answers, to the last bit, in both languages: the standing of the
// providers, variance components with their D studies, and severity by the mixed model.

import assert from "node:assert/strict";
import { after } from "node:test";

import { known } from "../support/compare.mjs";
import { EVERYTHING, Evenhand } from "../support/engine.mjs";
import { assertFigure, byTestId, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const HAN = /\p{Script=Han}/u;
const MARKS = { pass: 600, bands: [600, 700, 800, 900], top: 3 };

const LANGUAGES = [
  { language: "en", sample: "english" },
  { language: "zh", sample: "chinese" },
];

/** An engine with the same sample, asked in this process. */
function engineWith(sample) {
  const engine = new Evenhand();
  engine.loadSample(sample);
  return engine;
}

const ask = (engine, question) => Object.values(engine.ask(question, EVERYTHING))[0];

/** Opens a section that is computed on demand, and waits for something in it. */
async function openSection(page, name, inside) {
  const section = byTestId(page, name);
  await section.locator("summary").first().click();
  await section.locator(inside).first().waitFor();
  return section;
}

/** The numbers of every row of the data table behind a chart. */
async function numbersBehind(page, chart) {
  const card = byTestId(page, `card-${chart}`);
  await card.locator("svg").waitFor();
  const toggle = card.locator("button[aria-expanded]");
  if ((await toggle.getAttribute("aria-expanded")) !== "true") await toggle.click();
  await card.locator("tbody tr").first().waitFor();
  return card.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll("[data-value]")].map((cell) => Number(cell.dataset.value)),
    ),
  );
}

/** Fails unless every row begins with the same numbers, to the bit. */
function assertRows(found, expected, what) {
  assert.equal(found.length, expected.length, `${what}: rows`);
  expected.forEach((row, k) => {
    row.forEach((value, column) => {
      assert.ok(Object.is(found[k][column], value), `${what}, row ${k}: ${found[k]}, expected ${row}`);
    });
  });
}

/** Numbers that the sentence of a finding has to name. */
const NAMED = { pass_mark: "n_open", ranks_at_once: "n", funnel_outliers: "n", enough_evaluators: "enough" };

/** Fails unless the section says the answer's findings, in the language and with their numbers. */
async function assertFindings(section, answer, language) {
  const kinds = answer.findings.map((finding) => finding.kind).filter((kind) => kind.code !== "caveat");
  assert.ok(kinds.length > 0, "there is something to say");
  const texts = await section.locator('[data-testid="finding"]').allTextContents();
  assert.equal(texts.length, Math.min(kinds.length, 6));
  texts.forEach((text, k) => {
    assert.equal(HAN.test(text), language === "zh", text);
    const number = kinds[k][NAMED[kinds[k].code]];
    if (number) assert.ok(text.includes(String(number)), `${text}: no ${number}`);
  });
}

for (const { language, sample } of LANGUAGES) {
  const address = `load?lang=${language}`;

  pageTest(`variance components and D studies, ${language}`, { address }, async (page) => {
    const answer = ask(engineWith(sample), "generalizability");
    const { rows } = known(answer.components);
    await loadSample(page);
    await visit(page, "indicators");
    const section = await openSection(page, "generalizability", '[data-testid="card-variance"] svg');
    await assertFindings(section, answer, language);
    // Variance, its interval's ends where it has one, and share.
    const ends = ({ interval }) => (interval ? [interval.low, interval.high] : []);
    const expected = rows.map(({ variance, share }) => [variance.value, ...ends(variance), share]);
    const found = await numbersBehind(page, "variance");
    found.forEach((row, k) => {
      for (const value of expected[k]) assert.ok(row.includes(value), `${rows[k].effect}: ${row} lacks ${value}`);
    });
    assert.equal(found.length, rows.length);

    const study = (object, nested, fixed) =>
      answer.studies.find(
        (one) => one.object === object && one.nested === nested && one.indicators_fixed === fixed,
      );
    const cells = (one) =>
      one.rows.flatMap((row, k) =>
        one.columns.map((column, j) => {
          const at = k * one.columns.length + j;
          return [row, column, one.e_rho2[at], one.phi[at]];
        }),
      );
    // A table shows its first 100 rows.
    const shown = (one) => cells(one).slice(0, 100);
    assertRows(await numbersBehind(page, "dependability"), shown(study("provider", true, true)), "nested, fixed");
    // The first size tried that reaches the target chosen, in the sentence and in the address.
    const nested = study("provider", true, true);
    for (const target of ["0.80", "0.95"]) {
      await byTestId(page, "study-target").selectOption(target);
      const place = nested.rows.findIndex((_, k) => nested.phi[k] >= Number(target));
      const size = nested.rows.at(place);
      await page.waitForFunction(
        ([target, size]) => {
          const said = document.querySelector('[data-testid="enough"]').textContent;
          return said.includes(target) && said.match(/\d+(?=名|\sevaluator)/u)?.[0] === size;
        },
        [target, String(size)],
      );
    }
    assert.ok(page.url().includes("target=0.95"), page.url());
    await byTestId(page, "study-design").selectOption("crossed");
    await byTestId(page, "study-indicators").selectOption("random");
    assertRows(await numbersBehind(page, "dependability"), shown(study("provider", false, false)), "crossed, random");
    await byTestId(page, "study-object").selectOption("evaluator");
    await byTestId(page, "study-design").waitFor({ state: "detached" });
    assertRows(await numbersBehind(page, "dependability"), shown(study("evaluator", false, false)), "evaluators");
    // Agreement leads to how many are enough, with the section opened.
    await visit(page, "evaluators");
    await byTestId(page, "to-enough").click();
    await page.waitForFunction(() => location.hash.includes("open=generalizability"));
  });

  pageTest(`measures of every facet, ${language}`, { address }, async (page) => {
    const facets = known(ask(engineWith(sample), "facets").facets);
    await loadSample(page);
    await visit(page, "evaluators");
    await openSection(page, "facets-detail", '[data-testid="facet-measures"] tbody tr');
    const numbers = () =>
      byTestId(page, "facet-measures").locator("tbody tr").evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll("[data-value]")].map((cell) => Number(cell.dataset.value))),
      );
    for (const [facet, name] of [["evaluators", null], ["indicators", "indicators"], ["providers", "providers"]]) {
      const of = facets.measures.find((one) => one.facet === facet);
      if (name) {
        await byTestId(page, "facet").selectOption(name);
        assert.match(await page.evaluate(() => location.hash), new RegExp(`facet=${name}`));
      }
      const sorted = [...of.elements].sort((a, b) => b.measure.value - a.measure.value).slice(0, 100);
      await page.waitForFunction(
        ([rows, value]) => {
          const found = [...document.querySelectorAll('[data-testid="facet-measures"] tbody tr')];
          return found.length === rows && found[0].querySelectorAll("[data-value]")[3]?.dataset.value === value;
        },
        [sorted.length, JSON.stringify(sorted[0].measure.value)],
      );
      const found = await numbers();
      sorted.forEach((one, k) => {
        const { infit, outfit } = one.fit;
        const wanted = [one.n, one.observed_average, one.fair_average, one.measure.value, one.measure.se];
        for (const value of [...wanted, one.uncorrected.value, infit, outfit]) {
          assert.ok(found[k].includes(value), `${one.id}: ${found[k]} lacks ${value}`);
        }
      });
      const { all } = known(of.summary);
      const lines = await byTestId(page, "facet-lines").textContent();
      assert.ok(lines.includes(all.fixed.chi_squared.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",")), lines);
      assert.equal(HAN.test(lines), language === "zh");
      assert.equal(await byTestId(page, "facet-summary").locator("tbody tr").count(), of.summary.known.without_extremes ? 4 : 2);
      // Only evaluators have pairs of scores.
      assert.equal(lines.includes("kappa"), facet === "evaluators");
    }
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('[data-testid="facet"]').value === "indicators");
  });

  pageTest(`severity by the mixed model, ${language}`, { address }, async (page) => {
    const severity = known(ask(engineWith(sample), "generalizability").severity);
    await loadSample(page);
    await visit(page, "evaluators");
    await openSection(page, "linear-severity", '[data-testid="card-linear-severity"] svg');
    const found = await numbersBehind(page, "linear-severity");
    assert.equal(found.length, severity.length);
    severity.forEach((one, k) => {
      const wanted = [one.shrunken.value, one.shrunken.interval.low, one.shrunken.interval.high];
      if (one.unshrunken) wanted.push(one.unshrunken.value);
      for (const value of wanted) assert.ok(found[k].includes(value), `${one.evaluator}: ${found[k]} lacks ${value}`);
    });
    const names = await byTestId(page, "card-linear-severity").locator("tbody th").allTextContents();
    severity.forEach((one, k) => assert.ok(names[k].startsWith(one.evaluator), `${names[k]}, row ${k}`));
  });

  pageTest(`standing of the providers, ${language}`, { address }, async (page, { t }) => {
    const engine = engineWith(sample);
    const answer = ask(engine, { standing: MARKS });
    const round = answer.rounds.at(-1);
    await loadSample(page);
    await visit(page, "providers");
    const section = await openSection(page, "standing", '[data-testid="standing"] tbody tr');

    await t.test("table", async () => {
      await assertFindings(section, answer, language);
      for (const row of round.rows) {
        const id = row.provider;
        const { pass, bands } = known(row.chances);
        await assertFigure(page, `standing-${id}-pass`, pass);
        await assertFigure(page, `standing-${id}-likely`, known(row.rank).low);
        await assertFigure(page, `standing-${id}-ranks`, known(row.rank_simultaneous).low);
        await assertFigure(page, `standing-${id}-band`, bands.lastIndexOf(Math.max(...bands)));
        const { low, high } = known(row.rank);
        assert.equal(await byTestId(page, `standing-${id}-likely`).textContent(), `${low}–${high}`);
      }
    });

    await t.test("another pass mark", async () => {
      const other = ask(engine, { standing: { ...MARKS, pass: 700 } }).rounds.at(-1);
      const changed = other.rows.find((row, k) => known(row.chances).pass !== known(round.rows[k].chances).pass);
      const { provider } = changed;
      await byTestId(page, "pass-mark").fill("70");
      await byTestId(page, "pass-mark").press("Enter");
      const pass = known(changed.chances).pass;
      await page.waitForFunction(
        ([name, value]) =>
          Number(document.querySelector(`[data-testid="${name}"]`)?.dataset.value) === value,
        [`standing-${provider}-pass`, pass],
      );
      for (const row of other.rows) await assertFigure(page, `standing-${row.provider}-pass`, known(row.chances).pass);
    });

    await t.test("other grade bands", async () => {
      const box = byTestId(page, "bands");
      const error = byTestId(page, "bands-error");
      for (const [wrong, named] of [["60, 80, 70, 90", "70"], ["60, 70", "2"], ["A, B, C, D", "A"], ["60, 70, 80, 190", "190"]]) {
        await box.fill(wrong);
        await box.press("Enter");
        await page.waitForFunction(
          ([text]) => document.querySelector('[data-testid="bands-error"]').textContent.includes(text),
          [named],
        );
        const text = await error.textContent();
        assert.equal(HAN.test(text), language === "zh", text);
        assert.equal(await box.getAttribute("aria-invalid"), "true");
      }
      const marks = { ...MARKS, pass: 700, bands: [500, 650, 720, 950] };
      const other = ask(engine, { standing: marks }).rounds.at(-1);
      await box.fill("50, 65, 72, 95");
      await box.press("Enter");
      const [first] = other.rows;
      const likeliest = (row) => {
        const { bands } = known(row.chances);
        return bands.lastIndexOf(Math.max(...bands));
      };
      const names = ["< 50", "50–65", "65–72", "72–95", "≥ 95"];
      await page.waitForFunction(
        ([name, text]) => document.querySelector(`[data-testid="${name}"]`)?.textContent === text,
        [`standing-${first.provider}-band`, names[likeliest(first)]],
      );
      for (const row of other.rows) {
        const shown = await byTestId(page, `standing-${row.provider}-band`).textContent();
        assert.equal(shown, names[likeliest(row)]);
      }
      assert.equal(await error.textContent(), "");
      assert.equal(await box.getAttribute("aria-invalid"), "false");
    });

    await t.test("other weights", async () => {
      const { weights } = known(answer.weights);
      const composites = (weights) =>
        round.rows.map(({ provider, indicators }) => {
          const all = indicators.map((mean, k) => [mean, weights[k]]).filter(([mean]) => mean !== null);
          const total = all.reduce((sum, [, weight]) => sum + weight, 0);
          return { provider, value: all.reduce((sum, [mean, weight]) => sum + mean * weight, 0) / total };
        });
      const check = async (weights) => {
        for (const { provider, value } of composites(weights)) {
          const shown = Number(await byTestId(page, `what-if-${provider}`).getAttribute("data-value"));
          assert.ok(Math.abs(shown - value) < 1e-9, `${provider}: ${shown}, expected ${value}`);
          const rank = 1 + composites(weights).filter((other) => other.value > value + 1e-12).length;
          await assertFigure(page, `what-if-${provider}-rank`, rank);
        }
      };
      await check(weights);
      await byTestId(page, "weight-0").fill("0");
      const moved = weights.map((weight, k) => (k === 0 ? 0 : weight));
      const { provider, value } = composites(moved)[0];
      await page.waitForFunction(
        ([name, value]) =>
          Math.abs(Number(document.querySelector(`[data-testid="${name}"]`)?.dataset.value) - value) < 1e-9,
        [`what-if-${provider}`, value],
      );
      await check(moved);
      // The ranks under other weights follow when the weight rests.
      await page.waitForFunction(
        (name) => /^\d+–\d+$/.test(document.querySelector(`[data-testid="${name}"]`)?.textContent),
        `what-if-${provider}-stable`,
      );
      await byTestId(page, "weights-reset").click();
      const given = composites(weights)[0];
      await page.waitForFunction(
        ([name, value]) =>
          Math.abs(Number(document.querySelector(`[data-testid="${name}"]`)?.dataset.value) - value) < 1e-9,
        [`what-if-${given.provider}`, given.value],
      );
      await check(weights);
    });

    await t.test("the feedback sheet prints alone, on one page", async () => {
      const row = round.rows[4];
      await byTestId(page, "sheet-provider").selectOption(row.provider);
      const sheet = byTestId(page, "feedback-sheet");
      await page.waitForFunction(
        (id) => document.querySelector('[data-testid="feedback-sheet"] h4').textContent.startsWith(id),
        row.provider,
      );
      const text = await sheet.textContent();
      assert.ok(text.includes(known(row.adjusted).value.toFixed(1)), text);
      assert.equal(HAN.test(await sheet.locator("h5").first().textContent()), language === "zh");
      await page.emulateMedia({ media: "print" });
      const visible = () => page.locator("h1, h2, h3, table, figure, .feedback-sheet").filter({ visible: true }).count();
      assert.ok((await visible()) > 10, "the whole page without the button");
      await page.emulateMedia({ media: "screen" });
      // What the browser would print is looked at while it is asked to.
      await page.evaluate(() => {
        window.print = () => (window.printed = document.documentElement.dataset.print);
      });
      await byTestId(page, "print-sheet").click();
      assert.equal(await page.evaluate(() => window.printed), "sheet");
      await page.emulateMedia({ media: "print" });
      assert.equal(await visible(), 1);
      assert.ok(await sheet.isVisible());
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g).length, 1, "pages");
      await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
      assert.equal(await page.evaluate(() => document.documentElement.dataset.print), undefined);
      await page.emulateMedia({ media: "screen" });
      assert.ok(await page.locator("h1").isVisible());
    });
  });
}
