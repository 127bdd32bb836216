"""Pages as a strict HTML parser reads them."""

import json
import unittest
import zipfile

from support import ROOT, contents, data, page, report, reports, run


class Pages(unittest.TestCase):
    def test_a_page_needs_nothing_else(self):
        for language, tag in (("en", "en"), ("zh", "zh-CN")):
            for format in ("html", "sheets-html"):
                found = page(reports(language)[format])
                self.assertEqual(found.problems, [])
                self.assertEqual(found.language, tag)
                self.assertNotIn("script", found.counts)
                self.assertFalse([address for address in found.addresses if not address.startswith("#")])
                self.assertGreaterEqual(found.counts["svg"], 5)
                self.assertEqual(len(found.ids), len(set(found.ids)), "no id twice")

    def test_charts_have_tooltips_and_tables(self):
        found = page(reports("en")["html"])
        self.assertGreater(found.counts["title"], 100)
        self.assertEqual(found.counts["table"], 5)
        self.assertGreater(found.counts["tr"], 60)

    def test_it_says_where_it_comes_from(self):
        text = " ".join(page(reports("en")["html"]).texts)
        for what in ("scores.csv", "2026-11-28", "All rounds", "Evenhand 0.", "McGraw"):
            self.assertIn(what, text)

    def test_a_filter_is_named_and_applied(self):
        run("report", *data("en"), "--date", "2026-11-28", "--round", "2023H1", "-o", ROOT / "filtered")
        text = " ".join(page(ROOT / "filtered" / "evenhand-briefing.html").texts)
        self.assertIn("Round: 2023H1 Spring 2023.", text)
        self.assertNotIn("2025H2", text)

    def test_sheets_are_one_for_each(self):
        for language in ("en", "zh"):
            files = reports(language)
            answers = report(files["json"])
            n = len(answers["standing"]["rounds"][-1]["rows"]) + len(answers["scorecards"]["evaluators"])
            with zipfile.ZipFile(files["sheets"]) as archive:
                names = archive.namelist()
                self.assertIsNone(archive.testzip())
            self.assertEqual(len(names), n + 1)
            index = contents(files["sheets"])["index.html"]
            for name in names[1:]:
                self.assertIn(f'href="{name}"', index)
            self.assertEqual(page(files["sheets-html"]).counts["article"], n)

    def test_sheets_have_the_words_of_the_purchaser(self):
        texts = ROOT / "texts.json"
        texts.write_text(json.dumps({"provider_opening": "Dear <colleagues>,", "evaluator_closing": "Yours, the office"}))
        run("report", *data("en"), "--format", "sheets-html", "--texts", texts, "-o", ROOT / "texts")
        text = (ROOT / "texts" / "evenhand-feedback-sheets.html").read_text()
        self.assertEqual(text.count("Dear &lt;colleagues&gt;,"), 40)
        self.assertEqual(text.count("Yours, the office"), 30)


class Reopened(unittest.TestCase):
    def test_a_report_gives_the_same_files_again(self):
        for anonymous in (False, True):
            files = reports("en", anonymous)
            if anonymous:
                # Its briefing has codes for ids, which only an anonymous report knows.
                self.assertEqual(report(files["json"])["briefing"]["anonymise"], {"evaluators": True, "providers": True})
            out = ROOT / f"again-{anonymous}"
            run("report", *data("en"), "--briefing", files["json"], "--format", "html,pptx,xlsx", "-o", out)
            for name in ("evenhand-briefing.html", "evenhand-briefing.pptx", "evenhand-briefing.xlsx"):
                format = name.rsplit(".", 1)[1]
                self.assertEqual((out / name).read_bytes(), files[format].read_bytes(), name)

    def test_a_report_opens_without_its_data(self):
        for anonymous in (False, True):
            files = reports("zh", anonymous)
            out = ROOT / f"alone-{anonymous}"
            run("report", files["json"], "--date", "2026-11-28", "--format", "html,pptx,xlsx,json,sheets", "-o", out)
            for name, format in (
                ("evenhand-briefing.html", "html"),
                ("evenhand-briefing.pptx", "pptx"),
                ("evenhand-briefing.xlsx", "xlsx"),
                ("evenhand-report.json", "json"),
                ("evenhand-feedback-sheets.zip", "sheets"),
            ):
                self.assertEqual((out / name).read_bytes(), files[format].read_bytes(), f"{name}, {anonymous}")
