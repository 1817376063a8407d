# SPDX-License-Identifier: GPL-3.0-or-later
"""Series: exports and indicators. What would count twice is never in one stack."""

from .facts import clean, text, words
from .names import SERIES
from .typography import MONTHS

QUALITY = {
    "reported": None,
    "estimate": "estimated",
    "derived": "estimated",
    "planned": "planned",
    "partial-year": "partial",
}
UNITS = {
    "million tonnes": "Mt",
    "billion m³": "bcm",
    "billion US$": "bn US$",
    "billion US$, current prices": "bn US$",
    "% of goods turnover": "%",
}
FIVE = {
    "kz": {"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"},
    "uz": {"en": "Uzbekistan", "ru": "Узбекистан", "kk": "Өзбекстан"},
    "tm": {"en": "Turkmenistan", "ru": "Туркменистан", "kk": "Түрікменстан"},
    "kg": {"en": "Kyrgyzstan", "ru": "Киргизия", "kk": "Қырғызстан"},
    "tj": {"en": "Tajikistan", "ru": "Таджикистан", "kk": "Тәжікстан"},
}
# Entries of the table of oil exports that add up, and the ids they have in the stack.
OIL_STACK = {
    "cpc": "cpc",
    "atyrau-samara": "atyrau-samara",
    "china-pipeline": "kazakhstan-china-oil",
    "aktau-makhachkala": "aktau-makhachkala",
    "aktau-baku": "aktau-baku",
    "aktau-tankers": "aktau-tankers",
    "rail": "rail",
    "orenburg": "orenburg",
}
# The other entries: series of their own. Where an indicator holds the same figures, its id.
OIL_ALONE = {
    "total": "kz-oil-exports",
    "cpc": "kz-oil-cpc",
    "cpc-total": "cpc-total",
    "aktau-tankers": "kz-oil-aktau",
    "china-pipeline": "kz-oil-china-pipeline",
    "germany-druzhba": "kz-oil-germany",
    "batumi-rail": "kz-oil-batumi-rail",
    "iran-swaps": "kz-oil-iran-swaps",
    "china-rail": "kz-oil-china-rail",
}
# Indicators of one route: their only entry has the route's id.
ROUTE_OF = {
    "kz-oil-cpc": "cpc",
    "cpc-total": "cpc",
    "kz-oil-germany": "druzhba-north",
    "kz-oil-china-pipeline": "kazakhstan-china-oil",
}
DESTINATIONS = {
    "china": ({"en": "China", "ru": "Китай", "kk": "Қытай"}, "china"),
    "russia": ({"en": "Russia", "ru": "Россия", "kk": "Ресей"}, "russia"),
    "iran": ({"en": "Iran", "ru": "Иран", "kk": "Иран"}, "iran"),
    "azerbaijan": ({"en": "Azerbaijan", "ru": "Азербайджан", "kk": "Әзербайжан"}, "iran"),
    "ukraine": ({"en": "Ukraine", "ru": "Украина", "kk": "Украина"}, "russia"),
    "kazakhstan": ({"en": "Kazakhstan", "ru": "Казахстан", "kk": "Қазақстан"}, "domestic"),
    "kyrgyzstan-and-tajikistan": (
        {
            "en": "Kyrgyzstan and Tajikistan",
            "ru": "Киргизия и Таджикистан",
            "kk": "Қырғызстан мен Тәжікстан",
        },
        "domestic",
    ),
}
# Figures that another source, of which the page was read, gives otherwise.
OTHERWISE = {
    ("TM", "china", 2011): (
        15.5,
        "medium",
        "src-cphibiz-2011",
        "PetroChina's imports. BP's table, as recalled, has 14.3.",
    ),
}


def convert(raw):
    indicators = {row["id"]: row for row in raw.load("indicators.json")}
    oil = {row["id"]: row for row in raw.load("oil-exports-by-outlet.json", "series")}
    gas = raw.load("gas-exports-by-outlet.json")
    rows = [oil_by_outlet(raw, oil)]
    rows += gas_by_destination(raw, gas)
    rows += [grouped(raw, indicators, group) for group in ("population", "gdp")]
    tables = {new: oil[old] for old, new in OIL_ALONE.items()}
    tables["ca-gas-china"] = corridor(gas)
    single = [row for row in indicators.values() if is_single(row)]
    rows += [alone(raw, row, tables.get(row["id"])) for row in single]
    rows += [of_oil(raw, oil, old) for old, new in OIL_ALONE.items() if new not in indicators]
    rows += extra_gas(raw, gas)
    return [named(row) for row in rows]


def is_single(indicator):
    return not indicator["id"].startswith(("population-", "gdp-"))


