#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every count that the article on the summit calendar states is what the events give.

    summit-counts.py SOURCE_ROOT

Prints TAP. Tables are compared row by row, links taken off; a count in a sentence stands in one
of the phrases that data/tools/summit-counts.py makes.
"""

import importlib.util
import json
import pathlib
import re
import sys

LINK = re.compile(r"\[([^\[\]]*)\]\([^)\s]*\)")
TABLE = re.compile(r"```table\n(.*?)```", re.DOTALL)


def main():
    root = pathlib.Path(sys.argv[1])
    spec = importlib.util.spec_from_file_location("counts", root / "data/tools/summit-counts.py")
    counts = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(counts)
    calendar = counts.Calendar(root / "data/story")
    part = json.loads((root / "data/story/article-summit-calendar.json").read_text("utf-8"))
    text = LINK.sub(r"\1", "\n".join(s["body"] for s in part["articles"][0]["sections"]))
    written = {}
    for block in TABLE.findall(text):
        rows = [[cell.strip() for cell in line.split("|")] for line in block.strip().split("\n")]
        written[rows[0][0]] = rows
    wanted = calendar.tables()
    checks = [("the tables are those that are counted", list(wanted), list(written))]
    for name, rows in wanted.items():
        for row, found in zip(rows, written.get(name, []) + [None] * len(rows)):
            checks.append((f"{name}: {row[0]}", row, found))
        checks.append((f"{name}: no other row", len(rows), len(written.get(name, []))))
    flat = " ".join(TABLE.sub("", text).split())
    checks += [(f"says {p}", True, p in flat) for p in calendar.phrases()]
    # A count in digits that no phrase accounts for would go unchecked.
    rest = flat
    for phrase in calendar.phrases():
        rest = rest.replace(phrase, "")
    rest = re.sub(
        r"\b(\d{1,2} )?(January|February|March|April|May|June|July|August|September"
        r"|October|November|December)( \d{4})?|\b(19|20)\d\d\b",
        "",
        rest,
    )
    checks.append(("no count stands outside", [], re.findall(r"\d+", rest)))
    print(f"1..{len(checks)}")
    failed = 0
    for number, (what, want, found) in enumerate(checks, 1):
        good = want == found
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} - {what}")
        if not good:
            print(f"# counted {want}, the article has {found}")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
