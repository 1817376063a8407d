#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""map.py: a person at the map, with a pointer and with keys."""

import math
import re

import access
import jol_e2e
import program
import tap

# The steppe west of the Caspian, where CPC runs alone, and a place there with nothing near.
STEPPE = (45.7, 44.0, 6.0)
ON_CPC = (45.7, 44.0)
NOTHING = (47.0, 44.3)
CPC = "Caspian Pipeline Consortium (Tengiz–Novorossiysk)"

jol = jol_e2e.Jol()


def start_at_steppe(**states):
    jol.start_from(viewport=STEPPE, **{"date": "2023-05-18", **states})
    jol.settle()


def focus_map():
    """The keys go to the map itself, and nothing is selected."""
    jol.click(*jol.on_map(*NOTHING))
    jol.wait_state("win.select", "")


def tip(text):
    return jol.wait_for("label", re.compile(text), jol.part("Map"))


def tip_goes(text):
    jol.wait_gone("label", re.compile(text), jol.part("Map"))


def focused():
    """What has the keys in the map, as it is read out, or None."""
    for node in jol_e2e.walk(jol.part("Map")):
        if "focused" in access.states(node):
            return node
    return None


def is_near(viewport, latitude, longitude, reach=0.05):
    return math.dist(viewport[:2], (latitude, longitude)) < reach


# Pointing


@tap.test
def a_tip_tells_name_status_and_figures():
    start_at_steppe()
    x, y = jol.on_route("cpc", *ON_CPC)
    jol.point_at(x, y)
    name = tip("^" + re.escape(CPC))
    lines = tip("^Oil pipeline, operating")
    assert "Capacity 67" in lines.get_name(), lines.get_name()
    assert re.search(r"Carried [\d.]+\sMt in 20\d\d", lines.get_name()), lines.get_name()
    assert jol.state("win.select") == ""
    # Beside the pointer, and on the map.
    left, top, right, bottom = jol.box_of("Map")
    for label in (name, lines):
        l, t, width, height = jol_e2e.extents(label)
        assert left < l and top < t and l + width < right and t + height < bottom
        assert not (l <= x <= l + width and t <= y <= t + height)


@tap.test
def the_tip_follows_the_date_under_a_pointer_at_rest():
    start_at_steppe()
    jol.point_at(*jol.on_route("cpc", *ON_CPC))
    tip("Capacity 67")
    jol.set("win.date", "2000")
    tip("^Oil pipeline, under construction")
    jol.set("win.date", "1991")
    tip_goes("^Oil pipeline")
    jol.wait_state("win.hover", "")