def named(row):
    """With its title and note, which stand in the table of names."""
    title, note = SERIES[row["id"]]
    for band in row["stack"]:
        band.setdefault("name", title)
    head = {"id": row["id"], "title": title, "unit": row["unit"], "note": words(note)}
    return clean({**head, "stack": [ordered(band) for band in row["stack"]]})


def ordered(band):
    return {k: band[k] for k in ("id", "name", "outlet", "note", "values") if k in band}


def value(raw, row):
    note = words(period(row.get("period")), row.get("note"))
    figure = {
        "year": row["year"],
        "value": row["value"],
        "quality": QUALITY[row.get("kind") or row.get("basis") or guess(row)],
        "confidence": row.get("confidence") if row.get("confidence") != "high" else None,
        "note": note,
        "sources": raw.sources(row.get("sources"), row.get("source")),
    }
    return {k: v for k, v in figure.items() if v not in (None, "", [])}


def guess(row):
    """Quality of an indicator's value, which has only a note to tell it."""
    note = row.get("note", "")
    if any(w in note for w in ("January to", "first half", "eleven months")):
        # A share of some months still stands for the year's; a sum would not.
        return "estimate"
    worked_out = ("worked out", " of 71 Mt", "less the increase", "estimate", "plus about")
    return "estimate" if any(w in note for w in worked_out) else "reported"


def period(span):
    """A span such as 2019-01/2019-06 in words: January–June 2019."""
    if not span:
        return ""
    (first_year, *first), (year, *last) = (date.split("-") for date in span.split("/"))
    if first_year != year:
        raise SystemExit(f"a figure of one year has the period {span}")
    days = len(first) > 1
    first, last = (" ".join([*day_of(p[1:]), MONTHS[int(p[0]) - 1]]) for p in (first, last))
    return f"{first} – {last} {year}" if days else f"{first}–{last} {year}"


def day_of(day):
    return [str(int(d)) for d in day]


def oil_by_outlet(raw, oil):
    stack = []
    split = {v["year"] for v in oil["aktau-baku"]["values"] if v["kind"] != "partial-year"}
    for old, new in OIL_STACK.items():
        row = oil[old]
        values = row["values"]
        if old == "aktau-tankers":
            raw.remark(
                "series oil-by-outlet: the tankers from Aktau stand by destination in "
                + ", ".join(map(str, sorted(split)))
                + ", together in the other years"
            )
            values = [v for v in values if v["year"] not in split]
        stack.append(
            clean(
                {
                    "id": new,
                    "name": band_name(old, row),
                    # Not divided, the tankers' oil leaves by two outlets.
                    "outlet": row["outlet"] if old != "aktau-tankers" else None,
                    "values": [value(raw, v) for v in values],
                }
            )
        )
    return {"id": "oil-by-outlet", "unit": "Mt", "stack": stack}


BANDS = {
    "atyrau-samara": {
        "en": "Atyrau–Samara (with the oil for Germany)",
        "ru": "Атырау – Самара (с нефтью для Германии)",
        "kk": "Атырау – Самара (Германияға арналған мұнаймен)",
    },
    "cpc": {
        "en": "CPC, Kazakh oil",
        "ru": "КТК, казахстанская нефть",
        "kk": "КҚК, қазақстандық мұнай",
    },
    "china-pipeline": {
        "en": "Atasu–Alashankou (China)",
        "ru": "Атасу – Алашанькоу (Китай)",
        "kk": "Атасу – Алашанькоу (Қытай)",
    },
    "aktau-makhachkala": {
        "en": "Tankers Aktau–Makhachkala",
        "ru": "Танкеры Актау – Махачкала",
        "kk": "Ақтау – Махачкала танкерлері",
    },
    "aktau-baku": {
        "en": "Tankers Aktau–Baku (BTC)",
        "ru": "Танкеры Актау – Баку (БТД)",
        "kk": "Ақтау – Баку танкерлері (БТЖ)",
    },
    "aktau-tankers": {
        "en": "Tankers from Aktau, not divided",
        "ru": "Танкеры из Актау, без разбивки",
        "kk": "Ақтау танкерлері, бөлінбеген",
    },
    "rail": {"en": "Rail", "ru": "Железная дорога", "kk": "Теміржол"},
    "orenburg": {
        "en": "Condensate to Orenburg",
        "ru": "Конденсат в Оренбург",
        "kk": "Орынборға конденсат",
    },
}


def band_name(key, row):
    return BANDS.get(key) or text(row["name"])


