"""Writes the XLS files of the corpus with xlwt 1.3.0: python3 make_xls.py FOLDER"""

import sys

import xlwt

folder = sys.argv[1]

ROUNDS = {
    "R1": [
        ("甲", "care", "E1", 7), ("甲", "care", "E2", 8), ("甲", "staff", "E1", 6.5), ("甲", "staff", "E2", 9),
        ("乙", "care", "E1", 5), ("乙", "care", "E2", 5.5), ("乙", "staff", "E1", 6), ("乙", "staff", "E2", 7),
    ],
    "R2": [
        ("甲", "care", "E1", 8), ("甲", "care", "E2", 8.5), ("甲", "staff", "E1", 7), ("甲", "staff", "E2", 9.5),
        ("乙", "care", "E1", 6), ("乙", "care", "E2", 6.5), ("乙", "staff", "E1", 6.5), ("乙", "staff", "E2", 7.5),
    ],
}
HEADERS = ["provider", "indicator", "evaluator", "score"]


def rows(sheet, first, table):
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            sheet.write(first + row, column, cell)


book = xlwt.Workbook(encoding="utf-8")
long = [(name, *row) for name, scores in ROUNDS.items() for row in scores]
rows(book.add_sheet("scores"), 0, [["round", *HEADERS], *long])
book.save(folder + "/long.xls")

# A sheet per round, each below a merged title; the sheet of notes is hidden.
book = xlwt.Workbook(encoding="utf-8")
for name, scores in ROUNDS.items():
    sheet = book.add_sheet(name)
    sheet.write_merge(0, 0, 0, 3, "评估得分表")
    rows(sheet, 1, [HEADERS, *scores])
notes = book.add_sheet("notes")
notes.visibility = 1
notes.write(0, 0, "Read me")
book.save(folder + "/sheets.xls")
