# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels of the base map: towns, seas, lakes, ranges, deserts, countries."""

import math

from shapely.geometry import Polygon
from shapely.ops import polylabel

from basemap_codec import mercator
from basemap_source import FOCUS, VERSION, column, lists_of, names, read, tenths

LABEL_BITS = 20
# The numbers written for these words: src/carto/jol-basemap-labels.h has the same list.
LABEL_KIND = (
    "country",
    "capital",
    "region-capital",
    "town",
    "sea",
    "bay",
    "lake",
    "range",
    "peak",
    "pass",
    "desert",
    "land",
)
PHYSICAL_KIND = {
    "sea": "sea",
    "gulf": "bay",
    "bay": "bay",
    "strait": "bay",
    "range/mtn": "range",
    "peak": "peak",
    "pass": "pass",
    "desert": "desert",
}
TOWN_ZOOM_SHIFT = -0.5  # towns of the five states, before the zoom of towns of their size elsewhere


def lake_labels(folder, taken):
    for feature in read(folder, "lakes-10m"):
        row = feature["properties"]
        if not row.get("name") or row["name"]["en"] in taken or "until" in row:
            continue
        taken.add(row["name"]["en"])
        polygon = max(
            (Polygon(group[0], group[1:]) for group in lists_of(feature["geometry"])),
            key=lambda p: p.area,
        )
        point = polylabel(polygon if polygon.is_valid else polygon.buffer(0), 0.01)
        # Where the lake is some 20 px long, there is room for its name.
        fits = math.log2(20 * 360 / 256 / max(math.sqrt(polygon.area), 1e-3))
        yield {
            "kind": "lake",
            "rank": row["rank"],
            "zoom": max(row["minzoom"], min(fits, 9)),
            "angle": 0,
            "at": (point.x, point.y),
            "a2": "",
            "name": names(row),
        }


def all_labels(folder):
    labels = []
    for feature in read(folder, "labels-physical"):
        row = feature["properties"]
        labels.append(
            {
                "kind": PHYSICAL_KIND.get(row["kind"], "land"),
                "rank": row["rank"],
                "zoom": row["minzoom"],
                "angle": row.get("angle", 0),
                "at": feature["geometry"]["coordinates"],
                "a2": "",
                "name": names(row),
            }
        )
    labels += lake_labels(folder, {label["name"]["en"] for label in labels})
    seen = {}
    for feature in read(folder, "places"):
        row = feature["properties"]
        # The source has some cities twice, a little apart: the greater comes first.
        key, at = (row["name"]["en"], row["a2"]), feature["geometry"]["coordinates"]
        if any(math.dist(at, other) < 1 for other in seen.setdefault(key, [])):
            continue
        seen[key].append(at)
        kind = {"country": "capital", "region": "region-capital"}.get(row.get("capital"), "town")
        shift = TOWN_ZOOM_SHIFT if row["a2"] in FOCUS and kind != "capital" else 0
        labels.append(
            {
                "kind": kind,
                "rank": row["rank"],
                "zoom": row["minzoom"] + shift,
                "angle": 0,
                "at": feature["geometry"]["coordinates"],
                "a2": row["a2"],
                "name": names(row),
            }
        )
    # By the zoom at which they appear, then by weight: what a zoom shows is a prefix of the list.
    return sorted(labels, key=lambda label: (tenths(label["zoom"]), label["rank"]))


def units(at):
    return [round(value * (1 << LABEL_BITS)) for value in mercator(*at)]


def make_labels(labels, level, to_zoom):
    rows = [label for label in labels if label["zoom"] <= to_zoom]
    return {
        "format": "jol-basemap-labels",
        "version": VERSION,
        "level": level,
        "bits": LABEL_BITS,
        "kind": [LABEL_KIND.index(row["kind"]) for row in rows],
        "at": [value for row in rows for value in units(row["at"])],
        "zoom": [tenths(row["zoom"]) for row in rows],
        "rank": column(rows, "rank"),
        "angle": [round(row["angle"]) for row in rows],
        "a2": column(rows, "a2"),
        "name": column(rows, "name"),
    }


def make_country_labels(folder):
    rows = sorted(
        (f["properties"] for f in read(folder, "countries-10m") if "a2" in f["properties"]),
        key=lambda row: (tenths(row["minlabel"]), row["labelrank"], row["a2"]),
    )
    return {
        "format": "jol-basemap-labels",
        "version": VERSION,
        "level": "countries",
        "bits": LABEL_BITS,
        "kind": [LABEL_KIND.index("country")] * len(rows),
        "at": [value for row in rows for value in units(row["label"])],
        "zoom": [tenths(row["minlabel"]) for row in rows],
        "rank": column(rows, "labelrank"),
        "angle": [0] * len(rows),
        "a2": column(rows, "a2"),
        "name": [names(row, keep=True) for row in rows],
    }
