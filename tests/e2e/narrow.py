#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""narrow.py: on a screen no wider than a phone's nothing is lost, one pane at a time."""

import access
import jol_e2e
import tap

WIDTH, HEIGHT = 360, 720

jol = jol_e2e.Jol(size=(WIDTH, HEIGHT))


def find_button(pane):
    for node in jol_e2e.walk(jol.root):
        if access.role_of(node) != "push button" or node.get_name() != pane:
            continue
        if jol_e2e.is_shown(node) and jol_e2e.extents(node)[1] > HEIGHT * 0.8:
            return node
    return None


def go_to(pane):
    """Presses its button at the lower edge."""
    button = jol.wait_until(lambda: find_button(pane), f"there is a button for the {pane}")
    jol.click(*jol_e2e.middle_of(button))


def check_fits(name):
    left, top, right, bottom = jol.box_of(name)
    assert 0 <= left and right <= WIDTH, f"{name} from {left} to {right}"
    assert 0 <= top and bottom <= HEIGHT, f"{name} from {top} to {bottom}"
    return right - left, bottom - top


@tap.test
def the_window_is_as_narrow_as_that():
    assert jol_e2e.extents(jol.wait_for("frame"))[2:] == (WIDTH, HEIGHT)


@tap.test
def it_begins_with_the_map_and_the_time():
    assert check_fits("Map")[0] == WIDTH
    check_fits("Time strip")
    assert not jol.is_part_shown("Timeline") and not jol.is_part_shown("Article")


def check_pane(button, part):
    go_to(button)
    width, height = check_fits(part)
    assert width == WIDTH and height > HEIGHT / 2, (width, height)


for words in (("Timeline", "Timeline"), ("Article", "Article"), ("Map", "Map")):
    tap.add(f"one press leads to the {words[1]}", check_pane, *words)


@tap.test
def no_button_is_out_of_reach():
    for pane in ("Timeline", "Article", "Map"):
        go_to(pane)
        jol.settle()
        for node in jol_e2e.walk(jol.part(pane)):
            if access.role_of(node) != "push button" or not jol_e2e.is_shown(node):
                continue
            if node.get_parent().get_name() == "Features in view":
                continue  # these stand on the map, which goes on beyond its edge
            left, top, width, height = jol_e2e.extents(node)
            name = node.get_name() or node.get_description()
            assert left >= 0 and left + width <= WIDTH, f"{pane}: {name} at {left}, {width} wide"
            assert top >= 0 and top + height <= HEIGHT, f"{pane}: {name} at {top}, {height} high"


@tap.test
def what_is_chosen_in_the_list_is_seen_on_the_map():
    go_to("Timeline")
    row, title = jol.event_rows()[0]
    jol.click(*jol_e2e.middle_of(row))
    jol.wait_state("win.select", jol_e2e.events()[title]["id"])
    go_to("Map")
    width, height = check_fits("Card")
    map_height = jol_e2e.extents(jol.part("Map"))[3]
    assert height < map_height, "something of the map is seen beside the card"
    assert title in jol.texts(jol.part("Card"))


@tap.test
def a_press_gives_the_card_all_the_room():
    jol.set("win.select", "cpc")
    jol.settle()
    _, low = check_fits("Card")
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Show more", jol.part("Card"))))
    less = jol.wait_for("push button", "Show less", jol.part("Card"))
    jol.settle()
    _, high = check_fits("Card")
    assert high > 2 * low and high > HEIGHT * 0.7, (low, high)
    assert check_fits("Map")[1] >= high, "the chart has made room"
    jol.click(*jol_e2e.middle_of(less))
    jol.wait_for("push button", "Show more", jol.part("Card"))
    jol.settle()
    assert check_fits("Card")[1] == low
    check_fits("Time strip")

    # It goes with what it shows, and the next one is low again.
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Show more", jol.part("Card"))))
    jol.wait_for("push button", "Show less", jol.part("Card"))
    jol.key("Escape")
    jol.wait_state("win.select", "")
    jol.set("win.select", "cpc")
    jol.settle()
    assert check_fits("Card")[1] == low
    check_fits("Time strip")


@tap.test
def the_states_say_which_pane_is_shown():
    for name in ("win.show-timeline", "win.show-reader"):
        jol.set(name, True)
    assert jol.state("win.show-timeline") is False, "only one pane has room"
    jol.set("win.show-reader", False)
    jol.part("Map")


@tap.test
def a_wide_window_has_them_all():
    jol.resize(1280, 800)
    for name in ("Timeline", "Map", "Time strip", "Article"):
        jol.part(name)
    for name in ("win.show-timeline", "win.show-reader"):
        jol.wait_state(name, True)
    jol.resize(800, 700)
    # Beside the map there is room for one.
    jol.wait_state("win.show-reader", False)
    jol.wait_state("win.show-timeline", True)
    jol.set("win.show-reader", True)
    jol.wait_state("win.show-timeline", False)


jol_e2e.main(jol)
