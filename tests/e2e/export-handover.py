#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export-handover.py: what other programs get from the export dialog: a picture dragged into one, a
file opened, a file shown in its folder; and what happens to files that are there already."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import export_form
import jol_e2e
import program
import tap
from gi.repository import Gio, GLib
from PIL import Image

# A window in the lower left corner that takes files; it says when some move over it, and
# which it got.
TARGET = """
import gi
gi.require_version("Gtk", "4.0")
gi.require_version("Gdk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
loop = GLib.MainLoop()
def moved(target, x, y):
    print(flush=True)
    return Gdk.DragAction.COPY
def dropped(target, files, x, y):
    print(*[file.get_path() for file in files.get_files()], sep="\\n", flush=True)
    return True
window = Gtk.Window(title="Target", default_width=200, default_height=200, decorated=False)
target = Gtk.DropTarget.new(Gdk.FileList, Gdk.DragAction.COPY)
target.connect("motion", moved)
target.connect("drop", dropped)
window.add_controller(target)
window.present()
GLib.timeout_add_seconds(60, loop.quit)
loop.run()
"""
OPENED = pathlib.Path(os.environ["XDG_CACHE_HOME"], "opened")


def offer_viewer():
    """The program for pictures: it only says what it was given."""
    folder = pathlib.Path(os.environ["XDG_DATA_HOME"], "applications")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "viewer.desktop").write_text(
        "[Desktop Entry]\nType=Application\nName=Viewer\nMimeType=image/png;inode/directory;\n"
        f"Exec=/bin/sh -c 'printf %%s \"$1\" > {OPENED}' viewer %f\n"
    )
    (folder / "mimeapps.list").write_text(
        "[Default Applications]\nimage/png=viewer.desktop\ninode/directory=viewer.desktop\n"
    )


def wait_opened(path):
    def is_opened():
        return OPENED.exists() and OPENED.read_text() == str(path)

    jol.wait_until(is_opened, f"{path} is opened")
    OPENED.unlink()


class FileManager:
    """What Nautilus, Dolphin and the others are on the bus."""

    XML = """<node><interface name='org.freedesktop.FileManager1'><method name='ShowItems'>
    <arg type='as' direction='in'/><arg type='s' direction='in'/></method></interface></node>"""

    def __enter__(self):
        self.shown = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        interface = Gio.DBusNodeInfo.new_for_xml(self.XML).interfaces[0]
        self.number = self.bus.register_object(
            "/org/freedesktop/FileManager1", interface, self.called, None, None
        )
        self.name = Gio.bus_own_name_on_connection(
            self.bus, "org.freedesktop.FileManager1", Gio.BusNameOwnerFlags.NONE, None, None
        )
        return self

    def __exit__(self, *_what):
        Gio.bus_unown_name(self.name)
        self.bus.unregister_object(self.number)

    def called(self, _bus, _sender, _path, _interface, _method, parameters, invocation):
        self.shown += parameters.unpack()[0]
        invocation.return_value(None)


def drag_slowly(from_x, from_y, to_x, to_y, read_line):
    """The two programs talk to each other meanwhile: what is let go of before the other one has
    answered that it takes it is not dropped. It is told of the second place after its answer."""
    program.xdotool("mousemove", from_x, from_y, "mousedown", 1)
    for step in range(1, 11):
        x = from_x + (to_x - from_x) * step // 10
        y = from_y + (to_y - from_y) * step // 10
        program.xdotool("mousemove", x, y)
        jol.state("win.date")
    jol.settle()

    told = []

    def is_taken():
        program.xdotool("mousemove_relative", "--", 1, 0, "mousemove_relative", "--", -1, 0)
        told.append(read_line())
        return told.count("\n") > 1

    jol.wait_until(is_taken, "the target takes it", 20)
    jol.settle()
    program.xdotool("mouseup", 1)


def export_png(name):
    form.open_dialog()
    form.choose("Format", 0)
    return form.save(name)


@tap.test
def the_toast_opens_the_file():
    path = export_png("open.png")
    form.press("Open")
    wait_opened(path)


@tap.test
def the_toast_shows_the_file_in_its_folder():
    path = export_png("a b.png")
    with FileManager() as manager:
        jol.wait_until(
            lambda: program_owns("org.freedesktop.FileManager1"), "the file manager is there"
        )
        form.press("Show in folder")
        jol.wait_until(lambda: manager.shown, "it is asked")
        assert manager.shown == [GLib.filename_to_uri(str(path), None)], manager.shown


