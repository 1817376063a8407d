#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cluster.py: places that would overlap are one mark, and a click takes it apart."""

import re

import access
import jol_e2e
import tap

ALMATY = (43.257, 76.945)
FAR = (44.0, 75.0, 4.4)
# Two crossings of one town, at one point.
SARAKHS = (36.54, 61.21)
TOGETHER = re.compile(r"^Almaty and Cholpon-Ata, close together, \d+ summits$")

jol = jol_e2e.Jol(size=(1280, 800))


def start_far():
    jol.start_from(viewport=FAR, date="2023-05-18", show_timeline=False, show_reader=False)
    jol.wait_for("push button", TOGETHER)
    jol.settle()


def has_keys(node):
    node.clear_cache()
    return "focused" in access.states(node)


def press_on(node):
    """Goes to it by Tab, and presses it."""
    for _ in range(60):
        if has_keys(node):
            break
        jol.key("Tab")
    jol.wait_until(lambda: has_keys(node), f"{node.get_name()} has the focus")
    jol.key("Return")


@tap.test
def a_click_on_a_cluster_zooms_in_to_where_it_comes_apart():
    start_far()
    jol.click(*jol.on_map(*ALMATY))
    jol.wait_state("win.viewport", lambda viewport: viewport[2] > FAR[2] + 0.5)
    jol.wait_gone("push button", TOGETHER)
    jol.wait_for("push button", re.compile(r"^Almaty, City, \d+ summits$"))
    jol.wait_for("push button", re.compile(r"^Cholpon-Ata, Summit city, \d+ summits?$"))
    assert jol.state("win.select") == "", "nothing is chosen by it"


@tap.test
def a_click_on_what_came_out_of_it_chooses_that():
    jol.settle()
    jol.click(*jol.on_map(*ALMATY))
    jol.wait_state("win.select", "almaty")


@tap.test
def the_key_does_what_a_click_does():
    start_far()
    left, top, right, _ = jol.box_of("Map")
    jol.click((left + right) // 2, top + 12)
    press_on(jol.wait_for("push button", TOGETHER))
    jol.wait_gone("push button", TOGETHER)
    jol.wait_state("win.viewport", lambda viewport: viewport[2] > FAR[2] + 0.5)


@tap.test
def what_never_comes_apart_is_listed():
    jol.start_from(viewport=(*SARAKHS, 10.0), date="2023-05-18")
    jol.settle()
    jol.click(*jol.on_map(*SARAKHS))
    jol.wait_for("push button", "Saragt (Sarakhs)")
    other = jol.wait_for("push button", "Sarakhs–Khangiran")
    press_on(other)
    jol.wait_state("win.select", "sarakhs-khangiran")
    jol.wait_gone("push button", "Saragt (Sarakhs)")


jol_e2e.main(jol)
