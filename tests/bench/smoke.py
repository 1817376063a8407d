#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""smoke.py BUILD: every part of the bench runs, and what it measured can be read, by people and by
programs. How long anything took is no matter here."""

import contextlib
import functools
import io
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import measure  # noqa: E402
import tap  # noqa: E402

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
    "large story, zoom, 95 %, cairo",
    "large story, play, 95 %, cairo",
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


CURVES = [
    "load",
    "first frame, cairo",
    "whole picture, cairo",
    "memory, cairo",
    "pan, 95 %, cairo",
    "zoom, 95 %, cairo",
    "play, 95 %, cairo",
    "date, median, cairo",
    "span, median, cairo",
    "search, index",
    "search, letter, 95 %",
]


@functools.cache
def run_bench():
    command = [sys.executable, "-B", HERE / "bench.py", sys.argv[1]]
    command += ["--tiny", "--renderer=cairo", "--json"]
    # Warnings may be fatal in the program, but are not in what only asks it.
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    tap.comment(done.stdout)
    return json.loads(done.stdout)


@tap.test
def every_part_has_its_rows():
    rows = run_bench()["budgets"]
    names = [re.sub(r"in [\d.]+ min", "in 0.0 min", row["what"]) for row in rows]
    assert names == ROWS, names
    for row in rows:
        # A clock may give nothing for what takes less than it can tell.
        assert row["ours"] >= 0 and row["ratio"] >= 0, row
        assert row["met"] == (row["ratio"] <= row["budget"]), row


@tap.test
def every_curve_has_three_sizes():
    curves = run_bench()["growth"]
    assert [curve["what"] for curve in curves] == CURVES, curves
    for curve in curves:
        assert len(curve["at"]) == 3 and min(curve["at"]) >= 0, curve


@tap.test
def the_table_says_the_same():
    results = measure.Results(by_cpu=True)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        results.rows = run_bench()["budgets"]
        results.curves = run_bench()["growth"]
        results.print_table()
        results.print_curves()
    lines = out.getvalue().splitlines()
    table, curves = lines[1 : len(ROWS) + 1], lines[-len(CURVES) :]
    for row, line in zip(results.rows, table, strict=True):
        verdict = "ok" if row["met"] else "over"
        assert line.startswith(row["what"]) and f"{row['ratio']:.2f}" in line, line
        assert re.search(rf" {verdict}\b", line), line
    for curve, line in zip(results.curves, curves, strict=True):
        assert line.startswith(curve["what"]) and line.endswith(f"{curve['growth']:.1f}"), line


@tap.test
def a_busy_machine_is_judged_by_its_processor():
    row = {"ratio": 2.5, "cpu": 1.5, "budget": 2.0}
    assert not measure.Results().judge(row)
    assert measure.Results(by_cpu=True).judge(row)
    assert not measure.Results(by_cpu=True).judge(row | {"cpu": None})


if __name__ == "__main__":
    os.environ.pop("LP_NUM_THREADS", None)
    tap.main()
