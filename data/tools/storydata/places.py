# SPDX-License-Identifier: GPL-3.0-or-later
"""Places: those of the facts, and three that events need and the facts lack."""

from .facts import clean, text

# From the coordinates of the events that happened there.
ADDED = [
    {
        "id": "kropotkinskaya",
        "kind": "station",
        "name": {
            "en": "Kropotkinskaya pumping station",
            "ru": "НПС «Кропоткинская»",
            "kk": "Кропоткинская мұнай айдау стансасы",
        },
        "country": "RU",
        "at": [40.55, 45.43],
        "note": "Largest pumping station of the Caspian pipeline in Russia; Russian oil joins.",
    },
    {
        "id": "saman-depe",
        "kind": "station",
        "name": {
            "en": "Saman-Depe (Bagtyyarlyk)",
            "ru": "Самандепе (Багтыярлык)",
            "tk": "Samandepe",
        },
        "country": "TM",
        "at": [63.1, 39.15],
        "confidence": "medium",
        "note": "Gas plant on the right bank of the Amu Darya, head of the lines to China.",
    },
    {
        "id": "sarakhs-khangiran",
        "kind": "border",
        "name": {"en": "Sarakhs-Khangiran", "ru": "Серахс – Хангиран", "fa": "سرخس – خانگیران"},
        "country": "IR",
        "at": [61.21, 36.54],
        "confidence": "medium",
        "note": "Where Turkmen gas crosses to the gas works of Khangiran in Iran.",
    },
]


def convert(raw):
    rows = []
    for place in raw.load("places.json"):
        vague = "Position approximate" in place["note"]
        rows.append(
            clean(
                {
                    "id": place["id"],
                    "kind": place["kind"],
                    "name": text(place["name"]),
                    "country": place["country"],
                    "at": [round(place["lon"], 4), round(place["lat"], 4)],
                    "confidence": "medium" if vague else None,
                    "note": place["note"],
                }
            )
        )
    for place in ADDED:
        raw.remark(f"place {place['id']}: added for events, from their coordinates")
        rows.append({**place, "name": text(place["name"])})
    return rows
