// The engine in Node (WebAssembly, one thread) beside the command line (native, all cores).
//
// Node's times are those of the calls, answers turned into JavaScript objects included.
// Native times are those of whole processes: `check` for loading, `analyze` for everything, printing included.

import { cpus } from "node:os";

import { against, megabytes, medians, ms, table, timed, times } from "../support/bench.mjs";
import { cli } from "../support/cli.mjs";
import { EVERYTHING, Evenhand, filesAt, memory, nameOf, QUESTIONS } from "../support/engine.mjs";
import { skatingFiles } from "../support/environment.mjs";
import { simulated } from "../support/large.mjs";

/** Wasm memory that one million scores may take. */
const MEMORY_BUDGET = 800e6;

async function measure(name, paths, runs) {
  const files = filesAt(paths);
  let n_scores = 0;
  const wasm = await medians(runs, () => {
    const engine = new Evenhand();
    const load = timed(() => engine.load("scores.csv", files, undefined));
    n_scores = load.result.summary.n_scores;
    const answers = QUESTIONS.map((question) => [
      nameOf(question),
      timed(() => engine.ask(question, EVERYTHING)).milliseconds,
    ]);
    engine.free();
    return { load: load.milliseconds, ...Object.fromEntries(answers) };
  });
  const total = Object.values(wasm).reduce((sum, part) => sum + part);
  const native = await medians(runs, () => ({
    load: timed(() => cli("check", "--json", ...paths)).milliseconds,
    total: timed(() => cli("analyze", "--json", ...paths)).milliseconds,
  }));
  table(
    `${name}: ${n_scores.toLocaleString("en")} scores, medians of ${runs} runs (the overview asks the other three)`,
    ["", "WebAssembly in Node", "native", "ratio"],
    [
      ["load", ms(wasm.load), ms(native.load), times(wasm.load / native.load)],
      ...QUESTIONS.map(nameOf).map((name) => [name, ms(wasm[name]), null, null]),
      ["everything", ms(total), ms(native.total), times(total / native.total)],
    ],
  );
  return memory();
}

console.log(`Engine, Node ${process.version}, ${cpus().length} × ${cpus()[0].model}`);
if (skatingFiles) {
  const bytes = await measure("Skating", skatingFiles, 5);
  console.log(`  memory of the module after it: ${megabytes(bytes)}`);
}
const bytes = await measure("Simulated", simulated(1_000_000), 3);
table("Memory of the module, which never shrinks", ["", "measured", "budget", ""], [
  ["1,000,000 scores, loaded and everything asked, 3 times over", ...against(bytes, MEMORY_BUDGET, megabytes)],
]);
