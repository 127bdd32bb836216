// The skating scores as other systems would export them: a workbook with a sheet per round, a GB18030 file with a
// column per evaluator. The same scores in every form.

import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import iconv from "iconv-lite";

import { skatingFiles } from "./environment.mjs";

/** The rows of a plain CSV file as arrays, without the header. */
function rows(path) {
  const lines = readFileSync(path, "utf8").trim().split(/\r?\n/);
  return lines.slice(1).map((line) => line.split(","));
}

/** The skating tables without the scores. */
export const metadata = () => skatingFiles.slice(1);

const scores = () => rows(skatingFiles[0]);

/** Groups rows by a key, in order of first appearance. */
function grouped(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const name = key(row);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(row);
  }
  return groups;
}

/** One score sheet per row, one sheet of the workbook per round, a title above each header. */
export async function workbook() {
  const book = new ExcelJS.Workbook();
  for (const [round, ofRound] of grouped(scores(), (row) => row[0])) {
    const sheet = book.addWorksheet(round);
    const indicators = [...new Set(ofRound.map((row) => row[3]))];
    sheet.addRow([`Results of ${round}`]);
    sheet.addRow([]);
    sheet.addRow(["provider", "occasion", "evaluator", ...indicators]);
    const sheets = grouped(ofRound, (row) => `${row[1]},${row[2]},${row[4]}`);
    for (const ofSheet of sheets.values()) {
      const [, provider, occasion, , evaluator] = ofSheet[0];
      const of = new Map(ofSheet.map((row) => [row[3], Number(row[5])]));
      sheet.addRow([provider, occasion, evaluator, ...indicators.map((one) => of.get(one) ?? null)]);
    }
  }
  return { name: "skating.xlsx", content: Buffer.from(await book.xlsx.writeBuffer()) };
}

/** A row per provider, occasion and indicator, a column per evaluator, Chinese headers, bytes of GB18030. */
export function gb18030() {
  const all = scores();
  const evaluators = [...new Set(all.map((row) => row[4]))].sort();
  const lines = [["轮次", "被评机构", "场次", "指标", ...evaluators].join(",")];
  for (const ofRow of grouped(all, (row) => row.slice(0, 4).join(",")).values()) {
    const of = new Map(ofRow.map((row) => [row[4], row[5]]));
    lines.push([...ofRow[0].slice(0, 4), ...evaluators.map((one) => of.get(one) ?? "")].join(","));
  }
  return { name: "花样滑冰评分.csv", content: iconv.encode(`${lines.join("\r\n")}\r\n`, "gb18030") };
}
