#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mirrored.py: the window where one reads from right to left. Only the map and time are not mirrored."""

import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import jol_e2e
import tap

jol = jol_e2e.Jol(environment={"LD_PRELOAD": os.environ["JOL_MIRROR_SO"]})


@tap.test
def the_panes_change_sides():
    jol.start_from()
    timeline, map_, article = map(jol.box_of, ("Timeline", "Map", "Article"))
    assert article[0] < article[2] <= map_[0] + 1 < map_[2] <= timeline[0] + 1, (
        article,
        map_,
        timeline,
    )


@tap.test
def the_map_and_time_do_not():
    jol.start_from()
    # Aktau is in the west of Almaty.
    assert jol.on_map(43.65, 51.2)[0] < jol.on_map(43.24, 76.9)[0]
    left, top, right, bottom = jol.box_of("Time strip")
    dates = []
    for share in (0.2, 0.8):
        jol.click(left + (right - left) * share, bottom - 60)
        dates.append(jol.wait_state("win.date", lambda date: date not in (*dates, jol.opening[1])))
    assert dates[0] < dates[1], dates


@tap.test
def the_card_hides_little_of_what_is_selected():
    for identifier, latitude, longitude in (("cpc", 46.1, 51.9), ("baku", 40.4, 49.9)):
        jol.start_from(select=identifier)
        jol.settle()
        left, top, right, bottom = jol.box_of("Card")
        x, y = jol.on_map(latitude, longitude)
        assert not (left < x < right and top < y < bottom), (identifier, (x, y), jol.box_of("Card"))


@tap.test
def the_row_of_today_is_marked_where_it_begins():
    jol.start_from(date="2023-05-18")
    jol.settle()
    row, _ = next((row, title) for row, title in jol.event_rows() if "China–Central Asia" in title)
    left, top, width, height = jol_e2e.extents(row)
    jol.point_at(jol.size[0] // 2, 4)
    picture = jol.settle()
    begin, end = (picture.getpixel((x, top + height // 2)) for x in (left + width - 2, left + 1))
    assert sum(begin) < sum(end) - 100, (begin, end)


jol_e2e.main(jol)
