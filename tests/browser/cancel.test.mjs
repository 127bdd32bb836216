// Cancelling a load: it obeys at once, and the former data set stays.

import assert from "node:assert/strict";
import { after } from "node:test";
import { join } from "node:path";

import { cli } from "../support/cli.mjs";
import { temporaryFolder } from "../support/folders.mjs";
import { byTestId, choose, closeBrowser, figure, loadSample, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** How soon a cancelled load must be over, in milliseconds. */
const OBEYS = 1000;

pageTest("a large load, cancelled", {}, async (page, { t }) => {
  const folder = temporaryFolder(t);
  assert.equal(cli("simulate", "--output", folder, "--scores", "1000000").code, 0);
  await loadSample(page);
  const name = await byTestId(page, "dataset-name").textContent();
  await visit(page, "evaluators");
  const agreement = await figure(page, "icc-a-1-overall");
  await visit(page, "load");

  await choose(page, ["scores.csv", "indicators.csv"].map((file) => join(folder, file)));
  const progress = byTestId(page, "load-progress");
  await progress.waitFor();
  assert.ok(await progress.locator("progress").isVisible());
  assert.equal(await byTestId(page, "dataset-name").textContent(), name, "the former data set is still shown");
  // In the page, so that the way to it is not measured.
  const milliseconds = await page.evaluate(async () => {
    const started = performance.now();
    document.querySelector('[data-testid="load-cancel"]').click();
    while (document.querySelector('[data-testid="load-progress"]')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now() - started;
  });
  t.diagnostic(`cancelled within ${milliseconds.toFixed(0)} ms`);
  assert.ok(milliseconds < OBEYS, `${milliseconds} ms`);
  assert.match(await byTestId(page, "notice").textContent(), /cancel/i);
  assert.match(page.url(), /#\/load/);
  assert.equal(await byTestId(page, "dataset-name").textContent(), name);

  // The engine still has the former data set: a question that was not asked before is answered.
  await page.evaluate(() => (location.hash = "#/evaluators?round=2023H2&lang=en"));
  await page.locator('.answer[aria-busy="false"] [data-testid="icc-a-1-overall"]').waitFor();
  assert.notEqual(await figure(page, "icc-a-1-overall"), agreement);
  await byTestId(page, "filter-clear").click();
  await page.waitForFunction(
    (value) => Number(document.querySelector('[data-testid="icc-a-1-overall"]')?.dataset.value) === value,
    agreement,
  );
});
