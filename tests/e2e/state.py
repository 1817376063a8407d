#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""state.py: the window opens as it was left, however it was left."""

import pathlib
import re
import shutil
import signal
import tempfile

import jol_e2e
import tap

LEFT = {
    "win.theme": "dark",
    "win.show-timeline": True,
    "win.show-reader": False,
    "win.follow-text": False,
    "win.text-size": 125,
    "win.text-width": "wide",
    "win.reader-colors": "sepia",
    "win.filter": "visit",
    "win.select": "btc",
    "win.date": "2009-12",
    "win.article": "one-to-many#one-pipe",
    "win.viewport": (41.5, 45.25, 5.5),
}


def leave(jol):
    for name, value in LEFT.items():
        jol.set(name, value)
    jol.settle()
    for name, value in LEFT.items():
        assert jol.state(name) == value, f"{name} stays as it was set"


def check_all(jol):
    for name, value in LEFT.items():
        jol.wait_state(name, value)
    assert "Baku–Tbilisi–Ceyhan oil pipeline" in jol.texts(jol.part("Card"))
    assert not jol.is_part_shown("Article")


@tap.test
def all_is_as_it_was_left():
    with jol_e2e.Jol(size=(1200, 760)) as first:
        leave(first)
    with jol_e2e.Jol(settings=False) as second:
        second.size = (1200, 760)
        check_all(second)
        width, height = jol_e2e.extents(second.wait_for("frame"))[2:]
        assert (width, height) == (1200, 760), (width, height)
        # It is the beginning of this run's history, not a step of it.
        assert not second.find_action("win.back")[2][0], "there is nowhere back to"


@tap.test
def a_closed_window_is_remembered_too():
    with jol_e2e.Jol() as first:
        leave(first)
        first.click(*jol_e2e.middle_of(first.wait_for("push button", "Close")))
        first.wait_ended()
    with jol_e2e.Jol(settings=False) as second:
        check_all(second)


@tap.test
def the_end_of_the_session_is_remembered_too():
    with jol_e2e.Jol() as first:
        leave(first)
        first.process.send_signal(signal.SIGTERM)
        first.wait_ended()
    with jol_e2e.Jol(settings=False) as second:
        check_all(second)


@tap.test
def reading_goes_on_where_it_was_left():
    def is_read_on(jol):
        return jol.find(None, re.compile(r"^About \d+ minutes left$"))

    with jol_e2e.Jol() as first:
        first.start_from(article="one-to-many#six-chairs")
        left, top, right, bottom = first.box_of("Article")
        first.wheel((left + right) // 2, (top + bottom) // 2, -12)
        first.wait_until(lambda: is_read_on(first), "it is scrolled")
        first.settle()
        seen = is_read_on(first).get_name(), first.state("win.article")
    with jol_e2e.Jol(settings=False) as second:
        second.wait_until(lambda: is_read_on(second), "it is read on")
        second.settle()
        assert (is_read_on(second).get_name(), second.state("win.article")) == seen
        # A link to a section is obeyed, wherever one was.
        second.set("win.article", "one-to-many#old-roads")
        second.set("win.article", "how-to-read#" + second_section("how-to-read"))


def second_section(article):
    return jol_e2e.show(article)["sections"][1]["id"]


@tap.test
def a_story_that_is_gone_gives_way_to_the_one_inside():
    folder = tempfile.mkdtemp(prefix="jol-e2e-")
    story = pathlib.Path(folder, "small.jol.json")
    shutil.copy(jol_e2e.SOURCE / "tests/story/good/small.jol.json", story)
    with jol_e2e.Jol(str(story)) as first:
        first.wait_for("label", "T")
        first.set("win.select", "r")
    with jol_e2e.Jol(settings=False) as second:
        second.wait_for("label", "T")
        second.wait_state("win.select", "r")
    shutil.rmtree(folder)
    with jol_e2e.Jol(settings=False) as third:
        third.wait_for("label", "Own paths: Central Asia from one partner to many")
        third.wait_state("win.select", "")


@tap.test
def settings_that_make_no_sense_do_no_harm():
    settings = {
        "date": "'2009-13'",
        "selection": "'no-such-thing'",
        "viewport": "(99.0, 999.0, 99.0)",
        "article": "'no-such-article'",
        "hidden_kinds": "['no-such-kind']",
        "chart": "'cpc'",
        "timeline_width": "4000",
        "reader_width": "4000",
    }
    with jol_e2e.Jol(settings=settings) as jol:
        assert jol.state("win.select") == ""
        assert jol.state("win.date") == "2023-05-18", jol.state("win.date")
        assert jol.state("win.article").startswith("one-to-many"), jol.state("win.article")
        assert jol.is_part_shown("Map")


tap.main()
