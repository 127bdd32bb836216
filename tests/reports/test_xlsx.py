"""The workbook as openpyxl reads it."""

import csv
import unittest

import openpyxl
from support import ROOT, data, report, reports, run


def numbers(sheet):
    """Every number of a sheet."""
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "n" and cell.value is not None]


class Workbook(unittest.TestCase):
    def test_values_are_those_of_the_answers(self):
        for language in ("en", "zh"):
            files = reports(language)
            book = openpyxl.load_workbook(files["xlsx"])
            answers = report(files["json"])
            every = {value for sheet in book for value in numbers(sheet)}
            league = answers["providers"]["rounds"][-1]["rows"]
            expected = [row["adjusted"]["known"]["value"] for row in league]
            expected += [end for row in league for end in (row["adjusted"]["known"]["interval"]["low"], row["adjusted"]["known"]["interval"]["high"])]
            rounds = answers["evaluators"]["agreement_by_round"]
            expected += [one["agreement"]["known"]["icc_a_1"]["value"] for one in rounds]
            self.assertEqual(len(league), 40)
            for value in expected:
                self.assertIn(value, every, "to the last bit")

    def test_one_sheet_for_each_chart_with_a_head_that_stays(self):
        for language in ("en", "zh"):
            book = openpyxl.load_workbook(reports(language)["xlsx"])
            self.assertEqual(len(book.sheetnames), 1 + 5 + 2, book.sheetnames)
            self.assertTrue(all(sheet.freeze_panes for sheet in book))
            self.assertTrue(all(sheet.auto_filter.ref for sheet in book))
            for sheet in list(book)[1:6]:
                self.assertEqual(sheet.freeze_panes, "B2")
                head = [cell.value for cell in sheet[1]]
                self.assertTrue(all(isinstance(name, str) and name for name in head), head)
                self.assertGreater(len(numbers(sheet)), 5)
            said = " ".join(str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value)
            for what in ("scores.csv", "2026-11-28", "Evenhand"):
                self.assertIn(what, said)
            self.assertEqual(str(book.properties.created.date()), "2026-11-28")

    def test_nothing_becomes_a_formula(self):
        folder = ROOT / "formulas"
        folder.mkdir(exist_ok=True)
        names = ["=1+1", "+2", "-3", "@sum", "=cmd|' /C calc'!A0", "plain"]
        for path in data("en"):
            with open(path, encoding="utf-8-sig", newline="") as source:
                rows = list(csv.reader(source))
            if path.name == "providers.csv":
                for row, name in zip(rows[1:], names):
                    row[1] = name
            if path.name in ("evaluators.csv", "scores.csv"):
                column = rows[0].index("evaluator")
                for row in rows[1:]:
                    if row[column] in ("E018", "E015"):
                        row[column] = "=" + row[column]
            with open(folder / path.name, "w", encoding="utf-8", newline="") as target:
                csv.writer(target).writerows(rows)
        out = folder / "out"
        run("report", *sorted(folder.glob("*.csv")), "--format", "xlsx", "--template", "annual", "--title", "=1+1", "-o", out)
        book = openpyxl.load_workbook(out / "evenhand-briefing.xlsx")
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        self.assertFalse([cell for cell in cells if cell.data_type == "f"])
        texts = [cell.value for cell in cells if isinstance(cell.value, str)]
        self.assertTrue(any(text.startswith("=") for text in texts), "they are there, as words")
        self.assertTrue(any("=E018" in text for text in texts))
