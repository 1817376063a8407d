#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export.py: a picture that is saved shows what the map shows, and a script gets the same one."""

import pathlib
import re
import tempfile

import jol_e2e
import tap
from PIL import Image, ImageChops

STEPPE = (45.7, 44.0)
# Too close to show all of what is chosen: of what is seen whole, a picture moves to show all.
VIEW = (*STEPPE, 6.5)
SEEN = {"select": "cpc", "date": "2009-12", "viewport": VIEW}

folder = tempfile.TemporaryDirectory(prefix="jol-e2e-")
jol = jol_e2e.Jol()


def path_of(name):
    return pathlib.Path(folder.name, name)


def save(name):
    """Saves what the map shows, by the action; returns the picture."""
    path = path_of(name)
    jol.run("win.export", str(path))

    def read():
        try:
            with Image.open(path) as picture:
                return picture.convert("RGB")
        except (OSError, SyntaxError):  # not there, or not whole yet
            return None

    return jol.wait_until(read, f"{name} is written", 30)


def save_by_command(name, *arguments):
    path = path_of(name)
    jol_e2e.run_jol("export", "-o", path, *arguments)
    with Image.open(path) as picture:
        return picture.convert("RGB")


def spot_of(picture, identifier, zoom=VIEW[2], near=STEPPE):
    """The px of a route in a picture whose middle is the view's."""
    x, y = jol_e2e.project(*jol_e2e.nearest_on_route(identifier, *near))
    center_x, center_y = jol_e2e.project(*VIEW[:2])
    world = jol_e2e.TILE_PX * 2**zoom
    return picture.width / 2 + (x - center_x) * world, picture.height / 2 + (y - center_y) * world


def check_route(picture, dark=False):
    at = spot_of(picture, "cpc")
    assert jol_e2e.has_color(picture, *at, jol_e2e.palette("OIL", dark), 4), "its own colour"
    lit = jol_e2e.palette("SELECTION", dark)
    assert jol_e2e.has_color(picture, *at, lit, 9), "the colour of what is chosen"
    assert not jol_e2e.has_color(picture, at[0] + 60, at[1] - 60, lit, 9), "and only there"


# First, as toasts wait for each other.
@tap.test
def what_cannot_be_written_is_told():
    jol.start_from()
    jol.run("win.export", "/no/such/folder/map.png")
    jol.wait_for("label", re.compile("/no/such/folder"))


@tap.test
def the_picture_has_the_size_of_the_map():
    jol.start_from(**SEEN)
    left, top, right, bottom = jol.box_of("Map")
    picture = save("size.png")
    assert picture.size == (right - left, bottom - top), picture.size


@tap.test
def the_chosen_route_runs_where_it_runs():
    jol.start_from(**SEEN)
    check_route(save("route.png"))


@tap.test
def it_shows_the_date_that_is_shown():
    jol.start_from(**SEEN)
    now = save("2009.png")
    jol.start_from(**{**SEEN, "date": "1991-12", "select": ""})
    before = save("1991.png")
    oil = jol_e2e.palette("OIL")
    assert jol_e2e.has_color(now, *spot_of(now, "cpc"), oil, 4)
    assert not jol_e2e.has_color(before, *spot_of(before, "cpc"), oil, 4), "CPC was not there yet"


@tap.test
def a_script_gets_the_same_picture():
    jol.start_from(**SEEN)
    ours = save("window.png")
    latitude, longitude, zoom = VIEW
    theirs = save_by_command(
        "command.png",
        *("--size", f"{ours.width}x{ours.height}", "--select", "cpc", "--date", "2009-12"),
        *("--center", f"{latitude},{longitude}", "--zoom", zoom, "--theme", "light"),
    )
    assert theirs.size == ours.size
    difference = ImageChops.difference(ours, theirs).convert("L").histogram()
    unlike = sum(difference[16:]) / sum(difference)
    assert unlike < 0.001, f"{unlike:.2%} of the px differ"


@tap.test
def a_script_says_the_size():
    latitude, longitude, zoom = VIEW
    picture = save_by_command(
        "script.png",
        *("--size", "800x600", "--select", "cpc", "--date", "2009-12"),
        *("--center", f"{latitude},{longitude}", "--zoom", zoom),
    )
    assert picture.size == (800, 600)
    check_route(picture)


@tap.test
def a_script_may_leave_the_view_to_us():
    picture = save_by_command(
        "view.png", *("--size", "800x600", "--select", "cpc", "--date", "2009-12")
    )
    assert picture.size == (800, 600)
    assert jol_e2e.find_color(picture, (0, 0, 800, 600), jol_e2e.palette("SELECTION"), 16)


@tap.test
def dark_is_dark():
    jol.start_from(**SEEN)
    jol.set("win.theme", "dark")
    jol.settle()
    picture = save("dark.png")
    jol.set("win.theme", "light")
    check_route(picture, dark=True)
    assert sum(picture.resize((1, 1)).getpixel((0, 0))) < 3 * 80, "the ground is dark"


@tap.test
def a_page_can_be_saved_too():
    jol.start_from(**SEEN)
    path = path_of("page.pdf")
    jol.run("win.export", str(path))
    jol.wait_until(
        lambda: path.exists() and path.read_bytes()[-8:].strip().endswith(b"%%EOF"),
        "the PDF is whole",
    )
    assert path.read_bytes().startswith(b"%PDF-")


try:
    jol_e2e.main(jol)
finally:
    folder.cleanup()
