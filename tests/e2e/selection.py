#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""selection.py: what is chosen in one view is shown by all, whichever view it is chosen in."""

import re

import access
import jol_e2e
import tap

# The steppe west of the Caspian, where CPC runs alone, and a place there with nothing near.
STEPPE = (45.7, 44.0, 6.0)
NOTHING = (47.0, 44.3)
# South of Lake Balkhash, where two lines to China lie in one trench, and a third runs close by.
CORRIDOR = (43.6, 75.0, 7.0)
CPC = "Caspian Pipeline Consortium (Tengiz–Novorossiysk)"

jol = jol_e2e.Jol(size=(1600, 1000))


def marked_words():
    """The px of the article that are marked as about what is chosen, from top to bottom."""
    # As src/reader/jol-article-paint.c lays the colour over white.
    color = [round(255 + (part - 255) * 0.38) for part in jol_e2e.palette("SELECTION")]
    return jol_e2e.find_color(jol.settle(), jol.box_of("Article"), color)


@tap.test
def a_click_on_the_line_of_CPC_chooses_it():
    jol.start_from(viewport=STEPPE, date="2023-05-18")
    jol.settle()
    jol.click(*jol.on_route("cpc", 45.7, 44.0))
    jol.wait_state("win.select", "cpc")


@tap.test
def the_card_tells_of_it():
    card = jol.part("Card")
    texts = jol.texts(card)
    assert CPC in texts, texts
    assert any(re.search(r"operating on 18 May 2023", text) for text in texts), texts
    assert any("67\u00a0Mt" in text for text in texts), f"the capacity at the date: {texts}"
    assert any(re.fullmatch(r"\d+ sources", text) for text in texts), texts


@tap.test
def the_timeline_narrows_to_its_events():
    jol.wait_for("label", re.compile(r"^Events of Caspian Pipeline Consortium"))
    shown = jol.wait_for("label", re.compile(r"^\d+ of \d+ events$")).get_name()
    some, every = map(int, re.findall(r"\d+", shown))
    assert 0 < some < every, shown
    titles = [title for _, title in jol.event_rows()]
    assert titles
    for title in titles:
        assert "cpc" in jol_e2e.events()[title].get("routes", []), title


@tap.test
def the_article_marks_what_it_says_of_it():
    assert len(marked_words()) > 500, "the passages about CPC are marked"


@tap.test
def the_line_is_lit_on_the_map():
    x, y = jol.on_route("cpc", 45.7, 44.0)
    jol.point_at(800, 4)
    picture = jol.settle()
    assert jol_e2e.has_color(picture, x, y, jol_e2e.palette("SELECTION"), reach=8)
    assert jol_e2e.has_color(picture, x, y, jol_e2e.palette("OIL"), reach=4)


@tap.test
def a_click_on_nothing_lets_go():
    jol.click(*jol.on_map(*NOTHING))
    jol.wait_state("win.select", "")
    jol.wait_until(lambda: not jol.is_part_shown("Card"), "the card goes")
    jol.wait_gone("label", re.compile(r"^Events of Caspian"))
    assert not marked_words(), "no passage is marked any more"


@tap.test
def Escape_lets_go():
    jol.click(*jol.on_route("cpc", 45.7, 44.0))
    jol.wait_state("win.select", "cpc")
    jol.key("Escape")
    jol.wait_state("win.select", "")


@tap.test
def the_pointer_over_a_line_only_lights_it():
    jol.start_from(viewport=STEPPE)
    jol.settle()
    jol.point_at(*jol.on_route("cpc", 45.7, 44.0))
    jol.wait_state("win.hover", "cpc")
    assert jol.state("win.select") == ""
    jol.point_at(*jol.on_map(*NOTHING))
    jol.wait_state("win.hover", "")


@tap.test
def clicks_at_one_spot_go_through_all_that_lies_there():
    jol.start_from(viewport=CORRIDOR)
    jol.settle()
    at = jol.on_route("central-asia-china-gas-ab", 43.6, 75.0)
    seen = [""]
    while len(seen) < 8 and seen[-1] not in seen[:-1]:
        jol.click(*at)
        seen.append(jol.wait_state("win.select", lambda now: now not in ("", seen[-1])))
    assert seen[-1] == seen[1], f"they come round to the first: {seen}"
    assert {"central-asia-china-gas-ab", "central-asia-china-gas-c"} <= set(seen), seen


@tap.test
def a_click_on_a_city_tells_what_was_held_there():
    place = jol_e2e.show("astana")
    longitude, latitude = place["at"]
    jol.start_from(viewport=(latitude, longitude, 5.0), date="2023-05-18")
    jol.settle()
    jol.click(*jol.on_map(latitude, longitude))
    jol.wait_state("win.select", "astana")
    texts = jol.texts(jol.part("Card"))
    assert "Astana" in texts, texts
    assert any(re.search(r"\d+ (summits|events)", text) for text in texts), texts


@tap.test
def a_click_on_a_row_chooses_the_event_and_its_date():
    jol.start_from(select="cpc", date="2022-07")
    jol.settle()
    row, title = jol.event_rows()[1]
    event = jol_e2e.events()[title]
    jol.click(*jol_e2e.middle_of(row))
    jol.wait_state("win.select", event["id"])
    jol.wait_state("win.date", event["date"])
    assert title in jol.texts(jol.part("Card"))
    # Its route's other events stay listed: one can go on from here.
    jol.wait_for("label", re.compile(r"^Events of Caspian"))


@tap.test
def the_row_of_what_is_chosen_is_said_to_be_selected():
    jol.start_from(select="xian-2023")
    title = jol_e2e.read(jol_e2e.show("xian-2023")["title"])

    def is_selected():
        row = jol.find("list item", re.compile(re.escape(title)))
        return row and "selected" in access.states(row)

    jol.wait_until(is_selected, "the row of the summit is selected")
    others = jol_e2e.walk(jol.wait_for("list", inside=jol.part("Timeline")), "list item")
    selected = [row.get_name() for row in others if "selected" in access.states(row)]
    assert len(selected) == 1, selected


@tap.test
def a_click_on_a_mention_goes_there_in_place_and_time():
    # What is chosen is marked in the text, which says where its words are.
    jol.start_from(article="one-to-many#six-chairs", select="xian-2023")
    words = marked_words()
    assert words, "the words about the summit are marked"
    x, y = words[0]
    jol.start_from(date="2001", article=jol.state("win.article"))
    jol.settle()
    jol.click(x + 20, y + 8)
    jol.wait_state("win.select", "xian-2023")
    jol.wait_state("win.date", "2023-05-18")
    longitude, latitude = jol_e2e.show(jol_e2e.show("xian-2023")["place"])["at"]
    left, top, right, bottom = jol.box_of("Map")

    def is_in_view():
        px, py = jol.on_map(latitude, longitude)
        return left < px < right and top < py < bottom

    jol.wait_until(is_in_view, "the map goes to Xi'an")


@tap.test
def a_mention_is_reached_by_the_keyboard():
    jol.start_from(article="one-to-many#six-chairs", date="2001")
    jol.settle()
    article = jol.part("Article")

    def said():
        text = jol.find("text", inside=article)
        return text.get_description() if text else ""

    for _ in range(8):
        jol.key("F6")
        if said():
            break
        jol.settle()
    for _ in range(4):
        if "Xi'an" in said() or "Xi’an" in said():
            break
        jol.key("Tab")
        jol.settle()
    jol.key("Return")
    jol.wait_state("win.select", "xian-2023")
    jol.wait_state("win.date", "2023-05-18")


jol_e2e.main(jol)
