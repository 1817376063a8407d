#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""monkey.py [EVENTS [SEED]]: thousands of keys, clicks, drags, turns of the wheel and new sizes of the window, at random.

The program must neither end nor complain, must answer after every event, and must give back the
memory it took. All comes from the seed, but for when it happens: the same seed is the same monkey.

It runs under confined.sh: blind keys in a file chooser may do anything a person may.
"""

import os
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

import program
import tap
import watch
from Xlib import X, XK, Xatom, display, error
from Xlib.ext import xtest

EVENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
# After so many events whatever is open is closed, or one modal dialog would have all of them.
ESCAPE_EVERY = 40
# The most a dialog, the search, a popover and a selection on top of each other need.
ESCAPES = 6
ANSWER_MS = 250
MEMORY_RATIO = 1.10
FILES_MORE = 4
# GTK keeps a window for each popover that was shown, as long as its widget lives; each of the dozen fields of text may
# have three: its menu, its chooser of emoji, and the menu of that one's field.
MOST_WINDOWS = 60
# Till then what is made once, or kept up to a bound, is most of what there will be: of 20,000 events 4,000.
WARM_UP_PARTS = 5
HEADER_PX = 80
# From so many on, time and memory are judged; a shorter run is told to be whole: it neither ends nor complains.
MEASURED_EVENTS = 5000
PART = 500
HOME = (
    "win.play false",
    'win.filter ""',
    'win.span ""',
    'win.compare ""',
    'win.select ""',
    'win.search ""',
    "win.claims false",
    "win.only-in-view false",
    "win.cumulative false",
    "win.text-size 100",
    'win.article "one-to-many"',
    "win.show-timeline true",
    "win.show-reader true",
    "win.fit",
)

# Quitting is no fault, but ends the game: Ctrl+Q and Alt+F4 are not here.
PLAIN = (
    "Left Right Up Down Home End Page_Up Page_Down Tab Return space Escape BackSpace Delete F6 F9 F10 F1 Menu "
    "plus minus equal bracketleft bracketright comma period slash 0 1 2 3 5 9 a c e g i k l n o p r s t u z"
).split()
CHORDS = (
    "c+l c+d c+u c+m c+f c+g c+e c+o c+p c+0 c+plus c+minus c+comma c+question c+Up c+Down c+a c+c c+x c+v c+z "
    "c+bracketleft c+bracketright c+s+a c+s+o c+s+f c+s+g c+s+l c+s+c c+s+p c+a+c c+a+plus c+a+minus c+a+0 "
    "c+a+Page_Up c+a+Page_Down a+Left a+Right a+Up a+Down a+Home a+Page_Up a+Page_Down a+plus a+minus a+0 "
    "s+Tab s+F6 s+F9 s+F10 s+Left s+Right s+Up s+Down s+Home s+End c+Home c+End c+Tab c+Left c+Right"
).split()
MODIFIERS = {"c": "Control_L", "a": "Alt_L", "s": "Shift_L"}
# How often each is done, of 100.
SHARES = {
    "move": 14,
    "click": 24,
    "double_click": 4,
    "other_button": 4,
    "drag": 12,
    "wheel": 12,
    "plain_key": 14,
    "chord": 13,
    "resize": 3,
}
SIZES = ((360, 294), (1500, 950))


def manage_windows():
    """Says that a window manager is here, which moves windows: one that never does.

    Without one GTK moves them itself, and GTK 4.8 goes on to do so when the window, such as a
    dialog dragged by its head, has been closed meanwhile: the X server then ends the program.
    Returns what must live as long.
    """
    screen = display.Display()
    root = screen.screen().root
    window = root.create_window(-1, -1, 1, 1, 0, X.CopyFromParent)
    atom = screen.intern_atom
    for place in (root, window):
        place.change_property(atom("_NET_SUPPORTING_WM_CHECK"), Xatom.WINDOW, 32, [window.id])
    window.change_property(atom("_NET_WM_NAME"), atom("UTF8_STRING"), 8, b"monkey")
    root.change_property(atom("_NET_SUPPORTED"), Xatom.ATOM, 32, [atom("_NET_WM_MOVERESIZE")])
    screen.sync()
    return screen


class Window(watch.Watched):
    """Without the buttons that close it, or a life would be short."""

    gtk_settings = {**watch.Watched.gtk_settings, "gtk-decoration-layout": ":"}


class Monkey:
    def __init__(self, jol, seed):
        self.jol = jol
        self.random = random.Random(seed)
        self.display = display.Display()
        # Of a window that has gone between the look and the touch.
        self.display.set_error_handler(lambda *_: None)
        self.root = self.display.screen().root
        self.size = self.display.screen().width_in_pixels, self.display.screen().height_in_pixels
        self.done = []
        self.kinds = list(SHARES)

    # What it can do

    def fake(self, kind, detail=0, x=0, y=0):
        xtest.fake_input(self.display, kind, detail, x=x, y=y)

    def press(self, button, times=1):
        for _ in range(times):
            self.fake(X.ButtonPress, button)
            self.fake(X.ButtonRelease, button)

    def keys(self, *names):
        codes = [self.display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            self.fake(X.KeyPress, code)
        for code in reversed(codes):
            self.fake(X.KeyRelease, code)

    def point(self):
        """Anywhere in the window that can be seen: one may have been dragged out of the screen."""
        x, y, width, height = self.box
        right, bottom = min(x + width, self.size[0]), min(y + height, self.size[1])
        x, y = max(x, 0), max(y, 0)
        width, height = max(right - x, 1), max(bottom - y, 1)
        x, y = min(x, self.size[0] - 1), min(y, self.size[1] - 1)
        self.at = x + self.random.randrange(width), y + self.random.randrange(height)
        return self.at

    def move(self):
        x, y = self.point()
        self.fake(X.MotionNotify, x=x, y=y)
        return f"move {x} {y}"

    def click(self):
        told = self.move()
        self.press(1)
        return told + " click"

    def double_click(self):
        told = self.move()
        self.press(1, 2)
        return told + " double click"

    def other_button(self):
        told = self.move()
        button = self.button((2, 3, 3, 8, 9))
        self.press(button)
        return f"{told} button {button}"

    def button(self, choices):
        """Not the one that opens the menu of a window, in which is "Close"."""
        button = self.random.choice(choices)
        return 2 if button == 3 and self.at[1] < self.box[1] + HEADER_PX else button

    def drag(self):
        told = self.move()
        button = self.button((1, 1, 1, 1, 2, 3))
        self.fake(X.ButtonPress, button)
        for _ in range(self.random.randint(1, 6)):
            told += ", " + self.move()
        self.fake(X.ButtonRelease, button)
        return f"drag {button}: {told}"

    def wheel(self):
        told = self.move()
        button, times = self.random.choice((4, 5, 4, 5, 6, 7)), self.random.randint(1, 8)
        held = self.random.choice(((), (), (), ("Control_L",), ("Shift_L",), ("Alt_L",)))
        codes = [self.display.keysym_to_keycode(XK.string_to_keysym(name)) for name in held]
        for code in codes:
            self.fake(X.KeyPress, code)
        self.press(button, times)
        for code in codes:
            self.fake(X.KeyRelease, code)
        return f"{told} wheel {button} × {times} {held}"

    def plain_key(self):
        name = self.random.choice(PLAIN)
        self.keys(name)
        return name

    def chord(self):
        chord = self.random.choice(CHORDS)
        *held, name = chord.split("+")
        self.keys(*(MODIFIERS[part] for part in held), name)
        return chord

    def resize(self):
        width, height = map(self.random.randint, *SIZES)
        self.window.configure(width=width, height=height)
        return f"resize {width} {height}"

    # What it sees

    def look(self):
        """Finds the window that is on top, which without a window manager no one gives the keys."""
        top = main = None
        for child in self.root.query_tree().children:
            try:
                shown = child.get_attributes()
                if shown.map_state != X.IsViewable or shown.win_class == X.InputOnly:
                    continue
                geometry = child.get_geometry()
            except error.XError:
                continue  # it has just gone
            if min(geometry.width, geometry.height) < 20:
                continue
            main = main or child
            self.box = geometry.x, geometry.y, geometry.width, geometry.height
            if not shown.override_redirect:
                top = child
        self.window, self.top = main, top
        try:
            if top:
                self.display.set_input_focus(top, X.RevertToPointerRoot, X.CurrentTime)
        except error.XError:
            pass

    def escape(self):
        for _ in range(ESCAPES):
            self.look()
            self.keys("Escape")
            self.jol.check_answer("Escape")

    def play(self, count):
        for number in range(count):
            if number % ESCAPE_EVERY == 0:
                self.escape()
            self.look()
            kind = self.random.choices(self.kinds, SHARES.values())[0]
            told = f"{number} {getattr(self, kind)()}"
            self.display.sync()
            self.done.append(told)
            self.jol.check_answer(told)


def bring_home(jol):
    """What is open at the start and nothing else: the story inside, the whole of it, the essay's beginning."""
    monkey = Monkey(jol, SEED)
    monkey.escape()
    # It may have dragged the window off the screen, which no window manager is here to prevent.
    monkey.window.configure(x=0, y=0, width=jol.size[0], height=jol.size[1])
    monkey.display.sync()
    jol.activate("win.open-bundled")
    for action in HOME:
        jol.activate(action)
    try:
        jol.settle()
        jol.forget_places()
    except program.Missed:
        if "JOL_KEEP" in os.environ:
            program.grab().save(os.environ["JOL_KEEP"] + "/restless.png")
        raise


