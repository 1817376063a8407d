# SPDX-License-Identifier: GPL-3.0-or-later
"""Claims: carried over, with the sources under their new ids."""

from .facts import clean


def convert(raw):
    rows = raw.load("claims.json")
    raw.remark("claims: seed_paragraph (which paragraph of the commentary) is not carried over")
    return [
        clean(
            {
                "id": claim["id"],
                "statement": claim["statement"],
                "verdict": claim["verdict"],
                "date": claim["date"],
                "note": claim["note"],
                "about": claim["about"],
                "sources": raw.sources(claim["sources"]),
            }
        )
        for claim in rows
    ]
