// The command palette: anything by its name, without the mouse.

import assert from "node:assert/strict";
import { after } from "node:test";

import { byTestId, closeBrowser, loadSample, pageTest } from "./support.mjs";

after(closeBrowser);

const options = (page) => byTestId(page, "palette-option");

/** Opens the palette by its keys and types. */
async function search(page, text) {
  await page.keyboard.press("Control+k");
  await byTestId(page, "palette-input").waitFor();
  await page.keyboard.type(text);
}

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.testid);

pageTest("an evaluator, a provider and an indicator are found by name and by id", {}, async (page) => {
  await loadSample(page);
  for (const { text, first, route } of [
    { text: "frank", first: /E006 Frank Adeyemi/, route: "#/evaluators" },
    { text: "e006", first: /E006 Frank Adeyemi/, route: "#/evaluators" },
    { text: "p24", first: /P24/, route: "#/providers" },
    { text: "i03", first: /I03/, route: "#/indicators" },
  ]) {
    await search(page, text);
    assert.match(await options(page).first().textContent(), first);
    await page.keyboard.press("Enter");
    await page.waitForFunction((route) => location.hash.startsWith(route), route);
    await byTestId(page, "palette-input").waitFor({ state: "detached" });
    const name = byTestId(page, "sheet-name");
    await name.waitFor();
    assert.match(await name.textContent(), first);
    // The name of the sheet has the focus, or the content where the sheet was open already.
    await page.waitForFunction(
      () => document.activeElement.dataset.testid === "sheet-name" || document.activeElement.id === "content",
    );
  }
});

pageTest("arrow keys, Escape and the pointer", {}, async (page) => {
  await loadSample(page);
  await byTestId(page, "palette-open").click();
  await byTestId(page, "palette-input").waitFor();
  assert.equal(await focused(page), "palette-input");
  const chosen = () => page.locator('[data-testid="palette-option"][aria-selected="true"]').textContent();
  const first = await chosen();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await chosen(), first);
  await page.keyboard.press("ArrowUp");
  assert.equal(await chosen(), first);
  await page.keyboard.press("Escape");
  await byTestId(page, "palette-input").waitFor({ state: "detached" });
  assert.equal(await focused(page), "palette-open", "the focus is back where it was");
  await search(page, "indicators");
  await options(page).first().click();
  await page.waitForFunction(() => location.hash.startsWith("#/indicators"));
});

pageTest("rounds, filters, languages and what is not there", {}, async (page) => {
  await loadSample(page);
  await search(page, "2024h2");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.includes("round=2024H2"));
  await search(page, "clear");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !location.hash.includes("round="));
  await search(page, "zzzz");
  assert.equal(await options(page).count(), 0);
  assert.match(await byTestId(page, "palette").textContent(), /Nothing is called that/);
  await page.keyboard.press("Escape");
  await byTestId(page, "palette-input").waitFor({ state: "detached" });
  await search(page, "中文");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.documentElement.lang.startsWith("zh"));
  await search(page, "评估员 e006");
  assert.match(await options(page).first().textContent(), /E006/);
});

pageTest("a section is found by the statistics and charts that it holds, in both languages", {}, async (page) => {
  await loadSample(page);
  for (const [text, name] of [
    ["kappa", "Agreement in detail"],
    ["infit", "Where do evaluators depart from their own standard?"],
    ["halo", "How do evaluators use the scale?"],
    ["funnel", "Who really differs, who really changed?"],
  ]) {
    await search(page, text);
    assert.match(await options(page).first().textContent(), new RegExp(`^${name.replace("?", "\\?")}`), text);
    await page.keyboard.press("Escape");
    await byTestId(page, "palette-input").waitFor({ state: "detached" });
  }
  await search(page, "中文");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.documentElement.lang.startsWith("zh"));
  await search(page, "漏斗");
  assert.match(await options(page).first().textContent(), /谁真有差别/);
});

pageTest("a section is opened and comes into view, and the address brings it back", {}, async (page) => {
  await loadSample(page);
  await search(page, "use the scale");
  await page.keyboard.press("Enter");
  const section = byTestId(page, "effects-detail");
  await section.locator("table").first().waitFor();
  await page.waitForFunction(() => {
    const { top } = document.querySelector('[data-testid="effects-detail"]').getBoundingClientRect();
    return top > -50 && top < innerHeight;
  });
  assert.match(page.url(), /open=effects-detail/);
  await byTestId(page, "effect-by-round").selectOption({ index: 1 });
  await page.waitForFunction(() => location.hash.includes("effect=1"));
  await page.goBack();
  await page.waitForFunction(() => !location.hash.includes("effect="));
  assert.equal(await byTestId(page, "effect-by-round").inputValue(), "0", "going back takes the choice back");
  await section.locator("summary").first().click();
  await page.waitForFunction(() => !location.hash.includes("open="));
  await page.goBack();
  await section.locator("table").first().waitFor();
});
