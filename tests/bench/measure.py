# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of the bench share: processes, the screen, medians, and the table."""

import json
import mmap
import os
import pathlib
import statistics
import subprocess
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


HEAD = ("what", "ours", "floor", "ratio", "budget", "", "cpu")


def print_row(columns):
    what, ours, floor, ratio, budget, verdict, cpu = columns
    print(f"{what:<30}{ours:>11}{floor:>11}{ratio:>8}{budget:>8}  {verdict:<5}{cpu:>7}", flush=True)


def report_difference(what, ours, floor, budget, cpu=None):
    """A row that judges by how many milliseconds, not by how many times, ours is above the floor;
    and so is its "cpu"."""
    report(what, ours, floor, budget, cpu=cpu, ratio=max(ours - floor, 0.0))


def report(what, ours, floor, budget, unit="ms", cpu=None, ratio=None):
    """A row of the table: the ratio that is judged is that of time on the clock; "cpu" is the same
    for the processor's time, which a busy machine disturbs less."""
    if ratio is None:
        ratio = ours / floor if floor else ours
    columns = [what, f"{ours:.1f} {unit}", f"{floor:.1f} {unit}" if floor else "-"]
    columns += [f"{ratio:.2f}", f"{budget:g}", "ok" if ratio <= budget else "over"]
    columns.append(f"{cpu:.2f}" if cpu else "")
    print_row(columns)
