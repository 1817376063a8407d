#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""soak.py [--minutes N | --rounds N] [--seed N] [--csv FILE]: one window used for a long time; what it holds must not grow.

A round does what people do all day: years run, the map is moved, things are looked at, articles and
stories changed, pictures written. Each ends where the first began, with the story read anew, so that
nothing is kept of the round in a cache, such as the marks of the dates that were shown, and what is
held then can be compared. A line through all of it but the beginning says what a round adds.
"""

import argparse
import csv
import pathlib
import random
import statistics
import sys
import tempfile
import time

import watch  # finds the two below
import program
import tap

STORY = pathlib.Path(__file__).resolve().parent.parent / "story/good/small.jol.json"
CHARTS = ("oil-by-outlet", "jol:oil-capacity", "jol:gas-capacity", "jol:events")
THINGS = ("cpc", "xian-2023", "tengiz", "baku", "tapi", "kz", "")
# What is made once and kept, such as tiles of the map, fonts and the shapes of letters.
WARM_UP = 0.25
# What it may grow by from the warm-up's end to the last round: of memory as a share, of the others as a number.
MEMORY_SHARE = 0.03
HANDLES = 2.5
# In fewer rounds memory has not come to rest; files, threads and windows tell all the same.
MEASURED_ROUNDS = 12
# Where a right click opens a menu, in shares of the window: its head, the map, the article.
MENUS = ((0.05, 0.03), (0.25, 0.5), (0.86, 0.4))
# Each more often than a round may bring windows that are new, such as of a first tooltip.
MENU_TIMES = 3
# Where it begins and each round ends.
HOME = (
    "win.play false",
    'win.select ""',
    'win.search ""',
    'win.span ""',
    'win.filter ""',
    'win.compare ""',
    "win.claims false",
    'win.theme "light"',
    'win.reader-colors "system"',
    'win.chart "jol:events"',
    'win.article "one-to-many"',
    'win.date "2023-05-18"',
    "win.fit",
)


class Person:
    """Who uses it. Every step is an action or an input, and is answered before the next."""

    def __init__(self, jol, seed, folder):
        self.jol = jol
        self.random = random.Random(seed)
        self.folder = folder
        self.steps = 0

    def do(self, action):
        self.jol.activate(action)
        self.jol.check_answer(action)
        self.steps += 1

    def round(self):
        parts = [
            self.watch_the_years,
            self.move_the_map,
            self.look_at_things,
            self.read,
            self.narrow,
            self.write_pictures,
            self.use_the_pointer,
            self.ask_for_menus,
        ]
        self.random.shuffle(parts)
        for part in parts:
            part()
        self.change_story()
        for action in HOME:
            self.do(action)
        self.jol.forget_places()

    def watch_the_years(self):
        self.do(f'win.date "{self.random.randint(1991, 2020)}"')
        self.do("win.play true")
        for _ in range(20):
            self.jol.check_answer("play")
            # A person looks at it; a frame is a moment.
            time.sleep(0.1)
        self.do("win.play false")

    def move_the_map(self):
        for _ in range(20):
            latitude, longitude = self.random.uniform(30, 60), self.random.uniform(40, 95)
            self.do(
                f"win.viewport ({latitude:.3f}, {longitude:.3f}, {self.random.uniform(3, 9):.2f})"
            )
        for action in ("win.zoom-in", "win.zoom-in", "win.zoom-out", "win.fit"):
            self.do(action)

    def look_at_things(self):
        for thing in THINGS:
            self.do(f'win.select "{thing}"')
            self.do(f'win.hover "{self.random.choice(THINGS)}"')
        for action in (
            "win.back",
            "win.back",
            "win.forward",
            "win.next-event",
            "win.previous-event",
        ):
            self.do(action)

    def read(self):
        for _ in range(4):
            self.do("win.next-article")
            self.do("win.next-section")
            self.do("win.next-section")
        self.do("win.text-larger")
        self.do("win.text-normal")
        self.do("win.claims true")
        self.do("win.claims false")
        for colors in ("sepia", "dark", "system"):
            self.do(f'win.reader-colors "{colors}"')
        self.do('win.theme "dark"')
        self.do('win.theme "light"')
        for _ in range(4):
            self.do("win.previous-article")

    def narrow(self):
        for text in ("g", "gas", "каспий", "zzz", ""):
            self.do(f'win.search "{text}"')
        self.do('win.span "2001..2010"')
        self.do('win.filter "gas,visit"')
        self.do('win.compare "2005"')
        for chart in CHARTS:
            self.do(f'win.chart "{chart}"')
        for pane in ("timeline", "reader"):
            self.do(f"win.show-{pane} false")
            self.do(f"win.show-{pane} true")
        for action in ('win.compare ""', 'win.filter ""', 'win.span ""'):
            self.do(action)

    def write_pictures(self):
        for suffix in ("png", "svg", "pdf"):
            path = pathlib.Path(self.folder, f"{self.steps}.{suffix}")
            self.do(f'win.export "{path}"')
            self.jol.wait_until(path.exists, f"{path.name} is written", 60)
            path.unlink()

    def change_story(self):
        for action in (f'app.open "{STORY}"', "win.open-bundled"):
            self.do(action)
            self.jol.settle(60)

    def use_the_pointer(self):
        width, height = self.jol.size
        self.jol.drag(width // 2, height // 2, width // 2 - 120, height // 2 + 60)
        program.xdotool("mousemove", width // 2, height // 2, "click", "--repeat", 4, 4)
        self.jol.check_answer("wheel")
        program.xdotool("click", "--repeat", 4, 5)
        for keys in ("ctrl+e", "ctrl+comma", "ctrl+question", "F10"):
            self.jol.key(keys)
            self.jol.check_answer(keys)
            self.escape()
        self.leave()

    def ask_for_menus(self):
        """Each of them often: GTK keeps a window for each, which must be the same each time."""
        width, height = self.jol.size
        for x, y in MENUS * MENU_TIMES:
            program.xdotool("mousemove", round(x * width), round(y * height), "click", 3)
            self.jol.check_answer("right click")
            self.escape()
        for _ in range(MENU_TIMES):
            for keys in ("ctrl+l", "shift+F10"):
                self.jol.key(keys)
                self.jol.check_answer(keys)
            self.escape()
            self.escape()
        self.leave()

    def escape(self):
        self.jol.settle()
        # It goes to the window on top, which without a window manager nobody gives the keys.
        windows = program.xdotool("search", "--onlyvisible", "--pid", self.jol.process.pid)
        program.xdotool("windowfocus", windows[-1], "key", "Escape")
        self.jol.check_answer("Escape")

    def leave(self):
        """Gives the keys back to the main window, and takes the pointer to where nothing shows a tooltip."""
        width = self.jol.size[0]
        program.xdotool("windowfocus", self.jol.find_window(), "mousemove", width // 2, 4)


def slope_of(values):
    """What each value adds to the one before it, at the median of all pairs (Theil and Sen): no single one decides."""
    pairs = [
        (values[j] - values[i]) / (j - i)
        for i in range(len(values))
        for j in range(i + 1, len(values))
    ]
    return statistics.median(pairs)


def judge(rounds):
    """Tells for each thing measured what it grew by, and returns those that grew too much."""
    kept = rounds[int(len(rounds) * WARM_UP) :]
    bad = []
    for index, name in enumerate(kept[0]._fields):
        values = [measured[index] for measured in kept]
        grown = slope_of(values) * (len(values) - 1)
        allowed = statistics.median(values) * MEMORY_SHARE if name.endswith("_kib") else HANDLES
        told = f"{name}: {values[0]} to {values[-1]}, {min(values)} to {max(values)} between; slope {slope_of(values):+.2f} a round, {grown:+.0f} in all, allowed {allowed:.0f}"
        tap.comment(told)
        if grown > allowed and (len(rounds) >= MEASURED_ROUNDS or not name.endswith("_kib")):
            bad.append(told)
    return bad


def soak(options):
    with tempfile.TemporaryDirectory(prefix="jol-soak-") as folder, watch.Watched() as jol:
        person = Person(jol, options.seed, folder)
        if options.minutes or options.rounds >= MEASURED_ROUNDS:
            jol.fill_caches()
        end = time.monotonic() + 60 * options.minutes
        began, rounds, rows = time.monotonic(), [], []
        while len(rounds) < options.rounds or time.monotonic() < end:
            person.round()
            rounds.append(jol.measure())
            minutes = (time.monotonic() - began) / 60
            rows.append((f"{minutes:.2f}", person.steps, *rounds[-1]))
            tap.comment(f"{minutes:.1f} min, {person.steps} steps: {rounds[-1]}")
            if options.csv:
                write_rows(options.csv, rows)
        tap.comment(jol.describe_answers())
        bad = judge(rounds)
        assert not bad, "it grows:\n" + "\n".join(bad)


def write_rows(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("minutes", "steps", *watch.Measured._fields))
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--rounds", type=int, default=3, help="at least so many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--csv")
    options = parser.parse_args(sys.argv[1:])
    tap.add("what it holds does not grow", soak, options)
    tap.main()


if __name__ == "__main__":
    main()
