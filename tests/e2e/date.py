#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""date.py: time is moved by hand, by keys and by itself, and all that shows it moves along."""

import json
import re

import jol_e2e
import tap

jol = jol_e2e.Jol()


def is_date_near(year, most=1):
    return lambda date: abs(int(date[:4]) - year) <= most


def strip_at(year):
    """The px of the first day of a year on the chart, in the middle of its height."""
    left, top, right, bottom = jol.box_of("Time strip")
    first, last = 1991, 2026
    return round(left + (right - left) * (year - first) / (last - first)), round((top + bottom) / 2)


def spoken():
    """What the slider says; GTK 4.8 gives a value's text to the bus as a description only."""
    return jol.part("Time strip").get_description() or ""


@tap.test
def a_press_on_the_strip_moves_the_date_there():
    jol.start_from(date="1995")
    jol.settle()
    jol.click(*strip_at(2010))
    jol.wait_state("win.date", is_date_near(2010))


@tap.test
def the_playhead_can_be_dragged():
    jol.start_from(date="2010")
    jol.settle()
    x, y = strip_at(2010)
    to, _ = strip_at(2000)
    jol.drag(x, y, to, y)
    jol.wait_state("win.date", is_date_near(2000))
    # A drag that leaves the strip goes on, and does not leave the story's time.
    jol.drag(to, y, 2, y - 200)
    jol.wait_state("win.date", is_date_near(1991, 0))


@tap.test
def the_map_shows_each_route_as_it_was():
    spot = (45.7, 44.0)
    oil = jol_e2e.palette("OIL")
    for date, runs in (("1991-12", False), ("2005", True)):
        jol.start_from(date=date, viewport=(*spot, 6.0))
        picture = jol.settle()
        has_oil = jol_e2e.has_color(picture, *jol.on_route("cpc", *spot), oil, reach=3)
        assert has_oil == runs, f"CPC in {date}"


MONTHS = "January February March April May June July August September October November December"


def wait_spoken(date):
    """The slider says the date that a key led to, as people do: "5 July 2022"."""
    year, *rest = date.split("-")
    words = [rest[1].lstrip("0")] if len(rest) > 1 else []
    words += [MONTHS.split()[int(rest[0]) - 1]] if rest else []
    words = " ".join([*words, year])
    jol.wait_until(lambda: spoken().startswith(f"{words}, "), f"the slider says {words}")


def event_dates():
    return {event["date"] for event in json.loads(jol_e2e.run_jol("list", "events", "--json"))}


@tap.test
def arrow_keys_go_by_months_and_years():
    jol.start_from(date="2009-12")
    jol.settle()
    # A press on the strip gives it the keys; then to a date that is known.
    jol.click(*strip_at(2010))
    jol.wait_state("win.date", lambda date: date != "2009-12")
    jol.set("win.date", "2009-12")
    for key, date in (
        ("Right", "2010-01"),
        ("Left", "2009-12"),
        ("Left", "2009-11"),
        ("shift+Right", "2010-11"),
        ("shift+Left", "2009-11"),
    ):
        jol.key(key)
        jol.wait_state("win.date", date)
        wait_spoken(date)
    jol.key("ctrl+Right")
    wait_spoken(jol.wait_state("win.date", lambda now: now > "2009-11-01" and now in event_dates()))
    jol.key("ctrl+Left")
    wait_spoken(jol.wait_state("win.date", lambda now: now < "2009-12" and now in event_dates()))
    jol.key("Home")
    wait_spoken(jol.wait_state("win.date", lambda date: date.startswith("1991")))
    jol.key("End")
    wait_spoken(jol.wait_state("win.date", lambda date: date.startswith("2025-12")))


@tap.test
def the_slider_says_the_date_and_how_much_has_happened():
    jol.start_from(date="2009-12")
    jol.wait_until(lambda: spoken().startswith("December 2009"), "the slider says December 2009")
    done, every = map(int, re.search(r"(\d+) of (\d+) events", spoken()).groups())
    assert 0 < done < every, spoken()
    jol.start_from(date="2001")
    jol.wait_until(lambda: spoken().startswith("2001,"), "a year is said as no more than a year")
    assert int(re.search(r"(\d+) of", spoken()).group(1)) < done, spoken()


@tap.test
def the_timeline_follows_the_date():
    title = "Shanghai Cooperation Organisation founded"

    def is_in_sight():
        return title in [row for _, row in jol.event_rows()]

    jol.start_from(date="2001-06-15")
    jol.wait_until(is_in_sight, "what happened then is in sight")
    jol.start_from(date="2016")
    jol.wait_until(lambda: not is_in_sight(), "it is out of sight fifteen years later")


@tap.test
def it_plays_to_the_end_and_stops():
    jol.start_from(date="2024-06")
    jol.run("win.play", True)
    jol.wait_state("win.date", lambda date: date > "2024-07")
    jol.wait_state("win.play", False, 30)
    jol.wait_state("win.date", lambda date: date.startswith("2025-12"))


@tap.test
def Space_plays_and_stops():
    jol.start_from(date="2000")
    left, top, right, bottom = jol.box_of("Map")
    jol.click((left + right) // 2, top + 30)
    jol.run("win.select", "")
    jol.key("space")
    jol.wait_state("win.play", True)
    jol.wait_state("win.date", lambda date: date > "2001")
    jol.key("space")
    jol.wait_state("win.play", False)
    date = jol.settle() and jol.state("win.date")
    jol.settle()
    assert jol.state("win.date") == date, "it stands still"


@tap.test
def a_date_can_be_typed():
    jol.start_from(date="2000")
    jol.key("ctrl+l")
    jol.wait_for("text", "Date")
    jol.key("ctrl+a", *"2022", "minus", *"07", "Return")
    jol.wait_state("win.date", "2022-07")


@tap.test
def the_button_plays():
    jol.start_from(date="2000")
    jol.settle()
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Play")))
    jol.wait_state("win.play", True)
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Pause")))
    jol.wait_state("win.play", False)


@tap.test
def choosing_what_is_not_there_yet_moves_the_date():
    jol.start_from(date="1993", select="")
    jol.run("win.select", "btc")
    jol.wait_state("win.select", "btc")
    moved = jol.wait_state("win.date", lambda date: date != "1993")
    jol.wait_for("label", re.compile(r"^Date moved to"))
    undo = jol.wait_for("push button", re.compile("Undo"))
    assert moved > "1993", moved
    jol.click(*jol_e2e.middle_of(undo))
    jol.wait_state("win.date", "1993")


jol_e2e.main(jol)
