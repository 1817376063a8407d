#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""desktop-data.py SOURCE BUILD: that the files for the desktop agree with each other.

Each is checked by its own tool elsewhere; what no tool knows is that they speak of the same
program.
"""

import configparser
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

import tap

APP_ID = "io.github.jolatlas.Jol"
MIME_TYPE = "application/vnd.jol-story+json"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
SVG = "{http://www.w3.org/2000/svg}"

source, build = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
data = source / "data"


def read_keyfile(path):
    parser = configparser.RawConfigParser(interpolation=None, delimiters=("=",), strict=True)
    parser.optionxform = str
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


def check_drawing(path):
    root = ElementTree.parse(path).getroot()
    assert root.tag == f"{SVG}svg", root.tag
    box = [float(part) for part in root.get("viewBox").split()]
    side = 16 if path.name.endswith("-symbolic.svg") else 128
    assert box == [0, 0, side, side], f"viewBox is {box}"
    assert not root.findall(f".//{SVG}text"), "a drawing must not depend on fonts"
    assert not root.findall(f".//{SVG}image"), "a drawing must not hold pixels"
    if side == 16:
        # GTK puts the text's colour in place of every fill, and leaves strokes as they are.
        assert not [
            part for part in root.iter() if part.get("stroke") or part.get("fill") == "none"
        ]


@tap.test
def the_mime_type_is_well_formed_and_beats_plain_json():
    kind = ElementTree.parse(build / f"{APP_ID}.xml").getroot().find(f"{MIME}mime-type")
    assert kind.get("type") == MIME_TYPE
    assert kind.find(f"{MIME}sub-class-of").get("type") == "application/json"
    glob = kind.find(f"{MIME}glob")
    assert glob.get("pattern") == "*.jol.json" and int(glob.get("weight")) > 50


@tap.test
def the_launcher_opens_stories_and_links():
    entry = read_keyfile(build / f"{APP_ID}.desktop")["Desktop Entry"]
    assert set(entry["MimeType"].rstrip(";").split(";")) == {MIME_TYPE, "x-scheme-handler/jol"}
    assert entry["Exec"].split() == ["jol", "%U"]
    assert entry["Icon"] == APP_ID


@tap.test
def every_action_of_the_launcher_is_described():
    parser = read_keyfile(build / f"{APP_ID}.desktop")
    for action in parser["Desktop Entry"]["Actions"].rstrip(";").split(";"):
        assert parser[f"Desktop Action {action}"]["Exec"].startswith("jol ")
        # The bus is told the name alone.
        rows = (source / "src/app/jol-actions.c").read_text(encoding="utf-8")
        assert f'{{ "app.{action}", NULL' in rows, action


@tap.test
def the_shell_asks_the_program_that_the_bus_starts():
    provider = read_keyfile(data / f"{APP_ID}.search-provider.ini")["Shell Search Provider"]
    assert provider["BusName"] == APP_ID and provider["DesktopId"] == f"{APP_ID}.desktop"
    assert provider["ObjectPath"] == "/" + APP_ID.replace(".", "/") + "/SearchProvider"
    entry = read_keyfile(build / f"{APP_ID}.desktop")["Desktop Entry"]
    assert entry["DBusActivatable"] == "true"


@tap.test
def the_bus_starts_the_same_program():
    service = read_keyfile(build / f"{APP_ID}.service")["D-BUS Service"]
    assert service["Name"] == APP_ID
    assert service["Exec"].endswith("/bin/jol --gapplication-service"), service["Exec"]


@tap.test
def the_metainfo_names_launcher_type_and_program():
    root = ElementTree.parse(build / f"{APP_ID}.metainfo.xml").getroot()
    assert root.findtext("id") == APP_ID
    assert root.findtext("launchable") == f"{APP_ID}.desktop"
    assert root.findtext("provides/mediatype") == MIME_TYPE
    assert root.findtext("provides/binary") == "jol"


@tap.test
def the_resources_name_every_icon_and_every_part_of_the_story():
    listed = {
        element.text for element in ElementTree.parse(data / "jol.gresource.xml").iter("file")
    }
    there = [*(data / "icons/scalable").rglob("*.svg"), *(data / "story").glob("*.json")]
    missing = {path.relative_to(data).as_posix() for path in there} - listed
    assert not missing, missing


for drawing in sorted((data / "icons").rglob("*.svg")):
    tap.add(f"{drawing.name} is a drawing of its grid", check_drawing, drawing)


@tap.test
def the_flatpak_asks_for_a_display_and_nothing_else():
    """Files come by the portal's file chooser, so neither the home nor the network is wanted."""
    manifest = json.loads((data / f"{APP_ID}.flatpak.json").read_text(encoding="utf-8"))
    assert manifest["id"] == APP_ID and manifest["command"] == "jol"
    assert set(manifest["finish-args"]) == {
        "--socket=wayland",
        "--socket=fallback-x11",
        "--share=ipc",
        "--device=dri",
    }, manifest["finish-args"]


tap.main()
