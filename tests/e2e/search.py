#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""search.py: whatever alphabet a person types in, the thing is found, and one key leads to it."""

import subprocess

import access
import jol_e2e
import program
import tap

jol = jol_e2e.Jol()

CENTRE = (800, 300)


def start():
    jol.start_from()
    jol.set("win.search", "")
    jol.settle()


def type_text(text):
    """Key by key, as a person who has a Latin and a Russian layout, and switches between them."""
    if not text.isascii():
        subprocess.run(["setxkbmap", "ru"], check=True)
    program.xdotool("type", "--delay", 40, text)
    jol.wait_state("win.search", lambda now: now.endswith(text))
    subprocess.run(["setxkbmap", "us"], check=True)


def focus_map():
    """A press on the map gives it the keys; what was hit there is let go of again."""
    jol.click(*CENTRE)
    jol.wait_until(is_map_focused, "the map has the focus")
    jol.set("win.select", "")


def is_map_focused():
    return "focused" in access.states(jol.part("Map"))


def is_entry_focused():
    entry = jol.find("text", "Search") or jol.find("entry", "Search")
    return entry and "focused" in access.states(entry)


def open_search():
    jol.key("ctrl+f")
    jol.wait_until(is_entry_focused, "the entry has the focus")


def results():
    """What is listed, from the top, without headings."""
    found = jol.find("list", "Results")
    rows = [row for row in jol_e2e.walk(found, "list item")] if found else []
    return [row for row in rows if ", " in (row.get_name() or "") and jol_e2e.is_shown(row)]


def wait_first(name):
    jol.wait_until(
        lambda: [row for row in results()[:1] if row.get_name() == name], f"{name} is found first"
    )


def is_closed():
    return not jol.find("list", "Results") and not is_entry_focused()


@tap.test
def names_are_found_in_any_alphabet():
    start()
    open_search()
    for typed, first in (
        ("tengiz", "Tengiz, Field · Kazakhstan"),
        ("Тенгиз", "Tengiz, Field · Kazakhstan"),
        ("Xi'an", "Xi’an, Summit city · China"),
        ("сиань", "Xi’an, Summit city · China"),
    ):
        jol.key("ctrl+a")
        type_text(typed)
        jol.wait_state("win.search", typed)
        wait_first(first)
    for typed in ("kaspiy", "Каспий"):
        jol.key("ctrl+a")
        type_text(typed)
        jol.wait_state("win.search", typed)
        jol.wait_until(
            lambda: results()[:1]
            and results()[0].get_name().startswith("Caspian Pipeline Consortium"),
            "the pipeline is found first",
        )


@tap.test
def enter_leads_to_the_first_result():
    start()
    before = (41.0, 80.0, 6.0)
    jol.set("win.viewport", before)
    open_search()
    type_text("tengiz")
    wait_first("Tengiz, Field · Kazakhstan")
    jol.key("Return")
    jol.wait_state("win.select", "tengiz")
    jol.wait_until(is_closed, "the search closes")
    place = jol_e2e.show("tengiz")["at"]
    jol.wait_state("win.viewport", lambda now: now != before)
    jol.settle()
    x, y = jol.on_map(place[1], place[0])
    left, top, right, bottom = jol.box_of("Map")
    assert left < x < right and top < y < bottom, "the place is not on the screen"


@tap.test
def arrows_choose_another():
    start()
    open_search()
    type_text("aktau")
    jol.wait_until(lambda: len(results()) > 3, "there are results")
    jol.key("Down")
    jol.key("Down")
    jol.key("Up")
    name = results()[1].get_name().rsplit(", ", 1)[0]
    jol.key("Return")
    chosen = jol.wait_state("win.select", lambda now: now)
    assert name.startswith(jol_e2e.read(jol_e2e.show(chosen)["name"])), (name, chosen)


@tap.test
def escape_gives_the_focus_back():
    start()
    focus_map()
    open_search()
    type_text("bak")
    jol.key("Escape")
    jol.wait_until(is_closed, "the search closes")
    jol.wait_until(is_map_focused, "the map has the focus again")
    # What was typed is there when one comes back, and is replaced by what is typed next.
    open_search()
    assert jol.state("win.search") == "bak"
    type_text("osh")
    jol.wait_state("win.search", "osh")
    jol.key("Escape")


