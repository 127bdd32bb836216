// Files made by the engine's worker in Chromium: the bytes of the module in Node, with progress, stopped on request.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { after } from "node:test";

import { Evenhand } from "../support/engine.mjs";
import { siteFolder, skatingAbsent, skatingFiles } from "../support/environment.mjs";
import { closeBrowser, engineReady, pageTest } from "./support.mjs";

after(closeBrowser);

/** Sheets first, so that their time holds that of the answers. */
const FORMATS = ["sheets", "html", "pptx", "xlsx", "json", "sheets_html"];
/** How long the sheets of the 40 providers and 30 evaluators of the sample may take, in milliseconds. */
const SHEETS = 5000;

/** A worker of its own in the page, with the sample loaded; `window.ask(request, cancelWhen)` asks it. */
async function startWorker(page) {
  // The page's own engine is loading; a second load of the same file at the same time may be broken off by the browser.
  await engineReady(page);
  const script = readdirSync(siteFolder()).find((name) => /^engine-worker-.*\.js$/.test(name));
  await page.evaluate(async (script) => {
    const worker = new Worker(script, { type: "module" });
    let id = 0;
    // Reports are Borsh: the number of the kind, the id, then what that kind has.
    const KINDS = ["ready", "progress", "inspected", "problems", "loaded", "opened", "answered", "composed", "slides", "reported", "failed"];
    const read = (bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      let at = 1;
      const u32 = () => view.getUint32((at += 4) - 4, true);
      const u64 = () => Number(view.getBigUint64((at += 8) - 8, true));
      const chunk = () => {
        const length = u32();
        return bytes.slice(at, (at += length));
      };
      const text = () => new TextDecoder().decode(chunk());
      const kind = KINDS[bytes[0]];
      const found = { kind, id: kind === "ready" ? 0 : u32() };
      if (kind === "progress") Object.assign(found, { stage: bytes[at++], done: u64(), total: u64() });
      if (kind === "reported") Object.assign(found, { name: text(), mediaType: text(), bytes: chunk() });
      if (kind === "failed") found.failure = bytes[at];
      return found;
    };
    // A worker that breaks fails what waits for it, so that no test hangs until its time is over.
    const broken = new Promise((_, reject) => {
      worker.addEventListener("error", (event) => reject(new Error(`the worker broke: ${event.message}`)));
    });
    broken.catch(() => {});
    await Promise.race([broken, new Promise((resolve) => worker.addEventListener("message", resolve, { once: true }))]);
    const ask = (request, cancelAt) =>
      new Promise((resolve) => {
        const mine = ++id;
        const progress = [];
        const started = performance.now();
        const listen = async ({ data }) => {
          const found = read(data);
          if (found.id !== mine) return;
          if (found.kind === "progress") {
            progress.push([found.stage, found.done, found.total]);
            if (found.stage === cancelAt) {
              worker.postMessage({ message: { id: ++id, request: { kind: "cancel", target: mine } }, files: [] });
              cancelAt = undefined;
            }
            return;
          }
          worker.removeEventListener("message", listen);
          const milliseconds = performance.now() - started;
          const digest = found.bytes && (await crypto.subtle.digest("SHA-256", found.bytes));
          const hash = digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
          resolve({ ...found, bytes: undefined, hash, progress, milliseconds });
        };
        worker.addEventListener("message", listen);
        worker.postMessage({ message: { id: mine, request }, files: [] });
      });
    window.ask = (...request) => Promise.race([broken, ask(...request)]);
    await window.ask({ kind: "load_sample", language: "chinese" });
  }, script);
}

/** Letters that each of the purchaser's own words may have. */
const LONGEST = 800;

/** The stage of writing. */
const WRITING = 3;

