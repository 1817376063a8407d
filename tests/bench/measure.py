# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of the bench share: processes, the screen, medians, and the table."""

import json
import mmap
import os
import pathlib
import statistics
import subprocess
import sys
import time

# Nothing new on the screen for so long: the picture is complete.
QUIET_S = 0.7
LOOK_S = 0.004
GIVE_UP_S = 60


class Tools:
    """Where the programs are, and how much of everything is done."""

    def __init__(self, build, renderers, tiny=False, minutes=0.0):
        build = pathlib.Path(build)
        self.jol = build / "src/jol"
        self.tests = build / "tests"
        self.renderers = renderers
        self.tiny = tiny
        self.minutes = minutes

    def program(self, name):
        return self.tests / name

    def scale(self, usual, tiny=1):
        return tiny if self.tiny else usual


def environment(renderer=None):
    """That of both, the program and its floor: no screen reader, all drawing in the main thread."""
    env = {**os.environ, "GTK_A11Y": "none", "LC_ALL": "C.UTF-8"}
    # Else llvmpipe would draw in threads of its own, and a frame's work would be nobody's.
    env["LP_NUM_THREADS"] = "0"
    if renderer:
        env["GSK_RENDERER"] = renderer
    return env


class Screen:
    """Xvfb's screen, as a file that is mapped."""

    def __init__(self):
        with open(os.environ["JOL_SCREEN_FILE"], "rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def look(self):
        return self.pixels[:]

    def wait_still(self, seconds=0.3):
        seen, since = self.look(), time.perf_counter()
        while time.perf_counter() - since < seconds:
            time.sleep(0.02)
            now = self.look()
            if now != seen:
                seen, since = now, time.perf_counter()


def read_cpu_s(pid):
    """What a process has worked, with all its threads and to the nanosecond: its CPU clock."""
    return time.clock_gettime((~pid << 3) | 2)


def read_pss_mib(pid):
    text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    for line in text.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise ValueError("no Pss in smaps_rollup")


def end(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def make_story(path, n_routes, n_vertices, n_events):
    tool = pathlib.Path(__file__).resolve().parents[2] / "data/tools/make-large-story.py"
    words = [tool, path, n_routes, n_vertices, n_events]
    subprocess.run([sys.executable, "-B", *(str(word) for word in words)], check=True)


def run_lines(command, env):
    """Runs a program to its end; the lines of JSON that it printed, by their names."""
    done = subprocess.run(
        [str(word) for word in command], env=env, check=True, stdout=subprocess.PIPE, text=True
    )
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {line["name"]: line for line in lines}


def take_turns(count, *functions):
    """Calls each in turn, count times, so that what else the machine does falls on all alike; a
    list of results for each."""
    rounds = [[function() for function in functions] for _ in range(count)]
    return [list(column) for column in zip(*rounds)]


def median(values):
    return statistics.median(values)


def p95(values):
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def load_columns(line):
    """What a line of frames or of costs says: milliseconds on the clock, and of the main thread."""
    return line["wall_ms"], line.get("loop_ms", line["cpu_ms"])


class Results:
    """What was measured: rows that are judged by their budgets, and curves of growth."""

    def __init__(self, by_cpu=False):
        self.rows = []
        self.curves = []
        self.by_cpu = by_cpu

    def judge(self, row):
        """A busy machine disturbs the clock; the processor's time it disturbs less."""
        if self.by_cpu and row["cpu"] is not None:
            return row["cpu"] <= row["budget"]
        return row["ratio"] <= row["budget"]

    def print_table(self):
        head = ("what", "ours", "floor", "ratio", "budget", "", "cpu")
        form = "{:<34}{:>12}{:>12}{:>8}{:>8}  {:<5}{:>8}"
        if self.rows:
            print(form.format(*head))
        for row in self.rows:
            ours, floor = (
                "-" if row[name] is None else f"{row[name]:.1f} {row['unit']}"
                for name in ("ours", "floor")
            )
            cpu = "" if row["cpu"] is None else f"{row['cpu']:.2f}"
            judged = "ok" if row["met"] else "over"
            print(
                form.format(
                    row["what"],
                    ours,
                    floor,
                    f"{row['ratio']:.2f}",
                    f"{row['budget']:g}",
                    judged,
                    cpu,
                )
            )
        if self.rows:
            met = sum(row["met"] for row in self.rows)
            print(f"{met} of {len(self.rows)} budgets met")

    def print_curves(self):
        form = "{:<34}{:>12}{:>12}{:>12}{:>10}"
        if self.curves:
            print(form.format("growth", "1×", "10×", "100×", "100 to 1"))
        for curve in self.curves:
            at = [f"{value:.1f} {curve['unit']}" for value in curve["at"]]
            print(form.format(curve["what"], *at, f"{curve['growth']:.1f}"))


results = Results()


def report_difference(what, ours, floor, budget, cpu=None):
    """A row that judges by how many milliseconds, not by how many times, ours is above the floor;
    and so is its "cpu"."""
    report(what, ours, floor, budget, cpu=cpu, ratio=max(ours - floor, 0.0))


def report(what, ours, floor, budget, unit="ms", cpu=None, ratio=None):
    """A row of the table: "ratio" is that of time on the clock, or the figure itself where there is
    no floor; "cpu" is the same of the processor's time."""
    if ratio is None:
        ratio = ours / floor if floor else ours
    row = {"what": what, "ours": ours, "floor": floor, "unit": unit, "ratio": ratio}
    row |= {"budget": budget, "cpu": cpu}
    row["met"] = results.judge(row)
    results.rows.append(row)


def report_curve(what, unit, at):
    """How a figure grows: at a story, at one ten times, and at one a hundred times as large."""
    growth = at[-1] / at[0] if at[0] else 0.0
    results.curves.append({"what": what, "unit": unit, "at": at, "growth": growth})
