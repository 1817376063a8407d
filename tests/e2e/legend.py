#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""legend.py: a click on a row of the legend hides its kind, and another one shows it again."""

import access
import jol_e2e
import tap

# The Central Asia–China pipelines east of Almaty, away from oil.
NEAR = (43.9, 79.0)
ROUTE = "central-asia-china-gas-ab"
VIEW = (44.0, 78.0, 6.5)

jol = jol_e2e.Jol()


def row(name):
    return jol.wait_for("push button", name, jol.part("Legend"))


def count_of(name):
    """The number that stands in the row."""
    return int(jol.texts(row(name))[-1])


def shows_gas():
    picture = jol.settle()
    at = jol.on_route(ROUTE, *NEAR)
    return jol_e2e.has_color(picture, *at, jol_e2e.palette("GAS"), 9)


def click(name):
    jol.click(*jol_e2e.middle_of(row(name)))
    jol.point_at(jol.size[0] // 2, 4)


@tap.test
def a_click_hides_and_another_shows_again():
    jol.start_from(viewport=VIEW, date="2023")
    assert shows_gas(), "the pipeline is there to begin with"
    before = count_of("Gas")
    operating = count_of("Operating")

    click("Gas")
    jol.wait_state("win.filter", "gas")
    assert not shows_gas(), "it is gone"
    assert "pressed" not in access.states(row("Gas"))
    assert count_of("Gas") == before, "what would come back"
    assert count_of("Operating") < operating
    jol.point_at(*jol.on_route(ROUTE, *NEAR))
    jol.settle()
    assert jol.state("win.hover") != ROUTE, "and cannot be hit"

    click("Gas")
    jol.wait_state("win.filter", "")
    assert shows_gas(), "it is back"
    assert "pressed" in access.states(row("Gas"))


@tap.test
def what_is_chosen_is_seen_all_the_same():
    # Wide, so that no card lies over the middle of the map.
    jol.start_from(
        viewport=VIEW, date="2023", filter="visit,gas", show_timeline=False, show_reader=False
    )
    assert not shows_gas()
    jol.set("win.select", ROUTE)
    jol.set("win.viewport", VIEW)
    picture = jol.settle()
    at = jol.on_route(ROUTE, *NEAR)
    assert jol_e2e.has_color(picture, *at, jol_e2e.palette("GAS"), 9), "it is shown"
    jol.set("win.select", "")
    assert not shows_gas(), "and hidden again"
    # Each has its own way back.
    jol.click(*jol_e2e.middle_of(row("Show all")))
    jol.wait_state("win.filter", "visit")


jol_e2e.main(jol)
