#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""strip.py: the time strip is used by pointer and keys: its span, its zoom, what it says."""

import re

import jol_e2e
import program
import tap

jol = jol_e2e.Jol()

FIRST, LAST = 1991, 2026
SIDE_PX = 10  # free beside the chart
AXIS_PX = 16  # under the rail of the span
RAIL_PX = 9


def chart():
    left, top, right, bottom = jol.box_of("Time strip")
    return left + SIDE_PX, top, right - SIDE_PX, bottom


def at(year):
    """The px at which a year (with fractions) begins, with all of the time in view."""
    left, _, right, _ = chart()
    return round(left + (right - left) * (year - FIRST) / (LAST - FIRST))


def rail():
    return round(chart()[3] - AXIS_PX - RAIL_PX / 2)


def axis():
    return chart()[3] - AXIS_PX // 2


def plot():
    return chart()[1] + 50


def ends():
    span = jol.state("win.span")
    return [int(date[:4]) + (int(date[5:7]) - 1) / 12 for date in span.split("..")] if span else []


def are_near(*years):
    return lambda _: len(ends()) == 2 and all(abs(a - b) < 0.5 for a, b in zip(ends(), years))


def count():
    """How many events the list says it shows."""
    label = jol.wait_for("label", re.compile(r"^\d+ of \d+ events$"), jol.part("Timeline"))
    return int(label.get_name().split()[0])


def spoken(name):
    return jol.wait_for("slider", name).get_description() or ""


def focused():
    """The name of the slider that has the keys, or None."""
    for name in ("Time strip", "Start of the span", "End of the span", "Span"):
        node = jol.find("slider", name)
        if node and node.get_state_set().contains(jol_e2e.Atspi.StateType.FOCUSED):
            return name
    return None


def make_span(first, last):
    jol.drag(at(first), rail(), at(last), rail())
    jol.wait_state("win.span", are_near(first, last))


@tap.test
def a_drag_on_the_rail_makes_a_span():
    jol.start_from(date="2001-06")
    jol.settle()
    make_span(2005.5, 2012)
    assert jol.state("win.date") == "2001-06", "the date stays"


@tap.test
def the_span_narrows_the_list():
    jol.start_from(date="2001-06")
    jol.settle()
    every = count()
    make_span(2005.5, 2012)
    jol.wait_until(lambda: 0 < count() < every, "the list is narrowed")
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", re.compile("^Remove the span"))))
    jol.wait_state("win.span", "")
    jol.wait_until(lambda: count() == every, "all are listed again")


@tap.test
def both_ends_can_be_dragged():
    jol.start_from(span="2005-07..2011-12")
    jol.settle()
    jol.drag(at(2012), rail(), at(2018), rail())
    jol.wait_state("win.span", are_near(2005.5, 2018))
    jol.drag(at(2005.5), rail(), at(2000), rail())
    jol.wait_state("win.span", are_near(2000, 2018))
    # Nor does one pass the other.
    jol.drag(at(2018), rail(), at(1995), rail())
    jol.wait_state("win.span", are_near(2000, 2000))


@tap.test
def all_of_it_can_be_dragged():
    jol.start_from(span="2005-01..2008-12")
    jol.settle()
    jol.drag(at(2007), rail(), at(2012), rail())
    jol.wait_state("win.span", are_near(2010, 2014))
    # It keeps its length, and stays in the story's time.
    jol.drag(at(2012), rail(), at(2012) + 2000, rail())
    jol.wait_state("win.span", "2022-01..2025-12")


@tap.test
def a_double_click_removes_it():
    jol.start_from(span="2005-01..2008-12")
    jol.settle()
    program.xdotool("mousemove", at(2007), rail(), "click", "--repeat", 2, "--delay", 60, 1)
    jol.wait_state("win.span", "")


@tap.test
def shift_makes_a_span_anywhere():
    jol.start_from(date="2001-06")
    jol.settle()
    program.xdotool("keydown", "shift")
    try:
        jol.drag(at(1995), plot(), at(1999), plot())
    finally:
        program.xdotool("keyup", "shift")
    jol.wait_state("win.span", are_near(1995, 1999))
    assert jol.state("win.date") == "2001-06", "the date stays"


