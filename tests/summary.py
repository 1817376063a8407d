#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py STATUS LOGS…: says in one line how runs of "meson test" went, and ends accordingly.

Each of LOGS is a folder meson-logs, STATUS what meson ended with, 0 when every run was good. A test that speaks TAP counts as many
times as it has results; any other counts once. A test that crashed, hung or ended wrongly after
good results adds a failure, so that no fault is ever summed up as "0 failed".
"""

import json
import pathlib
import re
import sys

RESULT = re.compile(
    r"^(\s*)(not )?ok\b(?:\s+\d+)?\s*-?\s*([^#]*)(?:#\s*(SKIP|TODO)\b)?", re.IGNORECASE
)
BAD = {"FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS"}


def count_tap(text):
    """Counts the results in TAP as (passed, names of failed, skipped).

    A line that sums up indented ones is no result.
    """
    passed, failed, skipped = 0, [], 0
    deepest = 0
    for line in text.splitlines():
        match = RESULT.match(line)
        if not match:
            continue
        indent, negated, name, directive = match.groups()
        sums_up = len(indent) < deepest
        deepest = len(indent)
        if sums_up:
            continue
        directive = (directive or "").upper()
        if directive == "SKIP":
            skipped += 1
        elif negated and directive != "TODO":
            failed.append(name.strip())
        else:
            passed += 1
    return passed, failed, skipped


def count_test(test):
    """Counts one test of meson's log in the same way."""
    result = test["result"]
    passed, failed, skipped = count_tap(test.get("stdout") or "")
    if not passed and not failed and not skipped:
        passed = int(result in ("OK", "EXPECTEDFAIL"))
        skipped = int(result == "SKIP")
    if result in BAD and not failed:
        failed = [result.lower()]
    return passed, failed, skipped


def read_log(folder):
    """The tests of the newest log, or none."""
    logs = sorted(folder.glob("testlog*.json"), key=lambda path: path.stat().st_mtime)
    if not logs:
        return []
    return [
        json.loads(line)
        for line in logs[-1].read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def main():
    status, folders = int(sys.argv[1]), [pathlib.Path(name) for name in sys.argv[2:]]
    passed = failed = skipped = 0
    for test in (test for folder in folders for test in read_log(folder)):
        good, bad, left_out = count_test(test)
        passed += good
        failed += len(bad)
        skipped += left_out
        for name in bad:
            print(f"failed: {test['name']}: {name}")

    if status and not failed:
        # meson itself failed: it could not rebuild, or knows no test of that name.
        print(f"failed: meson ended with {status}")
        failed += 1
    if not passed and not failed:
        print("no test ran")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
