#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""install.py MESON BUILD PREFIX: that what "meson install" puts into a folder starts from there."""

import os
import pathlib
import subprocess
import sys
import tempfile

import tap

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "e2e"))
import program  # noqa: E402 (it is in a folder beside this)

APP_ID = "io.github.jolatlas.Jol"
meson, build, prefix = sys.argv[1:]
stage = tempfile.TemporaryDirectory(prefix="jol-install-")
root = pathlib.Path(stage.name, prefix.lstrip("/"))
# Of the build folder; what is installed must do without.
os.environ.pop("GSETTINGS_SCHEMA_DIR", None)


def run(*command):
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


@tap.test
def meson_installs_into_an_empty_folder():
    run(meson, "install", "-C", build, "--no-rebuild", "--destdir", stage.name)
    # What post_install does, which meson leaves out when the folder is not the prefix itself.
    run("glib-compile-schemas", "--strict", str(root / "share/glib-2.0/schemas"))
    os.environ["XDG_DATA_DIRS"] = f"{root / 'share'}:/usr/local/share:/usr/share"


@tap.test
def every_file_the_desktop_looks_for_is_there():
    for name in (
        "bin/jol",
        f"share/applications/{APP_ID}.desktop",
        f"share/metainfo/{APP_ID}.metainfo.xml",
        f"share/mime/packages/{APP_ID}.xml",
        f"share/dbus-1/services/{APP_ID}.service",
        f"share/gnome-shell/search-providers/{APP_ID}.search-provider.ini",
        f"share/icons/hicolor/scalable/apps/{APP_ID}.svg",
        f"share/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg",
    ):
        assert (root / name).is_file(), name


@tap.test
def nothing_is_installed_outside_the_prefix():
    for path in pathlib.Path(stage.name).rglob("*"):
        assert path.is_dir() or root in path.parents, path


@tap.test
def it_tells_its_version():
    assert run(str(root / "bin/jol"), "--version").startswith("jol ")


@tap.test
def the_story_inside_is_whole():
    run(str(root / "bin/jol"), "check", "--bundled")


@tap.test
def its_window_opens():
    with program.Program(binary=str(root / "bin/jol")) as jol:
        assert jol.settle().getcolors(64) is None, "a map and a text have more colours"


try:
    tap.main()
finally:
    stage.cleanup()
