# SPDX-License-Identifier: GPL-3.0-or-later
"""Routes: waypoints become geometry and stops, the rest of a row its histories."""

import re

from .facts import approximate, clean, distance_km, fold, text, trust, words

# Words of a waypoint's name that do not tell one place from another.
COMMON = set(
    "field refinery station terminal border pass port junction compressor area north south east "
    "west marine head city region pumping".split()
)
# What the facts call both or leave open, made a history from their own remarks and status notes.
DIRECTIONS = {
    "kenkiyak-atyrau": [
        {"from": "2003-03", "is": "forward", "note": "East to west, to the Atyrau hub."},
        {
            "from": "2021",
            "is": "reverse",
            "approx": True,
            "note": "Reversed to work from Atyrau towards Kenkiyak; the year is from general "
            "knowledge.",
            "confidence": "low",
            "sources": ["kto-knowledge"],
        },
    ],
    "odessa-brody": [
        {"from": "2004-07", "is": "reverse", "note": "Russian oil from Brody to the Black Sea."},
        {"from": "2010-11-22", "is": "forward", "note": "Oil from the Black Sea for Belarus."},
    ],
}
# Waypoints that are a place of the story though name or distance do not show it.
STOPS = {
    ("odessa-brody", "Pivdennyi oil terminal"): "odesa",
    ("tap", "Kipoi"): "ipsala",
    ("dauletabad-khangiran", "Khangiran"): "sarakhs-khangiran",
    ("central-asia-center", "Dauletabad field"): "dauletabad",
    ("dauletabad-khangiran", "Dauletabad (Salyp Yar)"): "dauletabad",
    ("central-asia-china-gas-ab", "Samandepe (Bagtyyarlyk)"): "saman-depe",
    ("malai-bagtyyarlyk", "Samandepe (Bagtyyarlyk)"): "saman-depe",
    ("atyrau-samara", "Bolshoi Chagan"): "bolshoi-chagan",
    ("karachaganak-atyrau", "Bolshoi Chagan"): "bolshoi-chagan",
    ("cpc", "Kropotkin"): "kropotkinskaya",
}
# Capacities of the other direction only: kept as remarks, for the rest of the route did not
# shrink to them.
REVERSE_ONLY = {("central-asia-center", "2023-10-07"), ("central-asia-center", "2025")}
# Later owners that replace earlier ones of another name: id, name, last year of the earlier.
ENDED = {
    ("tanap", "SOCAR"): "2015",
    ("tanap", "BOTAS and TPAO"): "2015",
    ("tap", "Fluxys"): "2023",
    ("tap", "Enagas"): "2023",
    ("tap", "Axpo"): "2023",
    ("south-caucasus-pipeline", "Lukoil"): "2022",
    ("south-caucasus-pipeline", "Petronas"): "2022",
}
# Shares that are not shares in the route but within a company or a section of it.
NO_SHARE = {
    ("blue-stream", "Blue Stream Pipeline Company: Gazprom 50, Eni 50"),
    ("central-asia-china-gas-ab", "Trans-Asia Gas Pipeline (CNPC)"),
    (
        "central-asia-china-gas-ab",
        "Asian Gas Pipeline LLP (KZ section: KazTransGas/QazaqGaz 50, Trans-Asia Gas Pipeline 50)",
    ),
    (
        "central-asia-china-gas-ab",
        "Asia Trans Gas JV (UZ section: Uzbekneftegaz 50, Trans-Asia Gas Pipeline 50)",
    ),
}
# Notes that tell a figure worked out, or hoped for, from one reported for the year.
PLANNED = re.compile(r"^plan for|expected for the year", re.I)
ESTIMATED = re.compile(
    r"yearly rate|implies|mean of|inferred|derived|by difference|taken for the year|barrels|"
    r"as stated in|on average|a day\b|, approximate|stated growth|contract",
    re.I,
)


def convert(raw, places):
    oil = [route(raw, row, places) for row in raw.load("routes-oil.json")]
    gas = [route(raw, row, places) for row in raw.load("routes-gas.json", "pipelines")]
    raw.remark("routes: length and diameter notes joined to the note, events kept as remarks")
    return oil, gas


def route(raw, row, places):
    note = words(row.get("notes"), row.get("length_note"), row.get("diameter_note"))
    note, named = without_ids(raw, note)
    return clean(
        {
            "id": row["id"],
            "name": text(row["name"]),
            "commodity": row["commodity"],
            "mode": row["mode"],
            "outlet": row["outlet"],
            "origins": row["carries_from"],
            "related": row.get("related"),
            "length_km": row["length_km"],
            "diameter_mm": row["diameter_mm"],
            "operator": row["operator"] if row["operator"] != "none" else None,
            "stops": stops(row, places),
            "status": [history(raw, s, {"is": s["status"]}) for s in row["status"]],
            "direction": direction(raw, row),
            "interruptions": [interruption(raw, i) for i in row.get("interruptions", [])],
            "capacity": capacity(raw, row),
            "throughput": [throughput(raw, t) for t in row["throughput"]],
            "owners": owners(raw, row),
            "remarks": remarks(raw, row),
            "summary": row["summary"],
            "note": note,
            "confidence": trust(row),
            "sources": raw.sources(row["sources"], named),
            "geometry": {
                "type": "LineString",
                "coordinates": [[round(w["lon"], 4), round(w["lat"], 4)] for w in row["waypoints"]],
            },
        }
    )


