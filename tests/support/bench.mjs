// Medians and tables of the benchmarks.

/** The middle one of the numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Runs something `n` times and returns the median of each number that it returns. */
export async function medians(n, run) {
  const runs = [];
  for (let k = 0; k < n; k += 1) runs.push(await run(k));
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((one) => one[key]))]));
}

/** Milliseconds that something takes, and what it returns. */
export function timed(run) {
  const started = performance.now();
  const result = run();
  return { milliseconds: performance.now() - started, result };
}

/** Prints rows under a title, columns aligned, the first one to the left. */
export function table(title, heads, rows) {
  const cells = [heads, ...rows].map((row) => row.map((cell) => cell ?? "–"));
  const widths = heads.map((_, k) => Math.max(...cells.map((row) => row[k].length)));
  const line = (row) => row.map((cell, k) => (k ? cell.padStart(widths[k]) : cell.padEnd(widths[k]))).join("  ");
  console.log(`\n${title}\n${cells.map((row) => `  ${line(row).trimEnd()}`).join("\n")}`);
}

export const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

export const times = (value) => `${value.toFixed(2)}×`;

/** A measurement beside its budget. */
export const against = (value, budget, unit) => [
  unit(value),
  unit(budget),
  value <= budget ? "kept" : `MISSED by ${(100 * (value / budget - 1)).toFixed(0)}%`,
];
