# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of the program, for end-to-end tests (GTK_A11Y=atspi).

    root = access.application(jol.process.pid)
    row = access.wait_for(root, "list item", "Caspian summit, Ashgabat")
    assert "selected" in access.states(row)

Roles are the words of AT-SPI, such as "list item", "slider", "toggle button"; a name may be a
compiled pattern.
"""

import program  # before gi: see there
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 (after its version is chosen)


def application(pid):
    """The program's own tree."""

    def find():
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == pid:
                return child
        return None

    return program.wait_until(find, "the program is in the accessible tree")


def walk(root):
    """Everything at or below root, depth first. What goes away meanwhile is left out."""
    try:
        yield root
        count = root.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = root.get_child_at_index(index)
        except GLib.Error:
            continue
        if child:
            yield from walk(child)


# Newer GTK and AT-SPI have other words for some; those of Debian 12 are used throughout.
OLD_WORDS = {
    "button": "push button",
    "grouping": "panel",
    "radio button": "push button",
    "toggle button": "push button",
}


def role_of(node):
    """The word for its role, the same on every platform."""
    role = node.get_role_name()
    return OLD_WORDS.get(role, role)


def name_of(node):
    """What a screen reader calls it. By ARIA a status line has no name of its own, and in newer
    GTK it has none: what it says is its text, and that is read."""
    name = node.get_name() or ""
    if not name and node.get_role() == Atspi.Role.STATUS_BAR and node.is_text():
        text = node.get_text_iface()
        name = Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
    return name


def name_fits(name, wanted):
    if wanted is None:
        return True
    return bool(wanted.search(name)) if hasattr(wanted, "search") else name == wanted


def find_all(root, role=None, name=None):
    """Everything below root with this role and name; None fits all."""
    found = []
    for node in walk(root):
        try:
            if role in (None, role_of(node)) and name_fits(name_of(node), name):
                found.append(node)
        except GLib.Error:
            continue
    return found


def wait_for(root, role=None, name=None):
    """The first such thing that is visible, as soon as there is one.

    Not "showing": GTK 4.8 says that of windows only.
    """

    def find():
        for node in find_all(root, role, name):
            if "visible" in states(node):
                return node
        return None

    return program.wait_until(find, f"{role or 'anything'} named {name!r} is accessible")


def states(node):
    """The words for its states, such as {"visible", "focused", "selected"}."""
    return {state.value_nick for state in node.get_state_set().get_states()}


class Told:
    """What a screen reader is told without being asked, as it comes: words to say, or, by older
    GTK, that a status line has another name.

        with access.Told() as told:
            jol.set("win.search", "khorgos")
            jol.wait_until(lambda: "3 results" in told.words, "the number is told")
    """

    EVENTS = ("object:announcement", "object:property-change:accessible-name")

    def __enter__(self):
        self.words = []
        self.listener = Atspi.EventListener.new(self.heard)
        for event in self.EVENTS:
            self.listener.register(event)
        return self

    def __exit__(self, *_what):
        for event in self.EVENTS:
            self.listener.deregister(event)

    def heard(self, event):
        is_status = event.source.get_role() == Atspi.Role.STATUS_BAR
        if is_status or event.type.startswith("object:announcement"):
            self.words.append(event.any_data)


def describe(root):
    """The tree as text, for the message of a failed test."""
    lines = []

    def add(node, depth):
        try:
            lines.append(f"{'  ' * depth}{role_of(node)} {name_of(node)!r}")
            for index in range(node.get_child_count()):
                child = node.get_child_at_index(index)
                if child:
                    add(child, depth + 1)
        except GLib.Error:
            pass

    add(root, 0)
    return "\n".join(lines)