pageTest("files from the worker", {}, async (page, { t }) => {
  await startWorker(page);
  const engine = new Evenhand();
  engine.loadSample("chinese");
  const whole = engine.compose({ template: "stakeholders", language: "zh", date: "2026-11-28" });
  for (const anonymous of [false, true]) {
    const briefing = { ...whole, anonymise: { evaluators: anonymous, providers: anonymous } };
    for (const format of FORMATS) {
      const made = await page.evaluate((report) => window.ask({ kind: "report", report }), { briefing, format });
      const expected = engine.report({ briefing, format });
      assert.equal(made.name, expected.name);
      assert.equal(made.hash, createHash("sha256").update(expected.bytes).digest("hex"), `${format}, ${anonymous}`);
      if (format === "sheets") {
        const written = made.progress.filter(([stage]) => stage === WRITING);
        assert.ok(written.length > 5, "progress is told");
        assert.deepEqual(written.at(-1).slice(1), [70, 70]);
        t.diagnostic(`70 sheets within ${made.milliseconds.toFixed(0)} ms, the answers included`);
        assert.ok(made.milliseconds < SHEETS, `${made.milliseconds} ms`);
      }
    }
  }
});

pageTest("a printed page for each sheet, and for each slide", {}, async (page, { context, t }) => {
  const print = async (bytes) => {
    const paper = await context.newPage();
    await paper.setContent(Buffer.from(bytes).toString("utf8"));
    const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString("latin1");
    return pdf.match(/\/Type\s*\/Page\b/g).length;
  };
  for (const [sample, language] of [["english", "en"], ["chinese", "zh"]]) {
    const engine = new Evenhand();
    engine.loadSample(sample);
    const briefing = engine.compose({ template: "stakeholders", language, date: "2026-11-28" });
    assert.equal(await print(engine.report({ briefing, format: "sheets_html" }).bytes), 70);
    const pages = await print(engine.report({ briefing, format: "html" }).bytes);
    t.diagnostic(`${language}: ${pages} pages`);
    assert.ok(pages >= 9 && pages <= 8 + 8, "eight slides, then the methods on fewer pages than that");
  }
});

pageTest("each sheet of the skating set is one page, with the longest words around the numbers", { skip: skatingAbsent }, async (page, { context, t }) => {
  const engine = new Evenhand();
  engine.load("skating", skatingFiles.map((path) => ({ name: basename(path), bytes: readFileSync(path) })));
  for (const [language, word] of [["en", "What the purchaser has to say. "], ["zh", "采购方的说明文字。"]]) {
    const long = word.repeat(800).slice(0, LONGEST);
    const texts = Object.fromEntries(["provider", "evaluator"].flatMap((who) => ["opening", "closing"].map((place) => [`${who}_${place}`, long])));
    const briefing = engine.compose({ template: "training", language, date: "2026-11-28" });
    for (const own of [{}, texts]) {
      const html = Buffer.from(engine.report({ briefing, format: "sheets_html", texts: own }).bytes).toString("utf8");
      const paper = await context.newPage();
      await paper.setContent(html);
      const sheets = await paper.locator("article.bf-sheet").count();
      assert.ok(sheets > 150, `${sheets} sheets`);
      const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString("latin1");
      const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
      const set = await paper.evaluate(() => ["bf-dense", "bf-densest"].map((name) => document.querySelectorAll(`.${name}`).length));
      t.diagnostic(`${language}, ${own === texts ? "long" : "usual"} words: ${sheets} sheets on ${pages} pages; closely set ${set}`);
      assert.equal(pages, sheets);
      await paper.close();
    }
  }
});

pageTest("sheets, stopped", {}, async (page) => {
  await startWorker(page);
  const engine = new Evenhand();
  engine.loadSample("chinese");
  const briefing = engine.compose({ template: "stakeholders", language: "zh", date: "2026-11-28" });
  const stopped = await page.evaluate(
    ([report, stage]) => window.ask({ kind: "report", report }, stage),
    [{ briefing, format: "sheets" }, WRITING],
  );
  assert.equal(stopped.kind, "failed");
  assert.equal(stopped.failure, 0, "cancelled");
  const last = stopped.progress.filter(([stage]) => stage === WRITING).at(-1);
  assert.ok(last[1] < last[2], "not all were written");
  const after = await page.evaluate((report) => window.ask({ kind: "report", report }), { briefing, format: "html" });
  assert.equal(after.kind, "reported", "the worker goes on");
});
