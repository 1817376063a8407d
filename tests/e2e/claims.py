#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""claims.py: the list of all claims, as a person opens, narrows, reads and leaves it."""

import re

import access
import jol_e2e
import program
import tap
from gi.repository import GLib

WRONG = "claim-caspian-date"
SPOKEN = re.compile(r"^(Supported|Partly supported|Contested|Wrong|Opinion): ")
STATEMENT = "The Caspian summit in Turkmenistan was held in July 2022."

jol = jol_e2e.Jol()


def is_open():
    return jol.state("win.claims")


def walk(page):
    """All that is in the page, as (role, name, node); rows come and go meanwhile."""
    for node in jol_e2e.walk(page, "list item"):
        try:
            yield access.role_of(node), access.name_of(node), node
        except GLib.Error:
            continue


def rows(page):
    """The heads of the claims that can be seen, from the top."""
    return [
        node
        for role, name, node in walk(page)
        if role == "push button" and SPOKEN.match(name) and jol_e2e.is_shown(node)
    ]


def find_claim(page, name):
    return jol.wait_until(
        lambda: next((node for node in rows(page) if node.get_name() == name), None),
        f"the claim {name!r} is listed",
    )


@tap.test
def a_click_over_the_text_opens_them():
    jol.start_from(claims=False)
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "All claims")))
    jol.wait_state("win.claims", True)
    page = jol.wait_for("panel", "Claims")
    assert "86 of 86 claims" in jol.texts(page)
    assert not jol.is_part_shown("Article")
    # The verdict is spoken first, and how many there are of each.
    assert rows(page)[0].get_name().startswith("Partly supported: Kazakhstan and its neighbours")
    chip = jol.wait_for("push button", "Wrong", page)
    assert chip.get_description() == "2 claims"


@tap.test
def a_click_hides_a_verdict_and_one_more_shows_only_it():
    page = jol.wait_for("panel", "Claims")
    chip = jol.wait_for("push button", "Wrong", page)
    jol.click(*jol_e2e.middle_of(chip))
    jol.wait_for(None, "84 of 86 claims", page)
    assert "pressed" not in access.states(chip)
    program.xdotool("keydown", "ctrl", "click", 1, "keyup", "ctrl")
    jol.wait_for(None, "2 of 86 claims", page)
    find_claim(page, f"Wrong: {STATEMENT}")
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Clear filter", page)))
    jol.wait_for(None, "86 of 86 claims", page)


@tap.test
def words_are_found_and_a_click_opens_what_stands_behind():
    page = jol.wait_for("panel", "Claims")
    jol.click(*jol_e2e.middle_of(jol.wait_for("entry", "Find in the claims", page)))
    program.xdotool("type", "summit july")
    jol.wait_until(lambda: len(rows(page)) < 10, "the list is narrowed")
    head = find_claim(page, f"Wrong: {STATEMENT}")
    assert "expanded" not in access.states(head)
    jol.settle()
    jol.click(*jol_e2e.middle_of(head))
    jol.wait_state("win.select", WRONG)
    jol.wait_until(lambda: "expanded" in access.states(head), "it says that it is expanded")
    said = [name for _, name, _ in walk(page)]
    claim = jol_e2e.show(WRONG)
    assert jol_e2e.read(claim["note"]) in said
    for caption in ("Sources", "About", "Where it is said"):
        assert caption in said, caption


