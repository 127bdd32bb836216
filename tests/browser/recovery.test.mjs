// The engine breaks down: another worker takes over with the same data, and the user is told.

import assert from "node:assert/strict";
import { after } from "node:test";

import { CLEAN_FILES } from "../support/bad-inputs.mjs";
import {
  answered,
  byTestId,
  choose,
  closeBrowser,
  figure,
  loadSample,
  overviewShown,
  pageTest,
  visit,
} from "./support.mjs";

after(closeBrowser);

/** Makes the worker throw as a trap of the engine would, and waits for the notice. */
async function breakWorker(page, watch) {
  watch.allow(/broken on purpose/);
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error("broken on purpose");
    });
  });
  await byTestId(page, "notice").getByText(/./).first().waitFor();
}

for (const [what, load] of [
  ["the sample", loadSample],
  [
    "chosen files",
    async (page) => {
      await choose(page, CLEAN_FILES);
      await overviewShown(page);
    },
  ],
]) {
  pageTest(`the worker breaks with ${what} loaded`, {}, async (page, { watch }) => {
    await load(page);
    await visit(page, "evaluators");
    const agreement = await figure(page, "icc-a-1-overall");
    const name = await byTestId(page, "dataset-name").textContent();
    await breakWorker(page, watch);
    assert.equal(await byTestId(page, "dataset-name").textContent(), name);

    // Language is no part of a question, a round is: this one must be computed anew.
    const round = await byTestId(page, "agreement").locator("tbody tr").count();
    assert.ok(round >= 1);
    const id = await byTestId(page, "agreement")
      .locator('[data-testid^="icc-a-1-"]')
      .first()
      .getAttribute("data-testid");
    await page.evaluate((round) => {
      location.hash = `#/evaluators?round=${round}&lang=en`;
    }, id.slice("icc-a-1-".length));
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="agreement"] tbody tr').length === 1);
    await answered(page);
    assert.equal(await figure(page, "icc-a-1-overall"), await figure(page, id));
    if (round > 1) assert.notEqual(await figure(page, "icc-a-1-overall"), agreement);
  });
}

/** Without the service worker, which would answer from what it keeps. */
const NO_KEEPING = { serviceWorkers: "block" };

/** Breaks off the first `n` loads of the engine's module. */
async function breakOff(context, n) {
  let asked = 0;
  await context.route(/engine-[0-9a-f]+\.wasm$/, (route) => {
    asked += 1;
    return asked > n ? route.continue() : route.abort("connectionreset");
  });
  return () => asked;
}

/** What the browser says of loads that were broken off. */
const BROKEN_OFF = /Failed to load resource|ERR_CONNECTION_RESET|Failed to fetch|uncaught/;

for (const n of [1, 2]) {
  pageTest(`${n} broken loads of the engine are made up for by the page itself`, NO_KEEPING, async (page, { context, watch }) => {
    watch.allow(BROKEN_OFF);
    const asked = await breakOff(context, n);
    await page.reload();
    await page.locator("h1").waitFor();
    // Asked for before the engine is there: the request goes to whichever worker comes up.
    await loadSample(page);
    assert.equal(asked(), n + 1);
    assert.equal((await byTestId(page, "notice").textContent()).trim(), "", "nobody need know");
  });
}

pageTest("an engine that cannot be loaded is told of, and started again on request", NO_KEEPING, async (page, { context, watch }) => {
  watch.allow(BROKEN_OFF);
  const asked = await breakOff(context, 4);
  await page.reload();
  await page.locator("h1").waitFor();
  const again = byTestId(page, "engine-again");
  await again.waitFor();
  assert.equal(asked(), 4, "two workers, two loads each");
  await again.click();
  await again.waitFor({ state: "detached" });
  await loadSample(page);
});