def program_owns(name):
    reply = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        "org.freedesktop.DBus",
        "/org/freedesktop/DBus",
        "org.freedesktop.DBus",
        "NameHasOwner",
        GLib.Variant("(s)", (name,)),
        None,
        Gio.DBusCallFlags.NONE,
        5000,
        None,
    )
    return reply.unpack()[0]


@tap.test
def without_a_file_manager_the_folder_is_opened():
    path = export_png("alone.png")
    form.press("Show in folder")
    wait_opened(path.parent)


@tap.test
def the_picture_can_be_dragged_into_another_program():
    form.open_dialog()
    form.choose("Format", 0)
    with subprocess.Popen(
        [sys.executable, "-c", TARGET], stdout=subprocess.PIPE, text=True
    ) as target:
        try:
            find = ("search", "--onlyvisible", "--pid", target.pid)
            window = jol.wait_until(lambda: program.xdotool(*find), "the target is there")[0]
            program.xdotool("windowmove", window, 0, jol.size[1] - 200)
            program.xdotool("windowraise", window)
            jol.settle()
            os.set_blocking(target.stdout.fileno(), False)
            read_line = target.stdout.readline
            middle = jol_e2e.middle_of(form.find_preview())
            drag_slowly(*middle, 100, jol.size[1] - 100, read_line)
            dropped = jol.wait_until(lambda: read_line().strip(), "the file is dropped", 20)
            assert os.path.basename(dropped) == "jol-cpc-2022-07.png", dropped
            with Image.open(dropped) as picture:
                assert picture.format == "PNG" and picture.text["Story"] == "own-paths"
        finally:
            target.terminate()
    form.focus()
    form.close_dialog()


@tap.test
def a_file_is_replaced_only_when_asked():
    path = form.path_of("there.png")
    path.write_text("before")
    form.open_dialog()
    form.choose("Format", 0)
    # The name that was typed: the file chooser asks.
    form.type_name(path)
    form.press("Replace")
    jol.wait_until(lambda: path.read_bytes()[1:4] == b"PNG", "it is replaced", 30)
    jol.wait_until(lambda: not form.find_dialog(), "the dialog closes")
    program.xdotool("windowfocus", jol.find_window())


@tap.test
def a_file_of_a_name_that_was_made_is_replaced_only_when_asked():
    path = form.path_of("made.png")
    path.write_text("before")
    form.open_dialog()
    form.type_name(form.path_of("made"))
    jol.wait_for("label", re.compile("“made.png” is there already"))
    form.press_last("Cancel")
    jol.wait_gone("label", re.compile("is there already"))
    assert path.read_text() == "before"
    form.focus()
    form.type_name(form.path_of("made"))
    form.press("Replace")
    jol.wait_until(lambda: path.read_bytes()[1:4] == b"PNG", "it is replaced", 30)
    jol.wait_until(lambda: not form.find_dialog(), "the dialog closes")
    program.xdotool("windowfocus", jol.find_window())


@tap.test
def a_world_file_is_where_it_applies():
    form.open_dialog()
    form.choose("Format", 1)
    assert not form.find_label("World file")
    form.choose("Format", 0)
    jol.click(*jol_e2e.middle_of(form.wait_label("World file")))
    jol.settle()
    path = form.save("placed.png")
    assert form.path_of("placed.pgw").exists() and form.path_of("placed.png.aux.xml").exists()
    # Of three files that are there, the one that is typed is asked for by the file chooser.
    form.path_of("placed.png").unlink()
    form.open_dialog()
    form.type_name(path)
    jol.wait_for("label", re.compile("“placed.pgw” and 1 more are there already"))
    form.press("Replace")
    jol.wait_until(path.exists, "it is replaced", 30)
    jol.wait_until(lambda: not form.find_dialog(), "the dialog closes")
    program.xdotool("windowfocus", jol.find_window())


@tap.test
def a_film():
    """By GStreamer; where it is not installed, that is said before a file is chosen."""
    form.open_dialog()
    form.choose("Format", 5)
    form.type_from("2022")
    if jol.find("label", re.compile("not installed")):
        assert "sensitive" not in form.states_of_button()
        form.close_dialog()
        return
    path = form.save("years.webm")
    assert path.read_bytes()[:4] == b"\x1a\x45\xdf\xa3"
    if shutil.which("ffprobe"):
        told = subprocess.run(
            ["ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames"]
            + ["-of", "csv=p=0", path],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        assert int(told.stdout) == 4, told.stdout


offer_viewer()
jol = jol_e2e.Jol()
form = export_form.Form(jol)
try:
    jol_e2e.main(jol)
finally:
    form.folder.cleanup()
