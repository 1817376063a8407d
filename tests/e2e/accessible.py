#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accessible.py: all that is seen has a name, and all that can be done can be done by keys."""

import re

import access
import jol_e2e
import tap
from gi.repository import GLib

PARTS = ["Map", "Time strip", "Timeline", "Article", "Legend"]
# GTK 4.8 gives a thing that has no name the name of its class.
CLASS = re.compile(r"^(Gtk|Adw|Jol|Shumate)[A-Z]")
ROLES = {"push button", "toggle button", "check box", "combo box", "slider", "text", "list"}

jol = jol_e2e.Jol()


def focused():
    """The thing that has the keys."""
    for node in jol_e2e.walk(jol.root, "list item"):
        try:
            node.clear_cache()
            if "focused" in access.states(node):
                return node
        except jol_e2e.GLib.Error:
            continue
    return None


def press(key, *, until, what):
    """Presses a key, at most so often, until the focus is on what is wanted; returns that."""
    names = []
    for _ in range(12):
        node = focused()
        names.append(node.get_name() if node else None)
        if node and until(node):
            return node
        jol.key(key)
        jol.wait_until(lambda: focused() != node, f"{key} moves the focus from {names[-1]!r}", 3)
    raise AssertionError(f"{what} is not among {names}")


def give_keys_to_map():
    """By a press in its upper corner, whatever is there."""
    jol.settle()
    left, top, right, _ = jol.box_of("Map")
    jol.click((left + right) // 2, top + 12)
    jol.point_at(jol.size[0] // 2, 4)
    jol.settle()
    jol.set("win.select", "")
    jol.settle()


def is_within(node, name):
    while node:
        if node.get_name() == name:
            return True
        node = node.get_parent()
    return False


def check_part(name):
    jol.part(name)


for part in PARTS:
    tap.add(f"there is the {part}", check_part, part)


@tap.test
def the_card_has_its_name():
    jol.start_from(select="cpc")
    assert "Caspian" in jol.part("Card").get_description()


@tap.test
def all_that_takes_the_focus_has_a_name_of_its_own():
    for select in ("", "cpc", "xian-2023", "astana"):
        jol.start_from(select=select)
        jol.settle()
        nameless = set()
        for node in jol_e2e.walk(jol.root):
            try:
                if access.role_of(node) not in ROLES or "focusable" not in access.states(node):
                    continue
                if access.role_of(node.get_parent()) == "combo box":
                    continue  # a part of GTK's own, and its owner has the name
                name = node.get_name() or ""
                if not name or CLASS.match(name):
                    nameless.add((access.role_of(node), name, node.get_description()))
            except GLib.Error:
                continue  # it went away meanwhile: a row of the list, a feature
        assert not nameless, nameless


def is_item(node):
    return access.role_of(node) == "menu item" and jol_e2e.is_shown(node)


@tap.test
def every_item_of_the_main_menu_has_a_name():
    jol.start_from()
    jol.key("F10")
    try:
        jol.wait_for("menu item", "About Jol")
        names = [node.get_name() for node in jol_e2e.walk(jol.root) if is_item(node)]
        assert len(names) > 5 and all(names), names
    finally:
        jol.key("Escape")
    jol.wait_gone("menu item", "About Jol")


@tap.test
def the_map_is_told_in_words():
    jol.start_from(date="2009-12")

    def words():
        return jol.part("Map").get_description() or ""

    jol.wait_until(lambda: "December 2009" in words(), "it says the date")
    assert re.search(r"\d+ oil routes operating", words()), words()
    jol.start_from(date="1991-12")
    jol.wait_until(lambda: "December 1991" in words(), "it follows the date")


@tap.test
def features_in_view_are_named():
    jol.start_from()
    stops = jol.wait_for("panel", "Features in view")
    for name in (
        "Caspian Pipeline Consortium (Tengiz–Novorossiysk), oil pipeline, operating",
        re.compile(r"^Astana, Capital, \d+ summits$"),
    ):
        jol.wait_for("push button", name, stops)


@tap.test
def Tab_goes_from_the_map_to_its_features_and_Return_chooses():
    jol.start_from()
    jol.settle()
    give_keys_to_map()
    stop = press(
        "Tab", until=lambda node: is_within(node, "Features in view"), what="a feature in view"
    )
    assert jol.state("win.select") == "", "to look is not to choose"
    hovered = jol.wait_state("win.hover", lambda now: now != "")
    name = stop.get_name()
    jol.key("Return")
    jol.wait_state("win.select", hovered)
    shown = jol_e2e.show(hovered)
    assert jol_e2e.read(shown["name"]).split(",")[0] in name, (hovered, name)


@tap.test
def F6_goes_through_the_panes():
    jol.start_from(select="cpc")
    jol.settle()
    seen = set()
    for _ in range(6):
        before = focused()
        jol.key("F6")
        node = jol.wait_until(lambda: (now := focused()) != before and now, "F6 moves the focus")
        seen |= {name for name in ("Timeline", "Map", "Card", "Article") if is_within(node, name)}
        seen |= {"Time strip"} if is_within(node, "Time strip") else set()
    assert {"Timeline", "Map", "Article"} <= seen, seen


@tap.test
def the_keys_move_the_map():
    jol.start_from(viewport=(46.0, 67.0, 5.0))
    give_keys_to_map()
    latitude, longitude, zoom = jol.state("win.viewport")
    jol.key("Right")
    jol.wait_state("win.viewport", lambda now: now[1] > longitude + 1)
    jol.key("Up")
    jol.wait_state("win.viewport", lambda now: now[0] > latitude + 1)
    jol.key("plus")
    jol.wait_state("win.viewport", lambda now: now[2] > zoom)


@tap.test
def a_row_of_the_timeline_is_chosen_by_keys():
    # A year of many events: the rows that follow are no heading.
    jol.start_from(date="2022-07")
    jol.settle()
    row, title = jol.event_rows()[1]
    # A press with the pointer gives the row the keys, and the next one is a key away.
    jol.click(*jol_e2e.middle_of(row))
    chosen = jol.wait_state("win.select", jol_e2e.events()[title]["id"])
    jol.key("Down", "Down")
    jol.key("Return")
    jol.wait_state("win.select", lambda now: now not in ("", chosen))


def go_by_keys(*keys, title):
    jol.key(*keys)

    def is_there():
        node = focused()
        return node and (node.get_name() or "").endswith(title)

    jol.wait_until(is_there, f"{keys} go to {title!r}")


@tap.test
def the_keys_go_to_both_ends_of_the_timeline():
    jol.start_from(date="2022-07")
    jol.settle()
    jol.click(*jol_e2e.middle_of(jol.event_rows()[1][0]))
    jol.settle()
    jol.set("win.select", "")
    titles = list(jol_e2e.events())
    go_by_keys("End", title=titles[-1])
    # Above the first event is the heading of its year.
    go_by_keys("Home", "Down", title=titles[0])


jol_e2e.main(jol)
