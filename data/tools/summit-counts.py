#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count who met whom in the story: the figures of the article on the summit calendar.

    data/tools/summit-counts.py [STORY_FOLDER]

Prints the article's tables and the phrases in which it states a count. tests/summit-counts.py
holds both against the article: when an event is added, the text must follow.
"""

import json
import pathlib
import sys

FIVE = frozenset(("KZ", "KG", "TJ", "TM", "UZ"))
GULF = frozenset(("AE", "BH", "KW", "OM", "QA", "SA"))
PERIODS = ((1991, 2000), (2001, 2010), (2011, 2017), (2018, 2021), (2022, 2025))
PARTNERS = (
    ("Russia", {"RU"}),
    ("China", {"CN"}),
    ("Türkiye", {"TR"}),
    ("India", {"IN"}),
    ("United States", {"US"}),
    ("European Union", {"EU"}),
    ("Germany", {"DE"}),
    ("Gulf states", GULF),
    ("Italy", {"IT"}),
    ("Japan", {"JP"}),
)
HOSTS = (
    ("Kazakhstan", "KZ"),
    ("Kyrgyzstan", "KG"),
    ("Uzbekistan", "UZ"),
    ("Tajikistan", "TJ"),
    ("Turkmenistan", "TM"),
)


class Calendar:
    def __init__(self, folder):
        def read(name):
            return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))[name]

        self.country = {p["id"]: p.get("country") for p in read("places")}
        events = read("events")
        self.summits = [e for e in events if e["kind"] == "summit"]
        self.visits = [e for e in events if e["kind"] == "visit"]

    def between(self, first, last):
        return [e for e in self.summits if first <= int(e["date"][:4]) <= last]

    def inside(self, events):
        return [e for e in events if self.country[e["place"]] in FIVE]

    def tables(self):
        """By the first head: the rows as lists of text, heads first."""
        periods = [["Years", "Summits", "In the region", "With Russia", "With China", "Neither"]]
        for first, last in PERIODS:
            them = self.between(first, last)
            periods.append(
                [
                    f"{first}–{last}",
                    len(them),
                    len(self.inside(them)),
                    len(with_any(them, {"RU"})),
                    len(with_any(them, {"CN"})),
                    len([e for e in them if not {"RU", "CN"} & set(e["participants"])]),
                ]
            )
        hosts = [["Host", "Summits held", "Summits attended"]]
        for name, code in HOSTS:
            held = [e for e in self.summits if self.country[e["place"]] == code]
            hosts.append([name, len(held), len(with_any(self.summits, {code}))])
        partners = [["Partner", "1991–2021", "2022–2025", "Alone with the five"]]
        for name, codes in PARTNERS:
            partners.append(
                [
                    name,
                    len(with_any(self.between(1991, 2021), codes)),
                    len(with_any(self.between(2022, 2025), codes)),
                    len(one_to_five(self.summits, codes)),
                ]
            )
        return {t[0][0]: [[str(c) for c in row] for row in t] for t in (periods, hosts, partners)}

    def phrases(self):
        old, new = self.between(1991, 2021), self.between(2022, 2025)
        astana = [e for e in self.summits if e["place"] == "astana"]
        sco = [e for e in self.summits if e["id"].startswith("sco-")]
        own = [e for e in self.summits if set(e["participants"]) - {"AZ"} == FIVE]
        formats = [e for _, codes in PARTNERS for e in one_to_five(self.summits, codes)]
        return (
            f"{len(self.summits)} summits and {len(self.visits)} visits",
            f"{len(old)} summits in thirty-one years and {len(new)} in four",
            f"{len(with_any(old, {'RU'}))} of {len(old)}",
            f"{len(with_any(new, {'RU'}))} of {len(new)}",
            f"{len(astana)} in Astana",
            f"{len(self.inside(self.summits))} of {len(self.summits)} were held in the region",
            f"{len(self.inside(sco))} of {len(sco)} took place in the region",
            f"{len(formats)} meetings of the five with one partner",
            f"{len([e for e in formats if e in new])} of them since 2022",
            f"{len(own)} meetings of their own",
            f"{len([e for e in own if 'AZ' in e['participants']])} with Azerbaijan",
        )


def with_any(events, codes):
    return [e for e in events if codes & set(e["participants"])]


def one_to_five(events, codes):
    """Meetings of all five and this partner and nobody else."""
    return [
        e
        for e in events
        if FIVE <= set(e["participants"]) and set(e["participants"]) - FIVE == codes
    ]


def main():
    default = pathlib.Path(__file__).resolve().parent.parent / "story"
    calendar = Calendar(pathlib.Path(sys.argv[1]) if len(sys.argv) == 2 else default)
    for table in calendar.tables().values():
        print(*(" | ".join(row) for row in table), "", sep="\n")
    print(*calendar.phrases(), sep="\n")


if __name__ == "__main__":
    main()
