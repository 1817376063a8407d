#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export-dialog.py: what is chosen in the export dialog is what is in the file, and is remembered."""

import os
import pathlib
import re
import tempfile

import access
import jol_e2e
import program
import tap
from PIL import Image

folder = tempfile.TemporaryDirectory(prefix="jol-e2e-")
jol = jol_e2e.Jol()


def path_of(name):
    return pathlib.Path(folder.name, name)


def named(name):
    """A button's, whose name may begin with its access key."""
    return re.compile(f"{re.escape(name)}$")


def find_dialog():
    """Its button; that of the file chooser over it has no dots."""
    return jol.find("push button", named("Export…"))


def find_label(text):
    """In a row of the form, or None."""
    for window in jol_e2e.walk(jol.root, "frame"):
        if access.role_of(window) == "frame" and window.get_name() == "Export":
            found = access.find_all(window, "label", text)
            return next(filter(jol_e2e.is_shown, found), None)
    return None


def wait_label(text):
    return jol.wait_until(lambda: find_label(text), f"{text!r} is shown")


def open_dialog():
    jol.start_from(date="2022-07", select="cpc")
    jol.run("win.export-dialog")
    jol.wait_until(find_dialog, "the dialog opens")
    jol.wait_until(lambda: len(jol.find_windows()) == 2, "it is on the screen")
    program.xdotool("windowfocus", find_window())
    jol.settle()


def find_window():
    """The window of the dialog, which has come last."""
    return max(jol.find_windows(), key=int)


def close_dialog():
    if find_dialog():
        jol.key("Escape")
    jol.wait_until(lambda: not find_dialog(), "the dialog closes")
    program.xdotool("windowfocus", jol.find_window())


def press(name, role="push button"):
    jol.click(*jol_e2e.middle_of(jol.wait_for(role, named(name))))


def choose(row, index):
    """The item of a row's list."""
    jol.click(*jol_e2e.middle_of(wait_label(row)))
    jol.settle()
    jol.key("Home", *["Down"] * index, "Return")
    jol.settle()


def open_chooser():
    press("Export…")
    jol.wait_until(lambda: len(jol.find_windows()) == 3, "the file chooser opens")
    program.xdotool("windowfocus", find_window())
    jol.settle()


def type_name(path):
    """Into the file chooser, which has the keys in its name."""
    open_chooser()
    jol.key("ctrl+a")
    program.xdotool("type", str(path))
    jol.key("Return")


def save(name):
    path = path_of(name)
    type_name(path)
    jol.wait_until(path.exists, f"{name} is written", 30)
    jol.wait_until(lambda: not find_dialog(), "the dialog closes")
    program.xdotool("windowfocus", jol.find_window())
    return path


@tap.test
def each_format_is_what_it_says():
    for index, (name, size, magic) in enumerate(
        (
            ("map.png", "pixels$", b"\x89PNG"),
            ("map.svg", "at any size$", b"<?xml"),
            ("map.pdf", "mm$", b"%PDF-"),
        )
    ):
        open_dialog()
        choose("Format", index)
        wait_label(re.compile(size))
        assert save(name).read_bytes().startswith(magic), name
    jol.wait_for("label", re.compile("map.pdf saved"))
    jol.wait_for("push button", named("Open"))
    jol.wait_for("push button", "Show in folder")


@tap.test
def it_is_remembered():
    open_dialog()
    wait_label(re.compile("mm$"))
    choose("Format", 0)
    choose("Size", 1)
    wait_label("1920 × 1080 pixels")
    close_dialog()
    open_dialog()
    wait_label("1920 × 1080 pixels")
    with Image.open(save("slide.png")) as picture:
        assert picture.size == (1920, 1080), picture.size


@tap.test
def a_name_is_suggested_where_the_last_file_is():
    open_dialog()
    open_chooser()
    jol.key("Return")
    jol.wait_until(path_of("jol-cpc-2022-07.png").exists, "the file is written", 30)
    jol.wait_until(lambda: not find_dialog(), "the dialog closes")
    program.xdotool("windowfocus", jol.find_window())


@tap.test
def a_name_without_an_end_gets_one():
    open_dialog()
    type_name(path_of("endless"))
    jol.wait_until(path_of("endless.png").exists, "the file is written", 30)
    jol.wait_until(lambda: not find_dialog(), "the dialog closes")
    program.xdotool("windowfocus", jol.find_window())


@tap.test
def the_picture_can_be_copied():
    open_dialog()
    jol.key("ctrl+c")
    jol.wait_for("label", "Image copied")
    close_dialog()


@tap.test
def cancel_leaves_nothing():
    before = sorted(os.listdir(folder.name))
    open_dialog()
    press("Cancel")
    jol.wait_until(lambda: not find_dialog(), "the dialog closes")
    assert sorted(os.listdir(folder.name)) == before


@tap.test
def what_cannot_be_written_is_told_and_can_be_mended():
    open_dialog()
    type_name("/proc/map.png")
    jol.wait_for("label", re.compile("/proc/map.png"))
    program.xdotool("windowfocus", find_window())
    wait_label("1920 × 1080 pixels")
    save("mended.png")


@tap.test
def pages_can_be_leafed_through():
    open_dialog()
    choose("Content", 5)
    wait_label(re.compile(r"^1 of \d"))
    press("Next page")
    wait_label(re.compile(r"^2 of \d"))
    press("Previous page")
    wait_label(re.compile(r"^1 of \d"))
    close_dialog()


def type_from(date):
    """When frames begin."""
    jol.click(*jol_e2e.middle_of(wait_label(re.compile("^From"))))
    jol.settle()
    jol.key("ctrl+a")
    program.xdotool("type", date)
    jol.settle()


@tap.test
def frames_make_an_animation():
    open_dialog()
    choose("Content", 0)
    choose("Format", 4)
    type_from("2021")
    with Image.open(save("years.webp")) as picture:
        assert picture.n_frames == 5, picture.n_frames
        assert picture.size == (1920, 1080), picture.size


@tap.test
def frames_can_be_called_off():
    before = sorted(os.listdir(folder.name))
    open_dialog()
    choose("Format", 3)
    choose("Step", 3)
    type_name(path_of("months.png"))
    program.xdotool("windowfocus", find_window())
    jol.wait_for("progress bar", "Exporting")
    press("Cancel")
    jol.wait_until(lambda: "sensitive" in access.states(find_dialog()), "it ends")
    jol.wait_until(lambda: sorted(os.listdir(folder.name)) == before, "nothing is left")
    close_dialog()


try:
    jol_e2e.main(jol)
finally:
    folder.cleanup()
