#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""hostile.py: what a story calls its things is shown and spoken as it is written: it is never markup."""

import json
import pathlib
import tempfile

import jol_e2e
import tap

# Were it read as markup, the first would be bold, the second would not parse, and GTK would warn.
NAME = "<b>Bold</b> & <span size='99999'>"


def hostile(node, is_read=False):
    """The story with every text a person reads made hostile, in each of its languages."""
    if isinstance(node, list):
        return [hostile(part) for part in node]
    if isinstance(node, dict):
        return {name: hostile(value, is_read or name in READ) for name, value in node.items()}
    return NAME + node if is_read and isinstance(node, str) else node


READ = {"name", "title", "heading", "byline", "publisher", "note", "statement"}


@tap.test
def names_are_never_markup():
    text = (jol_e2e.SOURCE / "tests/story/good/small.jol.json").read_text(encoding="utf-8")
    story = hostile(json.loads(text))
    with tempfile.TemporaryDirectory(prefix="jol-e2e-") as folder:
        path = pathlib.Path(folder, "hostile.jol.json")
        path.write_text(json.dumps(story), encoding="utf-8")
        # It also fails if the program complains.
        with jol_e2e.Jol(str(path)) as jol:
            jol.wait_for("label", NAME + "T")
            jol.set("win.select", "r")
            card = jol.part("Card")
            jol.wait_until(
                lambda: NAME + "R" in jol.texts(card), "the card has its name as written"
            )
            assert not [text for text in jol.texts(jol.root) if text.startswith("Bold")]
            jol.run("win.search", "bold")
            jol.settle()
            jol.run("win.search", "")
            jol.run("win.export", f"{folder}/out.svg")
            picture = pathlib.Path(folder, "out.svg")
            jol.wait_until(picture.exists, "the picture is written", 30)
            assert "<b>" not in picture.read_text(encoding="utf-8")


tap.main()
