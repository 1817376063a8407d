#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""provider.py: what GNOME Shell asks when something is searched in its overview, and where its
answers lead."""

import jol_e2e
import program
import tap
from gi.repository import GLib

PATH = program.APP_PATH + "/SearchProvider"
INTERFACE = "org.gnome.Shell.SearchProvider2"

jol = jol_e2e.Jol()


def ask(method, signature, *values, reply=None):
    answer = jol.call(PATH, INTERFACE, method, GLib.Variant(signature, values), reply)
    return answer.unpack()[0] if reply else None


def search(*terms):
    return ask("GetInitialResultSet", "(as)", list(terms), reply="(as)")


@tap.test
def things_are_found_by_their_names():
    for terms, first in (
        (["tengiz"], "tengiz"),
        (["Тенгиз"], "tengiz"),
        (["caspian", "consortium"], "cpc"),
        (["kazakhstan"], "KZ"),
    ):
        assert search(*terms)[0] == first, (terms, search(*terms))
    assert search("xyzzy") == []


@tap.test
def a_longer_search_goes_on_from_the_shorter():
    found = search("kash")
    narrowed = ask("GetSubsearchResultSet", "(asas)", found, ["kashagan"], reply="(as)")
    assert narrowed[0] == "kashagan", narrowed


@tap.test
def results_are_described():
    found = search("tengiz")
    metas = ask("GetResultMetas", "(as)", found[:1], reply="(aa{sv})")
    assert metas[0]["id"] == "tengiz" and metas[0]["name"] == "Tengiz", metas
    assert metas[0]["description"] == "Field · Kazakhstan" and metas[0]["gicon"], metas


@tap.test
def a_result_opens_the_window_on_it():
    jol.start_from()
    search("tengiz")
    ask("ActivateResult", "(sasu)", "tengiz", ["tengiz"], 0)
    jol.wait_state("win.select", "tengiz")
    search("turkmenistan")
    ask("ActivateResult", "(sasu)", "TM", ["turkmenistan"], 0)
    jol.wait_state("win.viewport", lambda now: 35 < now[0] < 43 and 52 < now[1] < 67)
    search("a way out for tengiz")
    ask("ActivateResult", "(sasu)", "one-pipe-out#way-for-tengiz", ["way"], 0)
    jol.wait_state("win.article", "one-pipe-out#way-for-tengiz")


@tap.test
def the_search_goes_on_in_the_window():
    jol.start_from()
    ask("LaunchSearch", "(asu)", ["kash", "field"], 0)
    jol.wait_state("win.search", "kash field")
    jol.wait_for("list", "Results")
    jol.set("win.search", "")


@tap.test
def the_launcher_leads_to_what_it_offers():
    for name, selected in (("caspian-pipeline", "cpc"), ("xian-summit", "xian-2023")):
        jol.start_from()
        jol.call(
            program.APP_PATH,
            "org.freedesktop.Application",
            "ActivateAction",
            GLib.Variant("(sava{sv})", (name, [], {})),
        )
        jol.wait_state("win.select", selected)


jol_e2e.main(jol)
