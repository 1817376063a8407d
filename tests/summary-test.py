#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary-test.py: that no fault of a run is summed up as success."""

import json
import pathlib
import subprocess
import sys
import tempfile

import tap

SUMMARY = pathlib.Path(__file__).resolve().parent / "summary.py"


def sum_up(tests, status=0):
    """The last line and the exit status for a log of (result, stdout) pairs; None for no log."""
    with tempfile.TemporaryDirectory(prefix="jol-summary-") as folder:
        if tests is not None:
            lines = [
                json.dumps({"name": "t", "result": result, "stdout": out}) for result, out in tests
            ]
            pathlib.Path(folder, "testlog.json").write_text("\n".join(lines), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, SUMMARY, str(status), folder],
            capture_output=True,
            text=True,
            check=False,
        )
    return done.stdout.splitlines()[-1], done.returncode


CASES = {
    "results are counted, not programs": (
        [("OK", "1..2\nok 1 a\nok 2 b\n")],
        0,
        "2 passed, 0 failed",
        0,
    ),
    "a test without TAP counts once": (
        [("OK", "hello"), ("SKIP", "")],
        0,
        "1 passed, 0 failed, 1 skipped",
        0,
    ),
    "a skipped result": (
        [("OK", "ok 1 a # SKIP no screen\nok 2 b\n")],
        0,
        "1 passed, 0 failed, 1 skipped",
        0,
    ),
    "a failed result": ([("FAIL", "ok 1 a\nnot ok 2 - b\n")], 1, "1 passed, 1 failed", 1),
    "a crash after good results": ([("ERROR", "1..3\nok 1 a\n")], 1, "1 passed, 1 failed", 1),
    "a test that hung": ([("TIMEOUT", "")], 1, "0 passed, 1 failed", 1),
    "results inside results": (
        [("OK", "    ok 1 a\n    ok 2 b\nok 1 both\nok 2 c\n")],
        0,
        "3 passed, 0 failed",
        0,
    ),
    "no log at all": (None, 1, "0 passed, 1 failed", 1),
    "nothing ran": ([], 0, "0 passed, 0 failed", 1),
    "all was skipped": ([("SKIP", "")], 0, "0 passed, 0 failed, 1 skipped", 1),
    "meson failed though every test passed": ([("OK", "ok 1 a\n")], 2, "1 passed, 1 failed", 1),
}


def check(tests, status, line, ended):
    assert sum_up(tests, status) == (line, ended), sum_up(tests, status)


for name, case in CASES.items():
    tap.add(name, check, *case)

tap.main()
