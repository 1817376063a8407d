# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources: one for each page, under the first of the ids it has in the facts."""

import re

from .facts import SOURCE_FILES, clean

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")
# One work that the facts hold without an address under several ids.
SAME = {"rusi-2023": "karcic-rusi-2023", "src-seed-rusi": "karcic-rusi-2023"}
READ = "karcic-rusi-2023"  # The commentary itself, which has no address in the facts.
# What is said better than in the facts, by id in the story.
BETTER = {
    READ: {"publisher": "Royal United Services Institute (Harun Karčić)"},
    "bp-stat-review": {
        "note": "Values recalled from the published tables and not read again. Recalculated at "
        "15 °C and 40 MJ per m³ in later editions."
    },
}
NOT_SEEN = "Cited from general knowledge; no page was read."


def address(url):
    """An address without what does not change the page: scheme, www, tracking, fragment."""
    url = re.sub(r"^https?://(www\.)?", "", url.strip()).split("#")[0]
    url = re.sub(r"[?&](utm_\w+|amp)=[^&]*", "", url)
    return url.rstrip("/?").lower()


def better_date(a, b):
    """The more precise of two dates."""
    return b if len(b or "") > len(a or "") else a


def convert(raw):
    merged, by_address = {}, {}
    for name in SOURCE_FILES:
        for row in raw.load(name, "sources"):
            add(raw, row, merged, by_address)
    by_new = {}
    for old, new in raw.source_ids.items():
        by_new.setdefault(new, []).append(old)
    for new, old in by_new.items():
        if len(old) > 1:
            raw.remark(f"source {new}: also stood as {', '.join(o for o in old if o != new)}")
    return [merged[key] for key in sorted(merged)]


def add(raw, row, merged, by_address):
    key = address(row["url"]) if row["url"] else SAME.get(row["id"], row["id"])
    kept = by_address.setdefault(key, row["id"])
    if row["id"] in raw.source_ids and raw.source_ids[row["id"]] != kept:
        raise SystemExit(f"source id {row['id']} stands for two pages")
    raw.source_ids[row["id"]] = kept
    date = row["date"]
    if date and not DATE.match(date):
        if date != "various":
            raw.remark(f"source {row['id']}: date {date} is not one date, left out")
        date = None
    note = row.get("note")
    if not row["url"] and key != READ and not note:
        note = NOT_SEEN
    new = {
        "id": kept,
        "title": row["title"],
        "publisher": row["publisher"],
        "date": date,
        "url": row["url"],
        "language": row.get("language"),
        "note": note,
    }
    if kept in merged:
        old = merged[kept]
        new = {k: old.get(k) or new.get(k) for k in new}
        new["date"] = better_date(old.get("date"), date)
    merged[kept] = clean({**new, **BETTER.get(kept, {})})
