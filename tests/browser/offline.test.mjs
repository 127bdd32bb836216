// After the first visit the page opens without a network, and a new version is offered, not forced.

import assert from "node:assert/strict";
import { after } from "node:test";

import { site } from "../support/environment.mjs";
import { answered, byTestId, closeBrowser, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** Waits until all files are kept; returns their names. */
async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const files = await page.waitForFunction(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const paths = lists.flat().map((request) => new URL(request.url).pathname);
    return paths.length > 0 && paths;
  });
  return files.jsonValue();
}

pageTest("the page opens and computes without a network", {}, async (page, { context }) => {
  const files = await kept(page);
  for (const part of [/^\/$/, /page-.*\.wasm$/, /engine-.*\.wasm$/, /styles-.*\.css$/, /methods\.zh\.html$/]) {
    assert.ok(files.some((file) => part.test(file)), `${part} is kept`);
  }
  await context.setOffline(true);
  await page.goto(`${site()}/#/load?lang=en`);
  await page.reload();
  await page.locator("h1").waitFor();
  await loadSample(page);
  await visit(page, "providers");
  await answered(page);
  await page.goto(`${site()}/methods.en.html#icc`);
  assert.ok(await page.locator("article#icc").isVisible());
});

pageTest("a new version is told, and taken when the user wants it", {}, async (page) => {
  await kept(page);
  await page.evaluate(() => dispatchEvent(new Event("evenhand-update")));
  const notice = byTestId(page, "notice");
  await notice.getByRole("button", { name: "Reload the page" }).waitFor();
  await page.evaluate(() => (window.stillHere = true));
  await notice.getByRole("button", { name: "Reload the page" }).click();
  await page.waitForFunction(() => !window.stillHere && document.querySelector("h1"));
});

pageTest("it can be installed", {}, async (page) => {
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector('link[rel="manifest"]');
    return { ...(await (await fetch(link.href)).json()), at: link.href };
  });
  assert.equal(manifest.display, "standalone");
  assert.ok(manifest.icons.length > 0);
  for (const icon of manifest.icons) {
    const response = await fetch(new URL(icon.src, manifest.at));
    assert.ok((await response.arrayBuffer()).byteLength > 0);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("content-type"), icon.type);
  }
});
