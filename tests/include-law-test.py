#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""include-law-test.py: that include-law.py finds what it is there for."""

import pathlib
import subprocess
import sys
import tempfile

import tap

LAW = pathlib.Path(__file__).resolve().parent / "include-law.py"


def judge(files):
    """What the law says of a tree given as {path: text}: (exit status, lines)."""
    with tempfile.TemporaryDirectory(prefix="jol-law-") as folder:
        for name, text in {"base/jol-date.h": "", **files}.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, LAW, folder], capture_output=True, text=True, check=False
        )
    return done.returncode, [line.removeprefix(f"{folder}/") for line in done.stdout.splitlines()]


@tap.test
def a_test_over_the_cap_is_refused():
    with tempfile.TemporaryDirectory(prefix="jol-law-") as folder:
        pathlib.Path(folder, "src").mkdir()
        tests = pathlib.Path(folder, "tests", "e2e")
        tests.mkdir(parents=True)
        (tests / "short.py").write_text("\n" * 600, encoding="utf-8")
        (tests / "long.py").write_text("\n" * 601, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, LAW, f"{folder}/src", f"{folder}/tests"],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1 and "long.py: 601 lines" in done.stdout, done.stdout
    assert "short.py" not in done.stdout, done.stdout


def refuses(where, text):
    files = {"session/jol-session.h": "", "map/jol-map.h": "", "map/jol-legend.h": ""}
    status, lines = judge({**files, where: text})
    assert status == 1 and len(lines) == 1 and lines[0].startswith(where), (status, lines)


@tap.test
def a_tree_along_the_arrows_passes():
    status, lines = judge(
        {
            "session/jol-session.h": '#include "jol-date.h"\n',
            "session/jol-viewport.h": "",
            "carto/jol-scene.h": '#include "jol-viewport.h"\n',
            "carto/jol-scene-builder.c": '#include "jol-session.h"\n#include <cairo.h>\n',
            "map/jol-map.c": '#include "jol-session.h"\n#include <gtk/gtk.h>\n',
        }
    )
    assert (status, lines) == (0, []), lines


BAD = {
    "a lower folder includes a higher one": ("base/jol-geo.c", '#include "jol-session.h"\n'),
    "one view includes another": ("card/jol-card.c", '#include "jol-map.h"\n'),
    "what views share includes a view": ("widget/jol-links.c", '#include "jol-map.h"\n'),
    "the core includes GTK": ("session/jol-player.c", "#include <gtk/gtk.h>\n"),
    "the core includes libadwaita": ("carto/jol-style.c", "  #  include <adwaita.h>\n"),
    "a painter includes the session": ("carto/jol-painter.c", '#include "jol-session.h"\n'),
    "an include by path": ("map/jol-map.c", '#include "map/jol-legend.h"\n'),
    "two files of one name": ("timeline/jol-map.h", ""),
    "a folder nobody knows": ("misc/jol-misc.c", ""),
    "a file over the cap": ("base/jol-unit.c", "\n" * 601),
}
for name, (where, text) in BAD.items():
    tap.add(f"refused: {name}", refuses, where, text)

tap.main()
