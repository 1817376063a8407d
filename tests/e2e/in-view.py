#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""in-view.py: the timeline's list holds only what the map shows, while a hand moves the map."""

import json
import re

import access
import jol_e2e
import program
import tap

# Around Samarkand, near enough that neither Tashkent nor Dushanbe is on the map; and where to drag
# from and to, so that Tashkent is.
SAMARKAND = (39.6, 66.9, 8.0)
COUNT = re.compile(r"(\d+) of (\d+) (events|on the map)$")
BUTTON = "Only what the map shows"

jol = jol_e2e.Jol()


def read_count():
    """How many are said to be shown, of how many, and whether only those on the map are."""
    label = jol.wait_for("label", COUNT, jol.part("Timeline"))
    match = COUNT.match(label.get_name())
    return int(match[1]), int(match[2]), match[3] == "on the map"


def list_all(kind):
    return json.loads(jol_e2e.run_jol("list", kind, "--json"))


def count_on_map():
    """Of all events, by where the picture has their places."""
    left, top, right, bottom = jol.box_of("Map")
    at = {place["id"]: jol.on_map(*reversed(place["at"])) for place in list_all("places")}
    spots = [at[event["place"]] for event in list_all("events")]
    return sum(left <= x < right and top <= y < bottom for x, y in spots)


def button():
    return jol.wait_for("push button", BUTTON, jol.part("Timeline"))


@tap.test
def the_list_follows_the_hand():
    jol.start_from(viewport=SAMARKAND)
    jol.settle()
    assert read_count()[2] is False
    jol.click(*jol_e2e.middle_of(button()))
    jol.wait_state("win.only-in-view", True)
    assert "pressed" in access.states(button())
    near = count_on_map()
    jol.wait_until(lambda: read_count() == (near, read_count()[1], True), f"{near} near Samarkand")

    # Real pulls: Tashkent and Dushanbe come, and Bukhara goes.
    left, top, right, bottom = jol.box_of("Map")
    x, y = left + (right - left) * 0.7, top + (bottom - top) * 0.3
    for _ in range(2):
        jol.drag(x, y, x - 260, y + 130)
        jol.settle()
    moved = count_on_map()
    assert moved != near, "the places were chosen so"
    jol.wait_until(lambda: read_count()[0] == moved, f"{moved} where the map is now")
    shown, total, is_said = read_count()
    assert is_said and shown < total

    # One click, and all are back.
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Clear filter")))
    jol.wait_state("win.only-in-view", False)
    jol.wait_until(lambda: read_count() == (total, total, False), "all events are listed")
    assert "pressed" not in access.states(button())


@tap.test
def the_key_and_the_bus_say_so_too():
    jol.start_from(viewport=SAMARKAND)
    jol.key("ctrl+m")
    jol.wait_state("win.only-in-view", True)
    shown, total, _is_said = read_count()
    assert 0 < shown < total
    # Where nothing has happened the list says why, and how to get out.
    jol.set("win.viewport", (54.5, 82.5, 9.0))
    jol.wait_for("label", "No events to show")
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Show all events")))
    jol.wait_state("win.only-in-view", False)
    assert read_count()[0] == total


@tap.test
def a_click_with_Ctrl_shows_only_that_kind_even_a_hidden_one():
    jol.start_from()
    chip = jol.wait_for("push button", "Summits", jol.part("Timeline"))
    jol.click(*jol_e2e.middle_of(chip))
    jol.wait_state("win.filter", "summit")
    program.xdotool("keydown", "ctrl", "click", 1, "keyup", "ctrl")
    only = jol.wait_state("win.filter", lambda now: now != "summit")
    assert "summit" not in only.split(","), only
    assert "pipeline" in only.split(",") and "visit" in only.split(","), only
    jol.settle()
    assert jol.state("win.filter") == only


jol_e2e.main(jol)
