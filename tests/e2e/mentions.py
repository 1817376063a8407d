#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mentions.py: the text leads map and date, is reached by keys, and is found again by a link."""

import re

import access
import jol_e2e
import tap

CPC = "Caspian Pipeline Consortium (Tengiz–Novorossiysk)"

jol = jol_e2e.Jol(size=(1600, 1000))


def said_of_link():
    """What a screen reader is told of the link that has the keys."""
    text = jol.find("text", inside=jol.part("Article"))
    return text.get_description() or "" if text else ""


def has_keys():
    text = jol.find("text", inside=jol.part("Article"))
    text.clear_cache()
    return "focused" in access.states(text)


def go_to_article():
    for _ in range(8):
        if has_keys() and said_of_link():
            return
        jol.key("F6")
        jol.settle()
    raise AssertionError("F6 does not come to the article")


def press_tab_until(fits, what):
    seen = []
    for _ in range(40):
        said = said_of_link()
        if fits(said):
            return said
        seen.append(said)
        jol.key("Tab")
        jol.settle()  # two links in a row may lead to one thing
    raise AssertionError(f"{what} is not among {seen}")


def scroll(steps):
    """Turns the wheel over the article; down for steps > 0."""
    left, top, right, bottom = jol.box_of("Article")
    jol.wheel((left + right) // 2, (top + bottom) // 2, -steps)


def drag_map():
    left, top, right, _ = jol.box_of("Map")
    x, y = (left + right) // 2, top + 60
    jol.drag(x, y, x + 80, y + 50)


def back_button():
    return jol.find("push button", "Back to the story")


@tap.test
def keys_on_a_mention_light_it_on_the_map():
    jol.start_from(article="one-to-many#one-pipe", date="2022-07")
    jol.settle()
    go_to_article()
    press_tab_until(lambda said: said.startswith(CPC), "the pipeline")
    jol.wait_state("win.hover", "cpc")
    assert jol.state("win.select") == "", "to look is not to choose"
    jol.key("F6")
    jol.wait_state("win.hover", lambda now: now != "cpc")


@tap.test
def the_verdict_of_a_claim_is_spoken():
    jol.start_from(article="one-to-many#one-pipe", date="2022-07")
    jol.settle()
    go_to_article()
    said = press_tab_until(lambda now: now.startswith("Claim, "), "a claim")
    assert re.match(r"Claim, (supported|partly|contested|wrong|opinion): \w", said), said


@tap.test
def the_evidence_of_a_claim_is_reached_and_left_by_keys():
    jol.start_from(article="one-to-many#one-pipe", date="2022-07")
    jol.settle()
    go_to_article()
    said = press_tab_until(lambda now: now.startswith("Claim, "), "a claim")
    jol.key("Return")
    # Statement, verdict, sources and what it is about are there, and the keys are inside.
    jol.wait_for("push button", "All claims")
    statement = said.split(": ", 1)[1]
    jol.wait_for(None, re.compile(re.escape(statement)))
    jol.settle()
    assert not has_keys(), "the evidence has the keys"
    jol.key("Escape")
    jol.wait_until(has_keys, "the text has the keys again")
    assert said_of_link() == said, "at the claim that was left"


@tap.test
def mentions_chosen_in_a_hurry_end_at_the_last():
    jol.start_from(article="how-to-read")  # the keys leave the link that they were at
    jol.start_from(article="one-to-many#first-ways-round", date="1992", follow_text=False)
    jol.settle()
    go_to_article()
    press_tab_until(lambda said: said.startswith("Baku–Supsa"), "the line to Supsa")
    # Each sets out on a flight that the next one cuts short.
    jol.key("Return", "Tab", "Return", "shift+Tab", "Return", "Tab", "Return")
    jol.wait_state("win.select", "btc")
    jol.settle()
    assert jol.state("win.select") == "btc"
    jol.wait_state("win.date", "2006-06")
    assert "Baku–Tbilisi–Ceyhan oil pipeline" in jol.texts(jol.part("Card"))
    left, top, right, bottom = jol.box_of("Map")
    for latitude, longitude in ((40.2, 49.5), (36.9, 35.9)):
        x, y = jol.on_map(latitude, longitude)
        assert left < x < right and top < y < bottom, "both its ends are on the map"


@tap.test
def the_passages_on_what_is_selected_are_stepped_through():
    jol.start_from(article="one-to-many#six-chairs")
    jol.set("win.select", "cpc")
    count = jol.wait_for(None, re.compile(rf"^1 of \d+ passages on {re.escape(CPC)}$"))
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Next passage")))
    jol.wait_until(lambda: access.name_of(count).startswith("2 of "), "it is the second")
    jol.key("alt+Down")
    jol.wait_until(lambda: access.name_of(count).startswith("3 of "), "it is the third")
    jol.key("alt+Up")
    jol.wait_until(lambda: access.name_of(count).startswith("2 of "), "it is the second again")


@tap.test
def a_passage_on_the_card_leads_to_the_sentence():
    jol.start_from(article="one-to-many#six-chairs")
    jol.set("win.select", "xian-2023")
    jol.settle()
    card = jol.part("Card")
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", re.compile(r"^\d+ passages$"), card)))
    rows = [
        node
        for node in access.find_all(card, "push button")
        if len(node.get_name() or "") > 40 and jol_e2e.is_shown(node)
    ]
    assert rows, jol.texts(card)
    jol.click(*jol_e2e.middle_of(rows[0]))
    jol.wait_state("win.article", lambda now: "#" in now)
    jol.wait_for(None, re.compile(r"^1 of \d+ passages on "))


@tap.test
def sections_are_stepped_through_by_keys_and_history():
    jol.start_from(article="one-to-many#six-chairs")
    jol.key("alt+Page_Down")
    jol.wait_state("win.article", "one-to-many#pipes-north")
    jol.key("alt+Page_Down")
    jol.wait_state("win.article", "one-to-many#first-ways-round")
    jol.key("alt+Page_Up")
    jol.wait_state("win.article", "one-to-many#pipes-north")
    jol.set("win.article", "one-pipe-out#owners")
    jol.key("alt+Left")
    jol.wait_state("win.article", "one-to-many#pipes-north")
    jol.key("alt+Right")
    jol.wait_state("win.article", "one-pipe-out#owners")


@tap.test
def the_text_leads_map_and_date():
    jol.start_from(article="one-to-many#six-chairs", date="2001")
    jol.settle()
    jol.run("win.follow-text", True)
    jol.wait_state("win.date", "2023-05-18")
    assert not back_button(), "the scene's flight is no wandering off"
    scroll(12)
    jol.wait_state("win.article", lambda now: now != "one-to-many#six-chairs")
    jol.wait_state("win.select", lambda now: now not in ("", "xian-2023"))
    jol.settle()
    assert not back_button(), "the scene's flight is no wandering off"
    # However many sections went by, one scene was shown: one step back is the one before.
    jol.key("alt+Left")
    jol.wait_state("win.article", "one-to-many#six-chairs")
    jol.wait_state("win.date", "2023-05-18")
    jol.wait_state("win.select", "xian-2023")
    assert not back_button(), "a step of the history is no wandering off"
    jol.run("win.follow-text", False)


@tap.test
def a_drag_of_the_map_suspends_and_the_button_resumes():
    jol.start_from(article="one-to-many#pipes-north", date="2001")
    jol.settle()
    jol.run("win.follow-text", True)
    jol.wait_state("win.date", "1991-12")
    jol.settle()
    shown = jol.state("win.viewport")
    assert not back_button()
    drag_map()
    jol.wait_state("win.viewport", lambda now: now != shown)
    jol.wait_for("push button", "Back to the story")
    jol.settle()

    # One reads on, and the map stays.
    away = jol.state("win.viewport")
    jol.key("alt+Page_Down")
    jol.wait_state("win.article", "one-to-many#first-ways-round")
    jol.settle()
    assert jol.state("win.viewport") == away
    assert jol.state("win.date") == "1991-12"

    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Back to the story")))
    jol.wait_state("win.date", "2009-12-14")
    jol.wait_state("win.viewport", lambda now: now != away)
    jol.wait_gone("push button", "Back to the story")
    jol.key("alt+Page_Down")
    jol.wait_state("win.date", "2022-07")
    jol.run("win.follow-text", False)


@tap.test
def a_link_brings_everything_back():
    jol.start_from(article="one-pipe-out#owners", select="cpc", date="2009-12")
    jol.set("win.viewport", (45.5, 50.25, 5.5))
    jol.settle()
    jol.set("win.article", "one-pipe-out#ways-beside-it")
    states = ("win.article", "win.select", "win.date", "win.viewport")
    before = [jol.state(name) for name in states]
    jol.key("ctrl+shift+l")
    jol.wait_for(None, "Link copied")
    link = jol_e2e.read_clipboard()
    jol.start_from(article="how-to-read", date="2020")
    jol.settle()
    jol.run("app.open", link)
    for name, value in zip(states, before):
        jol.wait_state(name, value)
    jol.settle()
    for name, value in zip(states, before):
        jol.wait_state(name, value)


jol_e2e.main(jol)
