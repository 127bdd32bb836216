"""Makes the files of reports with the command-line program, once for each data set."""

import functools
import html.parser
import io
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

CLI = os.environ["EVENHAND_CLI"]
SHARED = os.environ.get("EVENHAND_SHARED")
OFFICE = os.environ.get("EVENHAND_OFFICE")
DATE = "2026-11-28"
FORMATS = "html,pptx,xlsx,json,sheets,sheets-html"
ROOT = pathlib.Path(tempfile.mkdtemp(prefix="evenhand-reports-"))


def cleanup():
    """Takes the files away."""
    shutil.rmtree(ROOT, ignore_errors=True)


def run(*arguments):
    """Runs the program; its exit code must be 0."""
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@functools.cache
def data(name):
    """The tables of a data set: the sample in a language, or the skating set."""
    if name == "skating":
        if SHARED is None:
            return None
        return sorted((pathlib.Path(SHARED) / "skating").glob("*.csv"))
    folder = ROOT / name
    run("simulate", "--output", folder, "--language", name)
    return sorted(folder.glob("*.csv"))


@functools.cache
def reports(name, anonymous=False, formats=FORMATS, *more):
    """The files of the stakeholders' briefing about a data set, by their format."""
    out = ROOT / "-".join([name, "coded" if anonymous else "named", str(len(formats)), *more])
    arguments = ["--date", DATE, "--format", formats, "-o", out, *more]
    if name in ("en", "zh"):
        arguments += ["--lang", name]
    if anonymous:
        arguments += ["--anonymise", "evaluators,providers"]
    run("report", *data(name), *arguments)
    named = {
        "evenhand-briefing.html": "html",
        "evenhand-briefing.pptx": "pptx",
        "evenhand-briefing.xlsx": "xlsx",
        "evenhand-report.json": "json",
        "evenhand-feedback-sheets.zip": "sheets",
        "evenhand-feedback-sheets.html": "sheets-html",
    }
    return {named[path.name]: path for path in out.iterdir()}


class Page(html.parser.HTMLParser):
    """What a strict reader sees of a page: elements that close, headings, texts, addresses."""

    VOID = {"meta", "br", "img", "input", "link", "hr"}
    # SVG elements that are written with a slash of their own.
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.problems, self.headings, self.counts = [], [], [], {}
        self.addresses, self.language, self.texts, self.ids = [], None, [], []
        self.feed(text)
        self.close()
        if self.open:
            self.problems.append(f"never closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.element(tag, attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "h2":
            self.headings.append("")

    def handle_startendtag(self, tag, attrs):
        self.element(tag, attrs)

    def element(self, tag, attrs):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        attributes = dict(attrs)
        if tag == "html":
            self.language = attributes.get("lang")
        if "id" in attributes:
            self.ids.append(attributes["id"])
        for name in ("src", "href", "data", "action"):
            if name in attributes:
                self.addresses.append(attributes[name])
        for name in attributes:
            if name.startswith("on"):
                self.problems.append(f"handler {name}")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "h2":
            self.headings[-1] += data
        if "style" not in self.open:
            self.texts.append(data)


def page(path):
    """A page by the strict reader."""
    return Page(pathlib.Path(path).read_text(encoding="utf-8"))


def contents(path):
    """Every file in a file, archives opened: names and texts."""
    raw = pathlib.Path(path).read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        return {pathlib.Path(path).name: raw.decode("utf-8")}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def report(path):
    """The report of a JSON file."""
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
