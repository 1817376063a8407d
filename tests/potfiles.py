#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""potfiles.py ROOT: says which files with words to translate po/POTFILES lacks."""

import pathlib
import re
import sys

# In C: _("…"), N_("…"), C_("…", "…"), ngettext ("…"). In templates: translatable="yes".
MARKS = {
    ".c": re.compile(r'\b(?:N?C?_|_|g?d?c?n?p?gettext|g_dngettext|g_dpgettext2)\s*\(\s*"'),
    ".h": re.compile(r'\b(?:N?C?_|_)\s*\(\s*"'),
    ".ui": re.compile(r'translatable="(?:yes|true|1)"'),
}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DATA = ("*.desktop.in", "*.metainfo.xml.in", "*.gschema.xml", "*.Jol.xml")


def has_words(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ui":
        text = COMMENT.sub("", text)
    return bool(MARKS[path.suffix].search(text))


def main():
    root = pathlib.Path(sys.argv[1])
    listed = [line for line in (root / "po/POTFILES").read_text(encoding="utf-8").splitlines()]
    listed = [line for line in listed if line and not line.startswith("#")]
    needed = {
        path for path in (root / "src").rglob("*") if path.suffix in MARKS and has_words(path)
    }
    needed |= {path for pattern in DATA for path in (root / "data").glob(pattern)}
    needed = {path.relative_to(root).as_posix() for path in needed}

    found = [f"po/POTFILES lacks {name}" for name in sorted(needed - set(listed))]
    found += [
        f"po/POTFILES names {name}, which is not there"
        for name in listed
        if not (root / name).is_file()
    ]
    found += [
        f"po/POTFILES names {name}, which has no words to translate"
        for name in listed
        if name.startswith("src/") and name not in needed and (root / name).is_file()
    ]
    if listed != sorted(set(listed)):
        found.append("po/POTFILES is not in alphabetical order, each file once")

    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
