"""Slides and workbooks in LibreOffice, looked at through poppler."""

import re
import shutil
import subprocess
import unittest

from support import OFFICE, ROOT, page, reports


def pdf(path, name):
    """A document as PDF."""
    out = ROOT / "office" / name
    out.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation=file://{ROOT}/office-profile"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return out / (path.stem + ".pdf")


def told(*command):
    """What a program of poppler prints."""
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


@unittest.skipIf(OFFICE is None, "LibreOffice is not there")
@unittest.skipIf(shutil.which("pdftotext") is None, "poppler is not there")
class Office(unittest.TestCase):
    def test_every_slide_is_a_page_that_says_its_heading(self):
        for language in ("en", "zh"):
            files = reports(language)
            document = pdf(files["pptx"], language)
            self.assertIn("Pages:           8", told("pdfinfo", document))
            # Programs put spaces between Latin and Chinese and break lines where they like.
            squeeze = lambda text: re.sub(r"\s", "", text)
            for place, heading in enumerate(page(files["html"]).headings[:8], 1):
                text = told("pdftotext", "-f", place, "-l", place, document, "-")
                self.assertIn(squeeze(heading), squeeze(text))

    def test_no_glyph_is_missing(self):
        for language in ("en", "zh"):
            document = pdf(reports(language)["pptx"], language)
            fonts = told("pdffonts", document).splitlines()[2:]
            self.assertTrue(fonts)
            # A text that a font has no glyph for comes back as a replacement character or a private one.
            text = told("pdftotext", document, "-")
            self.assertIsNone(re.search("[\ufffd\ue000-\uf8ff]", text))
            if language == "zh":
                self.assertTrue(any("CJK" in font or "Hei" in font or "Song" in font for font in fonts), fonts)

    def test_slides_are_not_blank(self):
        document = pdf(reports("zh")["pptx"], "zh")
        pictures = ROOT / "office" / "slide"
        subprocess.run(["pdftoppm", "-r", "24", "-gray", str(document), str(pictures)], check=True)
        found = sorted((ROOT / "office").glob("slide-*.pgm"))
        self.assertEqual(len(found), 8)
        for path in found:
            pixels = path.read_bytes().split(b"255\n", 1)[1]
            dark = sum(pixel < 200 for pixel in pixels)
            self.assertGreater(dark / len(pixels), 0.002, path.name)

    def test_the_workbook_opens(self):
        self.assertIn("Pages:", told("pdfinfo", pdf(reports("zh")["xlsx"], "zh")))
