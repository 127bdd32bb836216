// What `cargo xtask test` and `cargo xtask bench` say about the builds under test.

import { existsSync } from "node:fs";
import { join } from "node:path";

/** A variable that xtask sets; without it the tests have nothing to work on. */
function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this through cargo xtask (tests/README.md)`);
  return value;
}

/** The address of the site, without a slash at its end. */
export const site = () => needed("EVENHAND_SITE").replace(/\/$/, "");

/** The folder of the site. */
export const siteFolder = () => needed("EVENHAND_SITE_FOLDER");

/** The engine's loader for Node. */
export const nodeModule = () => needed("EVENHAND_NODE_MODULE");

/** The command-line program. */
export const cliProgram = () => needed("EVENHAND_CLI");

/** The program that writes the files of the corpus. */
export const corpusProgram = () => needed("EVENHAND_CORPUS");

/** The browser. */
export const chromium = () => needed("EVENHAND_CHROMIUM");

/** Firefox, where there is one. */
export const firefox = () => needed("EVENHAND_FIREFOX");

/** For the `skip` option of a test that needs Firefox. */
export const firefoxAbsent = process.env.EVENHAND_FIREFOX ? false : "SKIPPED: there is no Firefox";

/** The tables of a data set, in the order in which they are handed over. */
export const TABLES = ["scores.csv", "rounds.csv", "providers.csv", "indicators.csv", "evaluators.csv"];

/** The tables of the sample, which declares conflicts of interest. */
export const SAMPLE_TABLES = [...TABLES, "conflicts.csv"];

const shared = process.env.EVENHAND_SHARED;
const skating = shared ? join(shared, "skating") : null;

/** Paths of the skating tables, or none where the shared data are absent. */
export const skatingFiles =
  skating && existsSync(skating) ? TABLES.map((name) => join(skating, name)) : null;

/** For the `skip` option of a test that needs the skating tables. */
export const skatingAbsent = skatingFiles ? false : "SKIPPED: ../shared/data is absent";
if (skatingAbsent) console.log(skatingAbsent);
