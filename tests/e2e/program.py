# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, as a person and a script meet it: a window on a screen, and actions on the bus.

    import program

    with program.Program() as jol:
        jol.activate('win.select "cpc"')
        jol.wait_until(lambda: jol.state("win.date") == "2001", "the date follows")
        jol.click(640, 400)

Runs under tests/headless.sh, which gives screen, bus and an empty home; JOL_BINARY names the
program. Nothing here sleeps for a time that should be enough: one waits for a fact, and a fact that
does not come true is an error.
"""

import os
import pathlib
import re
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

# In the program a warning is a failure; in us it is not: the accessibility library warns of what
# has just gone.
_debug = os.environ.pop("G_DEBUG", None)
from gi.repository import Gio, GLib  # noqa: E402
from PIL import ImageGrab  # noqa: E402

if _debug is not None:
    os.environ["G_DEBUG"] = _debug

APP_ID = "io.github.jolatlas.Jol"
APP_PATH = "/" + APP_ID.replace(".", "/")
WINDOW_PATH = APP_PATH + "/window/1"
WAIT_S = 10
BUS_S = 5
# Pictures equal in a row before the window counts as settled, and the time between them.
STILL = 4
TICK_MS = 100


class Missed(AssertionError):
    """A fact did not come true in time."""


def wait_until(fact, what, seconds=WAIT_S, tick_ms=10):
    """Turns the main loop until fact() is true; returns that. An error of the bus is "not yet"."""
    context = GLib.MainContext.default()
    end = GLib.get_monotonic_time() + seconds * 1_000_000
    tick = GLib.timeout_add(tick_ms, lambda: GLib.SOURCE_CONTINUE)
    try:
        while True:
            try:
                value = fact()
            except GLib.Error:
                value = None
            if value:
                return value
            if GLib.get_monotonic_time() > end:
                raise Missed(f"not within {seconds} s: {what}")
            context.iteration(True)
    finally:
        GLib.source_remove(tick)


def grab():
    """What is on the screen, as a PIL image."""
    return ImageGrab.grab(xdisplay="").convert("RGB")


def xdotool(*arguments):
    done = subprocess.run(
        ["xdotool", *map(str, arguments)], capture_output=True, text=True, timeout=20, check=False
    )
    return done.stdout.split() if done.returncode == 0 else []


def write_config(name, text):
    """A file in the isolated home."""
    path = pathlib.Path(os.environ["XDG_CONFIG_HOME"], name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_settings(**settings):
    """Jol's settings to begin with; keys with "_" for "-", values as GVariant text."""
    lines = [f"{key.replace('_', '-')}={value}\n" for key, value in settings.items()]
    write_config("glib-2.0/settings/keyfile", f"[{APP_PATH[1:]}]\n" + "".join(lines))