@tap.test
def typing_on_the_map_searches():
    start()
    focus_map()
    type_text("khor")
    jol.wait_state("win.search", "khor")
    wait_first("Khorgos, Border crossing · Kazakhstan")
    jol.key("Escape")
    jol.wait_until(is_map_focused, "the map has the focus again")


@tap.test
def a_click_leads_to_a_result():
    start()
    open_search()
    type_text("baku")
    jol.wait_until(lambda: len(results()) > 3, "there are results")
    jol.settle()
    row = results()[0]
    jol.click(*jol_e2e.middle_of(row))
    jol.wait_state("win.select", "baku")
    jol.wait_until(is_closed, "the search closes")


@tap.test
def a_click_beside_it_closes_it():
    start()
    open_search()
    type_text("baku")
    jol.wait_until(results, "there are results")
    left, top, right, bottom = jol.box_of("Time strip")
    jol.click((left + right) // 2, (top + bottom) // 2)
    jol.wait_until(is_closed, "the search closes")


@tap.test
def a_country_is_shown_whole():
    start()
    jol.set("win.viewport", (41.0, 70.0, 7.0))
    jol.run("win.search", "turkmenistan")
    wait_first(results_name("TM"))
    jol.wait_until(is_entry_focused, "the entry has the focus")
    jol.key("Return")
    latitude, longitude, zoom = jol.wait_state("win.viewport", lambda now: now[1] < 65)
    assert 35 < latitude < 43 and 52 < longitude < 67 and zoom > 3


def results_name(code):
    listed = jol_e2e.run_jol("search", code, "--limit=1").splitlines()
    return ", ".join(line.strip() for line in listed[1:3])


@tap.test
def an_article_opens_at_its_section():
    start()
    jol.run("win.article", "one-to-many")
    jol.wait_state("win.article", lambda now: now.startswith("one-to-many"))
    open_search()
    type_text("a way out for tengiz")
    wait_first("A way out for Tengiz, One pipe out")
    jol.key("Return")
    jol.wait_state("win.article", "one-pipe-out#way-for-tengiz")
    jol.run("win.article", "one-to-many")


@tap.test
def a_source_says_where_it_leads():
    """And opens nothing before that is seen."""
    start()
    focus_map()
    open_search()
    type_text("blue stream at a glance")
    jol.wait_until(results, "it is found")
    jol.key("Return")
    jol.wait_for("push button", "Open in browser")
    address = "https://aa.com.tr/en/energy/energy-diplomacy"
    jol.wait_until(
        lambda: [
            label
            for label in jol_e2e.walk(jol.root, "label")
            if (label.get_name() or "").startswith(address)
        ],
        "the address is shown",
    )
    jol.key("Escape")
    jol.wait_gone("push button", "Open in browser")


@tap.test
def the_number_of_results_is_said():
    start()
    with access.Told() as told:
        jol.run("win.search", "khorgos")
        jol.wait_until(results, "there are results")
        count = len(jol_e2e.run_jol("search", "khorgos", "--json").split('"id"')) - 1
        jol.wait_for(name=f"{count} results")
        jol.wait_until(lambda: f"{count} results" in told.words, "the number is told")
        jol.set("win.search", "xyzzy")
        words = "Nothing found for “xyzzy”. Try fewer letters, or only one of the words."
        jol.wait_for("label", words)
        jol.wait_until(lambda: words in told.words, "that nothing is found is told")
    jol.set("win.search", "")
    jol.wait_until(is_closed, "the search closes")


@tap.test
def it_works_in_a_narrow_window():
    start()
    jol.resize(500, 640)  # where it folds, and only then can be narrower
    jol.resize(360, 640)
    jol.key("ctrl+f")
    jol.wait_until(is_entry_focused, "the entry has the focus")
    type_text("osh")
    jol.wait_until(results, "there are results")
    for row in results():
        left, _top, width, _height = jol_e2e.extents(row)
        assert 0 <= left and left + width <= 360, row.get_name()
    jol.key("Escape")
    jol.resize(1280, 800)


jol_e2e.main(jol)
