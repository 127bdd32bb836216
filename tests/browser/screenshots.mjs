// Pictures of every page in both languages and themes, wide and narrow, into tests/artefacts/. No test.
//
// npm run screenshots [ADDRESS]: of the site at that address, by default the one that `cargo xtask serve` serves.

import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PROGRAMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
process.env.EVENHAND_SITE = process.argv[2] ?? process.env.EVENHAND_SITE ?? "http://127.0.0.1:8080";
process.env.EVENHAND_CHROMIUM ??= PROGRAMS.find(existsSync) ?? "";

const { ANSWER_PAGES, closeBrowser, loadSample, open, visit } = await import("./support.mjs");

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

const FOLDER = fileURLToPath(new URL("../artefacts/", import.meta.url));

mkdirSync(FOLDER, { recursive: true });
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const language of ["en", "zh"]) {
    for (const theme of ["light", "dark"]) {
      const address = `load?lang=${language}&theme=${theme}`;
      const { page, watch, close } = await open({ address, viewport });
      const picture = async (name) => {
        // As high as the page, so that what is fixed to an edge of the window does not lie across the picture.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width: viewport.width, height: Math.max(height, viewport.height) });
        // Charts take the width of their place a moment after they are shown.
        await page.waitForTimeout(400);
        await page.screenshot({ path: `${FOLDER}${name}-${size}-${language}-${theme}.png` });
        await page.setViewportSize(viewport);
      };
      await picture("load");
      await loadSample(page);
      for (const where of [...ANSWER_PAGES, "quality"]) {
        await visit(page, where);
        await picture(where);
      }
      watch.assertQuiet();
      await close();
    }
  }
}
await closeBrowser();
console.log(`The pictures are in ${FOLDER}.`);
