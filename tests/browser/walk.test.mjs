// A walk through every page and section with the sample and the skating set, in both languages and themes, at the widths
// of a telephone, a tablet and a wall screen: nothing sticks out, nothing is said in the wrong language, axe has nothing
// to say at all. The pictures are kept in `target/evenhand/walk`.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";

import { siteFolder, skatingAbsent, skatingFiles } from "../support/environment.mjs";
import { complaints } from "./axe.mjs";
import { ANSWER_PAGES, byTestId, choose, closeBrowser, loadSample, openSections, overflow, overviewShown, pageTest, visit } from "./support.mjs";

after(closeBrowser);

const WIDTHS = [390, 1024, 1920];
const PICTURES = join(siteFolder(), "..", "walk");
mkdirSync(PICTURES, { recursive: true });

const HAN = /\p{Script=Han}/u;

const PAGES = ["load", "quality", ...ANSWER_PAGES, "briefing"];

/** Headings and labels of our own in the page, without what comes from the files. */
const headings = (page) => page.locator("h1, h2, h3, summary, .how-to-read, .card-actions button").allTextContents();

const SETS = [
  { name: "sample", skip: false, load: loadSample },
  {
    name: "skating",
    skip: skatingAbsent,
    load: async (page) => {
      await choose(page, skatingFiles);
      await overviewShown(page);
    },
  },
];

const LOOKS = [
  { language: "en", theme: "light" },
  { language: "en", theme: "dark" },
  { language: "zh", theme: "light" },
  { language: "zh", theme: "dark" },
];

for (const { name, skip, load } of SETS) {
  // The large set once in each language and each theme; the sample in all four looks.
  const looks = name === "sample" ? LOOKS : [LOOKS[0], LOOKS[3]];
  for (const { language, theme } of looks) {
    const address = `load?lang=${language}&theme=${theme}`;
    pageTest(`${name}, ${language}, ${theme}`, { skip, address }, async (page, { t }) => {
      await load(page);
      for (const where of PAGES) {
        await visit(page, where);
        await openSections(page);
        for (const width of WIDTHS) {
          await t.test(`${where} at ${width} px`, async () => {
            await page.setViewportSize({ width, height: 900 });
            await page.waitForTimeout(400);
            // Charts take the width of their place one after the other.
            await page.waitForFunction(() =>
              [...document.querySelectorAll(".chart:not(.is-zoomed) svg")].every(
                (svg) => svg.getBoundingClientRect().width <= svg.closest(".chart").clientWidth + 1,
              ),
            );
            assert.deepEqual(await overflow(page), []);
            await page.screenshot({ path: join(PICTURES, `${name}-${language}-${theme}-${width}-${where}.png`) });
          });
        }
        await page.setViewportSize({ width: 1440, height: 900 });
        await t.test(`${where}: words`, async () => {
          const said = (await headings(page)).map((text) => text.trim()).filter((text) => text && !/\.csv$/.test(text));
          assert.ok(said.length > 0);
          if (language === "en") assert.deepEqual(said.filter((text) => HAN.test(text)), []);
          else assert.deepEqual(said.filter((text) => !HAN.test(text) && /[a-z]{4}/.test(text)), []);
        });
        await t.test(`${where}: axe`, async () => assert.deepEqual(await complaints(page), []));
      }
      assert.equal(await byTestId(page, "no-answer").count(), 0);
    });
  }
}
