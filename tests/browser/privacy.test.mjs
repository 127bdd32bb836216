// Nothing leaves the browser: the page could not send anything even if it wanted to.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { site } from "../support/environment.mjs";
import { browser, closeBrowser, engineReady, loadSample, open, pageTest, visit } from "./support.mjs";

after(closeBrowser);

/** A place that is not the site; `.invalid` is reserved for names that do not exist. */
const ELSEWHERE = "http://elsewhere.invalid";

/** Ways out of a page. */
const fromPage = async (elsewhere) => {
  const refused = (promise) => promise.then(() => false, () => true);
  const image = new Image();
  const frame = document.createElement("iframe");
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${elsewhere}/style` });
  const script = Object.assign(document.createElement("script"), { src: `${elsewhere}/script` });
  image.src = `${elsewhere}/image`;
  frame.src = `${elsewhere}/frame`;
  document.body.append(image, frame, style, script);
  navigator.sendBeacon(`${elsewhere}/beacon`, "scores");
  try {
    new WebSocket(`${elsewhere.replace("http", "ws")}/socket`);
  } catch {
    // Refused at once, which is as good.
  }
  return refused(fetch(`${elsewhere}/fetch`, { method: "POST", body: "scores", mode: "no-cors" }));
};

/** Ways out of a worker. */
const fromWorker = async (elsewhere) => {
  try {
    new WebSocket(`${elsewhere.replace("http", "ws")}/socket`);
  } catch {
    // Refused at once, which is as good.
  }
  return fetch(`${elsewhere}/fetch`, { mode: "no-cors" }).then(() => false, () => true);
};

test("nothing gets out of page or worker", async () => {
  const { asked } = await browser();
  const { page, close } = await open();
  await engineReady(page);
  const before = asked.length;
  assert.equal(await page.evaluate(fromPage, ELSEWHERE), true, "fetch in the page");
  assert.equal(await page.workers()[0].evaluate(fromWorker, ELSEWHERE), true, "fetch in the worker");
  await page.waitForTimeout(500);
  await close();
  assert.deepEqual(asked.slice(before), []);
});

test("the watch would see it", async () => {
  const { asked } = await browser();
  const { page, context, watch, close } = await open();
  // Without the content security policy, on a page of another origin.
  await context.route(`${ELSEWHERE}/`, (route) => route.fulfill({ contentType: "text/html", body: "<p>" }));
  await page.goto(`${ELSEWHERE}/`);
  const before = asked.length;
  await page.evaluate(fromPage, ELSEWHERE);
  await page.waitForTimeout(500);
  assert.ok(asked.length > before, "the proxy saw requests");
  assert.throws(() => watch.assertQuiet(), /elsewhere\.invalid/);
  await close();
});

pageTest("a whole visit asks the site only, and only for its own files", {}, async (page, { context }) => {
  await engineReady(page);
  // The service worker keeps the site's files; it has its turn before the data come.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const seen = [];
  context.on("request", (request) => seen.push(`${request.method()} ${request.url()}`));
  await loadSample(page);
  for (const where of ["evaluators", "indicators", "providers", "load"]) await visit(page, where);
  // Everything was fetched before the data were loaded.
  assert.deepEqual(seen.filter((request) => !request.includes("blob:")), []);
});

test("the headers of every file", async () => {
  // To the end of the body: a connection with an unread rest would keep this process from ending.
  const headersOf = async (path) => {
    const response = await fetch(`${site()}${path}`);
    await response.arrayBuffer();
    return response.headers;
  };
  for (const path of ["/", "/index.html", "/methods.en.html", "/service-worker.js"]) {
    const headers = await headersOf(path);
    const policy = headers.get("content-security-policy");
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'self'/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  }
  const index = await (await fetch(`${site()}/`)).text();
  assert.match(index, /http-equiv="Content-Security-Policy" content="default-src 'none'/);
  const worker = index.match(/name="evenhand-engine" content="([^"]+)"/)[1];
  const headers = await headersOf(`/${worker}`);
  assert.match(headers.get("content-security-policy"), /connect-src 'self'/, "a worker has a policy of its own");
});
