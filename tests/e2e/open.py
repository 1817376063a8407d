#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""open.py: a good story replaces the one that is open; a broken one is explained, and replaces nothing."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import jol_e2e
import tap
from gi.repository import Atspi

STORIES = jol_e2e.SOURCE / "tests/story"
OURS = re.compile(r"^Own paths")

folder = tempfile.TemporaryDirectory(prefix="jol-e2e-")
jol = jol_e2e.Jol()


def copy(name, as_name=None):
    path = pathlib.Path(folder.name, as_name or pathlib.Path(name).name)
    shutil.copy(STORIES / name, path)
    return path


def read_problems():
    """The dialog's list, line by line."""
    node = jol.wait_for("text", "Problems")
    count = Atspi.Text.get_character_count(node)
    return Atspi.Text.get_text(node, 0, count).splitlines()


def close_dialog():
    # GTK 4.8 names it "_Close Close", after its mnemonic and its label.
    button = jol.wait_for("push button", re.compile("Close$"), jol.wait_for("dialog"))
    jol.click(*jol_e2e.middle_of(button))
    jol.wait_gone("text", "Problems")


def check_broken(name):
    path = copy(f"bad/{name}.json")
    problems = (STORIES / f"bad/{name}.problems").read_text(encoding="utf-8").splitlines()
    jol.start_from(select="cpc", date="2009-12")
    jol.run("app.open", str(path))
    # A path in a message is the one that was given; the problems beside the story have its name.
    wanted = [line.replace(path.name, str(path), 1) for line in problems]
    assert read_problems() == wanted, (read_problems(), wanted)
    texts = jol.texts(jol.root)
    assert any(path.name in text and "stays open" in text for text in texts), texts
    close_dialog()
    assert jol.find("label", OURS), "the story that was open is still there"
    assert jol.state("win.select") == "cpc" and jol.state("win.date") == "2009-12"


for broken in ("dangling", "dates", "truncated", "numbers", "not-utf8", "empty"):
    tap.add(f"all that is wrong with {broken} is said", check_broken, broken)


@tap.test
def a_missing_file_is_said_to_be_missing():
    jol.start_from()
    path = pathlib.Path(folder.name, "nowhere.jol.json")
    jol.run("app.open", str(path))
    problems = read_problems()
    assert len(problems) == 1 and str(path) in problems[0], problems
    assert re.search(r"no such file", problems[0], re.IGNORECASE), problems
    close_dialog()
    assert jol.find("label", OURS)


@tap.test
def a_folder_is_no_story():
    jol.start_from()
    jol.run("app.open", folder.name)
    assert len(read_problems()) == 1, read_problems()
    close_dialog()


@tap.test
def a_good_story_takes_the_place_of_the_old():
    jol.start_from(select="cpc", span="2005..2010")
    jol.run("app.open", str(copy("good/small.jol.json")))
    jol.wait_for("label", "T")
    jol.wait_gone("label", OURS)
    assert jol.state("win.select") == "" and jol.state("win.span") == ""
    jol.set("win.select", "r")
    assert "R" in jol.texts(jol.part("Card"))
    # What was seen in the other story is no longer a way back.
    jol.run("win.select", "cpc")
    jol.settle()
    assert jol.state("win.select") == "r"


@tap.test
def a_story_with_nothing_in_it_opens():
    jol.run("app.open", str(copy("good/nothing.jol.json")))
    jol.wait_for("label", "No events to show")
    jol.wait_for("label", "No article")
    assert not jol.find("push button", "Show all events"), "there are none to show"
    for action in ("win.fit", "win.back", "win.next-event", "win.clear", "win.toggle-play"):
        jol.run(action)
    jol.set("win.play", False)
    jol.settle()


@tap.test
def a_file_that_is_named_oddly_opens():
    path = copy("good/small.jol.json", "Ак жол № 1 #%41 <b>.jol.json")
    jol.run("app.open", path.as_uri())
    jol.wait_for("label", "T")


@tap.test
def the_story_inside_can_be_had_again():
    jol.run("win.open-bundled")
    jol.wait_for("label", OURS)
    jol.wait_state("win.date", jol.opening[1])


@tap.test
def a_second_start_goes_to_the_first():
    path = copy("good/small.jol.json")
    done = subprocess.run(
        [os.environ["JOL_BINARY"], path.name],
        cwd=folder.name,  # a name is looked for where it was given
        env=jol.environment,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0
    jol.wait_for("label", "T")
    assert len(jol.find_windows()) == 1, "one window"
    jol.run("win.open-bundled")
    jol.wait_for("label", OURS)


@tap.test
def a_second_start_with_a_link_goes_there():
    jol.start_from()
    subprocess.run(
        [os.environ["JOL_BINARY"], "jol:own-paths?select=btc&date=2009"],
        env=jol.environment,
        timeout=30,
        check=True,
    )
    jol.wait_state("win.select", "btc")
    jol.wait_state("win.date", "2009")


try:
    jol_e2e.main(jol)
finally:
    folder.cleanup()
