# SPDX-License-Identifier: GPL-3.0-or-later
"""A running Jol whose answers, memory and handles are watched."""

import collections
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import program
from gi.repository import Gio, GLib

# What its main thread took of a processor; that on a processor of its own; the time by the clock.
Answer = collections.namedtuple("Answer", "fair_ms cpu_ms wall_ms after")
# A turn of its main loop, in which nothing else is read or drawn: without the time in which others had the
# processor (pulse.c), on a processor of its own; what of it was a processor's; by the clock; where it was.
Turn = collections.namedtuple("Turn", "fair_ms own_ms cpu_ms wall_ms after where")
Measured = collections.namedtuple("Measured", "memory_kib heap_kib files threads windows")

# Of the program itself, not of what it started, such as the preview of a print.
COMPLAINT = re.compile(r"^.*\(jol:\d+\): .*\b(?:CRITICAL|ERROR)\b.*$", re.MULTILINE)
# Told, but forgiven: of a widget of its own file chooser, say, that it draws before it has a size.
WARNING = re.compile(r"^.*\(jol:\d+\): .*\bWARNING\b.*$", re.MULTILINE)
# What GTK 4.8 says of itself, and Jol cannot help.
KNOWN = (
    # A popover where no screen is: of a window that was dragged out of it, as no window manager is here.
    "gdk_monitor_get_geometry: assertion 'GDK_IS_MONITOR (monitor)' failed",
)
# Longer is no slow machine, but a program that waits for something that does not come.
HANGS_S = 30
# What is told, to be looked at.
SLOW_MS = 100
TOLD_TURNS = 12
# What the screen shows after it is kept, where there is a place.
KEPT_MS = 200
# Longer than the program waits until it gives memory back.
REST_S = 8
# What the system itself takes and gives, a page at a time.
RESTLESS_KIB = 128
YARDSTICK = bytes(range(256)) * 10_000
FRAME = re.compile(r"^(\S+?)\((.*?)[+](0x[0-9a-f]+)\)", re.MULTILINE)
KIB = re.compile(r"^(\w+): +(\d+) kB", re.MULTILINE)
HEAP = re.compile(r"^heap (\d+)\n", re.MULTILINE)
TURN = re.compile(r"^([0-9.]+) ([0-9.]+) ([0-9.]+)\n", re.MULTILINE)


def find_complaints(text):
    return [line for line in COMPLAINT.findall(text) if not any(known in line for known in KNOWN)]


def measure_yardstick():
    """Processor time in ms of a piece of work that is always the same."""
    began = time.thread_time()
    zlib.crc32(YARDSTICK)
    return (time.thread_time() - began) * 1000


class Closed(Exception):
    """The window was closed as a person closes one."""


