# SPDX-License-Identifier: GPL-3.0-or-later
"""What the end-to-end tests add to program.py and access.py: where things are on the map, what
colour they have, what the story says of them.

    jol = jol_e2e.Jol()

    @tap.test
    def a_click_selects():
        jol.click(*jol.on_map(46.1, 51.9))
        jol.wait_state("win.select", "cpc")

    jol_e2e.main(jol)

A test file is one program, started once: each test brings it where it wants it by start_from().
"""

import functools
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import access
import program
import tap  # found by program
from gi.repository import Atspi, GLib
from PIL import ImageChops

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
COMPLAINT = re.compile(r"\b(CRITICAL|WARNING|ERROR)\b")
TILE_PX = 256
MARK = re.compile(b"\xff")
CLIPBOARD = """
import gi
gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
loop = GLib.MainLoop()
def read(clipboard, result):
    print(clipboard.read_text_finish(result), end="")
    loop.quit()
clipboard = Gdk.Display.get_default().get_clipboard()
clipboard.read_text_async(None, read)
GLib.timeout_add_seconds(10, loop.quit)
loop.run()
"""

# A first frame may take longer than Atspi waits by itself.
Atspi.set_timeout(5000, 15000)


# The story


def run_jol(*arguments, status=0):
    """What the command line prints."""
    done = subprocess.run(
        [os.environ["JOL_BINARY"], *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == status, f"{arguments}: ended with {done.returncode}: {done.stderr}"
    return done.stdout


@functools.lru_cache(maxsize=None)
def show(identifier):
    """All the story has on something."""
    return json.loads(run_jol("show", identifier, "--json"))


def read(text):
    """A text of a story, in English."""
    return text["en"] if isinstance(text, dict) else text


@functools.lru_cache(maxsize=None)
def events():
    """The bundled story's events by their titles."""
    listed = json.loads(run_jol("list", "events", "--json"))
    return {read(event["title"]): event for event in listed}


def nearest_on_route(identifier, latitude, longitude):
    """The (latitude, longitude) on the route, at or between its points, nearest to a place."""
    geometry = show(identifier)["geometry"]
    lines = geometry["coordinates"]
    if geometry["type"] == "LineString":
        lines = [lines]
    wanted, best = project(latitude, longitude), None
    for line in lines:
        points = [project(lat, lon) for lon, lat in line]
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            dx, dy = bx - ax, by - ay
            length2 = dx * dx + dy * dy
            t = ((wanted[0] - ax) * dx + (wanted[1] - ay) * dy) / length2 if length2 else 0
            t = min(max(t, 0), 1)
            point = (ax + t * dx, ay + t * dy)
            distance = math.dist(wanted, point)
            if best is None or distance < best[0]:
                best = (distance, point)
    return unproject(*best[1])


def project(latitude, longitude):
    """Web Mercator, the whole world as 1 × 1."""
    return (longitude + 180) / 360, (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2


def unproject(x, y):
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y)))), x * 360 - 180


# Pictures


@functools.lru_cache(maxsize=None)
def palette(role, dark=False, contrast=False):
    """A colour of the table in src/carto/jol-palette.c, as (red, green, blue)."""
    text = (SOURCE / "src/carto/jol-palette.c").read_text(encoding="utf-8")
    row = re.search(rf"\[JOL_COLOR_{role}\] = {{(.*)}},", text).group(1)
    code = re.findall(r"0x([0-9a-f]{6})", row)[int(dark) + 2 * int(contrast)]
    return tuple(int(code[i : i + 2], 16) for i in (0, 2, 4))


def is_like(pixel, color, tolerance=24):
    return all(abs(a - b) <= tolerance for a, b in zip(pixel[:3], color))


def has_color(picture, x, y, color, reach=3, tolerance=24):
    """Whether a pixel not further than reach from (x, y) has that colour."""
    for column in range(max(round(x) - reach, 0), min(round(x) + reach + 1, picture.width)):
        for row in range(max(round(y) - reach, 0), min(round(y) + reach + 1, picture.height)):
            if is_like(picture.getpixel((column, row)), color, tolerance):
                return True
    return False


