#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""preferences.py: online tiles are off until asked for, and the painted map stays where none come."""

import http.server
import io
import socket
import threading

import access
import jol_e2e
import program
import tap
from PIL import Image

STEPPE = (46.0, 70.5)  # land, and no route near
VIEW = (46.0, 70.5, 6.0)
TILE = (200, 60, 200)


class Tiles(http.server.BaseHTTPRequestHandler):
    """Answers by the first part of the path, and remembers what was asked."""

    asked = []

    def do_GET(self):
        kind = self.path.split("/")[1]
        self.asked.append(kind)
        if kind == "missing":
            self.send_error(404)
            return
        answer = io.BytesIO(b"<html>Sign in first</html>")
        if kind != "garbage":
            answer = io.BytesIO()
            Image.new("RGB", (256, 256), TILE).save(answer, "PNG")
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer.getvalue())))
        self.end_headers()
        self.wfile.write(answer.getvalue())

    def log_message(self, *_arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()


def start(kind, wanted=True, port=None):
    """The program with settings for such tiles."""
    Tiles.asked.clear()
    address = f"http://127.0.0.1:{port or server.server_port}/{kind}/{{z}}/{{x}}/{{y}}.png"
    return jol_e2e.Jol(
        settings={
            "online_tiles": str(wanted).lower(),
            "tile_server": "'other'",
            "tile_address": f"'{address}'",
        }
    )


def color_at(jol, point):
    return jol.settle().getpixel(jol.on_map(*point))


def is_tile(jol):
    return jol_e2e.is_like(color_at(jol, STEPPE), TILE, 3)


def check_painted(jol):
    jol.start_from(viewport=VIEW)
    land = jol_e2e.palette("LAND_FOCUS")
    assert jol_e2e.has_color(
        jol.settle(), *jol.on_map(*STEPPE), land, 6
    ), "the painted map is there"
    assert not is_tile(jol)
    assert not jol.find("label", "Map tiles: 127.0.0.1")


@tap.test
def nothing_is_asked_while_they_are_off():
    with start("good", wanted=False) as jol:
        check_painted(jol)
        assert not Tiles.asked, Tiles.asked


@tap.test
def tiles_come_under_the_routes_and_say_whose_they_are():
    with start("good") as jol:
        jol.start_from(viewport=VIEW)
        jol.wait_until(lambda: is_tile(jol), "the tile is shown")
        jol.wait_for("label", "Map tiles: 127.0.0.1")
        at = jol.on_route("kazakhstan-china-oil", 48.0, 72.0)
        jol.set("win.viewport", (48.0, 72.0, 6.0))
        at = jol.on_route("kazakhstan-china-oil", 48.0, 72.0)
        assert jol_e2e.has_color(jol.settle(), *at, jol_e2e.palette("OIL"), 4), "a route over it"


@tap.test
def the_painted_map_stays_where_tiles_are_missing():
    for kind in ("missing", "garbage"):
        with start(kind) as jol:
            jol.wait_until(lambda wanted=kind: wanted in Tiles.asked, "the server is asked")
            check_painted(jol)


@tap.test
def the_painted_map_stays_where_there_is_no_server():
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with start("none", port=closed.getsockname()[1]) as jol:
            check_painted(jol)


def open_preferences(jol):
    """Returns its switch of tiles."""
    jol.key("ctrl+comma")
    window = jol.wait_for("frame", "Preferences")
    return access.wait_for(window, "check box", "Show online tiles")


def close_preferences(jol):
    jol.key("Escape")
    jol.wait_gone("frame", "Preferences")
    # No window manager here that would give it back.
    program.xdotool("windowfocus", jol.find_window())


@tap.test
def a_switch_brings_tiles_and_takes_them_away():
    with start("good", wanted=False) as jol:
        jol.start_from(viewport=VIEW)
        for wanted in (True, False):
            switch = open_preferences(jol)
            assert ("checked" in access.states(switch)) != wanted
            # From the theme, where the keys are first.
            jol.key("Tab")
            jol.key("space")
            jol.wait_until(lambda: ("checked" in access.states(switch)) == wanted, "it is switched")
            close_preferences(jol)
            jol.wait_until(lambda: is_tile(jol) == wanted, f"tiles come: {wanted}")


tap.main()
