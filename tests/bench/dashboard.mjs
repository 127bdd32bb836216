// The dashboard in Chromium: from the drop to the overview, all pages, a change of filter, and memory.

import {
  answered,
  ANSWER_PAGES,
  byTestId,
  closeBrowser,
  dropAndWatch,
  engineReady,
  filesInPage,
  open,
  visit,
} from "../browser/support.mjs";
import { against, megabytes, median, medians, ms, table } from "../support/bench.mjs";
import { skatingFiles } from "../support/environment.mjs";
import { simulated } from "../support/large.mjs";
import { interactions } from "./interactions.mjs";

/** The budgets of DESIGN.md, in milliseconds and bytes. */
const BUDGET = { skating: 1000, load: 1000, pages: 5000, memory: 800e6, filter: 150, weights: 100, longTask: 50, frame: 1000 / 60 + 1 };

/** Drops files on a fresh page and goes through all pages. */
async function visitAll(paths) {
  const { page, close } = await open();
  const transfer = await filesInPage(page, paths);
  await engineReady(page);
  const started = performance.now();
  const drop = await dropAndWatch(page, transfer);
  const before = await page.evaluate(() => window.longTasks.length);
  for (const where of ANSWER_PAGES) await visit(page, where);
  // The drop begins after a pause of its own and is followed by one; neither is the page's.
  const pages = performance.now() - started - 500;
  await page.waitForTimeout(300);
  const all = await page.evaluate(() => window.longTasks.map((task) => task.duration));
  const longest = (tasks) => Math.max(0, ...tasks);
  const memory = await engineMemory(page);
  await close();
  return { loaded: drop.loaded, overview: drop.milliseconds, pages, memory, dropTask: longest(drop.longTasks), pageTask: longest(all.slice(before)) };
}

/** Bytes of the engine's memory in its worker: asking the loader to start again returns the running module. */
async function engineMemory(page) {
  const [worker] = page.workers();
  const script = await (await fetch(worker.url())).text();
  const loader = new URL(script.match(/from "(\.\/engine-[^"]+)"/)[1], worker.url()).href;
  return worker.evaluate(async (loader) => {
    const { default: init } = await import(loader);
    return (await init()).memory.buffer.byteLength;
  }, loader);
}

/** Milliseconds from the choice of a round, one after the other, until its figures and charts are painted. */
async function filterChanges(paths) {
  const { page, close } = await open();
  const transfer = await filesInPage(page, paths);
  await engineReady(page);
  await dropAndWatch(page, transfer);
  await visit(page, "evaluators");
  const rounds = await page
    .locator('[data-testid="agreement"] [data-testid^="icc-a-1-"]')
    .evaluateAll((cells) => cells.map((cell) => cell.dataset.testid.slice("icc-a-1-".length)));
  const changes = [];
  for (const round of rounds) {
    // Other pages are asked ahead while nothing else goes on.
    await page.waitForTimeout(1500);
    changes.push(await page.evaluate(changeRound, round));
    await answered(page);
  }
  await close();
  return changes;
}

