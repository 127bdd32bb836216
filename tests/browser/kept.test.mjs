// A data set is kept on the device only where the reader says so, and deleted when told.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { join } from "node:path";

import { cli } from "../support/cli.mjs";
import { TABLES } from "../support/environment.mjs";
import { temporaryFolder } from "../support/folders.mjs";
import { byTestId, choose, closeBrowser, figure, overviewShown, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const folder = temporaryFolder({ after });
const sample = TABLES.map((name) => join(folder, name));
before(() => assert.equal(cli("simulate", "--output", folder).code, 0));

/** Names of what the page has in the browser's private storage. */
const stored = (page) =>
  page.evaluate(async () => {
    const names = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });

pageTest("nothing is kept unless asked; what is kept opens again and is deleted", {}, async (page) => {
  await choose(page, sample);
  await overviewShown(page);
  await visit(page, "evaluators");
  const icc = await figure(page, "icc-a-1-overall");
  assert.deepEqual(await stored(page), [], "off by default");

  await visit(page, "load");
  await byTestId(page, "keep").click();
  await byTestId(page, "kept-set").waitFor();
  const said = await byTestId(page, "kept-set").textContent();
  for (const name of TABLES) assert.ok(said.includes(name), said);
  assert.deepEqual(await stored(page), ["evenhand"]);

  await page.reload();
  await page.locator("h1").waitFor();
  await byTestId(page, "kept-open").click();
  await overviewShown(page);
  await visit(page, "evaluators");
  assert.equal(await figure(page, "icc-a-1-overall"), icc, "the same data");

  await visit(page, "load");
  await byTestId(page, "kept-delete").click();
  await byTestId(page, "kept-set").waitFor({ state: "detached" });
  assert.deepEqual(await stored(page), []);
  await page.reload();
  await page.locator("h1").waitFor();
  assert.equal(await byTestId(page, "kept").count(), 0);
});

pageTest("where the browser forbids storage, it is said and nothing is lost", {}, async (page) => {
  await choose(page, sample);
  await overviewShown(page);
  await visit(page, "load");
  await page.evaluate(() => {
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException("no", "SecurityError"));
  });
  await byTestId(page, "keep").click();
  await byTestId(page, "kept").locator(".notice").waitFor();
  await visit(page, "overview");
});