@tap.test
def pointing_at_a_link_lights_the_thing_and_a_click_chooses_it():
    page = jol.wait_for("panel", "Claims")
    links = next(
        node
        for role, name, node in walk(page)
        if role == "label" and "Sixth Caspian summit" in name
    )
    left, top, _, height = jol_e2e.extents(links)
    jol.point_at(left + 20, top + height // 2)
    jol.wait_state("win.hover", "caspian-ashgabat-2022")
    jol.click(left + 20, top + height // 2)
    jol.wait_state("win.select", "caspian-ashgabat-2022")
    assert is_open()


@tap.test
def a_claim_chosen_elsewhere_is_brought_into_sight():
    page = jol.wait_for("panel", "Claims")
    jol.set("win.select", "claim-cpc-80")
    name = f"{jol_e2e.read(jol_e2e.show('claim-cpc-80')['statement'])}"
    head = jol.wait_until(
        lambda: next((node for node in rows(page) if node.get_name().endswith(name)), None),
        "it is listed, though the words that were typed are not in it",
    )
    list_box = jol_e2e.extents(jol.wait_for("list", "Claims", page))

    def is_in_sight():
        _, top, _, height = jol_e2e.extents(head)
        return list_box[1] - 1 <= top <= list_box[1] + list_box[3] - height

    jol.wait_until(is_in_sight, "it is in sight")
    assert "expanded" in access.states(head)


@tap.test
def where_it_is_said_is_a_click_away():
    page = jol.wait_for("panel", "Claims")
    statement = jol_e2e.read(jol_e2e.show("claim-cpc-80")["statement"])
    head = next(node for node in rows(page) if node.get_name().endswith(statement))
    passage = next(
        node
        for role, _, node in walk(head.get_parent())
        if role == "push button" and " · " in (node.get_description() or "")
    )
    left, top, width, height = jol_e2e.extents(jol.wait_for("list", "Claims", page))

    def is_in_sight():
        _, passage_top, _, passage_height = jol_e2e.extents(passage)
        if top <= passage_top and passage_top + passage_height <= top + height:
            return True
        jol.wheel(left + width // 2, top + height // 2, -1)
        jol.settle()
        return False

    jol.wait_until(is_in_sight, "the passage is in sight")
    article, heading = passage.get_description().split(" · ")
    jol.click(*jol_e2e.middle_of(passage))
    jol.wait_state("win.claims", False)
    jol.part("Article")
    place = jol.state("win.article").split("#")
    shown = jol_e2e.show(place[0])
    assert jol_e2e.read(shown["title"]) == article
    assert heading in [jol_e2e.read(part["heading"]) for part in shown["sections"]]


@tap.test
def going_back_leads_to_the_claims_again():
    # From the passage that was just gone to.
    place = jol.state("win.article")
    jol.key("alt+Left")
    jol.wait_state("win.claims", True)
    page = jol.wait_for("panel", "Claims")
    assert not jol.is_part_shown("Article")
    assert rows(page)
    jol.key("alt+Right")
    jol.wait_state("win.claims", False)
    jol.wait_state("win.article", place)
    jol.part("Article")


@tap.test
def keys_alone_do_it_all():
    jol.start_from(claims=False)
    jol.settle()
    jol.key("ctrl+alt+c")
    jol.wait_state("win.claims", True)
    page = jol.wait_for("panel", "Claims")
    jol.wait_until(
        lambda: "focused" in access.states(jol.wait_for("entry", "Find in the claims", page)),
        "the entry has the keys",
    )
    program.xdotool("type", "bread and salt")
    jol.wait_for(None, "1 of 86 claims", page)
    jol.key("Return")
    jol.wait_state("win.select", "claim-bread-and-salt")
    jol.key("Escape")
    jol.wait_for(None, "86 of 86 claims", page)

    def focused_row():
        return next((row.get_name() for row in rows(page) if "focused" in access.states(row)), None)

    for _ in range(8):
        if focused_row():
            break
        jol.key("Tab")
        jol.settle()
    first = focused_row()
    assert first, "Tab leads to the claims"
    jol.key("Down")
    jol.wait_until(lambda: focused_row() not in (None, first), "Down leads to the next claim")
    jol.key("Return")
    jol.wait_until(lambda: jol.state("win.select"), "Return chooses the claim")
    jol.key("Escape")
    jol.wait_state("win.select", "")
    jol.key("Escape")
    jol.wait_state("win.claims", False)
    jol.part("Article")


@tap.test
def a_link_that_has_the_keys_lights_its_thing():
    jol.start_from(claims=False)
    jol.key("ctrl+alt+c")
    page = jol.wait_for("panel", "Claims")
    jol.settle()
    program.xdotool("type", "bread and salt")
    jol.wait_for(None, "1 of 86 claims", page)
    jol.key("Return")
    jol.wait_state("win.select", "claim-bread-and-salt")
    # Past the verdicts, the claim and its sources.
    for _ in range(15):
        jol.key("Tab")
        jol.settle()
        if jol.state("win.hover"):
            break
    assert jol.state("win.hover") in jol_e2e.show("claim-bread-and-salt")["about"]
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Clear filter", page)))
    jol.wait_for(None, "86 of 86 claims", page)


@tap.test
def no_claim_matches():
    jol.start_from(claims=True)
    page = jol.wait_for("panel", "Claims")
    jol.click(*jol_e2e.middle_of(jol.wait_for("entry", "Find in the claims", page)))
    program.xdotool("type", "xyzzy")
    jol.wait_for(None, "No claims match", page)
    jol.settle()
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Show all claims", page)))
    jol.wait_for(None, "86 of 86 claims", page)


@tap.test
def another_place_in_the_text_puts_them_away():
    jol.start_from(claims=True)
    jol.set("win.article", "one-pipe-out")
    jol.wait_state("win.claims", False)
    jol.set("win.claims", True)
    jol.click(*jol_e2e.middle_of(jol.wait_for("push button", "Back to the article")))
    jol.wait_state("win.claims", False)


jol_e2e.main(jol)