class Watched(program.Program):
    """Its main loop must answer, whatever is done to it; what it says goes to a file."""

    def __init__(self, *arguments, environment=None, size=(1280, 800), binary=None):
        # A complaint is looked for after every event: one that ends the program cannot be forgiven.
        environment = {"G_DEBUG": "gc-friendly", **(environment or {})}
        self.pulse = tempfile.NamedTemporaryFile(prefix="jol-pulse-")
        if "JOL_PULSE_SO" in os.environ:
            environment["LD_PRELOAD"] = os.environ["JOL_PULSE_SO"]
            environment["JOL_PULSE"] = self.pulse.name
            environment["JOL_PULSE_MS"] = str(SLOW_MS)
        super().__init__(*arguments, environment=environment, binary=binary)
        self.size = size
        self.said = tempfile.TemporaryFile()
        self.answers = 0
        self.slowest = Answer(0, 0, 0, "nothing")
        self.answers_slow = []
        self.turns = []
        self.yardstick_ms = min(measure_yardstick() for _ in range(20))
        self.heap = None

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
        except AssertionError as problem:
            raise AssertionError(f"{problem}\n{self.explain_crash()}") from None
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
            cpu, wall = self.read_main_thread_ms() - cpu, (time.monotonic() - wall) * 1000
            self.answers += 1
            complaints = find_complaints(self.read_said())
            if complaints:
                raise AssertionError(
                    f"after: {after}\n" + "\n".join(complaints) + self.explain_complaint()
                )
            if cpu > SLOW_MS:
                answer = Answer(self.be_fair(cpu), cpu, wall, after)
                self.answers_slow.append(answer)
                self.slowest = max(self.slowest, answer)
        self.read_pulse(after)

    def be_fair(self, cpu_ms):
        """What it would have taken on a processor of its own.

        Where others work, they take the caches and half of the core: then all work takes more of a
        processor's time, a yardstick too, and by as much.
        """
        now = min(measure_yardstick() for _ in range(3))
        return cpu_ms / max(now / self.yardstick_ms, 1)

    def read_pulse(self, after):
        """The long turns since the last look (pulse.c)."""
        text = self.pulse.read().decode(errors="replace")
        for heap in HEAP.findall(text):
            self.heap = int(heap)
        parts = TURN.split(HEAP.sub("", text))
        for own, cpu, wall, where in zip(*(parts[start::4] for start in (1, 2, 3, 4))):
            own, cpu, wall = float(own), float(cpu), float(wall)
            # A wait is as long on any processor.
            fair = own - cpu + self.be_fair(cpu)
            self.turns.append(Turn(fair, own, cpu, wall, after, self.name_frames(where)))
            if fair > KEPT_MS and "JOL_KEEP" in os.environ:
                program.grab().save(
                    f"{os.environ['JOL_KEEP']}/slow-{len(self.turns)}-{fair:.0f}.png"
                )

    def name_frames(self, where):
        """Where it was, the innermost first: the program's own functions, and what GTK has names for."""
        frames = [frame for frame in FRAME.findall(where) if frame[1] or frame[0] == self.binary]
        ours = [offset for path, name, offset in frames if path == self.binary and not name]
        if ours and shutil.which("addr2line"):
            done = subprocess.run(
                ["addr2line", "--functions", "--exe", self.binary, *ours],
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            names = iter(done.stdout.split("\n")[::2])
            frames = [
                (path, name or next(names), offset) if path == self.binary else (path, name, offset)
                for path, name, offset in frames
            ]
        return " < ".join(name or offset for _, name, offset in frames)

    def explain_crash(self):
        """Where a crash was: the last it said (pulse.c)."""
        return self.name_frames("\n".join(self.read_said().splitlines()[-100:]))

    def explain_complaint(self):
        """Where each one was said (pulse.c)."""
        parts = COMPLAINT.split(self.read_said())
        return "".join(f"\n{self.name_frames(part)}" for part in parts[1:])

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
            f"the program {what} after: {after} ({problem})\n{self.explain_crash()}\n{where}\n"
            + self.read_said()
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
        slowest, turns = self.slowest, sorted(self.turns, reverse=True)
        lines = [
            f"{self.answers} answers, the slowest {slowest.fair_ms:.0f} ms of a processor of its own"
            f" ({slowest.cpu_ms:.0f} of this one, {slowest.wall_ms:.0f} by the clock), after: {slowest.after}",
            f"{len(turns)} turns of the main loop over {SLOW_MS} ms without what others had of the processor",
        ]
        for fair, own, cpu, wall, after, where in turns[:TOLD_TURNS]:
            lines.append(
                f"{fair:.0f} ms fairly, {own:.0f} its own, {cpu:.0f} worked, {wall:.0f} by the clock,"
                f" after: {after}\n    {where}"
            )
        return "\n".join(lines)

    # Memory and handles

    def fill_caches(self):
        """What is kept up to a bound, such as the tiles of the map and the shapes of its names, is kept up to that."""
        for latitude in range(32, 58, 4):
            for longitude in range(44, 92, 8):
                self.activate(f"win.viewport ({latitude}.0, {longitude}.0, 6.5)")
                self.settle()

    def measure(self):
        """Memory of its own in KiB, what of it is not freed, open files, threads, windows on the screen.

        It gives memory back when it has rested (jol-memory.c), so that is waited for.
        """
        self.wait_rested()
        process = pathlib.Path(f"/proc/{self.process.pid}")
        return Measured(
            self.read_own_kib(),
            self.read_heap_kib(),
            len(list((process / "fd").iterdir())),
            len(list((process / "task").iterdir())),
            len(program.xdotool("search", "--pid", self.process.pid)),
        )

    def forget_places(self):
        """In other colors the map begins anew: libshumate drops the tiles that it kept of places seen before."""
        for theme in ("dark", "light"):
            self.activate(f'win.theme "{theme}"')
            self.settle(60)

    def wait_rested(self):
        seen = {"kib": 0, "since": 0}
        told = []

        def is_same():
            kib, now = self.read_own_kib(), time.monotonic()
            if abs(kib - seen["kib"]) > RESTLESS_KIB:
                seen.update(kib=kib, since=now)
                told.append(f"{now:.1f} s: {kib} KiB, {self.read_work()[0]} ticks")
            return now - seen["since"] > REST_S

        try:
            self.wait_until(is_same, "its memory stays as it is", 60, 200)
        except program.Missed as missed:
            raise AssertionError(f"{missed}\n" + "\n".join(told[-20:])) from missed

    def read_own_kib(self):
        """Not what is mapped of files, such as its code, which other programs share."""
        rollup = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        kib = {name: int(number) for name, number in KIB.findall(rollup)}
        return kib["Pss_Anon"] + kib["Pss_Shmem"]

    def read_heap_kib(self):
        """What malloc() has given and nobody freed, or 0 where nobody can say it (pulse.c)."""
        if "JOL_PULSE_SO" not in os.environ:
            return 0
        self.heap = None
        self.process.send_signal(signal.SIGUSR2)
        # Its answer wakes it, should it have fallen asleep in the moment of the signal.
        self.wait_until(
            lambda: self.check_answer("measured") or self.heap, "it tells what it holds"
        )
        return self.heap // 1024