@tap.test
def the_ends_are_sliders():
    jol.start_from(span="2005-01..2008-12")
    jol.settle()
    jol.wait_until(
        lambda: spoken("Start of the span").startswith("January 2005, "), "the start is spoken"
    )
    # A press on an end gives it the keys.
    jol.click(at(2009), rail())
    jol.wait_until(lambda: focused() == "End of the span", "the end has the keys")
    jol.key("Left")
    jol.wait_state("win.span", "2005-01..2008-11")
    jol.key("shift+Right")
    jol.wait_state("win.span", "2005-01..2009-11")
    jol.wait_until(
        lambda: spoken("End of the span").startswith("November 2009, "), "the end is spoken"
    )
    jol.wait_until(
        lambda: spoken("Span").startswith("January 2005 – November 2009, "), "the span is spoken"
    )
    jol.key("Delete")
    jol.wait_state("win.span", "")
    jol.wait_until(lambda: focused() == "Time strip", "the keys are the strip's again")


@tap.test
def Tab_goes_from_the_strip_to_its_span():
    jol.start_from(span="2005-01..2008-12")
    jol.settle()
    jol.click(at(2015), plot())
    jol.wait_until(lambda: focused() == "Time strip", "the strip has the keys")
    for name in ("Start of the span", "End of the span", "Span"):
        jol.key("Tab")
        jol.wait_until(lambda name=name: focused() == name, f"Tab goes to the {name}")


@tap.test
def keys_make_a_span():
    jol.start_from(date="2005-03")
    jol.settle()
    jol.key("ctrl+bracketleft")
    jol.wait_state("win.span", lambda span: span.startswith("2005-03..2025"))
    jol.set("win.date", "2009-04")
    jol.key("ctrl+bracketright")
    jol.wait_state("win.span", "2005-03..2009-04")


@tap.test
def the_wheel_zooms_about_the_pointer():
    jol.start_from(date="2010")
    jol.settle()
    x = at(2008.5)
    program.xdotool("mousemove", x, plot(), "click", "--repeat", 40, "--delay", 5, 4)
    jol.wait_for("push button", "Whole time")
    jol.settle()
    # A year is as wide as the chart now, and what was under the pointer still is: a press there
    # means a day.
    jol.click(x, plot())
    date = jol.wait_state("win.date", lambda date: date.startswith("2008"))
    assert len(date) == len("2008-06-30"), date
    jol.drag(x, axis(), x + 150, axis())
    jol.settle()
    jol.click(x, plot())
    jol.wait_state("win.date", lambda now: now < date)
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Whole time")))
    jol.wait_gone("push button", "Whole time")
    jol.click(at(1995.5), plot())
    jol.wait_state("win.date", lambda now: now.startswith("1995"))


@tap.test
def keys_zoom_and_the_date_stays_in_view():
    jol.start_from(date="2010-06")
    jol.settle()
    jol.key("alt+plus", "alt+plus", "alt+plus")
    jol.wait_for("push button", "Whole time")
    jol.set("win.date", "1993-03")
    jol.settle()
    # It is at a seventh of the chart, where a press finds it.
    left, _, right, _ = chart()
    jol.click(left + round((right - left) * 0.15), plot())
    jol.wait_state("win.date", lambda date: date.startswith(("1992", "1993")))
    jol.key("alt+0")
    jol.wait_gone("push button", "Whole time")


@tap.test
def only_what_has_begun_by_the_date():
    jol.start_from(date="1999-12")
    jol.settle()
    every = count()
    jol.key("ctrl+u")
    jol.wait_state("win.cumulative", True)
    jol.wait_until(lambda: 0 < count() < every, "what comes later is not listed")
    before = count()
    jol.set("win.date", "2010-06")
    jol.wait_until(lambda: before < count() < every, "ten years later there is more")
    jol.run("win.cumulative", False)
    jol.wait_until(lambda: count() == every, "all are listed again")


@tap.test
def figures_are_spoken():
    jol.start_from(date="2013-06")
    jol.run("win.chart", "oil-by-outlet")
    jol.wait_until(
        lambda: re.search(r"^June 2013, .* events\. .*CPC.*\d%", spoken("Time strip")),
        "the slider says the figures with their shares",
    )
    jol.run("win.chart", "jol:gas-capacity")
    jol.wait_until(
        lambda: "bcm a year" in spoken("Time strip"), "and those that are counted out of routes"
    )
    jol.run("win.chart", "oil-by-outlet")


@tap.test
def sources_are_a_click_away():
    jol.start_from(date="2013-06")
    jol.settle()
    jol.click(*jol_e2e.middle_of(jol.wait_for(name="Unit and sources")))
    jol.wait_for("label", re.compile(r"(?s)^Kazakhstan’s oil.*Unit: Mt.*With estimates: .*Sources"))
    jol.key("Escape")


jol_e2e.main(jol)
