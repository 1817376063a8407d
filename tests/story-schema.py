#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the bundled story against its schema with an independent validator, and count what is in it.

    story-schema.py SOURCE_ROOT [MANIFEST]

Prints TAP. What a schema cannot say (that ids are unique, that references lead somewhere) is
checked here in its own words, not by the program's loader.
"""

import collections
import datetime
import json
import pathlib
import re
import sys

import jsonschema

BUNDLED = "data/story/own-paths.jol.json"
LEAST = {"routes": 65, "events": 185, "places": 155, "claims": 80, "series": 20, "articles": 1}
LISTS = ("sources", "places", "routes", "eras", "events", "claims", "articles", "series")
WITH_ID = tuple(name for name in LISTS if name != "eras")
DATED = {"from", "to", "date", "end", "start", "now"}
LINK = re.compile(r"\[(?:[^\[\]]|\\.)*\]\(([^)\s]*)\)")
TARGET = re.compile(r"#(?:(claim|source):)?([a-z0-9-]+)(?:@([0-9-]+))?$")


def is_day(text):
    """Whether a date of any precision is one that exists."""
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def members(value, pointer=""):
    """Every member of every object in a value, with where it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{pointer}/{key}", key, inner
            yield from members(inner, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from members(inner, f"{pointer}/{index}")


def schema_errors(validator, value, name):
    return [
        f"{name}: /{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
        for e in validator.iter_errors(value)
    ]


def merge(manifest, parts):
    story = {k: v for k, v in manifest.items() if k != "parts"}
    for part in parts.values():
        for key, rows in part.items():
            story[key] = story.get(key, []) + rows
    return story


def unique_ids(story):
    ids = [row["id"] for name in WITH_ID for row in story.get(name, [])]
    ids += [s["id"] for a in story.get("articles", []) for s in a["sections"]]
    return [f"id {key} is used {n} times" for key, n in collections.Counter(ids).items() if n > 1]


def unique_addresses(story):
    pages = collections.defaultdict(list)
    for source in story["sources"]:
        if "url" in source:
            page = re.sub(r"^https?://(www\.)?|#.*$|/$", "", source["url"]).lower()
            pages[page].append(source["id"])
    return [f"{', '.join(ids)} are one page: {page}" for page, ids in pages.items() if len(ids) > 1]


def references(story):
    of = {name: {row["id"] for row in story.get(name, [])} for name in WITH_ID}
    things = of["places"] | of["routes"] | of["events"]
    wrong = []

    def lead(pointer, ids, allowed, what):
        wrong.extend(f"{pointer}: no {what} {i}" for i in ids if i not in allowed)

    for pointer, key, value in members(story):
        if key == "sources" and pointer != "/sources":
            lead(pointer, value, of["sources"], "source")
        elif key == "stops":
            lead(pointer, value, of["places"], "place")
        elif key == "related":
            lead(pointer, value, of["routes"], "route")
        elif key == "select":
            lead(pointer, [value], things, "place, route or event")
        elif key == "body":
            for body in [value] if isinstance(value, str) else value.values():
                wrong.extend(f"{pointer}: {w}" for w in bad_links(body, of, things))
    for n, event in enumerate(story["events"]):
        where = [event["place"]] if "place" in event else []
        lead(f"/events/{n}/place", where, of["places"], "place")
        lead(f"/events/{n}/routes", event.get("routes", []), of["routes"], "route")
    for n, claim in enumerate(story["claims"]):
        about = [i for i in claim.get("about", []) if not re.match(r"[A-Z]{2}$", i)]
        lead(f"/claims/{n}/about", about, things, "place, route or event")
    return wrong


def bad_links(body, of, things):
    for address in LINK.findall(body):
        if address.startswith("https://"):
            continue
        match = TARGET.match(address)
        if not match:
            yield f"{address} is no link of a story"
            continue
        kind, target, date = match.groups()
        allowed = of[kind + "s"] if kind else things
        if target not in allowed:
            yield f"{address} leads nowhere"
        if date and (kind or not is_day(date)):
            yield f"{address} has no good date"


def bad_dates(story):
    wrong = []
    for pointer, key, value in members(story):
        if key in DATED or key == "span":
            days = value.split("..") if isinstance(value, str) else []
            wrong += [f"{pointer}: there is no {day}" for day in days if not is_day(day)]
    for pointer, key, value in members(story):
        if not isinstance(value, list):
            continue
        if key in ("status", "capacity", "direction"):
            begins = [entry["from"] for entry in value]
            if begins != sorted(begins):
                wrong.append(f"{pointer}: not in the order of dates")
        if key in ("values", "throughput"):
            years = [figure["year"] for figure in value]
            if years != sorted(set(years)):
                wrong.append(f"{pointer}: not in the order of years, or one twice")
    for event in story["events"]:
        if event.get("end", "9999") < event["date"][: len(event.get("end", "9999"))]:
            wrong.append(f"event {event['id']} ends before it begins")
    return wrong


def counts(story):
    wrong = [
        f"{len(story.get(name, []))} {name}, fewer than {least}"
        for name, least in LEAST.items()
        if len(story.get(name, [])) < least
    ]
    # Places carry no sources: they were checked against Natural Earth as a whole, see CREDITS.md.
    for name in ("routes", "events", "claims"):
        bare = [row["id"] for row in story[name] if not row.get("sources")]
        wrong += [f"{name}: {i} has no source" for i in bare]
    for series in story.get("series", []):
        for band in series["stack"]:
            wrong += [
                f"series {series['id']}/{band['id']}: {figure['year']} has no source"
                for figure in band["values"]
                if not figure.get("sources")
            ]
    return wrong


def main():
    root = pathlib.Path(sys.argv[1])
    path = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else root / BUNDLED)
    schema = json.loads((root / "data/schema/jol-story-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    whole = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    one = jsonschema.Draft202012Validator({"$ref": "#/$defs/part", "$defs": schema["$defs"]})

    manifest = json.loads(path.read_text(encoding="utf-8"))
    parts = {
        name: json.loads((path.parent / name).read_text(encoding="utf-8"))
        for name in manifest.get("parts", [])
    }
    story = merge(manifest, parts)
    results = [("the manifest follows the schema", schema_errors(whole, manifest, path.name))]
    for name, part in parts.items():
        results.append((f"{name} follows the schema", schema_errors(one, part, name)))
    broken = schema_errors(whole, story, "story")
    results.append(("the whole story follows the schema", broken))
    # On a story of another shape the rest would only stumble.
    if not broken:
        results += [
            ("ids are unique", unique_ids(story)),
            ("a page is one source", unique_addresses(story)),
            ("references and links lead somewhere", references(story)),
            ("dates exist and stand in order", bad_dates(story)),
            ("there is enough of everything, with sources", counts(story)),
        ]
    print(f"1..{len(results)}")
    for n, (what, wrong) in enumerate(results, 1):
        print(f"{'not ok' if wrong else 'ok'} {n} - {what}")
        print(*(f"# {w}" for w in wrong[:40]), sep="\n", end="\n" if wrong else "")
    sys.exit(any(wrong for _, wrong in results))


if __name__ == "__main__":
    main()
