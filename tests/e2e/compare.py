#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py: a date is pinned and compared with another, by keys and by the button."""

import re

import jol_e2e
import tap

jol = jol_e2e.Jol()


def count():
    """How many events the list says it shows."""
    label = jol.wait_for("label", re.compile(r"^\d+ of \d+ events$"), jol.part("Timeline"))
    return int(label.get_name().split()[0])


def start(date):
    jol.start_from(date=date)
    jol.set("win.compare", "")


@tap.test
def a_pinned_date_narrows_the_list_and_changes_the_legend():
    start("2005-05")
    everything = count()
    jol.key("ctrl+d")
    jol.wait_state("win.compare", "2005-05")
    jol.wait_for("push button", "Compared with May 2005")
    jol.set("win.date", "2010")
    jol.wait_for("push button", re.compile("^Appeared"), jol.part("Legend"))
    jol.wait_until(lambda: 0 < count() < everything, "the list is what happened between")
    before = count()
    jol.set("win.date", "2015")
    jol.wait_until(lambda: count() > before, "the list follows the date")
    jol.key("Escape")
    jol.wait_state("win.compare", "")
    jol.wait_until(lambda: count() == everything, "the list is whole again")
    jol.wait_for("push button", re.compile("^Operating"), jol.part("Legend"))


@tap.test
def the_button_pins_and_ends():
    start("2001")
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Compare")))
    jol.wait_state("win.compare", "2001")
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Compared with 2001")))
    jol.wait_state("win.compare", "")


jol_e2e.main(jol)
