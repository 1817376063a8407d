# SPDX-License-Identifier: GPL-3.0-or-later
"""What the layers and the labels of the base map are made from, read alike."""

import json

VERSION = 1
FOCUS = ("KZ", "UZ", "TM", "KG", "TJ")


def read(folder, name):
    return json.loads((folder / f"{name}.geojson").read_text(encoding="utf-8"))["features"]


def lists_of(geometry):
    """Rings or lines of a GeoJSON geometry, by polygon or line: [[ring, ...], ...]."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "MultiPolygon":
        return coordinates
    if kind == "Polygon":
        return [coordinates]
    return [[line] for line in (coordinates if kind == "MultiLineString" else [coordinates])]


def is_areal(geometry):
    return geometry["type"].endswith("Polygon")


def column(rows, name, default=None):
    return [row.get(name, default) for row in rows]


def tenths(zoom):
    return round(zoom * 10)


def names(row, keep=None):
    """Names by language, sorted; those that say what English says are left to the fallback."""
    name = row.get("name")
    if not name:
        return None
    if isinstance(name, str):
        return {"en": name}
    return {
        lang: name[lang]
        for lang in sorted(name)
        if lang == "en"
        or keep
        or lang in ("ru", "kk", "ky", "uz", "tk", "tg")
        or name[lang] != name["en"]
    }


def english(feature):
    return feature["properties"].get("name", {}).get("en")
