#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""smoke.py BUILD: every part of the bench runs and prints rows that a program can read. How long
anything took is no matter here."""

import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402

ROW = re.compile(
    r"^(?P<what>\S.*?\S) {2,}(?P<ours>[\d.]+) ?\S* +(?:(?P<floor>[\d.]+) ?\S*|-) +"
    r"(?P<ratio>[\d.]+) +(?P<budget>[\d.]+) +(?P<verdict>ok|over)\b"
)
ROWS = [
    "start, cairo",
    "memory at start, cairo",
    "memory in 0.0 min, cairo",
    "pan fit, cairo, median",
    "pan fit, cairo, 95 %",
    "play, cairo, median",
    "play, cairo, 95 %",
    "click, frames, cairo",
    "click, work, cairo",
    "export 192×108",
    "export 3840×2160, memory",
    "large story, open",
    "large story, pan, 95 %, cairo",
    "large story, date, cairo",
    "events, span, median, cairo",
    "events, span, 95 %, cairo",
    "events, span shown, median, cairo",
    "events, span shown, 95 %, cairo",
    "events, map shown, median, cairo",
    "events, map shown, 95 %, cairo",
    "events, open list, cairo",
    "events, scroll, median, cairo",
    "events, scroll, 95 %, cairo",
    "events, date, cairo",
    "search, index",
    "search, letter, 95 %",
    "large search, index",
    "large search, letter, 95 %",
]


def run_bench():
    command = [sys.executable, "-B", HERE / "bench.py", sys.argv[1], "--tiny", "--renderer=cairo"]
    # Warnings may be fatal in the program, but are not in what only asks it.
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    tap.comment(done.stdout)
    return {match["what"]: match for line in done.stdout.splitlines() if (match := ROW.match(line))}


@tap.test
def every_part_has_its_rows():
    rows = run_bench()
    names = [re.sub(r"in [\d.]+ min", "in 0.0 min", name) for name in rows]
    assert names == ROWS, names
    for match in rows.values():
        # What takes less than half of the last digit is printed as nothing.
        assert float(match["ours"]) >= 0, match[0]
        judged = "ok" if float(match["ratio"]) <= float(match["budget"]) + 0.005 else "over"
        assert match["verdict"] == judged, match[0]


if __name__ == "__main__":
    os.environ.pop("LP_NUM_THREADS", None)
    tap.main()
