# SPDX-License-Identifier: GPL-3.0-or-later
"""How disputed lines and areas are drawn: the table data/basemap/disputed.tsv.

Its columns: layer (areas, claims, borders); name of the area, or the codes of the two sides of a
border; draw; why; source. An area is drawn as "hatch" or "none", a line by its status or "none".
"""

import csv

DRAWN = {
    "areas": {"hatch", "none"},
    "claims": {"claim", "breakaway", "none"},
    "borders": {"international", "indefinite", "lease", "control", "disputed"},
}


class DisputedTable:
    def __init__(self, path):
        self.rows, self.used = {}, set()
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                key = row["layer"], row["name"]
                if key in self.rows:
                    raise SystemExit(f"{path}: {key} is there twice")
                if row["draw"] not in DRAWN[row["layer"]]:
                    raise SystemExit(f"{path}: {key}: cannot draw {row['draw']}")
                if not row["why"] or not row["source"]:
                    raise SystemExit(f"{path}: {key}: a choice needs a reason and a source")
                self.rows[key] = row["draw"]

    def draw(self, layer, name):
        key = layer, name
        if key not in self.rows:
            raise SystemExit(f"disputed.tsv: no row for {key}")
        self.used.add(key)
        return self.rows[key]

    def check_used(self):
        idle = self.rows.keys() - self.used
        if idle:
            raise SystemExit(f"disputed.tsv: nothing in the data for {sorted(idle)}")
