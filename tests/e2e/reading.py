#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""reading.py: how a person reads: size and colours of the text, finding words in it."""

import re

import access
import jol_e2e
import program
import tap

PAPER = {"sepia": (0xF5, 0xEC, 0xDA), "dark": (0x2F, 0x2E, 0x2C), "light": (0xFF, 0xFF, 0xFF)}

jol = jol_e2e.Jol()


def is_paper(name):
    left, top, right, bottom = jol.box_of("Article")
    picture = jol.settle()
    return jol_e2e.is_like(picture.getpixel((left + 8, (top + bottom) // 2)), PAPER[name], 4)


@tap.test
def keys_change_the_size_of_the_text():
    jol.start_from()
    assert jol.state("win.text-size") == 100
    jol.key("ctrl+alt+plus")
    jol.wait_state("win.text-size", 110)
    jol.key("ctrl+alt+minus")
    jol.key("ctrl+alt+minus")
    jol.wait_state("win.text-size", 90)
    jol.key("ctrl+alt+0")
    jol.wait_state("win.text-size", 100)


@tap.test
def sepia_is_chosen_in_the_menu():
    jol.start_from()
    assert is_paper("light")
    jol.click(*jol_e2e.middle_of(jol.wait_for(None, "Text size, colours and width")))
    jol.wait_for(None, "Sepia")
    # GTK 4.8 tells wrong places of what is in a popover. Nothing else has that colour yet.
    picture = jol.settle()
    swatch = jol_e2e.find_color(picture, (0, 0, *picture.size), PAPER["sepia"], 2)
    jol.click(*swatch[len(swatch) // 2])
    jol.wait_state("win.reader-colors", "sepia")
    jol.key("Escape")
    jol.wait_gone(None, "Sepia")
    assert is_paper("sepia")


@tap.test
def colours_of_the_program_come_back():
    jol.start_from(reader_colors="dark")
    assert is_paper("dark")
    jol.start_from(reader_colors="system")
    assert is_paper("light")


def give_keys_to_article():
    left, top, right, bottom = jol.box_of("Article")
    # Between two lines' ends and the edge there is nothing to choose.
    jol.click(left + 6, (top + bottom) // 2)


@tap.test
def words_are_found_by_keys_alone():
    jol.start_from(article="one-to-many#six-chairs")
    jol.settle()
    give_keys_to_article()
    jol.key("ctrl+f")
    jol.wait_for("text", "Find in the article")
    program.xdotool("type", "URANIUM")
    jol.wait_for(None, "1 of 1")
    jol.wait_state("win.article", "one-to-many#at-home")
    program.xdotool("key", "ctrl+a")
    program.xdotool("type", "kazakhstan")
    count = jol.wait_for(None, re.compile(r"^\d+ of \d+$"))
    first = access.name_of(count)
    jol.key("ctrl+g")
    jol.wait_until(lambda: access.name_of(count) != first, "it goes to the next match")
    jol.key("ctrl+shift+g")
    jol.wait_until(lambda: access.name_of(count) == first, "back at the match before")
    program.xdotool("type", "xyz")
    jol.wait_for(None, "Not found")
    jol.key("Escape")
    jol.wait_gone("text", "Find in the article")
    # The keys are the text's again: Escape now means what it means there.
    jol.set("win.select", "cpc")
    jol.key("Escape")
    jol.wait_state("win.select", "")


@tap.test
def keys_lead_through_sections_and_articles():
    jol.start_from(article="one-to-many#six-chairs")
    jol.key("alt+Page_Down")
    jol.wait_state("win.article", "one-to-many#pipes-north")
    jol.key("alt+Page_Up")
    jol.wait_state("win.article", "one-to-many#six-chairs")
    jol.key("ctrl+alt+Page_Down")
    jol.wait_state("win.article", lambda now: now.startswith("one-pipe-out"))
    jol.key("ctrl+alt+Page_Up")
    jol.wait_state("win.article", lambda now: now.startswith("one-to-many"))
    jol.key("ctrl+shift+a")
    jol.wait_for("list item", "Gas turns east")
    jol.settle()
    jol.key("Down")
    jol.key("Down")
    jol.key("Return")
    jol.wait_state("win.article", lambda now: now.startswith("gas-turns-east"))
    jol.key("ctrl+shift+o")
    jol.settle()
    jol.key("Down")
    jol.key("Return")
    jol.wait_state("win.article", lambda now: "#" in now and now.startswith("gas-turns-east"))


@tap.test
def a_link_to_a_passage_is_copied_and_said_to_be():
    jol.start_from(article="one-to-many#old-roads")
    jol.settle()
    left, top, _, bottom = jol.box_of("Article")
    jol.click(left + 60, (top + bottom) // 2, 3)
    jol.wait_for("menu item", "Copy link to passage")
    jol.key("Down", "Return")  # without a selection there is nothing to copy
    jol.wait_for(None, "Link copied")
    link = jol_e2e.read_clipboard()
    assert link.startswith("jol:own-paths?"), link
    assert "article=one-to-many%23old-roads" in link, link


@tap.test
def what_means_nothing_changes_nothing():
    # The last one: while a toast is there, Escape dismisses it.
    jol.start_from()
    for name, value in (("text-size", 10), ("text-width", "huge"), ("reader-colors", "blue")):
        before = jol.state("win." + name)
        jol.run("win." + name, value)
        jol.wait_for("label", f"“{value}” means nothing here")
        assert jol.state("win." + name) == before


jol_e2e.main(jol)