def without_ids(raw, note):
    """@note without the ids of sources in brackets, and these: a reader sees their titles."""
    named = [i for i in re.findall(r" \(([a-z0-9-]+)\)", note) if i in raw.source_ids]
    for one in named:
        note = note.replace(f" ({one})", "")
    return note, named


def history(raw, entry, members):
    note = words(entry.get("note"))
    return clean_entry(
        {
            "from": entry["from"],
            "approx": approximate(note),
            **members,
            "note": note,
            "confidence": trust(entry, note),
            "sources": raw.sources(entry.get("sources"), entry.get("source")),
        }
    )


def clean_entry(entry):
    """Without members that say nothing; a zero says something."""
    return {k: v for k, v in entry.items() if v is not None and v != "" and v != []}


def capacity(raw, row):
    rows = []
    for entry in row["capacity"]:
        if (row["id"], entry["from"]) in REVERSE_ONLY:
            raw.remark(f"route {row['id']}: capacity of {entry['from']} made a remark")
        else:
            rows.append(history(raw, entry, {"value": entry["value"], "unit": entry["unit"]}))
    return rows


def remarks(raw, row):
    rows = [(e["date"], e["note"], e) for e in row.get("events", [])]
    for entry in row["capacity"]:
        if (row["id"], entry["from"]) in REVERSE_ONLY:
            said = f"{entry['value']} {entry['unit']}. {entry['note']}"
            rows.append((entry["from"], said, entry))
    return [
        clean(
            {
                "date": date,
                "note": words(note),
                "confidence": trust(entry, note),
                "sources": raw.sources(entry.get("sources")),
            }
        )
        for date, note, entry in rows
    ]


def interruption(raw, gap):
    note = words(gap["what"], gap.get("note"))
    return history(raw, {**gap, "note": note}, {"to": gap.get("to")})


def throughput(raw, figure):
    note = figure.get("note", "")
    quality = None
    if PLANNED.search(note):
        quality = "planned"
    elif ESTIMATED.search(note):
        quality = "estimated"
    return clean_entry(
        {
            "year": figure["year"],
            "value": figure["value"],
            "unit": figure["unit"],
            "quality": quality,
            "confidence": trust(figure, note),
            "note": words(note),
            "sources": raw.sources(figure.get("source"), figure.get("sources")),
        }
    )


def direction(raw, row):
    if row["id"] in DIRECTIONS:
        raw.remark(f"route {row['id']}: direction history made from its remarks")
        return DIRECTIONS[row["id"]]
    words_of = {"forward": "forward", "reversed": "reverse", "both": "both"}
    if "direction_history" in row:
        return [history(raw, d, {"is": words_of[d["direction"]]}) for d in row["direction_history"]]
    if row["directions"] == "both":
        return [{"from": row["status"][0]["from"], "is": "both"}]
    return None


def owners(raw, row):
    rows = []
    for owner in row["owners"]:
        key = (row["id"], owner["name"])
        share = owner["share_percent"]
        if key in NO_SHARE:
            raw.remark(f"route {row['id']}: share of {owner['name']} is of a section, left out")
            share = None
        rows.append(
            clean(
                {
                    "name": owner["name"],
                    "share": share,
                    "country": owner["country"],
                    "from": owner.get("from"),
                    "to": owner.get("to") or ENDED.get(key),
                }
            )
        )
    return rows


def telling(name):
    return {w for w in re.split(r"[^a-z]+", fold(name)) if len(w) > 3} - COMMON


def stops(row, places):
    """Ids of the places on the route: near a waypoint and of its name, in the order of the line."""
    found = []
    for waypoint in row["waypoints"]:
        stop = STOPS.get((row["id"], waypoint["name"])) or stop_at(waypoint, places)
        if stop and stop not in found:
            found.append(stop)
    return found


def stop_at(waypoint, places):
    at, kind, name = [waypoint["lon"], waypoint["lat"]], waypoint["kind"], waypoint["name"]
    best = None
    for place in places:
        label = place["name"] if isinstance(place["name"], str) else place["name"]["en"]
        far = distance_km(at, place["at"])
        # A line that merely passes a town is not a stop, unless the waypoint is the town itself.
        passing = kind == "waypoint" and fold(name) != fold(label)
        known = telling(label) | telling(place["id"].replace("-", " "))
        if passing or far > (12 if kind == "waypoint" else 25) or not telling(name) & known:
            continue
        # Of a town and its refinery or field, the one that is of the waypoint's kind.
        rank = (place["kind"] != kind, place["kind"] in ("refinery", "field"), far)
        if best is None or rank < best[0]:
            best = (rank, place["id"])
    return best and best[1]
