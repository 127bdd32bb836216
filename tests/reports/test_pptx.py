"""Slides as python-pptx reads them."""

import unittest

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from support import page, reports


def shapes(of):
    """All shapes, those within groups too."""
    for shape in of:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from shapes(shape.shapes)


class Slides(unittest.TestCase):
    def test_slides_say_what_the_page_says(self):
        for language in ("en", "zh"):
            files = reports(language)
            deck = Presentation(files["pptx"])
            self.assertEqual((deck.slide_width, deck.slide_height), (12192000, 6858000))
            self.assertEqual(len(deck.slides), 8)
            titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
            # The page has one heading more, over the methods.
            self.assertEqual(titles, page(files["html"]).headings[:8])
            self.assertEqual(deck.core_properties.title, titles[0])
            self.assertEqual(str(deck.core_properties.created.date()), "2026-11-28")

    def test_charts_are_groups_of_shapes(self):
        for language in ("en", "zh"):
            deck = Presentation(reports(language)["pptx"])
            groups = [
                [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP] for slide in deck.slides
            ]
            self.assertEqual([len(found) for found in groups], [0, 0, 1, 1, 1, 1, 1, 0])
            for (group,) in (found for found in groups if found):
                inside = list(shapes(group.shapes))
                self.assertGreater(len(inside), 20)
                self.assertTrue(any(shape.has_text_frame and shape.text_frame.text for shape in inside))
                self.assertTrue(group._element.nvGrpSpPr.cNvPr.get("descr"), "charts have a description")
                for shape in inside:
                    self.assertGreaterEqual(shape.left, 0)
                    self.assertLessEqual(shape.left + shape.width, deck.slide_width)
                    self.assertLessEqual(shape.top + shape.height, deck.slide_height)
            self.assertFalse(any(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for s in deck.slides for shape in shapes(s.shapes)))

    def test_numbers_of_shapes_are_unique(self):
        for slide in Presentation(reports("en")["pptx"]).slides:
            ids = [shape.shape_id for shape in shapes(slide.shapes)]
            self.assertEqual(len(ids), len(set(ids)))

    def test_notes_are_there(self):
        for language in ("en", "zh"):
            for slide in Presentation(reports(language)["pptx"]).slides:
                self.assertIn("2026-11-28", slide.notes_slide.notes_text_frame.text)

    def test_chinese_has_its_font_and_language(self):
        deck = Presentation(reports("zh")["pptx"])
        part = next(r.target_part for r in deck.slide_master.part.rels.values() if r.reltype.endswith("/theme"))
        self.assertIn('<a:ea typeface="Microsoft YaHei"/>', part.blob.decode())
        runs = [
            run
            for slide in deck.slides
            for shape in shapes(slide.shapes)
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
        ]
        self.assertGreater(len(runs), 100)
        self.assertTrue(all(run._r.rPr.get("lang") == "zh-CN" for run in runs))
        self.assertTrue(any("\u4e00" <= character <= "\u9fff" for run in runs for character in run.text))
