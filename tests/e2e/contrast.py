#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""contrast.py: a desktop that asks for high contrast gets it, on the map and around it."""

import jol_e2e
import tap

VIEW = (45.0, 60.0, 5.0)
STEPPE, SEA = (48.6, 66.0), (42.0, 50.6)

jol = jol_e2e.Jol(environment={"ADW_DEBUG_HIGH_CONTRAST": "1"})


def check_map(dark):
    jol.start_from(viewport=VIEW, date="1991-12")
    picture = jol.settle()
    for place, role in ((STEPPE, "LAND_FOCUS"), (SEA, "WATER")):
        wanted = jol_e2e.palette(role, dark, contrast=True)
        at = jol.on_map(*place)
        assert jol_e2e.has_color(picture, *at, wanted, 3, 6), f"{role}: {picture.getpixel(at)}"


@tap.test
def light_is_white():
    check_map(dark=False)


@tap.test
def dark_follows():
    jol.set("win.theme", "dark")
    check_map(dark=True)
    jol.set("win.theme", "light")
    check_map(dark=False)


jol_e2e.main(jol)
