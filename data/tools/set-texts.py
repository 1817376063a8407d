#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Set the quotes, dashes and spaces in the parts of the story that are written by hand.

    data/tools/set-texts.py [STORY]

STORY is data/story unless named. The parts that make-story.py writes are set already. Prints
each text that changes; nothing else in a file does.
"""

import json
import pathlib
import sys

from storydata.typography import set_texts


def texts(value, new):
    """Each string of @value with what it is in @new."""
    if isinstance(value, str):
        yield value, new
    elif isinstance(value, (list, dict)):
        keys = value if isinstance(value, dict) else range(len(value))
        for key in keys:
            yield from texts(value[key], new[key])


def main():
    default = pathlib.Path(__file__).resolve().parent.parent / "story"
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    for path in sorted(folder.glob("*.json")):
        written = path.read_text(encoding="utf-8")
        part = json.loads(written)
        for old, new in texts(part, set_texts(part)):
            if old != new:
                print(f"{path.name}: {new[:70]}")
                old, new = (json.dumps(text, ensure_ascii=False) for text in (old, new))
                written = written.replace(old, new)
        path.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
