// Every control of every page is used once: nothing breaks, nothing is asked of anybody, downloads are not empty.

import assert from "node:assert/strict";
import { after } from "node:test";

import { skatingAbsent, skatingFiles } from "../support/environment.mjs";
import { ANSWER_PAGES, byTestId, choose, closeBrowser, loadSample, openSections, overviewShown, pageTest, settled, visit } from "./support.mjs";

after(closeBrowser);

/** In the page: what is downloaded is noted instead of saved, printing is noted instead of done. */
function noteDownloads() {
  window.downloads = [];
  window.print = () => {
    window.printed = true;
  };
  const sizes = new Map();
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const url = make.call(URL, blob);
    sizes.set(url, blob.size);
    return url;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    window.downloads.push({ download: this.download, bytes: sizes.get(this.href) });
  };
}

/** In the page: uses every control of the content; what it used, by kind. */
async function useAll() {
  const used = { buttons: 0, heads: 0, choices: 0, boxes: 0, texts: 0, details: 0 };
  const content = document.querySelector("#content");
  const pause = () => new Promise((resolve) => setTimeout(resolve, 25));
  const here = location.hash.split("?")[0];
  const all = (selector) => [...content.querySelectorAll(selector)].filter((element) => element.offsetParent && !element.disabled);
  const there = (element) => element.isConnected && element.offsetParent;
  const set = (element, value) => {
    const prototype = Object.getPrototypeOf(element);
    Object.getOwnPropertyDescriptor(prototype, "value").set.call(element, value);
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
  };
  for (const head of all("th button")) {
    if (!there(head)) continue;
    head.click();
    used.heads += 1;
    await pause();
  }
  for (const select of all("select")) {
    if (!there(select)) continue;
    const before = select.value;
    for (const option of [...select.options].slice(0, 3)) {
      set(select, option.value);
      used.choices += 1;
      await pause();
    }
    if (there(select)) set(select, before);
    await pause();
  }
  for (const box of all('input[type="checkbox"], input[type="radio"]')) {
    if (!there(box)) continue;
    box.click();
    await pause();
    if (there(box) && box.type === "checkbox") box.click();
    used.boxes += 1;
    await pause();
  }
  for (const text of all('input[type="search"], input[type="number"], input[type="range"]')) {
    if (!there(text)) continue;
    const before = text.value;
    set(text, text.type === "search" ? "a" : text.max || "1");
    await pause();
    if (there(text)) set(text, before);
    used.texts += 1;
    await pause();
  }
  for (const summary of all("details:not(.on-demand) > summary")) {
    if (!there(summary)) continue;
    summary.click();
    await pause();
    summary.click();
    used.details += 1;
  }
  for (const button of all("button:not(th button)")) {
    if (!there(button) || button.disabled) continue;
    button.click();
    used.buttons += 1;
    await pause();
    if (location.hash.split("?")[0] !== here) history.back();
  }
  await pause();
  return used;
}

const SETS = [
  { name: "sample", skip: false, load: loadSample, pages: ["quality", ...ANSWER_PAGES] },
  {
    name: "skating",
    skip: skatingAbsent,
    load: async (page) => {
      await choose(page, skatingFiles);
      await overviewShown(page);
    },
    pages: ANSWER_PAGES,
  },
];

for (const { name, skip, load, pages } of SETS) {
  pageTest(`every control, ${name}`, { skip }, async (page, { t }) => {
    await page.evaluate(noteDownloads);
    await load(page);
    for (const where of pages) {
      await visit(page, where);
      await openSections(page);
      const used = await page.evaluate(useAll);
      await settled(page);
      t.diagnostic(`${where}: ${Object.entries(used).map(([kind, n]) => `${n} ${kind}`).join(", ")}`);
      if (ANSWER_PAGES.includes(where)) assert.ok(used.buttons > 10 && used.heads > 5, where);
      assert.equal(await byTestId(page, "no-answer").count(), 0, where);
      assert.equal(await page.locator("h1").count(), 1, where);
    }
    const downloads = await page.evaluate(() => window.downloads);
    assert.ok(downloads.length > 20, `${downloads.length} downloads`);
    assert.deepEqual(downloads.filter(({ bytes }) => !(bytes >= 20)), []);
    assert.ok(new Set(downloads.map(({ download }) => download.split(".").at(-1))).size >= 3, "CSV, SVG and PNG");
  });
}
