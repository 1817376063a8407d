#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""catalogues.py SOURCE: that each catalogue in po/ is sound and whole.

Every entry is translated, none is a guess, and its arguments and mnemonic are those of the original. Words that
are newer than the catalogues are no fault of whoever wrote them, and are only named.
"""

import ast
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tap

source = pathlib.Path(sys.argv[1])
po = source / "po"
languages = (po / "LINGUAS").read_text(encoding="utf-8").split()

FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(\[\d+\])? (".*")')
# The conversion of an argument, with its number: "%1$u", "%.0f", "%s"; "%%" is none.
ARGUMENT = re.compile(r"%(?:(\d+)\$)?[-+ #0']*\d*(?:\.\d+)?[hlzjt]*([diouxXeEfgGcsp])")


def gettext(*command):
    """Runs a tool of gettext, speaking English."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
    return subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True)


def read_entries(path):
    """The entries of a catalogue, each a dict by field, as "msgid" or "msgstr[1]"; without the header."""
    result = gettext("msgcat", "--no-wrap", "--no-location", str(path))
    assert result.returncode == 0, result.stderr
    entries = []
    for block in result.stdout.split("\n\n"):
        entry, key = {"flags": ""}, None
        for line in block.splitlines():
            field = FIELD.fullmatch(line)
            if line.startswith("#,"):
                entry["flags"] += line
            elif field:
                key = field[1] + (field[2] or "")
                entry[key] = ast.literal_eval(field[3])
            elif line.startswith('"') and key:
                entry[key] += ast.literal_eval(line)
        if entry.get("msgid"):
            entries.append(entry)
    return entries


def translations(entry):
    return [text for key, text in entry.items() if key.startswith("msgstr")]


def arguments(text):
    """What a format takes, by position."""
    found = ARGUMENT.findall(text.replace("%%", ""))
    return sorted((int(number or place), kind) for place, (number, kind) in enumerate(found, 1))


def check_tool(language):
    result = gettext("msgfmt", "--check", "-o", os.devnull, f"po/{language}.po")
    assert result.returncode == 0, result.stderr


def check_whole(language):
    entries = read_entries(po / f"{language}.po")
    assert entries
    for entry in entries:
        assert "fuzzy" not in entry["flags"], f"a guess: {entry['msgid']}"
        assert all(translations(entry)), f"not translated: {entry['msgid']}"


def check_arguments(language):
    for entry in read_entries(po / f"{language}.po"):
        if "no-c-format" in entry["flags"] or "c-format" not in entry["flags"]:
            continue
        wanted = arguments(entry.get("msgid_plural", entry["msgid"]))
        for text in translations(entry):
            assert arguments(text) == wanted, f"{entry['msgid']} is {text}"


def check_mnemonics(language):
    for entry in read_entries(po / f"{language}.po"):
        has_one = re.search(r"(?:^|[ ])_\w", entry["msgid"]) is not None
        for text in translations(entry):
            assert (text.count("_") == 1) if has_one else True, f"{entry['msgid']} is {text}"


@tap.test
def every_catalogue_is_named_once():
    assert languages == sorted(set(languages))
    assert languages == sorted(path.stem for path in po.glob("*.po"))


@tap.test
def words_that_are_newer_are_named():
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder) / "jol.pot"
        keywords = ("_", "N_", "C_:1c,2", "NC_:1c,2", "g_dngettext:2,3", "g_dpgettext2:2c,3")
        result = gettext(
            *("xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES", "-o", str(template)),
            *(f"--keyword={keyword}" for keyword in keywords),
        )
        assert result.returncode == 0, result.stderr
        wanted = [(entry.get("msgctxt"), entry["msgid"]) for entry in read_entries(template)]
    for language in languages:
        entries = read_entries(po / f"{language}.po")
        known = {(entry.get("msgctxt"), entry["msgid"]) for entry in entries}
        for context, text in wanted:
            if (context, text) not in known:
                tap.comment(f"{language}.po is older than: {text}")


for name in languages:
    tap.add(f"{name} passes msgfmt", check_tool, name)
    tap.add(f"{name} is whole", check_whole, name)
    tap.add(f"{name} takes the same arguments", check_arguments, name)
    tap.add(f"{name} keeps the mnemonics", check_mnemonics, name)

tap.main()
