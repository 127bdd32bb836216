// The guided tour: every stop has its place on the page.

import assert from "node:assert/strict";
import { after } from "node:test";

import { byTestId, closeBrowser, pageTest } from "./support.mjs";

after(closeBrowser);

const STOPS = 6;

for (const language of ["en", "zh"]) {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    pageTest(`all stops, ${language}, ${viewport.width} px`, { address: `load?lang=${language}`, viewport }, async (page) => {
      await byTestId(page, "tour-start").click();
      const titles = new Set();
      for (let stop = 1; stop <= STOPS; stop++) {
        await page.locator(".tour-count", { hasText: String(stop) }).waitFor();
        const target = page.locator(".is-tour-target");
        await target.waitFor();
        assert.equal(await target.count(), 1);
        titles.add(await page.locator("#tour-title").textContent());
        assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), "tour-next");
        const { x, width } = await byTestId(page, "tour").boundingBox();
        assert.ok(x >= 0 && x + width <= viewport.width, "the panel is on the screen");
        await byTestId(page, "tour-next").click();
      }
      assert.equal(titles.size, STOPS);
      await byTestId(page, "tour").waitFor({ state: "detached" });
      assert.equal(await page.locator(".is-tour-target").count(), 0);
    });
  }
}

pageTest("back and out", {}, async (page) => {
  await byTestId(page, "tour-start").click();
  await byTestId(page, "tour-next").click();
  await page.waitForFunction(() => location.hash.startsWith("#/evaluators"));
  await byTestId(page, "tour-back").click();
  await page.waitForFunction(() => location.hash.startsWith("#/overview"));
  await page.keyboard.press("Escape");
  await byTestId(page, "tour").waitFor({ state: "detached" });
});
