#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""include-law.py SRC [TESTS]: says every #include that points against the arrows of the architecture.

The compiler keeps GTK and the widgets out of the core; this keeps the arrows inside each library,
and the size of files, of the tests too. Usage by hand: tests/include-law.py src tests
"""

import pathlib
import re
import sys

CORE = ["base", "story", "session", "flow", "carto", "export"]
VIEWS = ["widget", "map", "timeline", "reader", "card"]

# A folder, and the folders it may include besides itself.
MAY_INCLUDE = {
    "base": [],
    "story": ["base"],
    "session": ["base", "story"],
    "flow": ["base", "story"],
    "carto": ["base", "story", "session"],
    "export": ["base", "story", "session", "flow", "carto"],
    "widget": ["base", "story", "session", "carto"],
    "map": ["base", "story", "session", "carto", "widget"],
    "timeline": ["base", "story", "session", "carto", "widget"],
    "reader": ["base", "story", "session", "carto", "widget"],
    "card": ["base", "story", "session", "flow", "carto", "widget"],
    "app": CORE + VIEWS,
}

# Painters see a frozen scene, never the session: in carto only the builder of scenes
# (jol-scene-builder and what it was split into) knows it. A viewport is a plain value that scenes
# hold.
SCENE_BUILDER = "jol-scene-"
VALUES = ["jol-viewport.h"]

NEEDS_DISPLAY = re.compile(r"(gtk|gdk|gsk)/|adwaita\.h|shumate")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
LONGEST = 600
SOURCES = [".c", ".h", ".py"]


def problems_of(path, folder, folder_of):
    """Yields the problems of one file as (line, message); line 0 is the file as a whole."""
    lines = path.read_text(encoding="utf-8").splitlines()

    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        ours, theirs = match.groups()
        if theirs:
            if folder in CORE and NEEDS_DISPLAY.match(theirs):
                yield number, f"{folder} works without a display and may not include <{theirs}>"
            continue
        if "/" in ours:
            yield number, f'"{ours}": files are included by their bare name'
            continue
        target = folder_of.get(ours)
        if target is None or target == folder:
            continue
        if target not in MAY_INCLUDE[folder]:
            yield number, f'{folder} may not include "{ours}", which is in {target}'
        elif (folder, target) == ("carto", "session"):
            if ours not in VALUES and not path.name.startswith(SCENE_BUILDER):
                yield number, f'only the scene builder may include "{ours}" in {folder}'


def too_long(path):
    """What is wrong with the size of a file, or None."""
    n_lines = len(path.read_text(encoding="utf-8").splitlines())
    if n_lines > LONGEST:
        return f"{path}: {n_lines} lines, over {LONGEST}: split it by what it does"
    return None


def main():
    src = pathlib.Path(sys.argv[1])
    files = [path for path in sorted(src.rglob("*.[ch]")) if path.parent != src]
    folder_of = {}
    found = []

    for path in files:
        folder = path.relative_to(src).parts[0]
        if folder not in MAY_INCLUDE:
            found.append(f"{path}: the law knows no folder {folder}")
        if path.name in folder_of:
            found.append(f"{path}: a second file of this name; includes are by name alone")
        folder_of[path.name] = folder

    for path in files:
        folder = folder_of[path.name]
        if folder not in MAY_INCLUDE:
            continue
        for line, message in problems_of(path, folder, folder_of):
            found.append(f"{path}:{line}: {message}" if line else f"{path}: {message}")

    sized = list(files)
    for tests in sys.argv[2:]:
        sized += sorted(path for path in pathlib.Path(tests).rglob("*") if path.suffix in SOURCES)
    found += filter(None, map(too_long, sized))

    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
