// The pictures of the README, of the sample data, into docs/. No test.
//
// npm run readme-pictures [ADDRESS]: of the site at that address, by default the one that `cargo xtask serve` serves.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PROGRAMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
process.env.EVENHAND_SITE = process.argv[2] ?? process.env.EVENHAND_SITE ?? "http://127.0.0.1:8080";
process.env.EVENHAND_CHROMIUM ??= PROGRAMS.find(existsSync) ?? "";

const { byTestId, closeBrowser, loadSample, open, visit } = await import("./support.mjs");

const FOLDER = fileURLToPath(new URL("../../docs/", import.meta.url));

const { page, watch, close } = await open({ address: "load?lang=en&theme=light", viewport: { width: 1280, height: 860 } });
await loadSample(page);
await page.waitForTimeout(600);
await page.screenshot({ path: `${FOLDER}overview.png` });
await visit(page, "evaluators");
await byTestId(page, "drift-detail").locator("summary").first().click();
await byTestId(page, "chart-drift-multiples").locator("svg").waitFor();
await byTestId(page, "drift-detail").evaluate((section) => section.scrollIntoView());
await page.evaluate(() => window.scrollBy(0, -90));
await page.waitForTimeout(600);
await page.screenshot({ path: `${FOLDER}drift.png` });
watch.assertQuiet();
await close();
await closeBrowser();
console.log(`The pictures are in ${FOLDER}.`);
