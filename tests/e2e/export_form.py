# SPDX-License-Identifier: GPL-3.0-or-later
"""The export dialog, used as a person does: for the end-to-end tests of it.

    form = export_form.Form(jol)
    form.open_dialog()
    form.choose("Format", 2)
    path = form.save("map.pdf")
"""

import pathlib
import re
import tempfile

import access
import jol_e2e
import program


def named(name):
    """A button's, whose name may begin with its access key."""
    return re.compile(f"{re.escape(name)}$")


class Form:
    def __init__(self, jol):
        self.jol = jol
        self.folder = tempfile.TemporaryDirectory(prefix="jol-e2e-")

    def path_of(self, name):
        return pathlib.Path(self.folder.name, name)

    def find_dialog(self):
        """Its button; that of the file chooser over it has no dots."""
        return self.jol.find("push button", named("Export…"))

    def find_label(self, text):
        """In a row of the form, or None."""
        window = self.jol.find("frame", "Export")
        found = access.find_all(window, "label", text) if window else []
        return next(filter(jol_e2e.is_shown, found), None)

    def wait_label(self, text):
        return self.jol.wait_until(lambda: self.find_label(text), f"{text!r} is shown")

    def open_dialog(self):
        self.jol.start_from(date="2022-07", select="cpc")
        self.jol.run("win.export-dialog")
        self.jol.wait_until(self.find_dialog, "the dialog opens")
        self.jol.wait_until(lambda: len(self.jol.find_windows()) == 2, "it is on the screen")
        program.xdotool("windowfocus", self.find_window())
        self.jol.settle()

    def find_window(self):
        """The window of the dialog, which has come last."""
        return max(self.jol.find_windows(), key=int)

    def close_dialog(self):
        if self.find_dialog():
            self.jol.key("Escape")
        self.jol.wait_until(lambda: not self.find_dialog(), "the dialog closes")
        program.xdotool("windowfocus", self.jol.find_window())

    def press(self, name, role="push button"):
        self.jol.click(*jol_e2e.middle_of(self.jol.wait_for(role, named(name))))

    def choose(self, row, index):
        """The item of a row's list."""
        self.jol.click(*jol_e2e.middle_of(self.wait_label(row)))
        self.jol.settle()
        self.jol.key("Home", *["Down"] * index, "Return")
        self.jol.settle()

    def open_chooser(self):
        self.press("Export…")
        self.jol.wait_until(lambda: len(self.jol.find_windows()) == 3, "the file chooser opens")
        program.xdotool("windowfocus", self.find_window())
        self.jol.settle()

    def type_name(self, path):
        """Into the file chooser, which has the keys in its name."""
        self.open_chooser()
        self.jol.key("ctrl+a")
        program.xdotool("type", str(path))
        self.jol.key("Return")

    def save(self, name):
        path = self.path_of(name)
        self.type_name(path)
        self.jol.wait_until(path.exists, f"{name} is written", 30)
        self.jol.wait_until(lambda: not self.find_dialog(), "the dialog closes")
        program.xdotool("windowfocus", self.jol.find_window())
        return path

    def focus(self):
        """Of the dialog: no window manager gives it back to it."""
        program.xdotool("windowfocus", self.find_window())
        self.jol.settle()

    def press_last(self, name):
        """The button of that name in the window that came last."""
        self.jol.settle()
        buttons = access.find_all(self.jol.root, "push button", named(name))
        self.jol.click(*jol_e2e.middle_of(list(filter(jol_e2e.is_shown, buttons))[-1]))

    def find_preview(self):
        return self.jol.wait_for(None, "Preview")

    def states_of_button(self):
        return access.states(self.find_dialog())

    def type_from(self, date):
        """When frames begin."""
        self.jol.click(*jol_e2e.middle_of(self.wait_label(re.compile("^From"))))
        self.jol.settle()
        self.jol.key("ctrl+a")
        program.xdotool("type", date)
        self.jol.settle()
