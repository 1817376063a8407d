#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pages.py JOL: what the command line exports, read by others: poppler for PDF, librsvg for SVG."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from PIL import Image, ImageChops

import tap

JOL = sys.argv.pop(1)
FOLDER = tempfile.TemporaryDirectory()


def run(*command):
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{' '.join(command)}: {done.stderr}"
    return done.stdout


def export(name, *options):
    path = os.path.join(FOLDER.name, name)
    run(JOL, "export", "-o", path, *options)
    return path


def info(path):
    lines = run("pdfinfo", path).splitlines()
    return {k.strip(): v.strip() for k, _, v in (line.partition(":") for line in lines)}


def assert_fonts(path):
    """Every font is inside the file, and so is what its glyphs mean."""
    rows = run("pdffonts", path).splitlines()
    at = rows[0].index("emb")
    assert len(rows) > 2, rows
    for row in rows[2:]:
        assert row[at : at + 3] == "yes", row


def assert_text(path, *wanted):
    text = re.sub(r"\s+", " ", run("pdftotext", path, "-"))
    for words in wanted:
        assert words in text, f"{words!r} is not in {text[:400]!r} …"


def map_pdf():
    path = export("map.pdf", "--date", "2022-07", "--select", "cpc")
    about = info(path)
    assert about["Title"].startswith("Own paths"), about
    assert "July 2022" in about["Subject"], about
    assert about["Pages"] == "1", about
    assert_fonts(path)
    assert_text(path, "Own paths: Central Asia", "Tengiz", "Summits held so far")


def timeline_pdf():
    path = export("list.pdf", "--what", "timeline", "--paper", "a4", "--landscape")
    about = info(path)
    assert int(about["Pages"]) > 3, about
    assert about["Page size"].startswith("841.89 x 595.276"), about
    assert_fonts(path)
    assert_text(path, "Alma-Ata Declaration", "16 Dec", f"Page 1 of {about['Pages']}")


def article_pdf():
    path = export("article.pdf", "--what", "article", "--select", "one-pipe-out")
    about = info(path)
    assert about["Title"] == "One pipe out", about
    assert about["Author"], about
    assert_fonts(path)
    assert_text(path, "A way out for Tengiz", "Figure 1.", "supported", "Sources 1.")
    links = run("pdfinfo", "-url", path)
    assert len(re.findall(r"https?://", links)) > 20, links
    outline = run("pdftohtml", "-xml", "-i", "-stdout", path)
    assert '<item page="1">A way out for Tengiz</item>' in outline, outline[-400:]


def figures_of_a_table():
    """Stand under each other by their decimal points, as in the reader."""
    body = "```table\nWho | Share\nOne | 2\nTwo | 124\nThree | 12.5\nFour | 37\n```\n"
    story = {
        "format": "jol-story",
        "version": 1,
        "id": "table",
        "title": "Table",
        "language": "en",
        "view": {"bounds": [46, 34, 88, 56]},
        "time": {"start": "1991", "end": "2025", "now": "2023"},
        "articles": [{"id": "a", "title": "A", "sections": [{"id": "s", "body": body}]}],
    }
    path = pathlib.Path(FOLDER.name, "table.jol.json")
    path.write_text(json.dumps(story), encoding="utf-8")
    pdf = export("table.pdf", "--what", "article", "--story", str(path))
    words = re.findall(
        r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>([^<]+)</word>', run("pdftotext", "-bbox", pdf, "-")
    )
    ends = {text: float(right) for _left, right, text in words}
    assert abs(ends["2"] - ends["124"]) < 0.5, ends
    assert abs(ends["37"] - ends["124"]) < 0.5, ends
    assert ends["12.5"] > ends["124"] + 2, ends


def poster_pdf():
    path = export("page.pdf", "--what", "page", "--paper", "a3", "--lang", "kk")
    about = info(path)
    assert about["Pages"] == "1", about
    assert about["Page size"].startswith("841.89 x 1190.55"), about
    assert_fonts(path)
    assert_text(path, "Өз жолымен", "Қазақстан")


def poster_names():
    """All five states, however little room there is, and routes."""
    path = export("names.svg", "--what", "page", "--paper", "a4")
    text = pathlib.Path(path).read_text(encoding="utf-8")
    for name in ("KAZAKHSTAN", "UZBEKISTAN", "TURKMENISTAN", "KYRGYZSTAN", "TAJIKISTAN"):
        assert name in text, name
    assert len(re.findall(r"<g role=.img. aria-label=", text)) >= 5, "routes have no names"


def card_pdf():
    path = export("card.pdf", "--what", "card", "--select", "samarkand")
    about = info(path)
    assert about["Title"] == "Samarkand", about
    assert_fonts(path)
    assert_text(path, "Samarkand", "Events")


def images():
    """Those of an article are in it; what is not there is named."""
    story = {
        "format": "jol-story",
        "version": 1,
        "id": "images",
        "title": "Images",
        "language": "en",
        "view": {"bounds": [46, 34, 88, 56]},
        "time": {"start": "1991", "end": "2025", "now": "2023"},
    }
    body = "One.\n\n![A red field](red.png)\n\nTwo.\n\n![None](no.png)"
    story["articles"] = [{"id": "a", "title": "A", "sections": [{"id": "s", "body": body}]}]
    path = pathlib.Path(FOLDER.name, "images.jol.json")
    path.write_text(json.dumps(story), encoding="utf-8")
    Image.new("RGB", (60, 40), "red").save(path.with_name("red.png"))
    pdf = export("images.pdf", "--what", "article", "--story", str(path))
    assert_text(pdf, "One.", "A red field", "no.png")
    assert len(run("pdfimages", "-list", pdf).splitlines()) == 3


def russian_pdf():
    path = export("ru.pdf", "--what", "strip", "--lang", "ru", "--size", "900x400")
    assert_fonts(path)
    assert_text(path, "Казахстан")


def same_as_png(name, *options, png_options=()):
    """The two are the same picture, but for the edges of lines and letters."""
    svg = export(name + ".svg", *options)
    png = export(name + ".png", *options, *png_options)
    drawn = os.path.join(FOLDER.name, name + "-drawn.png")
    run("rsvg-convert", svg, "-o", drawn)
    with Image.open(png) as a, Image.open(drawn) as b:
        assert a.size == b.size, (a.size, b.size)
        gray = ImageChops.difference(a.convert("RGB"), b.convert("RGB")).convert("L")
        gray = gray.resize((a.width // 8, a.height // 8), Image.Resampling.BOX)
        counts = gray.histogram()
    far = sum(counts[40:]) / sum(counts)
    assert far < 0.01, f"{far:.2%} of the picture differs"


tap.add("map as PDF", map_pdf)
tap.add("timeline as PDF", timeline_pdf)
tap.add("article as PDF", article_pdf)
tap.add("images of an article", images)
tap.add("figures of a table", figures_of_a_table)
tap.add("names on a poster", poster_names)
tap.add("poster as PDF", poster_pdf)
tap.add("card as PDF", card_pdf)
tap.add("a chart in Russian as PDF", russian_pdf)
tap.add("map as SVG", same_as_png, "map", "--size", "900x600", "--date", "2022-07")
tap.add("strip as SVG", same_as_png, "strip", "--what", "strip", "--size", "900x400")
tap.add("map and strip as SVG", same_as_png, "both", "--what", "map-strip", "--size", "900x700")
# A point is so many of a screen's px.
tap.add(
    "poster as SVG",
    lambda: same_as_png("page", "--what", "page", png_options=("--scale", "1.33333")),
)
tap.main()
