#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the bundled claims against what their readers are promised.

    story-claims.py SOURCE_ROOT

Prints TAP. A claim is one sentence that can be true or false, and a note of one to four that says
why the verdict is what it is; whom or what it is about, and where that was read.
"""

import json
import pathlib
import re
import sys

import tap

VERDICTS = {"supported", "partly", "contested", "wrong", "opinion"}
STATEMENT, NOTE = 160, 400  # characters, as a popover of the reader's width shows them at once
SENTENCE = re.compile(r"[.!?]”?(?= [A-Z“\d]|$)")


def holds(claim, known):
    for member in ("statement", "note", "verdict", "about", "sources"):
        assert claim.get(member), f"no {member}"
    statement, note = claim["statement"], claim["note"]
    assert claim["verdict"] in VERDICTS, claim["verdict"]
    assert len(statement) <= STATEMENT, f"{len(statement)} characters: {statement}"
    assert len(note) <= NOTE, f"{len(note)} characters: {note}"
    assert len(SENTENCE.findall(statement)) == 1, f"not one sentence: {statement}"
    assert 1 <= len(SENTENCE.findall(note)) <= 4, f"not one to four sentences: {note}"
    assert statement.endswith((".", "!", "?")) and note.endswith(".")
    for one in claim["about"]:
        assert one in known["about"] or re.fullmatch("[A-Z]{2}", one), f"about {one}"
    for one in claim["sources"]:
        assert one in known["sources"], f"source {one}"


def speak_once(claims):
    for member in ("id", "statement"):
        all_of_it = [claim[member] for claim in claims]
        assert len(set(all_of_it)) == len(all_of_it), f"a {member} stands twice"


def say_how_they_are_known(sources, commentary):
    """What the article on reading claims promises: nobody takes a source for a page that was read."""
    silent = [s["id"] for s in sources if not s.get("url") and not s.get("note")]
    assert silent == [commentary], f"neither address nor note: {silent}"


def main():
    folder = pathlib.Path(sys.argv[1]) / "data/story"
    story = {}
    for part in json.loads((folder / "own-paths.jol.json").read_text("utf-8"))["parts"]:
        for key, rows in json.loads((folder / part).read_text("utf-8")).items():
            story[key] = story.get(key, []) + rows
    known = {
        "sources": {row["id"] for row in story["sources"]},
        "about": {row["id"] for key in ("routes", "places", "events") for row in story[key]},
    }
    for claim in story["claims"]:
        tap.add(claim["id"], holds, claim, known)
    tap.add("each speaks for itself", speak_once, story["claims"])
    tap.add(
        "sources without an address", say_how_they_are_known, story["sources"], "karcic-rusi-2023"
    )
    tap.main()


if __name__ == "__main__":
    main()