/** In the page: chooses a round and waits until only its row is left and has been painted. */
function changeRound(round) {
  return new Promise((resolve) => {
    const started = performance.now();
    const isShown = () => {
      const rows = document.querySelectorAll('[data-testid="agreement"] tbody tr');
      return (
        rows.length === 1 &&
        rows[0].querySelector(`[data-testid="icc-a-1-${CSS.escape(round)}"]`) &&
        document.querySelector('.answer[aria-busy="false"]')
      );
    };
    const observer = new MutationObserver(() => {
      if (!isShown()) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    location.hash = `#/evaluators?round=${encodeURIComponent(round)}&lang=en`;
  });
}

/** How often a weight is moved. */
const MOVES = 12;

/** Milliseconds from a move of a weight until its table is painted, and the longest task meanwhile. */
async function weightChanges(paths) {
  const { page, close } = await open();
  const transfer = await filesInPage(page, paths);
  await engineReady(page);
  await dropAndWatch(page, transfer);
  await visit(page, "providers");
  await byTestId(page, "standing").locator("summary").first().click();
  await byTestId(page, "what-if").locator("tbody tr").first().waitFor();
  await page.waitForTimeout(2000);
  const before = await page.evaluate(() => window.longTasks.length);
  const changes = [];
  for (let move = 0; move < MOVES; move += 1) {
    changes.push(await page.evaluate(moveWeight, move));
    await page.waitForTimeout(300);
  }
  const tasks = await page.evaluate((before) => window.longTasks.slice(before).map((task) => task.duration), before);
  await close();
  return { changes, longest: Math.max(0, ...tasks) };
}

/** In the page: moves a slider and waits until the table has changed for the last time and has been painted. */
function moveWeight(move) {
  return new Promise((resolve) => {
    const slider = document.querySelector('[data-testid="weight-0"]');
    const table = document.querySelector('[data-testid="what-if"]');
    const busy = () => table.closest("[aria-busy]")?.getAttribute("aria-busy") === "true";
    let started = 0;
    const observer = new MutationObserver(() => {
      if (busy()) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
    });
    observer.observe(table, { subtree: true, childList: true, attributes: true, characterData: true });
    slider.value = String(Number(slider.max) * (move % 2 ? 0.3 : 0.8) + move * Number(slider.step));
    started = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const rows = [];
if (skatingFiles) {
  const skating = await medians(5, () => visitAll(skatingFiles));
  rows.push(
    ["77,630 scores (skating): drop to overview", ...against(skating.overview, BUDGET.skating, ms)],
    ["  of which until loaded", ms(skating.loaded), null, null],
    ["  drop until all pages were seen", ms(skating.pages), null, null],
    ["  memory of the engine", megabytes(skating.memory), null, null],
    ["  longest task of the main thread, drop to overview", ...against(skating.dropTask, BUDGET.longTask, ms)],
    ["  longest task of the main thread, going through the pages", ...against(skating.pageTask, BUDGET.longTask, ms)],
  );
}
const million = simulated(1_000_000);
const large = await medians(3, () => visitAll(million));
rows.push(
  ["1,000,000 scores (simulated): drop until loaded", ...against(large.loaded, BUDGET.load, ms)],
  ["  drop to overview", ms(large.overview), null, null],
  ["  drop until all pages were seen", ...against(large.pages, BUDGET.pages, ms)],
  ["  memory of the engine", ...against(large.memory, BUDGET.memory, megabytes)],
  ["  longest task of the main thread, drop to overview", ...against(large.dropTask, BUDGET.longTask, ms)],
  ["  longest task of the main thread, going through the pages", ...against(large.pageTask, BUDGET.longTask, ms)],
);
const hundred = simulated(100_000);
const changes = await filterChanges(hundred);
const weights = await weightChanges(hundred);
rows.push(
  [
    `100,000 scores (simulated): filter to redrawn page, median of ${changes.length}`,
    ...against(median(changes), BUDGET.filter, ms),
  ],
  [
    `  weight moved to redrawn table, slowest of ${weights.changes.length}`,
    ...against(Math.max(...weights.changes), BUDGET.weights, ms),
  ],
  ["  longest task of the main thread, moving weights", ...against(weights.longest, BUDGET.longTask, ms)],
);
for (const [name, paths] of [["77,630 scores (skating)", skatingFiles], ["1,000,000 scores (simulated)", million]]) {
  if (!paths) continue;
  const felt = await medians(5, () => interactions(paths));
  const filtered = await filterChanges(paths);
  rows.push(
    [`${name}: page switched to its first painted chart`, ms(felt.switch), null, null],
    [`  filter to redrawn page, median of ${filtered.length}`, ms(median(filtered)), null, null],
    ["  pointer moved to painted tooltip", ms(felt.hover), null, null],
    ["  frame while picking with a rectangle", ...against(felt.frame, BUDGET.frame, ms)],
    ["  slowest of these frames", ms(felt.slowestFrame), null, null],
    ["  evaluator chosen to painted sheet", ms(felt.drill), null, null],
  );
}
await closeBrowser();
table("Dashboard in Chromium, medians of 5 runs (skating and what is felt) and 3 runs (loading 1,000,000)", ["", "measured", "budget", ""], rows);
