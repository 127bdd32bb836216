// What a reader's hand waits for: a page, a tooltip, a picking rectangle, an evaluator's sheet.

import { ANSWER_PAGES, byTestId, dropAndWatch, engineReady, filesInPage, open, visit } from "../browser/support.mjs";
import { median } from "../support/bench.mjs";

/** Milliseconds of switches between pages that were answered, of hovers, of frames while brushing, and of a drill-down. */
export async function interactions(paths) {
  const { page, close } = await open();
  const transfer = await filesInPage(page, paths);
  await engineReady(page);
  await dropAndWatch(page, transfer);
  for (const where of ANSWER_PAGES) await visit(page, where);
  const switches = [];
  for (const where of [...ANSWER_PAGES].reverse().slice(1)) {
    await page.waitForTimeout(800);
    switches.push(await page.evaluate(switchTo, where));
  }
  await visit(page, "evaluators");
  await byTestId(page, "chart-severity").locator("svg").waitFor();
  await byTestId(page, "chart-severity").evaluate((chart) => chart.scrollIntoView({ block: "start" }));
  await page.waitForTimeout(1000);
  const hover = median(await page.evaluate(hovers));
  const frames = await page.evaluate(brushes);
  await page.keyboard.press("Escape");
  const drill = await page.evaluate(openSheet);
  await close();
  return { switch: median(switches), hover, frame: median(frames), slowestFrame: Math.max(...frames), drill };
}

/** In the page: goes to a page and waits until its first chart is painted. */
function switchTo(where) {
  return new Promise((resolve) => {
    const started = performance.now();
    const isShown = () =>
      location.hash.startsWith(`#/${where}`) &&
      document.querySelector('.answer[aria-busy="false"] [data-testid="findings"]') &&
      document.querySelector(".chart-svg svg");
    const observer = new MutationObserver(() => {
      if (!isShown()) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    document.querySelector(`[data-testid="nav-${where}"]`).click();
  });
}

/** In the page: moves the pointer over a chart; milliseconds from each move to the painted tooltip. */
async function hovers() {
  const host = document.querySelector('[data-testid="chart-severity"] .chart-host');
  const { left, top, width, height } = host.getBoundingClientRect();
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const times = [];
  for (let move = 0; move < 20; move += 1) {
    const [clientX, clientY] = [left + width / 2, top + 60 + (move * (Math.min(height, 700) - 80)) / 20];
    const started = performance.now();
    host.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX, clientY, pointerType: "mouse" }));
    await painted();
    if (host.querySelector(".tooltip")) times.push(performance.now() - started);
  }
  return times;
}

/** In the page: draws a rectangle over a chart, a step a frame; milliseconds between frames. */
async function brushes() {
  const host = document.querySelector('[data-testid="chart-severity"] .chart-host');
  const { left, top, width, height } = host.getBoundingClientRect();
  const send = (kind, clientX, clientY) =>
    host.dispatchEvent(new PointerEvent(kind, { bubbles: true, clientX, clientY, pointerType: "mouse", button: 0, pointerId: 1 }));
  host.setPointerCapture = () => {};
  send("pointerdown", left + 5, top + 30);
  const frames = [];
  let before = await new Promise(requestAnimationFrame);
  for (let step = 1; step <= 40; step += 1) {
    send("pointermove", left + 5 + ((width - 20) * step) / 40, top + 30 + ((Math.min(height, 700) - 40) * step) / 40);
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - before);
    before = now;
  }
  send("pointerup", left + width - 15, top + 200);
  return frames;
}

/** In the page: opens the sheet of the first evaluator of the table; milliseconds until it is painted. */
function openSheet() {
  return new Promise((resolve) => {
    const started = performance.now();
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[data-testid="evaluator-sheet"] .chart-svg svg, [data-testid="evaluator-sheet"] table')) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    document.querySelector('[data-testid="evaluators"] .row-link').click();
  });
}
