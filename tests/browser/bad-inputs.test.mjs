// Bad input on the page: the alert names place, found and expected, and what was loaded before stays.

import assert from "node:assert/strict";
import { unlinkSync } from "node:fs";
import { after } from "node:test";

import { CLEAN, CLEAN_FILES, INDICATORS, randomBytes, REFUSED, REPORTED } from "../support/bad-inputs.mjs";
import { temporaryFolder, writeFiles } from "../support/folders.mjs";
import {
  adjust,
  byTestId,
  choose,
  closeBrowser,
  drop,
  figure,
  loadSample,
  overviewShown,
  pageTest,
  visit,
} from "./support.mjs";

after(closeBrowser);

/** How long the page may take to refuse 200 MB, in milliseconds. */
const REFUSAL = 10_000;

/** The text of the visible alert that holds some words. */
async function alertWith(page, words) {
  const alert = page.getByRole("alert").filter({ hasText: words });
  await alert.first().waitFor();
  return alert.first().textContent();
}

/** Loads the sample and returns a check that it is still there. */
async function withSample(page) {
  await loadSample(page);
  await visit(page, "evaluators");
  const name = await byTestId(page, "dataset-name").textContent();
  const agreement = await figure(page, "icc-a-1-overall");
  await visit(page, "load");
  return async () => {
    assert.equal(await byTestId(page, "dataset-name").textContent(), name);
    await visit(page, "evaluators");
    assert.equal(await figure(page, "icc-a-1-overall"), agreement);
    await visit(page, "load");
  };
}

pageTest("refused files", {}, async (page, { t }) => {
  const assertSampleIsThere = await withSample(page);
  for (const { name, files, says } of REFUSED) {
    await t.test(name, async () => {
      await choose(page, files);
      const text = await alertWith(page, says.at(-1));
      for (const words of ["scores.csv", ...says]) assert.ok(text.includes(words), `no "${words}" in: ${text}`);
      await assertSampleIsThere();
    });
  }
});

pageTest("a mapping that cannot be carried out", {}, async (page) => {
  const assertSampleIsThere = await withSample(page);
  await choose(page, [{ name: "scores.csv", content: CLEAN.replaceAll(",", ":") }, INDICATORS]);
  await byTestId(page, "load-mapped").click();
  await byTestId(page, "load-error").waitFor();
  await assertSampleIsThere();
});

for (const { name, files, problem, says } of REPORTED) {
  pageTest(`reported: ${name}`, {}, async (page) => {
    await choose(page, files);
    await overviewShown(page);
    await visit(page, "quality");
    const kind = byTestId(page, `problem-${problem.code.replaceAll("_", "-")}`);
    assert.equal(await kind.getAttribute("data-value"), "1");
    await kind.getByRole("button").first().click();
    await kind.locator("tbody tr").first().waitFor();
    const told = await kind.textContent();
    const { file, row: number, column } = problem.place;
    for (const words of [file, String(number), column, problem.found, says]) {
      assert.ok(told.includes(words), `no "${words}" in: ${told}`);
    }
  });
}

pageTest("200 MB of random bytes", {}, async (page, { t }) => {
  const assertSampleIsThere = await withSample(page);
  const chunk = Buffer.from(randomBytes(2_000_000)).toString("base64");
  const made = (text) =>
    page.evaluateHandle(
      ({ chunk, text }) => {
        const bytes = Uint8Array.from(atob(chunk), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([text, ...new Array(100).fill(bytes)], "scores.csv"));
        return transfer;
      },
      { chunk, text },
    );
  // Refused at a glance, and refused only after all of it was read.
  for (const [what, text] of [["from the first byte on", ""], ["behind good rows", CLEAN.repeat(3_000)]]) {
    await t.test(what, async () => {
      const transfer = await made(text);
      const started = performance.now();
      await drop(page, transfer);
      const alert = await alertWith(page, "expected text in UTF-8");
      const milliseconds = performance.now() - started;
      assert.match(alert, /scores\.csv, row [\d,]+: found “0x[0-9A-F]{2}”/);
      t.diagnostic(`${what}: ${milliseconds.toFixed(0)} ms`);
      assert.ok(milliseconds < REFUSAL, `${milliseconds} ms`);
      await assertSampleIsThere();
    });
  }
});

pageTest("a file removed while it waits to be read", {}, async (page, { t, watch }) => {
  // The browser says in the console, too, that the file is gone.
  watch.allow(/ERR_FILE_NOT_FOUND|NotFoundError|NotReadableError/);
  const assertSampleIsThere = await withSample(page);
  const odd = CLEAN.replace(/^.*/, "comp,skater,crit,judge,pts");
  const [path] = writeFiles(temporaryFolder(t), [{ name: "gone.csv", content: odd }]);
  await choose(page, [path]);
  await byTestId(page, "file-0").waitFor();
  await adjust(page);
  const columns = { Round: 0, Provider: 1, Indicator: 2, Evaluator: 3, Score: 4 };
  for (const [label, column] of Object.entries(columns)) {
    await byTestId(page, `file-0-column-${column}`).selectOption({ label });
  }
  await byTestId(page, "file-0-kind").selectOption({ index: 0 });
  unlinkSync(path);
  await byTestId(page, "load-mapped").click();
  const text = await byTestId(page, "load-error").textContent();
  assert.match(text, /gone\.csv: the file cannot be read/);
  await assertSampleIsThere();
});

pageTest("good files after bad ones", {}, async (page) => {
  await choose(page, REFUSED[0].files);
  await alertWith(page, REFUSED[0].says[0]);
  await choose(page, CLEAN_FILES);
  await overviewShown(page);
  assert.equal((await byTestId(page, "dataset-name").textContent()).trim(), "scores.csv");
});
