"""Nothing in an anonymised file names anybody."""

import csv
import re
import unittest

from support import contents, data, reports


def without_addresses(text):
    """A part of a workbook without the addresses of its cells: P10 there is a column and a row."""
    return re.sub(r' (r|ref|topLeftCell)="[A-Z]+\d+(:[A-Z]+\d+)?"', "", text)


def names(paths):
    """Every id, name and affiliation of the evaluators and providers of a data set."""
    ids, labels, affiliations = set(), set(), set()
    for path in paths:
        if path.name not in ("evaluators.csv", "providers.csv"):
            continue
        with open(path, encoding="utf-8-sig", newline="") as source:
            for row in csv.DictReader(source):
                cells = list(row.items())
                ids.add(cells[0][1])
                for head, value in cells[1:]:
                    if head in ("name", "姓名", "名称"):
                        labels.add(value)
                    if head in ("affiliation", "所属单位"):
                        affiliations.add(value)
    return ids, labels - {""}, affiliations - {""}


class Anonymous(unittest.TestCase):
    def check(self, name):
        ids, labels, affiliations = names(data(name))
        self.assertGreater(len(ids), 50)
        named, coded = reports(name), reports(name, True)
        self.assertEqual(set(named), set(coded))
        for format, path in coded.items():
            text = "\n".join(part + "\n" + text for part, text in contents(path).items())
            if format == "xlsx":
                text = without_addresses(text)
            self.assertGreater(len(text), 10_000)
            words = set(re.findall("[A-Za-z0-9]+", text))
            plain = {word for word in ids | affiliations if re.fullmatch("[A-Za-z0-9]+", word)}
            self.assertEqual(words & plain, set(), format)
            for name_of_several_words in sorted(labels | affiliations - plain):
                self.assertNotIn(name_of_several_words, text, format)
            # What is looked for is there where names are given, so that the search is one.
            open_text = without_addresses("\n".join(contents(named[format]).values()))
            self.assertGreater(len(ids & set(re.findall("[A-Za-z0-9]+", open_text))), 10, format)
            self.assertRegex(text, r"\b(EV|PR)\d\d+\b", format)

    def test_the_english_sample(self):
        self.check("en")

    def test_the_chinese_sample(self):
        self.check("zh")

    @unittest.skipIf(data("skating") is None, "the shared data are not there")
    def test_the_skating_set(self):
        self.check("skating")
