#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export-dialog.py: what is chosen in the export dialog is what is in the file, and is remembered."""

import os
import re

import access
import export_form
import jol_e2e
import program
import tap
from PIL import Image

# GStreamer is not installed for it; export-handover.py makes a film.
jol = jol_e2e.Jol(environment={"PATH": "/nowhere"})
form = export_form.Form(jol)


@tap.test
def each_format_is_what_it_says():
    for index, (name, size, magic) in enumerate(
        (
            ("map.png", "pixels$", b"\x89PNG"),
            ("map.svg", "at any size$", b"<?xml"),
            ("map.pdf", "mm$", b"%PDF-"),
        )
    ):
        form.open_dialog()
        form.choose("Format", index)
        form.wait_label(re.compile(size))
        assert form.save(name).read_bytes().startswith(magic), name
    jol.wait_for("label", re.compile("map.pdf saved"))
    jol.wait_for("push button", export_form.named("Open"))
    jol.wait_for("push button", "Show in folder")


@tap.test
def it_is_remembered():
    form.open_dialog()
    form.wait_label(re.compile("mm$"))
    form.choose("Format", 0)
    form.choose("Size", 1)
    form.wait_label("1920 × 1080 pixels")
    form.close_dialog()
    form.open_dialog()
    form.wait_label("1920 × 1080 pixels")
    with Image.open(form.save("slide.png")) as picture:
        assert picture.size == (1920, 1080), picture.size


@tap.test
def a_name_is_suggested_where_the_last_file_is():
    form.open_dialog()
    form.open_chooser()
    jol.key("Return")
    jol.wait_until(form.path_of("jol-cpc-2022-07.png").exists, "the file is written", 30)
    jol.wait_until(lambda: not form.find_dialog(), "the dialog closes")
    program.xdotool("windowfocus", jol.find_window())


@tap.test
def a_name_without_an_end_gets_one():
    form.open_dialog()
    form.type_name(form.path_of("endless"))
    jol.wait_until(form.path_of("endless.png").exists, "the file is written", 30)
    jol.wait_until(lambda: not form.find_dialog(), "the dialog closes")
    program.xdotool("windowfocus", jol.find_window())


@tap.test
def the_picture_can_be_copied():
    form.open_dialog()
    jol.key("ctrl+c")
    jol.wait_for("label", "Image copied")
    form.close_dialog()


@tap.test
def cancel_leaves_nothing():
    before = sorted(os.listdir(form.folder.name))
    form.open_dialog()
    form.press("Cancel")
    jol.wait_until(lambda: not form.find_dialog(), "the dialog closes")
    assert sorted(os.listdir(form.folder.name)) == before


@tap.test
def what_cannot_be_written_is_told_and_can_be_mended():
    form.open_dialog()
    form.type_name("/proc/map.png")
    jol.wait_for("label", re.compile("/proc/map.png"))
    program.xdotool("windowfocus", form.find_window())
    form.wait_label("1920 × 1080 pixels")
    form.save("mended.png")


@tap.test
def pages_can_be_leafed_through():
    form.open_dialog()
    form.choose("Content", 5)
    form.wait_label(re.compile(r"^1 of \d"))
    form.press("Next page")
    form.wait_label(re.compile(r"^2 of \d"))
    form.press("Previous page")
    form.wait_label(re.compile(r"^1 of \d"))
    form.close_dialog()


@tap.test
def frames_make_an_animation():
    form.open_dialog()
    form.choose("Content", 0)
    form.choose("Format", 4)
    form.type_from("2021")
    with Image.open(form.save("years.webp")) as picture:
        assert picture.n_frames == 5, picture.n_frames
        assert picture.size == (1920, 1080), picture.size


@tap.test
def a_film_needs_gstreamer():
    form.open_dialog()
    form.choose("Format", 5)
    jol.wait_for("label", re.compile("gst-launch-1.0.*not installed"))
    jol.wait_until(lambda: "sensitive" not in form.states_of_button(), "it cannot be exported")
    form.choose("Format", 4)
    jol.wait_until(lambda: "sensitive" in form.states_of_button(), "an animation can")
    form.close_dialog()


@tap.test
def frames_are_numbered_beside_the_name():
    """The name that was given is no file; and one of the numbers that is there is asked about."""
    form.open_dialog()
    form.choose("Format", 3)
    form.choose("Step", 0)
    form.type_from("2023")
    form.type_name(form.path_of("year.png"))
    jol.wait_until(form.path_of("year-0003.png").exists, "the frames are written", 60)
    jol.wait_until(lambda: not form.find_dialog(), "the dialog closes")
    there = sorted(name for name in os.listdir(form.folder.name) if name.startswith("year"))
    assert there == ["year-0001.png", "year-0002.png", "year-0003.png", "years.webp"], there
    program.xdotool("windowfocus", jol.find_window())


@tap.test
def frames_can_be_called_off():
    before = sorted(os.listdir(form.folder.name))
    form.open_dialog()
    form.choose("Format", 3)
    form.choose("Step", 3)
    form.type_name(form.path_of("months.png"))
    program.xdotool("windowfocus", form.find_window())
    jol.wait_for("progress bar", "Exporting")
    form.press("Cancel")
    jol.wait_until(lambda: "sensitive" in access.states(form.find_dialog()), "it ends")
    jol.wait_until(lambda: sorted(os.listdir(form.folder.name)) == before, "nothing is left")
    form.close_dialog()


try:
    jol_e2e.main(jol)
finally:
    form.folder.cleanup()
