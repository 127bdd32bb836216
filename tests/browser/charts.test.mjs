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

/** The size of an SVG, and its words that stand beyond it. */
const measured = (page, svg) =>
  page.evaluate((text) => {
    const box = document.createElement("div");
    box.style.cssText = "position: fixed; left: 0; top: 0; visibility: hidden; font-size: 16px";
    box.innerHTML = text;
    document.body.append(box);
    const svg = box.querySelector("svg");
    const page = svg.getBoundingClientRect();
    const beyond = (words) => {
      const { left, top, right, bottom } = words.getBoundingClientRect();
      return left < page.left - 1 || top < page.top - 1 || right > page.right + 1 || bottom > page.bottom + 1;
    };
    const outside = [...svg.querySelectorAll("text")].filter(beyond).map((words) => words.textContent);
    const size = { width: svg.width.baseVal.value, height: svg.height.baseVal.value };
    box.remove();
    return { ...size, outside };
  }, svg);

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

        await t.test("pictures of a chosen size", async () => {
          const options = card.locator('[data-testid="picture-options"]');
          await options.locator("summary").click();
          const size = options.locator('[data-testid="picture-size"]');
          await options.locator('[data-testid="picture-sharpness"]').selectOption("1");
          for (const [use, width, height] of [["slide", 1280, 720], ["half", 643, 460], ["page", 643], ["own", 500, 400]]) {
            await size.selectOption(use);
            if (use === "own") {
              await options.locator('[data-testid="picture-width"]').fill(String(width));
              await options.locator('[data-testid="picture-height"]').fill(String(height));
              await options.locator('[data-testid="picture-height"]').press("Tab");
            }
            const { content } = await downloaded(page, card.getByRole("button", { name: "SVG" }));
            const found = await measured(page, content);
            assert.equal(found.width, width, use);
            if (height) assert.equal(found.height, height, use);
            assert.deepEqual(found.outside, [], `${use}: text beyond the picture`);
            const png = await downloaded(page, card.getByRole("button", { name: "PNG" }), null);
            assert.deepEqual([png.content.readUInt32BE(16), png.content.readUInt32BE(20)], [width, Math.round(found.height)], use);
          }
          await options.locator('[data-testid="picture-sharpness"]').selectOption("2");
          await size.selectOption("shown");
          await options.locator("summary").click();
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
