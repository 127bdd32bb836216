// A browser per test file, a fresh page per test, and a watch on what a page must not do.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { chromium } from "playwright-core";

import { chromium as chromiumPath, site } from "../support/environment.mjs";

/** Quiet, offline and without a sandbox of its own, which build machines often forbid. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long a single step may take before the test fails, in milliseconds. */
const PATIENCE = 30_000;

/** What the browser asks its maker for by itself, whatever page is open; the watch on the page sees the rest. */
const BROWSERS_OWN = /^(connection to |[A-Z]+ http:\/\/)([\w-]+\.)*(google|googleapis|gstatic|gvt1)\.com[:/]/;

/** The pages of the navigation that show answers. */
export const ANSWER_PAGES = ["overview", "evaluators", "indicators", "providers"];

let running = null;

/**
 * The browser of this process, with a new empty profile; started on first use.
 *
 * Whatever it asks of any place but the site goes to a proxy of ours, which notes it and answers nothing: this sees
 * workers, beacons and sockets, too.
 */
export function browser() {
  running ??= start();
  return running;
}

async function start() {
  const asked = [];
  const note = (what) => {
    if (!BROWSERS_OWN.test(what)) asked.push(what);
  };
  const proxy = createServer((request, response) => {
    note(`${request.method} ${request.url}`);
    response.writeHead(403).end();
  });
  proxy.on("connect", (request, socket) => {
    note(`connection to ${request.url}`);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: FLAGS,
    // Without the first rule, every address of this computer would bypass the proxy; the last rule wins.
    proxy: {
      server: `http://127.0.0.1:${proxy.address().port}`,
      bypass: `<-loopback>,${new URL(site()).host}`,
    },
  });
  return { browser, proxy, asked };
}

/** Ends the browser, so that the process can end; one that does not end within `PATIENCE` is ended with the process. */
export async function closeBrowser() {
  if (!running) return;
  const { browser, proxy } = await running;
  running = null;
  proxy.close();
  await Promise.race([browser.close(), delay(PATIENCE, undefined, { ref: false })]);
  proxy.closeAllConnections();
  // Whatever is still open by then keeps nobody waiting; the library ends its browser when the process ends.
  setTimeout(() => process.exit(), PATIENCE).unref();
}

