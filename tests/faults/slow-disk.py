#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""slow-disk.py: a story on a disk that does not answer: it is said what is waited for, and one need not."""

import os
import pathlib
import re
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import jol_e2e
import tap

folder = tempfile.TemporaryDirectory(prefix="jol-disk-")
path = pathlib.Path(folder.name, "far <away>.jol.json")
shutil.copy(jol_e2e.SOURCE / "tests/story/good/small.jol.json", path)
jol = jol_e2e.Jol(
    environment={"LD_PRELOAD": os.environ["JOL_BAD_DISK_SO"], "JOL_BAD_DISK": "hangs"}
)


@tap.test
def waiting_is_told_and_can_be_ended():
    jol.start_from(select="cpc")
    for _ in range(2):
        jol.run("app.open", str(path))
        jol.wait_for("label", "Opening far <away>.jol.json…")
        button = jol.wait_for("push button", re.compile("Cancel$"))
        jol.click(*jol_e2e.middle_of(button))
        jol.wait_gone("label", "Opening far <away>.jol.json…")
        jol.settle()
    assert jol.state("win.select") == "cpc"


@tap.test
def another_story_ends_the_wait():
    jol.run("app.open", str(path))
    jol.wait_for("label", "Opening far <away>.jol.json…")
    jol.run("win.open-bundled")
    jol.wait_gone("label", "Opening far <away>.jol.json…")
    jol.wait_state("win.select", "")


try:
    jol_e2e.main(jol)
finally:
    folder.cleanup()
