# SPDX-License-Identifier: GPL-3.0-or-later
"""Claims: verdicts and what they are about from the facts, in words that are the story's own."""

import json
import pathlib
import re
from collections import Counter

from .facts import clean

WORDS = pathlib.Path(__file__).with_name("claims-words.json")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def convert(raw):
    rows = raw.load("claims.json")
    words = json.loads(WORDS.read_text(encoding="utf-8"))
    check(rows, words)
    raw.remark("claims: seed_paragraph (which paragraph of the commentary) is not carried over")
    for claim in rows:
        compare(raw, claim, words[claim["id"]])
    return [
        clean(
            {
                "id": claim["id"],
                "statement": words[claim["id"]]["statement"],
                "verdict": claim["verdict"],
                "date": claim["date"],
                "note": words[claim["id"]]["note"],
                "about": claim["about"],
                "sources": raw.sources(claim["sources"]),
            }
        )
        for claim in rows
    ]


def check(rows, words):
    """Each claim has words, words have a claim, and none are those of the facts."""
    ids = {claim["id"] for claim in rows}
    wrong = [f"no claim for the words of {key}" for key in words.keys() - ids]
    for claim in rows:
        for part in ("statement", "note"):
            said = words.get(claim["id"], {}).get(part)
            if not said:
                wrong.append(f"{claim['id']}: no {part} in {WORDS.name}")
            elif plain(said) == plain(claim[part]):
                wrong.append(f"{claim['id']}: the {part} is that of the facts")
    if wrong:
        raise SystemExit("\n".join(sorted(wrong)))


def compare(raw, claim, words):
    """Figures that the facts have and the words lack, or the other way: each is looked at."""
    there, here = (
        Counter(NUMBER.findall(f"{text['statement']} {text['note']}")) for text in (claim, words)
    )
    for number, sign in [(n, "without") for n in there - here] + [
        (n, "with") for n in here - there
    ]:
        raw.remark(f"{claim['id']}: its words are {sign} the figure {number}")


def plain(text):
    return re.sub(r"\W+", " ", text).lower()
