"""Writes the XLS files of the tests with xlwt 1.3.0: python3 make_xls.py FOLDER"""

import datetime
import sys

import xlwt

folder = sys.argv[1]


def style(code):
    return xlwt.easyxf(num_format_str=code)


book = xlwt.Workbook(encoding="utf-8")
sheet = book.add_sheet("分数")
for column, header in enumerate(["round", "provider", "score", "date", "ok", "result"]):
    sheet.write(1, column + 1, header)
sheet.write(2, 1, 1)
sheet.write(2, 2, "甲, \"first\"")
sheet.write(2, 3, 4.5)
sheet.write(2, 4, datetime.date(2024, 3, 1), style("yyyy-mm-dd"))
sheet.write(2, 5, True)
sheet.write(2, 6, xlwt.Formula("D3*2"))
sheet.write(4, 1, 0.1)
sheet.write(4, 2, "line\nbreak")
sheet.write(4, 3, -12345.75)
sheet.write(4, 4, datetime.datetime(2024, 3, 1, 12, 30), style("yyyy-mm-dd hh:mm"))
sheet.write(4, 5, False)
sheet.write_merge(6, 8, 1, 2, "merged")
sheet.write(8, 3, 7)
sheet.row(4).hidden = True
sheet.col(4).hidden = True
sheet.write(9, 1, 123456789)
sheet.write(9, 2, 1e-5)
sheet.row(9).set_cell_error(3, 0x2A)
hidden = book.add_sheet("hidden")
hidden.visibility = 1
hidden.write(0, 0, "x")
book.add_sheet("empty")
book.save(folder + "/kinds.xls")

# Shared strings of more than one record: 8224 bytes each.
book = xlwt.Workbook(encoding="utf-8")
sheet = book.add_sheet("long")
for row in range(300):
    sheet.write(row, 0, "row %d " % row + ("评审" if row % 3 else "text") * (row % 40))
    sheet.write(row, 1, row / 8)
book.save(folder + "/long.xls")

book = xlwt.Workbook(encoding="utf-8")
book.dates_1904 = True
sheet = book.add_sheet("1904")
sheet.write(0, 0, 43890, style("yyyy-mm-dd"))
book.save(folder + "/dates_1904.xls")
