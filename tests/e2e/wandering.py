#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""wandering.py: who moves map or date is no longer led by the text, until it is wished again; and
whoever is in a hurry still sees text, map and date agree."""

import functools

import access
import jol_e2e
import tap

BACK = "Back to the story"
ESSAY = "one-to-many"

jol = jol_e2e.Jol()


@functools.lru_cache(maxsize=None)
def scenes(article):
    """By section."""
    return {part["id"]: part.get("scene", {}) for part in jol_e2e.show(article)["sections"]}


def scroll(steps):
    """Turns the wheel over the article; down for steps > 0."""
    left, top, right, bottom = jol.box_of("Article")
    jol.wheel((left + right) // 2, (top + bottom) // 2, -steps)


def drag_map():
    _, _, right, bottom = jol.box_of("Map")
    before = jol.state("win.viewport")
    # Between the legend, the card and the buttons.
    x, y = right - 130, bottom - 80
    jol.drag(x, y, x - 60, y - 40)
    jol.wait_state("win.viewport", lambda now: now != before)


def press_strip():
    left, top, right, bottom = jol.box_of("Time strip")
    before = jol.state("win.date")
    jol.click(left + (right - left) // 3, (top + bottom) // 2)
    return jol.wait_state("win.date", lambda now: now != before)


def is_offered():
    return bool(jol.find("push button", BACK))


def wait_agreed():
    """Until date and selection are those of the scene of the section that is read."""

    def agree():
        article, section = jol.state("win.article").split("#")
        scene = scenes(article)[section]
        return jol.state("win.date") == scene["date"] and jol.state("win.select") == scene["select"]

    jol.wait_until(agree, "date and selection are those of the section")
    jol.settle()
    assert agree()
    return jol.state("win.article").split("#")


def start_reading(place):
    """With the scene of a section."""
    jol.start_from(article=place)
    jol.settle()
    jol.run("win.follow-text", True)
    wait_agreed()


@tap.test
def before_one_reads_nothing_leads_away():
    # The program has just been started: the text leads, but nobody has begun to read.
    assert jol.state("win.follow-text")
    drag_map()
    jol.settle()
    assert not is_offered()
    press_strip()
    jol.settle()
    assert not is_offered()

    scroll(1)
    jol.wait_state("win.select", "xian-2023")
    assert wait_agreed() == [ESSAY, "six-chairs"]
    assert not is_offered()
    drag_map()
    jol.wait_for("push button", BACK)


@tap.test
def a_press_on_the_strip_suspends_and_a_key_resumes():
    start_reading(f"{ESSAY}#pipes-north")
    date = press_strip()
    jol.wait_for("push button", BACK)
    view = jol.state("win.viewport")
    scroll(16)
    jol.wait_state("win.article", lambda now: now != f"{ESSAY}#pipes-north")
    jol.settle()
    assert jol.state("win.date") == date
    assert jol.state("win.viewport") == view

    jol.key("alt+Home")
    jol.wait_gone("push button", BACK)
    wait_agreed()
    scroll(9)
    wait_agreed()
    assert not is_offered()


@tap.test
def that_the_text_no_longer_leads_is_said_and_that_it_does_again():
    start_reading(f"{ESSAY}#one-pipe")
    with access.Told() as told:
        drag_map()
        jol.wait_until(lambda: "Not following the text now" in told.words, "it is said")
        jol.key("alt+Home")
        jol.wait_until(lambda: "Following the text again" in told.words, "it is said")
        wait_agreed()


@tap.test
def the_whole_text_in_one_flick_shows_only_its_end():
    start_reading(f"{ESSAY}#six-chairs")
    scroll(150)
    jol.wait_state("win.article", f"{ESSAY}#many-tables")
    assert wait_agreed()[1] == "many-tables"
    scroll(-150)
    jol.wait_state("win.article", f"{ESSAY}#six-chairs")
    assert wait_agreed()[1] == "six-chairs"
    assert not is_offered()


@tap.test
def keys_pressed_fast_come_to_the_last_section_asked_for():
    start_reading(f"{ESSAY}#six-chairs")
    jol.key(*["alt+Page_Down"] * 5)
    jol.wait_state("win.article", f"{ESSAY}#many-directions")
    assert wait_agreed()[1] == "many-directions"
    jol.key(*["alt+Page_Down"] * 3, *["alt+Page_Up"] * 6)
    jol.wait_state("win.article", f"{ESSAY}#first-ways-round")
    assert wait_agreed()[1] == "first-ways-round"
    assert not is_offered()


@tap.test
def another_article_during_a_flight_wins():
    start_reading(f"{ESSAY}#six-chairs")
    jol.key("alt+Page_Down", "ctrl+alt+Page_Down")
    jol.wait_state("win.article", lambda now: now.startswith("one-pipe-out#"))
    assert wait_agreed() == ["one-pipe-out", "way-for-tengiz"]
    jol.key("ctrl+alt+Page_Down", "ctrl+alt+Page_Down")
    jol.wait_state("win.article", lambda now: now.startswith("summit-calendar#"))
    assert wait_agreed()[0] == "summit-calendar"
    assert not is_offered()


@tap.test
def the_card_closed_during_a_flight_stays_closed():
    start_reading(f"{ESSAY}#six-chairs")
    jol.key("alt+Page_Down")
    jol.wait_state("win.select", "atyrau-samara")
    jol.key("Escape")
    jol.wait_state("win.select", "")
    jol.settle()
    assert jol.state("win.select") == ""
    assert jol.state("win.date") == "1991-12"
    assert not jol.is_part_shown("Card")
    # The text goes on leading.
    jol.key("alt+Page_Down")
    assert wait_agreed()[1] == "first-ways-round"


jol_e2e.main(jol)
