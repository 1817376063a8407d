#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hold the bundled articles against what their readers are promised.

    articles.py SOURCE_ROOT

Prints TAP. Mentions are links to things on the map; in the article on reading claims, whose
subject they are, links to claims count too.
"""

import json
import pathlib
import re
import sys

LINK = re.compile(r"\[((?:[^\[\]]|\\.)*)\]\(([^)\s]*)\)")
TARGET = re.compile(r"#(?:(claim|source):)?([a-z0-9-]+)(?:@[0-9-]+)?$")
FIGURE = re.compile(r"\d[\d.,]*\s*(?:Mt\b|bcm\b|per\s+cent|%|(?:million|billion)\b)|\$\s?\d")
WORDS = {"one-to-many": (1800, 2500), "how-to-read": (600, 900)}
CLAIMS_COUNT = {"how-to-read"}


def problems(article, kinds):
    name, count, words = article["id"], 0, 0
    for key, value in [("title", article["title"]), ("summary", article["summary"])] + [
        (s["id"], s["heading"]) for s in article["sections"]
    ]:
        for language in ("en", "ru", "kk"):
            if not (isinstance(value, dict) and value.get(language)):
                yield f"{name}: {key} has no {language}"
    for section in article["sections"]:
        where = f"{name}#{section['id']}"
        body = section["body"]
        body = body["en"] if isinstance(body, dict) else body
        if "scene" not in section and name not in CLAIMS_COUNT:
            yield f"{where}: no scene"
        if re.search(r"https?://", LINK.sub("", body)):
            yield f"{where}: a bare address"
        words += len(LINK.sub(r"\1", body).split())
        for _, target in LINK.findall(body):
            match = TARGET.match(target)
            kind = (match[1] or "feature") if match else None
            if not match or match[2] not in kinds[kind]:
                if not target.startswith("https://"):
                    yield f"{where}: {target} leads nowhere"
            elif kind == "feature" or (kind == "claim" and name in CLAIMS_COUNT):
                count += 1
        for paragraph in body.split("\n\n"):
            if FIGURE.search(LINK.sub(r"\1", paragraph)) and not LINK.search(paragraph):
                yield f"{where}: a figure without a link: {paragraph[:60]}"
    if count * 500 < 8 * words:
        yield f"{name}: {count} mentions in {words} words"
    least, most = WORDS.get(name, (1, 10**6))
    if not least <= words <= most:
        yield f"{name}: {words} words, expected {least} to {most}"


def main():
    folder = pathlib.Path(sys.argv[1]) / "data/story"
    story = {}
    for part in json.loads((folder / "own-paths.jol.json").read_text("utf-8"))["parts"]:
        for key, rows in json.loads((folder / part).read_text("utf-8")).items():
            story[key] = story.get(key, []) + rows
    ids = {key: {row["id"] for row in story[key]} for key in ("claims", "sources")}
    features = {row["id"] for key in ("routes", "places", "events") for row in story[key]}
    kinds = {"claim": ids["claims"], "source": ids["sources"], "feature": features}
    failed = False
    print(f"1..{len(story['articles'])}")
    for number, article in enumerate(story["articles"], 1):
        found = list(problems(article, kinds))
        failed = failed or bool(found)
        for line in found:
            print(f"# {line}")
        print(f"{'not ' if found else ''}ok {number} {article['id']}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