def gas_by_destination(raw, gas):
    rows = {}
    for record in sorted(gas["records"], key=lambda r: r["year"]):
        exporter, destination, year = record["exporter"], record["destination"], record["year"]
        what = f"gas {exporter} to {destination} {year}"
        if record["value"] is None:
            raw.remark(f"{what}: no volume, left a gap")
        elif destination == "total":
            raw.remark(f"{what}: total of {record['value']} left out, destinations are stacked")
        elif (exporter, destination) in (("TM", "russia-and-ukraine"), ("TM", "uzbekistan")):
            raw.remark(f"{what}: left out, it counts gas also counted as sold to Russia")
        elif exporter == "TM+UZ":
            rows.setdefault("tm-uz-gas-china", {}).setdefault("china", []).append(record)
        else:
            key = f"{exporter.lower()}-gas-by-destination"
            rows.setdefault(key, {}).setdefault(destination, []).append(instead(raw, record))
    order = list(DESTINATIONS)
    return [
        {
            "id": key,
            "unit": "bcm",
            "stack": [
                {
                    "id": to,
                    "name": DESTINATIONS[to][0],
                    "outlet": DESTINATIONS[to][1],
                    "values": [value(raw, r) for r in rows[key][to]],
                }
                for to in sorted(rows[key], key=order.index)
            ],
        }
        for key in sorted(rows, key=lambda k: ("tm-gas", "uz-gas", "kz-gas", "tm-uz-").index(k[:6]))
    ]


def instead(raw, record):
    key = (record["exporter"], record["destination"], record["year"])
    if key not in OTHERWISE:
        return record
    new, confidence, source, note = OTHERWISE[key]
    raw.remark(f"gas {key[0]} to {key[1]} {key[2]}: {new} in place of {record['value']}: {note}")
    sources = [source, *record["sources"]]
    return {**record, "value": new, "confidence": confidence, "note": note, "sources": sources}


def grouped(raw, indicators, group):
    stack = []
    for code, name in FIVE.items():
        row = indicators[f"{group}-{code}"]
        note = row.get("note") if group == "gdp" else None
        band = {"id": code, "name": name, "note": note}
        stack.append(clean({**band, "values": [value(raw, v) for v in row["series"]]}))
    return {"id": group, "unit": UNITS.get(row["unit"], row["unit"]), "stack": stack}


def corridor(gas):
    """All gas by the lines to China, as a table of exports."""
    rows = gas["china_corridor_total"]
    partial = [r["year"] for r in rows if "January to June" in r.get("note", "")]
    kinds = {r["year"]: "partial-year" if r["year"] in partial else "reported" for r in rows}
    return {"id": "china_corridor_total", "values": [{**r, "kind": kinds[r["year"]]} for r in rows]}


def alone(raw, row, table):
    """An indicator. Where a table of exports is fuller, its figures with both's sources."""
    values = {v["year"]: value(raw, v) for v in row["series"]}
    if table:
        for figure in table["values"]:
            fuller = value(raw, figure)
            seen = values.get(figure["year"])
            if seen:
                if abs(seen["value"] - fuller["value"]) > 0.06:
                    raw.remark(
                        f"series {row['id']} {figure['year']}: {fuller['value']}, "
                        f"where an indicator has {seen['value']}"
                    )
                fuller["note"] = words(fuller.get("note"), seen.get("note"))
                fuller["sources"] = union(fuller["sources"], seen["sources"])
            values[figure["year"]] = clean_value(fuller)
        raw.remark(f"series {row['id']}: joined with {table['id']} of the exports")
    band = {"id": ROUTE_OF.get(row["id"], row["id"]), "values": [values[y] for y in sorted(values)]}
    return {"id": row["id"], "unit": UNITS.get(row["unit"], row["unit"]), "stack": [band]}


def union(a, b):
    return a + [x for x in b if x not in a]


def clean_value(figure):
    order = ("year", "value", "quality", "confidence", "note", "sources")
    return {k: figure[k] for k in order if figure.get(k) not in (None, "", [])}


def of_oil(raw, oil, old):
    new = OIL_ALONE[old]
    values = [value(raw, v) for v in oil[old]["values"]]
    for figure in values:
        if "yearly rate" in figure.get("note", "").lower():
            figure["quality"] = "estimated"
    band = {"id": oil[old]["route"], "outlet": oil[old]["outlet"]}
    return {
        "id": new,
        "unit": "Mt",
        "stack": [{**band, "values": [clean_value(v) for v in values]}],
    }


def extra_gas(raw, gas):
    for average in gas["gazprom_purchases"]:
        raw.remark(f"gas {average['period']}: {average['what']} left out, it is not of one year")
    imports = [
        {**r, "basis": "planned" if "Planned" in r.get("note", "") else "reported"}
        for r in gas["reverse_imports"]
    ]
    production = [{**r, "basis": "reported"} for r in gas["context"]]
    return [
        {
            "id": key,
            "unit": "bcm",
            "stack": [{"id": band, "values": [value(raw, r) for r in rows]}],
        }
        for key, band, rows in (
            ("uz-gas-from-russia", "central-asia-center", imports),
            ("tm-gas-production", "production", production),
        )
    ]