/** Opens the dashboard in a profile of its own. `address` is what follows `#/`. */
export async function open({ address = "load?lang=en", ...options } = {}) {
  const { browser: chrome, asked } = await browser();
  const context = await chrome.newContext({
    locale: "en-GB",
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(() => {
    window.longTasks = [];
    const note = (list) => window.longTasks.push(...list.getEntries());
    new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
  });
  const page = await context.newPage();
  const watch = new Watch(page, context, asked);
  await page.goto(`${site()}/#/${address}`);
  await page.locator("h1").waitFor();
  return { page, watch, context, close: () => context.close() };
}

/** A test on a fresh page; it fails when the page does what it must not, too. */
export function pageTest(name, { skip = false, ...options } = {}, body) {
  test(name, { skip, timeout: 240_000 }, async (t) => {
    const opened = await open(options);
    try {
      await body(opened.page, { t, watch: opened.watch, context: opened.context });
      opened.watch.assertQuiet();
    } finally {
      await opened.close();
    }
  });
}

/** Collects requests to other places, errors in the console and uncaught ones of a page. */
class Watch {
  #allowed = [];
  #complaints = [];
  #asked;
  #askedBefore;

  /** `asked` is the list of what the proxy has seen. */
  constructor(page, context, asked) {
    this.#asked = asked;
    this.#askedBefore = asked.length;
    const origin = new URL(site()).origin;
    context.on("request", (request) => {
      const url = new URL(request.url());
      const inside = url.origin === origin || ["blob:", "data:"].includes(url.protocol);
      if (!inside) this.#complaints.push(`request to ${request.url()}`);
    });
    context.on("console", (message) => {
      if (message.type() === "error") this.#complaints.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.#complaints.push(`uncaught: ${error.stack ?? error}`));
    page.on("crash", () => this.#complaints.push("the page crashed"));
  }

  /** Expects a complaint that a test brings about on purpose. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  assertQuiet() {
    const outside = this.#asked.slice(this.#askedBefore).map((what) => `outside: ${what}`);
    const unexpected = [...this.#complaints, ...outside].filter(
      (text) => !this.#allowed.some((allowed) => allowed.test(text)),
    );
    assert.deepEqual(unexpected, [], "the page must ask nobody and complain of nothing");
  }
}

export const byTestId = (page, name) => page.locator(`[data-testid="${name}"]`);

/** The number behind a figure or a cell, in full. */
export async function figure(page, name) {
  const value = await byTestId(page, name).first().getAttribute("data-value");
  assert.notEqual(value, null, `${name} has no number`);
  return Number(value);
}

/** Fails unless the figure on the page is the very number of the report. */
export async function assertFigure(page, name, expected) {
  assert.ok(Number.isFinite(expected), `${name}: the report has no number`);
  const shown = await figure(page, name);
  assert.ok(Object.is(shown, expected), `${name}: the page has ${shown}, the report ${expected}`);
}

/** Waits until the page of the moment shows an answer to the question of the moment. */
export async function answered(page) {
  await page.locator('.answer[aria-busy="false"] [data-testid="findings"]').waitFor();
}

/** Goes to a page by the navigation and waits for its answer. */
export async function visit(page, name) {
  await press(page, byTestId(page, `nav-${name}`));
  await page.waitForFunction((name) => location.hash.startsWith(`#/${name}`), name);
  if (name === "quality" || name === "briefing") await byTestId(page, name).waitFor();
  else if (name !== "load") await answered(page);
}

/** Waits until nothing is being computed. */
export const settled = (page) =>
  page.waitForFunction(() => !document.querySelector('[data-testid="waiting"], .answer[aria-busy="true"]'), null, {
    timeout: 120_000,
  });

/** Opens every section that is asked on demand and waits until all are answered. */
export async function openSections(page) {
  const sections = page.locator("details.on-demand");
  for (let k = 0; k < (await sections.count()); k += 1) {
    const section = sections.nth(k);
    if (!(await section.evaluate((details) => details.open))) await section.locator("summary").first().click();
  }
  await settled(page);
}

/** Unfolds the controls of a table on the load page. */
export async function adjust(page, table = 0) {
  const button = byTestId(page, `file-${table}-adjust`);
  if ((await button.getAttribute("aria-expanded")) !== "true") await button.click();
}

/**
 * Clicks, and changes the size of the window there and back where the browser does not get to it: without a screen it
 * sometimes stops painting after such a change, and a click waits for two frames.
 */
async function press(page, button) {
  try {
    await button.click({ timeout: PATIENCE / 4 });
  } catch (error) {
    if (error.name !== "TimeoutError") throw error;
    const size = page.viewportSize();
    await page.setViewportSize({ ...size, height: size.height - 1 });
    await page.setViewportSize(size);
    await button.click();
  }
}

/** Loads the sample with one click and waits for the overview. */
export async function loadSample(page) {
  await press(page, byTestId(page, "try-sample"));
  await overviewShown(page);
}

/** Waits for the overview of a data set just loaded. */
export async function overviewShown(page) {
  await page.waitForFunction(() => location.hash.startsWith("#/overview"));
  await answered(page);
}

/** Chooses files with the file picker: `{name, content}` or paths. */
export async function choose(page, files) {
  const payload = files.map((file) =>
    typeof file === "string"
      ? file
      : { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.content) },
  );
  await byTestId(page, "file-input").setInputFiles(payload);
}

/** Makes a `DataTransfer` in the page from paths or `{name, content}`, ready to be dropped. */
export async function filesInPage(page, files) {
  const transfer = await page.evaluateHandle(() => new DataTransfer());
  const paths = files.filter((file) => typeof file === "string");
  if (paths.length > 0) {
    // Through an input of our own, so that the files are on disk, as those that a user drops.
    const input = await page.evaluateHandle(() => {
      const input = Object.assign(document.createElement("input"), { type: "file", multiple: true });
      document.body.append(input);
      return input;
    });
    await input.setInputFiles(paths);
    await transfer.evaluate((transfer, input) => {
      for (const file of input.files) transfer.items.add(file);
      input.remove();
    }, input);
  }
  for (const { name, content } of files.filter((file) => typeof file !== "string")) {
    await transfer.evaluate(
      (transfer, { name, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: "text/csv" }));
      },
      { name, base64: Buffer.from(content).toString("base64") },
    );
  }
  return transfer;
}

/** Drops the files of a `DataTransfer` on the page, without waiting. */
export function drop(page, transfer) {
  return page.evaluate((dataTransfer) => {
    const zone = document.querySelector('[data-testid="drop-zone"]');
    zone.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, transfer);
}

/**
 * Drops files and waits for the overview, watching from inside the page.
 *
 * Returns milliseconds from the drop until the data set is loaded and until the overview has been painted, and the
 * long tasks of the main thread in between.
 */
export async function dropAndWatch(page, transfer) {
  const { start, loaded, end } = await page.evaluate(async (dataTransfer) => {
    let loaded = null;
    const shown = new Promise((resolve) => {
      const isShown = () =>
        location.hash.startsWith("#/overview") &&
        document.querySelector('.answer[aria-busy="false"] [data-testid="rounds"] tbody tr');
      const observer = new MutationObserver(() => {
        if (location.hash.startsWith("#/overview")) loaded ??= performance.now();
        if (!isShown()) return;
        observer.disconnect();
        // The second frame begins after the first one has been painted.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const start = performance.now();
    const zone = document.querySelector('[data-testid="drop-zone"]');
    zone.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    const end = await shown;
    return { start, loaded, end };
  }, transfer);
  // The observer hears of a task only after it has ended.
  await page.waitForTimeout(200);
  const tasks = await page.evaluate(
    ({ start, end }) =>
      window.longTasks
        .filter((task) => task.startTime + task.duration > start && task.startTime < end)
        .map((task) => Math.round(task.duration)),
    { start, end },
  );
  return { loaded: loaded - start, milliseconds: end - start, longTasks: tasks };
}

/** Waits until the engine is up, so that its start is not measured with the load. */
export async function engineReady(page) {
  if (page.workers().length === 0) await page.waitForEvent("worker");
  await page.workers()[0].evaluate(() => undefined);
  await page.waitForLoadState("networkidle");
}

/** What sticks out of the page to the right, with how far. */
export const overflow = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    // What scrolls in a box of its own does not.
    const scrolls = (element) => element && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
    const sticksOut = (element) =>
      element.getBoundingClientRect().right > width + 1 && !(element.parentElement && scrolls(element.parentElement));
    const found = [...document.body.querySelectorAll("*")].filter(sticksOut).slice(0, 5);
    return found.map((element) => `${element.tagName} ${element.className}: ${element.getBoundingClientRect().right}`);
  });