class Program:
    """A running Jol. Leaving the "with" ends it, and fails when it did not end well."""

    # What a person's desktop says to GTK. Nothing moves by itself.
    gtk_settings = {"gtk-enable-animations": 0, "gtk-cursor-blink": 0}

    def __init__(self, *arguments, binary=None, environment=None):
        self.binary = binary or os.environ["JOL_BINARY"]
        self.arguments = arguments
        self.environment = {**os.environ, **(environment or {})}
        # Kept between two starts, as on a person's desktop.
        self.environment["GSETTINGS_BACKEND"] = "keyfile"
        self.process = None
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def __enter__(self):
        lines = [f"{key}={value}\n" for key, value in self.gtk_settings.items()]
        write_config("gtk-4.0/settings.ini", "[Settings]\n" + "".join(lines))
        # No frame, which GTK draws where no compositor draws shadows.
        write_config(
            "gtk-4.0/gtk.css", "window.solid-csd { padding: 0; border: none; box-shadow: none; }\n"
        )
        # Out of the way: the pointer begins in the middle of the screen, over whatever opens there.
        xdotool("mousemove", 0, 0)
        self.process = subprocess.Popen(
            [self.binary, *self.arguments], env=self.environment, stdin=subprocess.DEVNULL
        )
        try:
            # The story is loaded in a thread, after the window is there.
            self.wait_until(lambda: self.state("win.date"), "a story is open", 30)
            window = self.wait_until(self.find_window, "the window is on the screen", 30)
            # No window manager here that would do it.
            xdotool("windowfocus", window)
            self.wait_until(lambda: self.state("win.date"), "the story is open", 30)
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, kind, value, trace):
        status = self.end()
        if kind is None and status != 0:
            raise AssertionError(f"the program ended with {status}")

    def end(self):
        """Asks it to quit; returns its exit status."""
        if self.process.poll() is None:
            try:
                self.activate("app.quit")
            except GLib.Error:
                self.process.send_signal(signal.SIGTERM)
        try:
            wait_until(lambda: self.process.poll() is not None, "the program quits")
        except Missed:
            self.process.kill()
        return self.process.wait()

    def wait_until(self, fact, what, seconds=WAIT_S, tick_ms=10):
        def fact_or_death():
            if self.process.poll() is not None:
                raise AssertionError(
                    f"the program ended with {self.process.returncode} before: {what}"
                )
            return fact()

        return wait_until(fact_or_death, what, seconds, tick_ms)

    # On the bus

    def call(self, path, interface, method, parameters=None, reply=None):
        return self.bus.call_sync(
            APP_ID,
            path,
            interface,
            method,
            parameters,
            GLib.VariantType(reply) if reply else None,
            Gio.DBusCallFlags.NO_AUTO_START,
            BUS_S * 1000,
            None,
        )

    def describe(self, path=WINDOW_PATH):
        """Every action there: {name: (enabled, parameter type or "", [state] or [])}."""
        reply = self.call(path, "org.gtk.Actions", "DescribeAll", None, "(a{s(bgav)})")
        return reply.unpack()[0]

    def find_action(self, name):
        group, short = name.split(".", 1)
        path = {"win": WINDOW_PATH, "app": APP_PATH}[group]
        actions = self.describe(path)
        if short not in actions:
            raise AssertionError(f"no action {name}; there are {', '.join(sorted(actions))}")
        return path, short, actions[short]

    def state(self, name):
        """The state of an action such as "win.date", as a value of Python's."""
        states = self.find_action(name)[2][2]
        return states[0] if states else None

    def activate(self, action):
        """Activates an action; its parameter is GVariant text: 'win.viewport (43.2, 76.9, 6)'."""
        name, _, text = action.strip().partition(" ")
        path, short, (_enabled, signature, _state) = self.find_action(name)
        parameter = []
        if signature:
            parameter = [GLib.Variant.parse(GLib.VariantType(signature), text, None, None)]
        self.call(
            path, "org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", (short, parameter, {}))
        )

    # On the screen

    def find_window(self):
        windows = xdotool("search", "--onlyvisible", "--pid", self.process.pid)
        return windows[0] if windows else None

    def read_work(self):
        """What its threads have used of the processors, in ticks; whether one would go on."""
        used, busy = 0, False
        for path in pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/stat"):
            try:
                # The second field is a name in parentheses, which may hold anything.
                fields = path.read_text().rpartition(")")[2].split()
            except OSError:
                continue  # that thread has ended
            used += int(fields[11]) + int(fields[12])
            busy = busy or fields[0] in "RD"
        return used, busy

    def settle(self, seconds=20):
        """Waits until the screen shows something still and the program rests; returns the picture.

        A still picture alone is no sign on a slow machine, where a map that is being painted may
        show nothing new for a while.
        """
        seen = {"picture": None, "used": 0, "times": 0}

        def is_still():
            # It answers when it is not busy with a frame.
            self.state("win.date")
            picture = grab()
            used, busy = self.read_work()
            if picture.getcolors(1):
                return None  # one colour: nothing is drawn yet
            same = seen["picture"] is not None and picture.tobytes() == seen["picture"].tobytes()
            if same and not busy and used - seen["used"] <= 1:
                seen["times"] += 1
            else:
                seen["times"] = 1
            seen.update(picture=picture, used=used)
            return picture if seen["times"] >= STILL else None

        return self.wait_until(is_still, "the picture is still", seconds, TICK_MS)

    def click(self, x, y, button=1):
        xdotool("mousemove", x, y, "click", button)

    def drag(self, from_x, from_y, to_x, to_y, steps=10):
        moves = []
        for step in range(1, steps + 1):
            x = from_x + (to_x - from_x) * step / steps
            y = from_y + (to_y - from_y) * step / steps
            moves += ["mousemove", round(x), round(y)]
        xdotool("mousemove", from_x, from_y, "mousedown", 1, *moves, "mouseup", 1)

    def key(self, *names):
        """Presses keys, such as "Escape" or "alt+Left"."""
        xdotool("key", *names)


def split_actions(text):
    """Splits 'win.select "a;b"; win.fit' at the semicolons outside quotes."""
    parts = re.findall(r"""(?:[^;"']|"(?:\\.|[^"])*"|'(?:\\.|[^'])*')+""", text)
    return [part.strip() for part in parts if part.strip()]
