# SPDX-License-Identifier: GPL-3.0-or-later
"""Events: each at a place of the story."""

from .facts import clean, distance_km, fold, text

NEAR_KM = 30


def convert(raw, places):
    rows = []
    for event in raw.load("events.json"):
        rows.append(
            clean(
                {
                    "id": event["id"],
                    "kind": event["kind"],
                    "date": event["date"],
                    "end": event.get("end"),
                    "title": text(event["title"]),
                    "summary": event["summary"],
                    "place": place_of(raw, event, places),
                    "participants": event["participants"],
                    "level": event["level"].replace(" ", "-"),
                    "routes": event["routes"],
                    "confidence": event["confidence"] if event["confidence"] != "high" else None,
                    "sources": raw.sources(event["sources"]),
                }
            )
        )
    return rows


def place_of(raw, event, places):
    """Id of the place with the event's name, which must be near; else of the nearest one."""
    at, name = [event["place"]["lon"], event["place"]["lat"]], event["place"]["name"]["en"]
    near = sorted((distance_km(at, p["at"]), p["id"], p) for p in places)
    same = [n for n in near if fold(name) in names(n[2]) and n[0] < NEAR_KM]
    if same:
        return same[0][1]
    if near[0][0] < NEAR_KM:
        raw.remark(f"event {event['id']}: {name} taken as {near[0][1]}, {near[0][0]:.0f} km off")
        return near[0][1]
    raise SystemExit(f"event {event['id']}: no place for {name}")


def names(place):
    name = place["name"]
    return {fold(n) for n in ([name] if isinstance(name, str) else name.values())}