@tap.test
def the_tip_goes_when_the_map_flies_away_under_the_pointer():
    start_at_steppe()
    jol.point_at(*jol.on_route("cpc", *ON_CPC))
    tip("^Oil pipeline, operating")
    jol.set("win.viewport", (20.0, 100.0, 6.0))
    tip_goes("^Oil pipeline, operating")
    jol.wait_state("win.hover", "")
    # And what comes under the pointer is lit.
    jol.set("win.viewport", STEPPE)
    jol.wait_state("win.hover", "cpc")
    tip("^Oil pipeline, operating")
    jol.point_at(jol.size[0] // 2, 4)
    tip_goes("^Oil pipeline, operating")


@tap.test
def a_tip_tells_of_a_place():
    longitude, latitude = jol_e2e.show("astana")["at"]
    jol.start_from(viewport=(latitude, longitude, 5.0), date="2023-05-18")
    jol.settle()
    jol.point_at(*jol.on_map(latitude, longitude))
    lines = tip("^Capital · Kazakhstan")
    assert re.search(r"\d+ events until 18 May 2023", lines.get_name()), lines.get_name()


@tap.test
def a_press_puts_the_tip_away():
    start_at_steppe()
    jol.point_at(*jol.on_route("cpc", *ON_CPC))
    tip("^Oil pipeline, operating")
    jol.click(*jol.on_route("cpc", *ON_CPC))
    jol.wait_state("win.select", "cpc")
    tip_goes("^Oil pipeline, operating")
    jol.settle()
    assert not jol.find("label", re.compile("^Oil pipeline, operating"), jol.part("Map"))


# Moving


def double_click(zoom, *modifiers):
    """Where the pointer is, until the map has that zoom: on a busy machine GTK may see two clicks."""
    keys = [part for key in modifiers for part in ("keydown", key)]
    let_go = [part for key in modifiers for part in ("keyup", key)]
    for _ in range(3):
        jol.settle()
        program.xdotool(*keys, "click", "--repeat", 2, "--delay", 20, 1, *let_go)
        try:
            return jol.wait_state("win.viewport", lambda now: math.isclose(now[2], zoom), 3)
        except program.Missed:
            continue
    raise AssertionError(f"no double click led to zoom {zoom}")


@tap.test
def a_double_click_on_bare_map_zooms_in_about_it():
    start_at_steppe()
    x, y = jol.on_map(*NOTHING)
    jol.point_at(x, y)
    double_click(7.0)
    assert math.dist(jol.on_map(*NOTHING), (x, y)) <= 2
    double_click(6.0, "shift")
    assert math.dist(jol.on_map(*NOTHING), (x, y)) <= 2


@tap.test
def a_drag_takes_the_map_along():
    start_at_steppe()
    x, y = jol.on_map(*NOTHING)
    jol.drag(x, y, x + 90, y - 60)
    jol.wait_until(lambda: math.dist(jol.on_map(*NOTHING), (x + 90, y - 60)) <= 2, "it follows")
    # With motion off nothing glides on.
    jol.settle()
    assert math.dist(jol.on_map(*NOTHING), (x + 90, y - 60)) <= 2
    assert jol.state("win.select") == ""


@tap.test
def the_wheel_zooms_about_the_pointer():
    start_at_steppe()
    x, y = jol.on_map(*NOTHING)
    jol.wheel(x, y, 2)
    jol.wait_state("win.viewport", lambda now: math.isclose(now[2], 7.0))
    assert math.dist(jol.on_map(*NOTHING), (x, y)) <= 2
    program.xdotool("keydown", "ctrl", "click", 5, "keyup", "ctrl")
    jol.wait_state("win.viewport", lambda now: math.isclose(now[2], 6.5))


@tap.test
def keys_pan_and_zoom():
    start_at_steppe()
    focus_map()
    jol.key("Right")
    one = jol.wait_state("win.viewport", lambda now: now[1] > STEPPE[1])[1] - STEPPE[1]
    jol.key("shift+Left")
    jol.wait_state(
        "win.viewport", lambda now: math.isclose(now[1], STEPPE[1] - 2 * one, abs_tol=1e-6)
    )
    jol.key("Page_Down")
    jol.wait_state("win.viewport", lambda now: now[0] < STEPPE[0] - 1)
    jol.key("plus")
    jol.wait_state("win.viewport", lambda now: math.isclose(now[2], 6.5))
    jol.key("minus", "minus")
    jol.wait_state("win.viewport", lambda now: math.isclose(now[2], 5.5))
    jol.key("0")
    fitted = jol.wait_state("win.viewport", lambda now: now[2] < 5)
    jol.set("win.viewport", STEPPE)
    jol.key("Home")
    jol.wait_state("win.viewport", tuple(fitted))


@tap.test
def keys_that_are_held_move_on_and_stop():
    start_at_steppe()
    focus_map()
    program.xdotool("keydown", "Right", "keydown", "Down")
    jol.wait_state("win.viewport", lambda now: now[1] > STEPPE[1] + 15 and now[0] < STEPPE[0] - 5)
    program.xdotool("keyup", "Right", "keyup", "Down")
    jol.settle()
    after = jol.state("win.viewport")
    jol.settle()
    assert jol.state("win.viewport") == after


@tap.test
def what_is_typed_does_not_move_the_map():
    start_at_steppe()
    jol.key("ctrl+l")
    jol.wait_until(lambda: jol.find("text"), "the date is edited")
    jol.settle()
    jol.key("0", "plus", "minus", "Left", "Home")
    jol.settle()
    assert jol.state("win.viewport") == STEPPE
    jol.key("Escape")


# The rubber band


def drag_band(corner, other, *before_release):
    program.xdotool("mousemove", *corner, "keydown", "shift", "mousedown", 1)
    middle = [(a + b) // 2 for a, b in zip(corner, other)]
    program.xdotool("mousemove", *middle, "mousemove", *other)
    program.xdotool(*before_release, "mouseup", 1, "keyup", "shift")


@tap.test
def Shift_and_drag_zooms_to_what_was_framed():
    start_at_steppe()
    west_north, east_south = (46.6, 43.0), (45.2, 44.6)
    drag_band(jol.on_map(*west_north), jol.on_map(*east_south))
    jol.wait_state("win.viewport", lambda now: now[2] > 6.5)
    left, top, right, bottom = jol.box_of("Map")
    (x0, y0), (x1, y1) = jol.on_map(*west_north), jol.on_map(*east_south)
    assert left - 3 <= x0 < x1 <= right + 3 and top - 3 <= y0 < y1 <= bottom + 3
    assert x1 - x0 > right - left - 6 or y1 - y0 > bottom - top - 6, "no smaller than it must be"


@tap.test
def a_band_drawn_from_below_frames_the_same():
    start_at_steppe()
    drag_band(jol.on_map(45.2, 44.6), jol.on_map(46.6, 43.0))
    now = jol.wait_state("win.viewport", lambda now: now[2] > 6.5)
    assert is_near(now, 45.9, 43.8, 0.1), now


@tap.test
def Escape_lets_the_band_go():
    start_at_steppe()
    x, y = jol.on_map(*NOTHING)
    drag_band((x, y), (x + 120, y + 90), "key", "Escape")
    jol.settle()
    assert jol.state("win.viewport") == STEPPE
    jol.key("Right")  # the keys are the map's still
    jol.wait_state("win.viewport", lambda now: now[1] > STEPPE[1])


@tap.test
def a_slip_is_no_band():
    start_at_steppe()
    x, y = jol.on_map(*NOTHING)
    drag_band((x, y), (x + 4, y + 4))
    jol.settle()
    assert jol.state("win.viewport") == STEPPE


# The menu of a spot


def open_menu(*at):
    jol.click(*at, button=3)
    return jol.wait_for("menu item", "Copy Coordinates")


def pick(name):
    """By keys: where things are in a menu, a window of its own, GTK 4.8 tells wrongly."""
    for _ in range(8):
        if "focused" in access.states(jol.wait_for("menu item", name)):
            break
        jol.key("Down")
        jol.settle()
    jol.key("Return")
    jol.wait_gone("menu item", "Copy Coordinates")


@tap.test
def the_menu_copies_coordinates():
    start_at_steppe()
    open_menu(*jol.on_map(*NOTHING))
    pick("Copy Coordinates")
    jol.wait_for(None, "Coordinates copied")
    text = jol_e2e.read_clipboard()
    found = re.fullmatch(r"([\d.]+)° N, ([\d.]+)° E", text)
    assert found, text
    assert is_near([float(part) for part in found.groups()], *NOTHING), text


@tap.test
def the_menu_says_what_is_there():
    start_at_steppe()
    open_menu(*jol.on_route("cpc", *ON_CPC))
    pick(CPC)
    jol.wait_state("win.select", "cpc")
    jol.settle()
    assert jol.state("win.viewport") == STEPPE


@tap.test
def the_menu_centres_the_spot():
    start_at_steppe()
    open_menu(*jol.on_map(*NOTHING))
    pick("Centre Here")
    now = jol.wait_state("win.viewport", lambda now: is_near(now, *NOTHING))
    assert math.isclose(now[2], 6.0)


@tap.test
def the_menu_leads_to_an_export():
    start_at_steppe()
    open_menu(*jol.on_map(*NOTHING))
    pick(re.compile("^Export This View"))
    jol.wait_until(lambda: len(jol.find_windows()) == 2, "the dialog opens")
    jol.key("Escape")
    jol.wait_until(lambda: len(jol.find_windows()) == 1, "the dialog closes")


@tap.test
def the_menu_is_reached_by_keys():
    start_at_steppe()
    program.xdotool("windowfocus", jol.find_window())
    focus_map()
    for key in ("shift+F10", "Menu"):
        before = jol.state("win.viewport")
        jol.key(key)
        jol.wait_for("menu item", "Copy Coordinates")
        jol.key("Escape")
        jol.wait_gone("menu item", "Copy Coordinates")
        jol.key("Right")  # the keys come back to the map
        jol.wait_state("win.viewport", lambda now: now[1] > before[1])
    jol.set("win.viewport", STEPPE)
    jol.key("shift+F10")
    jol.wait_for("menu item", "Copy Coordinates")
    # The one of the middle: "Centre Here" from there leaves all as it is.
    pick("Copy Coordinates")
    found = re.fullmatch(r"([\d.]+)° N, ([\d.]+)° E", jol_e2e.read_clipboard())
    assert is_near([float(part) for part in found.groups()], *STEPPE[:2])


# Walking the features


@tap.test
def Tab_lights_what_it_comes_to_though_the_pointer_rests_elsewhere():
    start_at_steppe()
    focus_map()
    jol.point_at(*jol.on_route("cpc", *ON_CPC))
    jol.wait_state("win.hover", "cpc")
    walked = []
    for _ in range(3):
        before = focused()
        jol.key("Tab")
        node = jol.wait_until(lambda: (now := focused()) and now != before and now, "a stop")
        name = node.get_name()
        jol.wait_state("win.hover", lambda now: now and name.startswith(title_of(now)))
        assert access.role_of(node) == "push button"
        jol.settle()
        walked.append(jol.state("win.hover"))
        assert name.startswith(title_of(walked[-1])), (name, walked)
    assert len(set(walked)) == 3, walked
    jol.key("shift+Tab")
    jol.wait_state("win.hover", walked[1])
    tip("^" + re.escape(title_of(walked[1])))
    # Until the pointer truly moves.
    x, y = jol.on_route("cpc", *ON_CPC)
    jol.point_at(x + 1, y)
    jol.wait_state("win.hover", "cpc")
    # Enter takes what the keys are at all the same.
    jol.key("Return")
    jol.wait_state("win.select", walked[1])


def title_of(identifier):
    return jol_e2e.read(jol_e2e.show(identifier)["name"])


@tap.test
def Tab_leaves_the_map_in_the_end():
    longitude, latitude = jol_e2e.show("astana")["at"]
    jol.start_from(viewport=(latitude, longitude, 8.0), date="2023-05-18")
    jol.settle()
    left, top, right, bottom = jol.box_of("Map")
    jol.click(left + 40, top + 40)
    jol.wait_state("win.select", "")
    for _ in range(80):
        jol.key("Tab")
        jol.settle()
        if not focused():
            return
    raise AssertionError("the keys stay on the map")


jol_e2e.main(jol)
