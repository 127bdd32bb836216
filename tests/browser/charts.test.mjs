// Every chart: words, drawing, data table, downloads and keyboard.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after } from "node:test";

import { ANSWER_PAGES, byTestId, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

async function downloaded(page, button, encoding = "utf8") {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), encoding) };
}

for (const where of ANSWER_PAGES) {
  pageTest(`charts of the page ${where}`, {}, async (page, { t }) => {
    await loadSample(page);
    await visit(page, where);
    const cards = page.locator('figure[data-testid^="card-"]');
    await cards.first().locator("svg").waitFor();
    const names = await cards.evaluateAll((all) => all.map((card) => card.dataset.testid.slice("card-".length)));
    t.diagnostic(`charts: ${names.join(", ")}`);
    for (const name of names) {
      await t.test(name, async (t) => {
        const card = byTestId(page, `card-${name}`);
        await card.scrollIntoViewIfNeeded();
        await card.locator("svg").waitFor();

        await t.test("words and drawing", async () => {
          assert.notEqual((await card.locator("h3").textContent()).trim(), "");
          assert.notEqual((await card.locator(".how-to-read").textContent()).trim(), "");
          const marks = await card.locator("svg :is(path, rect, circle, line, text)").count();
          assert.ok(marks > 5, `${marks} marks`);
          const { width, height } = await card.locator("svg").boundingBox();
          assert.ok(width > 200 && height > 80, `${width} × ${height}`);
          const svg = await card.locator("svg").evaluate((svg) => svg.outerHTML);
          assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
        });

        await t.test("data table", async () => {
          const toggle = card.locator("button[aria-expanded]");
          await toggle.click();
          assert.equal(await toggle.getAttribute("aria-expanded"), "true");
          await card.locator("table tbody tr").first().waitFor();
          assert.ok((await card.locator("table tbody tr").count()) > 0);
          assert.ok((await card.locator("table thead th").count()) > 1);
          await toggle.click();
          await card.locator("table").waitFor({ state: "detached" });
        });

        await t.test("downloads", async () => {
          const csv = await downloaded(page, card.getByRole("button", { name: "CSV" }));
          assert.equal(csv.name, `${name}.csv`);
          assert.ok(csv.content.startsWith("\ufeff"), "a byte-order mark, for spreadsheets");
          assert.ok(csv.content.trim().split("\n").length > 1, csv.content);
          const svg = await downloaded(page, card.getByRole("button", { name: "SVG" }));
          assert.equal(svg.name, `${name}.svg`);
          assert.match(svg.content, /^(<\?xml[^>]*>\s*)?<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
          assert.ok(svg.content.trimEnd().endsWith("</svg>"));
          const png = await downloaded(page, card.getByRole("button", { name: "PNG" }), null);
          assert.equal(png.name, `${name}.png`);
          assert.deepEqual([...png.content.subarray(1, 4)], [..."PNG"].map((letter) => letter.charCodeAt(0)));
          const width = Number(svg.content.match(/<svg[^>]* width="([\d.]+)"/)[1]);
          assert.equal(png.content.readUInt32BE(16), 2 * Math.round(width), "sharp enough for slides");
        });

        await t.test("keyboard", async () => {
          const host = card.locator('[tabindex="0"]').first();
          const live = card.locator('[aria-live="polite"]');
          await host.focus();
          assert.equal((await live.textContent()).trim(), "");
          await page.keyboard.press("ArrowRight");
          await page.waitForFunction(
            (name) => document.querySelector(`[data-testid="card-${name}"] [aria-live]`)?.textContent.trim(),
            name,
          );
          const first = await live.textContent();
          assert.ok(await card.locator(".tooltip").isVisible());
          const said = new Set([first]);
          for (const key of ["ArrowRight", "ArrowDown", "End", "ArrowLeft", "ArrowUp", "Home"]) {
            await page.keyboard.press(key);
            said.add(await live.textContent());
          }
          assert.ok(said.size > 1, `it always says ${first}`);
          await page.keyboard.press("Escape");
          assert.equal((await live.textContent()).trim(), "");
        });
      });
    }
  });
}
