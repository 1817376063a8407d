# SPDX-License-Identifier: GPL-3.0-or-later
"""The raw facts, the ids that sources have after merging, and the list of what was changed."""

import json
import math
import re
import unicodedata

# Source lists in the order in which their ids win when one page stands under several.
SOURCE_FILES = (
    "events-sources.json",
    "routes-oil-sources.json",
    "routes-gas-sources.json",
    "claims-sources.json",
)
UNSURE = re.compile(r"general knowledge|not verified|not re-read", re.I)
# The country has one name in all that is shown: that of the map's labels.
TURKEY = re.compile(r"(?<!SOCAR )\bTurkey\b")
APPROXIMATE = re.compile(
    r"\b(year|month|day)s?\b( of the change)? approximate\b|year not stated", re.I
)


class Facts:
    """What the folder of facts holds; steps leave remarks in it for the report."""

    def __init__(self, folder):
        self.folder = folder
        self.source_ids = {}  # every id of a source in the facts: the id it has in the story
        self.remarks = []

    def load(self, name, member=None):
        written = (self.folder / name).read_text(encoding="utf-8")
        if name not in SOURCE_FILES:  # the titles of which are quoted
            written = TURKEY.sub("Türkiye", written)
        data = json.loads(written)
        if isinstance(data, dict) and member:
            return data[member]
        return data

    def remark(self, what):
        self.remarks.append(what)

    def sources(self, *lists):
        """The story's ids for the facts' ids (lists, single ids or None), each once."""
        ids = []
        for one in lists:
            for old in [one] if isinstance(one, str) else one or []:
                new = self.source_ids[old]
                if new not in ids:
                    ids.append(new)
        return ids

    def report(self, parts):
        for part in parts.values():
            for member, rows in part.items():
                print(f"{member}: {len(rows)}")
        print(*self.remarks, sep="\n")


def clean(row):
    """Without members that say nothing."""
    return {k: v for k, v in row.items() if v not in (None, "", [], {})}


def words(*texts):
    """Notes as one text, each a sentence."""
    said = []
    for text in texts:
        text = (text or "").strip()
        if text:
            text = text[0].upper() + text[1:] if text[0].islower() else text
            said.append(text if text[-1] in ".!?)" else text + ".")
    return " ".join(said)


def text(names):
    """A localized text: English first, then by language; a string when it is English only."""
    if isinstance(names, str):
        return names
    if set(names) == {"en"}:
        return names["en"]
    return {"en": names["en"], **{k: names[k] for k in sorted(names) if k != "en"}}


def trust(row, note=""):
    """Confidence of a row, lowered to low where its note says that nobody looked it up."""
    if UNSURE.search(note or ""):
        return "low"
    given = row.get("confidence")
    if (note or "").startswith("Approximate") and not given:
        return "medium"
    return given if given in ("medium", "low") else None


def approximate(note):
    return True if APPROXIMATE.search(note or "") else None


def distance_km(a, b):
    """Great circle between two [lon, lat]."""
    lat_a, lat_b = math.radians(a[1]), math.radians(b[1])
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b[0] - a[0]) / 2
    h = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 12742 * math.asin(math.sqrt(h))


def fold(name):
    """Lower case without marks, for comparing names."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()
