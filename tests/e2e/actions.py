#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""actions.py: what a script can tell the window, and read of it, on the session bus."""

import math

import jol_e2e
import program
import tap
from gi.repository import GLib

# The states of design §5: a value to set, and how it is shown then when it is not as it was given.
STATES = {
    "win.select": ["cpc", "btc", ""],
    "win.hover": ["cpc", ""],
    "win.date": ["2009", "2009-12", "2009-12-14"],
    "win.span": ["2005..2010-06", "2022-02-24..2022", ""],
    "win.article": ["one-to-many#one-pipe", "one-to-many#six-chairs"],
    "win.viewport": [(43.25, 76.9, 6.5), (46.0, 67.0, 4.25)],
    "win.filter": ["summit,pipeline", "visit", ""],
    "win.follow-text": [False, True],
    "win.theme": ["dark", "system", "light"],
    "win.show-timeline": [False, True],
    "win.show-reader": [False, True],
    "win.play": [True, False],
}
STATELESS = "win.fit win.export win.copy-image win.back win.forward app.open app.quit".split()
# What nobody can mean.
NONSENSE = {
    "win.select": ["no-such-thing", "CPC ", "../cpc", "\u202e", "x" * 10000],
    "win.hover": ["no-such-thing", "%s%n"],
    "win.date": ["2009-13", "2009-02-30", "yesterday", "", "0", "99999", "2009-12-14T00:00"],
    "win.span": ["2010", "2010..", "2010..2005", "a..b", ".."],
    "win.article": ["no-such-article", "one-to-many#no-such-section", ""],
    "win.viewport": [
        (91.0, 0.0, 5.0),
        (0.0, 181.0, 5.0),
        (0.0, 0.0, -1.0),
        (0.0, 0.0, 40.0),
        (math.nan, 0.0, 5.0),
        (0.0, math.inf, 5.0),
    ],
    "win.filter": ["no-such-kind", "summit,no-such-kind", ",,"],
    "win.theme": ["sepia", "", "Dark"],
    "win.export": ["", "/no/such/folder/picture.png", "/tmp", "picture.exe"],
    "app.open": ["jol:own-paths?select=no-such-thing", "jol:?date=2009-13"],
}

jol = jol_e2e.Jol()


def states():
    return {name: jol.state(name) for name in STATES if name != "win.hover"}


@tap.test
def every_action_of_the_interface_is_there():
    known = {"win." + name: action for name, action in jol.describe(program.WINDOW_PATH).items()}
    known |= {"app." + name: action for name, action in jol.describe(program.APP_PATH).items()}
    for name in STATES:
        assert name in known and len(known[name][2]) == 1, f"{name} has a state"
    for name in STATELESS:
        assert name in known and not known[name][2], f"{name} has no state"


def check_state(name):
    jol.start_from()
    for value in STATES[name]:
        jol.set(name, value)
    jol.start_from()


for action in STATES:
    tap.add(f"{action} shows what it was told", check_state, action)


def check_nonsense(name):
    jol.start_from(select="cpc", date="2015", span="2010..2020", filter="visit")
    before = states()
    for value in NONSENSE[name]:
        jol.run(name, value)
    jol.settle()
    assert states() == before, f"{before} became {states()}"


for action in NONSENSE:
    tap.add(f"nonsense to {action} changes nothing", check_nonsense, action)


@tap.test
def a_parameter_of_the_wrong_type_changes_nothing():
    jol.start_from(select="cpc")
    for parameter in ([], [GLib.Variant("i", 7)], [GLib.Variant("(ss)", ("a", "b"))]):
        try:
            jol.call(
                program.WINDOW_PATH,
                "org.gtk.Actions",
                "Activate",
                GLib.Variant("(sava{sv})", ("select", parameter, {})),
            )
        except GLib.Error:
            pass  # it may say so, or not
    assert jol.state("win.select") == "cpc"


@tap.test
def a_state_can_be_set_as_a_state_too():
    jol.start_from()
    change = GLib.Variant("(sva{sv})", ("date", GLib.Variant("s", "1999"), {}))
    jol.call(program.WINDOW_PATH, "org.gtk.Actions", "SetState", change)
    jol.wait_state("win.date", "1999")


@tap.test
def fit_shows_the_whole_story():
    jol.start_from(viewport=(0.0, 0.0, 8.0))
    jol.run("win.fit")
    latitude, longitude, zoom = jol.wait_state("win.viewport", lambda now: now[2] < 6)
    assert 40 < latitude < 52 and 55 < longitude < 80, (latitude, longitude, zoom)


@tap.test
def back_and_forward_walk_through_what_was_seen():
    jol.start_from()
    jol.set("win.select", "cpc")
    jol.set("win.date", "2001-11")
    jol.set("win.select", "btc")
    jol.wait_state("win.select", "btc")
    seen = states()
    jol.run("win.back")
    jol.wait_state("win.select", "cpc")
    jol.run("win.back")
    jol.wait_state("win.date", lambda date: date != "2001-11")
    assert jol.state("win.select") == "cpc"
    jol.key("alt+Right")
    jol.wait_state("win.date", "2001-11")
    jol.run("win.forward")
    jol.wait_state("win.select", "btc")
    jol.settle()
    after = states()
    assert after["win.date"] == seen["win.date"], (after, seen)
    assert jol.find_action("win.back")[2][0] and not jol.find_action("win.forward")[2][0]


@tap.test
def a_link_leads_to_what_it_names():
    jol.start_from()
    jol.run("app.open", "jol:own-paths?select=cpc&date=2009-12&view=46,51,6")
    jol.wait_state("win.select", "cpc")
    jol.wait_state("win.date", "2009-12")
    jol.wait_state("win.viewport", (46.0, 51.0, 6.0))


@tap.test
def a_drag_of_states_ends_at_the_last():
    jol.start_from()
    for year in range(1992, 2025):
        jol.run("win.date", str(year))
    jol.wait_state("win.date", "2024")


jol_e2e.main(jol)
