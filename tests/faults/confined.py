#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""confined.py: under confined.sh, with a home that cannot be written either: everything of the program works."""

import os
import pathlib
import socket
import subprocess
import tempfile

import watch  # finds the two below
import program
import tap

SHUT = ["bwrap", "--dev-bind", "/", "/", "--ro-bind", os.environ["HOME"], os.environ["HOME"]]
for folder in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
    SHUT += ["--ro-bind", os.environ[folder], os.environ[folder]]


@tap.test
def there_is_no_network_here():
    """What the tests below rest on."""
    names = [name for _, name in socket.if_nameindex()]
    assert names == ["lo"], names


@tap.test
def the_window_needs_no_network_and_no_home():
    with tempfile.TemporaryDirectory(prefix="jol-confined-") as folder:
        start = pathlib.Path(folder, "jol")
        words = " ".join(f"'{word}'" for word in [*SHUT, "--", os.environ["JOL_BINARY"]])
        start.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
        start.chmod(0o755)
        with Shut(binary=str(start)) as jol:
            jol.activate('win.select "cpc"')
            jol.wait_until(lambda: jol.state("win.select") == "cpc", "it is chosen")
            jol.activate("win.theme 'dark'")
            jol.activate('win.date "2009-12"')
            jol.wait_until(lambda: jol.state("win.date") == "2009-12", "the date moves")


class Shut(watch.Watched):
    """The window belongs to what bubblewrap starts, not to bubblewrap."""

    def find_window(self):
        windows = program.xdotool("search", "--onlyvisible", "--class", "jol")
        return windows[0] if windows else None

    def check_answer(self, after):
        raise NotImplementedError


@tap.test
def a_picture_needs_no_network_and_no_home():
    with tempfile.TemporaryDirectory(prefix="jol-confined-") as folder:
        picture = pathlib.Path(folder, "out.png")
        done = subprocess.run(
            [*SHUT, "--", os.environ["JOL_BINARY"], "export", "-o", str(picture)],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert picture.read_bytes().startswith(b"\x89PNG")


tap.main()