def find_color(picture, box, color, tolerance=6):
    """Every pixel of that colour in (left, top, right, bottom), as (x, y), from the top down."""
    left, top = box[:2]
    part = picture.crop(box)
    masks = [
        band.point([255 * (abs(value - wanted) <= tolerance) for value in range(256)])
        for band, wanted in zip(part.split(), color)
    ]
    mask = ImageChops.darker(ImageChops.darker(masks[0], masks[1]), masks[2]).tobytes()
    return [
        (left + m.start() % part.width, top + m.start() // part.width) for m in MARK.finditer(mask)
    ]


# The window


class Jol(program.Program):
    """The program in a home of its own; it must not complain on its standard error."""

    def __init__(self, *arguments, size=(1280, 800), settings=None, environment=None):
        super().__init__(*arguments, environment=environment)
        self.size = size
        self.settings = settings
        self.root = None
        self.errors = None
        self.opening = None
        self.parts = {}

    def __enter__(self):
        if self.settings is not False:  # a second start goes on with what the first one left
            program.write_settings(
                window_width=self.size[0],
                window_height=self.size[1],
                theme="'light'",
                **(self.settings or {}),
            )
        # Its own standard error goes to a file; Popen inherits ours.
        self.errors = tempfile.TemporaryFile()
        ours = os.dup(2)
        os.dup2(self.errors.fileno(), 2)
        try:
            super().__enter__()
        finally:
            os.dup2(ours, 2)
            os.close(ours)
            self.print_errors()
        self.root = access.application(self.process.pid)
        self.settle()
        self.opening = self.state("win.viewport"), self.state("win.date")
        return self

    def print_errors(self):
        self.errors.seek(0)
        text = self.errors.read().decode(errors="replace")
        sys.stderr.write(text)
        sys.stderr.flush()
        return text

    def __exit__(self, kind, value, trace):
        super().__exit__(kind, value, trace)
        text = self.print_errors()
        assert not COMPLAINT.search(text), f"the program complained:\n{text}"

    def start_from(self, **states):
        """Brings the window to the opening, but for what is named: start_from(date="2001")."""
        viewport, date = self.opening
        wanted = {
            "play": False,
            "follow_text": False,
            "filter": "",
            "span": "",
            "select": "",
            "date": date,
            "viewport": viewport,
            "show_timeline": True,
            "show_reader": True,
            **states,
        }
        for name, value in wanted.items():
            self.set("win." + name.replace("_", "-"), value)
        # Over the header bar there is nothing to hover.
        program.xdotool("mousemove", self.size[0] // 2, 4)
        # What has the keys on the map is lit as well.
        self.set("win.hover", "")

    # On the bus

    def state(self, name):
        group, short = name.split(".", 1)
        path = {"win": program.WINDOW_PATH, "app": program.APP_PATH}[group]
        reply = self.call(
            path, "org.gtk.Actions", "Describe", GLib.Variant("(s)", (short,)), "((bgav))"
        )
        states = reply.unpack()[0][2]
        return states[0] if states else None

    def run(self, name, value=None):
        """Activates an action with a value of Python's."""
        path, short, (_enabled, signature, _state) = self.find_action(name)
        parameter = [GLib.Variant(signature, value)] if signature else []
        self.call(
            path, "org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", (short, parameter, {}))
        )

    def set(self, name, value):
        """Activates a stateful action and waits for its state."""
        self.run(name, value)
        self.wait_state(name, value)

    def wait_state(self, name, wanted, seconds=program.WAIT_S):
        """Waits until the state is this one, or until wanted(state) is true; returns it."""
        seen = []

        def fits():
            state = self.state(name)
            seen[:] = [state]
            if callable(wanted):
                return [state] if wanted(state) else None
            if isinstance(wanted, tuple):
                return [state] if all(map(math.isclose, state, wanted)) else None
            return [state] if state == wanted else None

        try:
            return self.wait_until(fits, f"{name} is {wanted!r}", seconds)[0]
        except program.Missed as error:
            raise program.Missed(f"{error}; it is {seen[0] if seen else None!r}") from None

    # In the accessible tree

    def find(self, role=None, name=None, inside=None):
        """The first thing of that role and name that is on the screen, or None."""
        for node in walk(inside or self.root, role):
            try:
                if role in (None, access.role_of(node)) and access.name_fits(
                    access.name_of(node), name
                ):
                    if is_shown(node):
                        return node
            except GLib.Error:
                continue
        return None

    def wait_for(self, role=None, name=None, inside=None):
        return self.wait_until(
            lambda: self.find(role, name, inside), f"{role or 'anything'} named {name!r} is shown"
        )

    def wait_gone(self, role=None, name=None, inside=None):
        self.wait_until(
            lambda: not self.find(role, name, inside), f"{role or 'anything'} named {name!r} goes"
        )

    def part(self, name):
        """Map, Time strip, Timeline, Article, Card or Legend, as soon as it is on the screen."""
        if name not in self.parts:
            self.parts[name] = self.wait_for("slider" if name == "Time strip" else "panel", name)
        self.wait_until(lambda: is_shown(self.parts[name]), f"the {name} is shown")
        return self.parts[name]

    def is_part_shown(self, name):
        return is_shown(self.parts[name]) if name in self.parts else bool(self.find("panel", name))

    def texts(self, node):
        """All that can be read at or below it."""
        return [text for text in map(access.name_of, walk(node)) if text]

    def event_rows(self):
        """The rows of the timeline's events that are in sight, from the top, as (node, title)."""
        rows = self.wait_for("list", inside=self.part("Timeline"))
        top, height = extents(rows)[1::2]
        runs, next_y = [[]], None
        for row in walk(rows, "list item"):
            date_kind_title = (row.get_name() or "").split(", ", 2)
            y, row_height = extents(row)[1::2]
            if y != next_y:
                runs.append([])
            next_y = y + row_height if row_height else None
            if len(date_kind_title) == 3 and row_height and top <= y <= top + height - row_height:
                runs[-1].append((row, date_kind_title[2]))
        # Rows that are scrolled away keep the place they had. What the pointer finds is there.
        for run in sorted(runs, key=len, reverse=True):
            if run and self.is_hovered(*run[len(run) // 2]):
                return run
        return []

    def is_hovered(self, row, title):
        self.point_at(self.size[0] // 2, 4)
        self.wait_state("win.hover", "")
        self.point_at(*middle_of(row))
        try:
            # Summits of several years have one title.
            return bool(
                self.wait_state(
                    "win.hover", lambda now: now and read(show(now)["title"]) == title, 1
                )
            )
        except program.Missed:
            return False

    # On the screen

    def box_of(self, name):
        """(left, top, right, bottom) of a part in px."""
        left, top, width, height = extents(self.part(name))
        return left, top, left + width, top + height

    def on_map(self, latitude, longitude):
        """The px at which the map shows a place now."""
        left, top, right, bottom = self.box_of("Map")
        center_latitude, center_longitude, zoom = self.state("win.viewport")
        world = TILE_PX * 2**zoom
        center, point = project(center_latitude, center_longitude), project(latitude, longitude)
        return (
            round((left + right) / 2 + (point[0] - center[0]) * world),
            round((top + bottom) / 2 + (point[1] - center[1]) * world),
        )

    def on_route(self, identifier, latitude, longitude):
        """The px of the route's point that is nearest to a place."""
        return self.on_map(*nearest_on_route(identifier, latitude, longitude))

    def find_windows(self):
        return program.xdotool("search", "--onlyvisible", "--pid", self.process.pid)

    def resize(self, width, height):
        self.size = width, height
        program.xdotool("windowsize", self.find_window(), width, height)
        frame = self.wait_for("frame")
        self.wait_until(lambda: extents(frame)[2:] == self.size, f"it is {width} × {height}")

    def wait_ended(self):
        program.wait_until(lambda: self.process.poll() is not None, "the program ends")

    def wheel(self, x, y, steps):
        """Turns the wheel, up for steps > 0."""
        program.xdotool("mousemove", x, y, "click", "--repeat", abs(steps), 4 if steps > 0 else 5)

    def point_at(self, x, y):
        program.xdotool("mousemove", x, y)


def extents(node):
    """(left, top, width, height) on the screen; the window stands in its corner."""
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return box.x, box.y, box.width, box.height


def is_shown(node):
    """GTK 4.8 says "visible" of what is folded away too, but gives it no size."""
    try:
        if "visible" not in access.states(node):
            return False
        return min(extents(node)[2:]) > 0
    except GLib.Error:
        return False


def walk(node, role=None):
    """Everything at or below it, depth first; a list's rows only when these are looked for."""
    yield node
    try:
        if access.role_of(node) == "list" and role != "list item":
            return
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return
    for child in children:
        if child:
            yield from walk(child, role)


def middle_of(node):
    left, top, width, height = extents(node)
    return left + width // 2, top + height // 2


def read_clipboard():
    """What another program would paste."""
    reader = subprocess.Popen([sys.executable, "-c", CLIPBOARD], stdout=subprocess.PIPE, text=True)
    program.wait_until(lambda: reader.poll() is not None, "the clipboard is read", 20)
    return reader.stdout.read()


def main(jol):
    """Runs the file's tests on this program."""
    status = 1
    with jol:
        try:
            tap.main()
        except SystemExit as end:
            status = end.code
    sys.exit(status)
