# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests written in Python share: each check is a line of TAP, and so counted.

    import tap

    @tap.test
    def the_icon_is_there(): assert …

    tap.main()

A test that ends is passed; one that raises failed, and its trace is printed as a comment. A test
that raises tap.Skip is skipped, with the reason.
"""

import sys
import traceback

_tests = []


class Skip(Exception):
    """Raised with the reason."""


def test(function):
    """Decorator: the function is a test, its name with spaces the test's."""
    _tests.append((function.__name__.replace("_", " "), function))
    return function


def add(name, function, *args):
    """Adds a test made from data."""
    _tests.append((name, lambda: function(*args)))


def comment(text):
    for line in str(text).splitlines():
        print(f"# {line}", flush=True)


def main():
    print(f"1..{len(_tests)}", flush=True)
    failed = 0
    for number, (name, function) in enumerate(_tests, 1):
        # A "#" in a description would begin a directive.
        name = name.replace("#", "number ")
        try:
            function()
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}", flush=True)
        except Exception:  # whatever goes wrong in a test is that test's failure
            failed += 1
            comment(traceback.format_exc())
            print(f"not ok {number} - {name}", flush=True)
        else:
            print(f"ok {number} - {name}", flush=True)
    sys.exit(1 if failed else 0)
