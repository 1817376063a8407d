# SPDX-License-Identifier: GPL-3.0-or-later
"""A running Jol whose answers, memory and handles are watched."""

import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import program
from gi.repository import Gio, GLib

Answer = collections.namedtuple("Answer", "cpu_ms wall_ms after")
Measured = collections.namedtuple("Measured", "memory_kib files threads windows")

COMPLAINT = re.compile(r"^.*\b(?:CRITICAL|ERROR)\b.*$", re.MULTILINE)
# Told, but forgiven: of a widget of its own file chooser, say, that it draws before it has a size.
WARNING = re.compile(r"^.*\bWARNING\b.*$", re.MULTILINE)
# What GTK 4.8 says of itself, and Jol cannot help.
KNOWN = (
    # Its file chooser, when a column's head is clicked before the folder has been read.
    "assertion 'GTK_IS_TREE_SORTABLE (sortable)' failed",
    # A popover where no screen is: of a window that was dragged out of it, as no window manager is here.
    "gdk_monitor_get_geometry: assertion 'GDK_IS_MONITOR (monitor)' failed",
)
# Longer is no slow machine, but a program that waits for something that does not come.
HANGS_S = 30
# What is told, to be looked at.
SLOW_MS = 150


def find_complaints(text):
    return [line for line in COMPLAINT.findall(text) if not any(known in line for known in KNOWN)]


class Closed(Exception):
    """The window was closed as a person closes one."""


class Watched(program.Program):
    """Its main loop must answer, whatever is done to it; what it says goes to a file."""

    def __init__(self, *arguments, environment=None, size=(1280, 800), binary=None):
        # A complaint is looked for after every event: one that ends the program cannot be forgiven.
        environment = {"G_DEBUG": "gc-friendly", **(environment or {})}
        super().__init__(*arguments, environment=environment, binary=binary)
        self.size = size
        self.said = tempfile.TemporaryFile()
        self.answers = 0
        self.slowest = Answer(0, 0, "nothing")
        self.slow = []

    def __enter__(self):
        program.write_settings(
            window_width=self.size[0], window_height=self.size[1], theme="'light'"
        )
        ours = os.dup(2)
        os.dup2(self.said.fileno(), 2)
        try:
            super().__enter__()
        finally:
            os.dup2(ours, 2)
            os.close(ours)
        self.settle()
        return self

    def __exit__(self, kind, value, trace):
        try:
            super().__exit__(kind, value, trace)
        finally:
            text = self.read_said()
            warnings = {line.rpartition(": ")[2] for line in WARNING.findall(text)}
            sys.stderr.write("\n".join([*sorted(warnings), ""]))
            sys.stderr.flush()
        complaints = find_complaints(text)
        assert not complaints, "the program complained:\n" + "\n".join(complaints)

    def read_said(self):
        self.said.seek(0)
        return self.said.read().decode(errors="replace")

    # Answers

    def read_main_thread_ms(self):
        """What its main thread has used of a processor: what others use of it is not its fault."""
        path = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/schedstat")
        return int(path.read_text().split()[0]) / 1e6

    def check_answer(self, after):
        """Asks twice: the first question may be answered before the frame, the second is not."""
        for _ in range(2):
            try:
                cpu, wall = self.read_main_thread_ms(), time.monotonic()
                self.bus.call_sync(
                    program.APP_ID,
                    program.WINDOW_PATH,
                    "org.gtk.Actions",
                    "Describe",
                    GLib.Variant("(s)", ("date",)),
                    None,
                    Gio.DBusCallFlags.NO_AUTO_START,
                    HANGS_S * 1000,
                    None,
                )
            except (GLib.Error, OSError, ValueError) as problem:
                self.explain_end(after, problem)
            answer = Answer(
                self.read_main_thread_ms() - cpu, (time.monotonic() - wall) * 1000, after
            )
            self.answers += 1
            complaints = find_complaints(self.read_said())
            if complaints:
                raise AssertionError(f"after: {after}\n" + "\n".join(complaints))
            if answer.cpu_ms > SLOW_MS:
                self.slow.append(f"{answer.cpu_ms:.0f} ms: {after}")
            if answer.cpu_ms > self.slowest.cpu_ms:
                self.slowest = answer

    def explain_end(self, after, problem):
        """Ends the test with all that is known of a program that ended, or hangs."""
        try:
            status = self.process.wait(10)
        except subprocess.TimeoutExpired:
            status = None
        if status == 0:
            raise Closed(after)
        where = self.read_stack() if status is None else self.read_core()
        what = "hangs" if status is None else f"ended with {status}"
        raise AssertionError(
            f"the program {what} after: {after} ({problem})\n{self.read_said()}\n{where}"
        )

    def read_stack(self):
        return self.run_gdb("-p", str(self.process.pid))

    def read_core(self):
        """The stack of a core dump, where the system writes one into a folder we know."""
        pattern = pathlib.Path("/proc/sys/kernel/core_pattern").read_text().strip()
        if not pattern.startswith("/"):
            return ""
        cores = pathlib.Path(pattern).parent.glob(f"*{self.process.pid}*")
        return "\n".join(self.run_gdb(self.binary, str(core)) for core in cores)

    @staticmethod
    def run_gdb(*arguments):
        if not shutil.which("gdb"):
            return ""
        done = subprocess.run(
            ["gdb", "-batch", "-ex", "thread apply all bt 40", *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return done.stdout

    def describe_answers(self):
        cpu, wall, after = self.slowest
        return (
            f"{self.answers} answers, the slowest took {cpu:.0f} ms of a processor"
            f" ({wall:.0f} ms by the clock), after: {after}"
        )

    # Memory and handles

    def measure(self):
        """PSS in KiB, open files, threads, and windows on the screen."""
        process = pathlib.Path(f"/proc/{self.process.pid}")
        rollup = (process / "smaps_rollup").read_text()
        return Measured(
            int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE).group(1)),
            len(list((process / "fd").iterdir())),
            len(list((process / "task").iterdir())),
            len(program.xdotool("search", "--pid", self.process.pid)),
        )