def live(events):
    """One life of the program, to its end or the monkey's, which may close the window too.

    Returns the events that were had.
    """
    with Window() as jol:
        monkey = Monkey(jol, SEED + events)
        try:
            bring_home(jol)
            if EVENTS >= MEASURED_EVENTS:
                jol.fill_caches()
            # What is made once and kept is no leak.
            monkey.play(events // WARM_UP_PARTS)
            bring_home(jol)
            before = jol.measure()
            tap.comment(f"from here on: {before}")
            while len(monkey.done) < events:
                monkey.play(min(PART, events - len(monkey.done)))
                bring_home(jol)
                tap.comment(f"{len(monkey.done)} events: {jol.measure()}")
            after = jol.measure()
        except watch.Closed as closed:
            tap.comment(f"closed by event {len(monkey.done)}, {closed}")
            return len(monkey.done)
        except BaseException:
            tap.comment("the last it did:\n" + "\n".join(monkey.done[-10:]))
            raise
        finally:
            tap.comment(jol.describe_answers())
        # On a machine that others load a processor's time is no measure, and a short life no sample.
        if EVENTS < MEASURED_EVENTS:
            return len(monkey.done)
        assert jol.slowest.fair_ms <= ANSWER_MS, jol.describe_answers()
        assert all(turn.fair_ms <= ANSWER_MS for turn in jol.turns), jol.describe_answers()
        assert after.memory_kib <= before.memory_kib * MEMORY_RATIO, (before, after)
        assert after.files <= before.files + FILES_MORE, (before, after)
        assert after.windows <= MOST_WINDOWS, (before, after)
        return len(monkey.done)


@tap.test
def the_program_outlives_a_monkey():
    manager = manage_windows()
    left = EVENTS
    while left > 0:
        left -= max(live(left), 1)
    manager.close()


tap.main()
