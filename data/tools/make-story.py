#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn a folder of researched facts into the parts of the bundled story.

    data/tools/make-story.py FACTS [OUT]

FACTS holds events.json, routes-oil.json and so on (see README.md beside this script); OUT is
data/story unless named. The same facts always give the same bytes. What is changed or left out
is printed, line by line, so that nothing disappears unseen. Eras and articles are written by
hand in OUT and are not touched.
"""

import pathlib
import sys

from storydata import claims, events, facts, places, render, routes, series, sources, typography

STORY = {
    "format": "jol-story",
    "version": 1,
    "id": "own-paths",
    "title": {
        "en": "Own paths: Central Asia from one partner to many",
        "ru": "Своими путями: Центральная Азия от одного партнёра ко многим",
        "kk": "Өз жолымен: Орталық Азия бір серіктестен көп серіктеске",
    },
    "language": "en",
    "description": {
        "en": "How five states with one neighbour's pipes and summits found other partners, "
        "1991–2025, and how far they really got.",
        "ru": "Как пять государств, у которых были трубы и саммиты одного соседа, нашли других "
        "партнёров, 1991–2025, и как далеко они на деле ушли.",
        "kk": "Құбырлары мен саммиттері бір көршіге тәуелді болған бес мемлекет басқа "
        "серіктестерді қалай тапты, 1991–2025, және шын мәнінде қаншалықты алысқа барды.",
    },
    "credits": "Positions checked against Global Energy Monitor, Global Gas and Oil "
    "Infrastructure Trackers (CC BY 4.0). Population and GDP: World Bank.",
    "view": {"bounds": [46, 34, 88, 56]},
    "time": {"start": "1991", "end": "2025-12-31", "now": "2023-05-18"},
    "parts": [
        "sources.json",
        "places.json",
        "routes-oil.json",
        "routes-gas.json",
        "events.json",
        "claims.json",
        "series.json",
        "eras.json",
        "article-one-to-many.json",
        "article-one-pipe-out.json",
        "article-gas-turns-east.json",
        "article-summit-calendar.json",
        "article-how-to-read.json",
    ],
}


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    raw = facts.Facts(pathlib.Path(sys.argv[1]))
    default = pathlib.Path(__file__).resolve().parent.parent / "story"
    out = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else default
    out.mkdir(parents=True, exist_ok=True)

    all_sources = sources.convert(raw)
    all_places = places.convert(raw)
    oil, gas = routes.convert(raw, all_places)
    all_events = events.convert(raw, all_places)
    all_claims = claims.convert(raw)
    all_series = series.convert(raw)

    written = {
        "sources.json": {"sources": all_sources},
        "places.json": {"places": all_places},
        "routes-oil.json": {"routes": oil},
        "routes-gas.json": {"routes": gas},
        "events.json": {"events": all_events},
        "claims.json": {"claims": all_claims},
        "series.json": {"series": all_series},
    }
    render.write(out / "own-paths.jol.json", typography.set_texts(STORY))
    for name, part in written.items():
        render.write(out / name, typography.set_texts(part))
    raw.report(written)


if __name__ == "__main__":
    main()
