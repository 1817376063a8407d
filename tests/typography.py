#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the bundled story has the quotes, dashes and spaces that people print.

    typography.py SOURCE_ROOT

Prints TAP. What the rules are stands in data/tools/storydata/typography.py; what it makes of a few
examples stands here.
"""

import json
import pathlib
import sys

import tap

EXAMPLES = [
    (
        "en",
        "Tengiz-Novorossiysk, Central Asia-Center-4",
        "Tengiz–Novorossiysk, Central Asia–Center-4",
    ),
    ("en", "EU-Central Asia at Cholpon-Ata", "EU–Central Asia at Cholpon-Ata"),
    ("en", "Trans-Caspian, Asia-Plus, SPM-2", "Trans-Caspian, Asia-Plus, SPM-2"),
    (
        "en",
        "2014-15, 2.5-3, January-June; since 2022-07",
        "2014–15, 2.5–3, January–June; since 2022-07",
    ),
    ("en", "Xi'an's \"high-level\" 'news'", "Xi’an’s “high-level” ‘news’"),
    ("en", "28.2 Mt  a year for $5 billion", "28.2\u00a0Mt a year for $5\u00a0billion"),
    ("en", "81 per cent of 64 Mt", "81\u00a0per\u00a0cent of 64\u00a0Mt"),
    ("en", '["gas union"](#a-1@2022-07)', "[“gas union”](#a-1@2022-07)"),
    ("ru", 'Проект "КТК", 67 млн т', "Проект «КТК», 67\u00a0млн т"),
    ("uz", "O'rta Osiyo", "O‘rta Osiyo"),
    ("tr", "Hazar'ın", "Hazar'ın"),
]


def strings(value, new, where):
    if isinstance(value, str):
        yield where, value, new
    elif isinstance(value, dict):
        for key in value:
            yield from strings(value[key], new[key], f"{where}/{value.get('id', '')}{key}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from strings(one, new[number], f"{where}/{number}")


def example(language, text, want, set_text):
    assert set_text(text, language) == want, f"{set_text(text, language)!r} is not {want!r}"


def is_set(path, set_texts):
    part = json.loads(path.read_text("utf-8"))
    unset = [row for row in strings(part, set_texts(part), "") if row[1] != row[2]]
    for where, old, new in unset:
        first = next(i for i, (a, b) in enumerate(zip(old, new)) if a != b or i == len(new) - 1)
        tap.comment(f"{where}: “{old[max(first - 20, 0) : first + 20]}”")
    assert not unset, "data/tools/set-texts.py sets what is written by hand"


def main():
    root = pathlib.Path(sys.argv[1])
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(root / "data/tools"))
    from storydata.typography import set_text, set_texts

    for language, text, want in EXAMPLES:
        tap.add(f"{language}: {text}", example, language, text, want, set_text)
    for path in sorted((root / "data/story").glob("*.json")):
        tap.add(path.name, is_set, path, set_texts)
    tap.main()


if __name__ == "__main__":
    main()
