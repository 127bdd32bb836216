// The sample in one click, in both languages, and the switches of language and theme.

import assert from "node:assert/strict";
import { after } from "node:test";

import { ANSWER_PAGES, byTestId, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const heading = (page) => page.locator("h1").textContent();

const HAN = /\p{Script=Han}/u;

for (const { language, name } of [
  { language: "en", name: "Sample: municipal programme" },
  { language: "zh", name: "示例：市级项目" },
]) {
  pageTest(`sample data in one click, ${language}`, { address: `load?lang=${language}` }, async (page) => {
    const headings = [await heading(page)];
    await loadSample(page);
    assert.equal((await byTestId(page, "dataset-name").textContent()).trim(), name);
    assert.match(await byTestId(page, "dataset-counts").textContent(), /11,286/);
    for (const where of ANSWER_PAGES) {
      await visit(page, where);
      headings.push(await heading(page));
      assert.ok((await byTestId(page, "finding").count()) > 0, `${where} has findings`);
      // The overview picks the findings of the three questions; each question says what may not be concluded.
      if (where !== "overview") assert.ok(await byTestId(page, "caveats").isVisible(), `${where} has caveats`);
    }
    assert.equal(new Set(headings).size, headings.length, "every page has its own question");
    for (const text of headings) assert.equal(HAN.test(text), language === "zh", text);
  });
}

pageTest("the language changes without a reload", {}, async (page) => {
  await loadSample(page);
  await page.evaluate(() => (window.stillHere = true));
  for (const where of ANSWER_PAGES) {
    await visit(page, where);
    const english = await page.locator("h1, h2").allTextContents();
    await byTestId(page, "language-zh-CN").click();
    await page.waitForFunction(() => document.documentElement.lang.startsWith("zh"));
    const chinese = await page.locator("h1, h2").allTextContents();
    assert.equal(chinese.length, english.length);
    chinese.forEach((text, k) => {
      assert.notEqual(text, english[k]);
      assert.match(text, HAN);
    });
    assert.match(await byTestId(page, "finding").first().textContent(), HAN);
    assert.match(page.url(), /lang=zh/);
    await byTestId(page, "language-en").click();
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.deepEqual(await page.locator("h1, h2").allTextContents(), english);
  }
  assert.equal(await page.evaluate(() => window.stillHere), true);
});

pageTest("the theme switch", { colorScheme: "light" }, async (page) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await byTestId(page, "theme-dark").click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  const dark = await background();
  assert.notEqual(dark, light);
  assert.equal(await byTestId(page, "theme-dark").getAttribute("aria-pressed"), "true");
  await page.reload();
  await page.locator("h1").waitFor();
  assert.equal(await background(), dark, "it is remembered");
  await byTestId(page, "theme-auto").click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === undefined);
  assert.equal(await background(), light);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await background(), dark, "it follows the system");
});
