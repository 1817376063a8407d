#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""surroundings.py: the program in a desktop that lacks something: it shows its window, and ends well."""

import json
import os
import pathlib
import signal
import subprocess
import tempfile
import xml.dom.minidom

import watch  # finds the two below
import program
import tap

JOL = os.environ["JOL_BINARY"]
STORIES = pathlib.Path(__file__).resolve().parent.parent / "story"


def is_colourful(picture):
    return len(picture.getcolors(1 << 24)) > 100


def run(*arguments, **environment):
    """The command line to its end."""
    return subprocess.run(
        [JOL, *arguments],
        env={**os.environ, "G_DEBUG": "gc-friendly", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class Alone:
    """A program that no bus reaches: it is seen by its window, and ended by a key."""

    def __init__(self, **environment):
        self.environment = {**os.environ, "G_DEBUG": "gc-friendly", **environment}

    def __enter__(self):
        self.said = tempfile.TemporaryFile()
        self.process = subprocess.Popen([JOL], env=self.environment, stderr=self.said)
        try:
            program.wait_until(self.find_window, "its window is there", 30)
            program.xdotool("windowfocus", self.find_window()[0])
            program.wait_until(lambda: is_colourful(program.grab()), "the map is drawn", 30)
        except BaseException:
            # Another that is started would only raise this one.
            self.process.kill()
            self.process.wait()
            raise
        return self

    def find_window(self):
        assert self.process.poll() is None, f"ended with {self.process.returncode}"
        return program.xdotool("search", "--onlyvisible", "--pid", self.process.pid)

    def __exit__(self, kind, value, trace):
        if self.process.poll() is None:
            program.xdotool("key", "ctrl+q")
        try:
            status = self.process.wait(20)
        finally:
            self.process.kill()
            self.said.seek(0)
            text = self.said.read().decode(errors="replace")
            # One that is said a hundred times is one.
            tap.comment("\n".join(sorted({line.rpartition(": ")[2] for line in text.splitlines()})))
        if kind is None:
            assert status == 0, f"it ended with {status}"


@tap.test
def without_a_session_bus():
    with Alone(DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent/bus", GTK_A11Y="none"):
        pass


@tap.test
def without_its_settings():
    """Not installed with its schema: it has what it has at first, and keeps nothing."""
    # What is compiled in the build folder is not looked for; GTK's own, which it cannot do without, are.
    with watch.Watched(environment={"GSETTINGS_SCHEMA_DIR": "/nonexistent"}) as jol:
        assert jol.state("win.date") == "2023-05-18"
        jol.activate("win.preferences")
        jol.check_answer("preferences")
        jol.activate('win.select "cpc"')
        jol.wait_until(lambda: jol.state("win.select") == "cpc", "it is chosen")


@tap.test
def without_a_single_font():
    """It says so, where GTK would complain of every word and then show none."""
    with tempfile.TemporaryDirectory(prefix="jol-fonts-") as folder:
        config = pathlib.Path(folder, "fonts.conf")
        config.write_text(f"<fontconfig><cachedir>{folder}</cachedir></fontconfig>\n")
        for arguments in (
            (),
            ("export", "-o", f"{folder}/out.png"),
            ("export", "-o", f"{folder}/out.svg"),
        ):
            done = run(*arguments, FONTCONFIG_FILE=str(config))
            assert done.returncode == 1, done
            assert (
                done.stderr == "jol: no font is installed, and without one no text can be drawn\n"
            ), done
        # What only prints needs none.
        done = run("list", "routes", FONTCONFIG_FILE=str(config))
        assert done.returncode == 0 and not done.stderr, done


def check_renderer(name):
    with watch.Watched(environment={"GSK_RENDERER": name}) as jol:
        jol.activate('win.select "cpc"')
        jol.settle()
        assert is_colourful(program.grab())


def list_renderers():
    """Of those that every machine can run; GTK 4.18 knows another that draws by OpenGL than 4.8."""
    with subprocess.Popen(
        [JOL],
        env={**os.environ, "GSK_RENDERER": "help"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        names = []
        for line in process.stdout:
            name = line.partition(" - ")[0].strip()
            names += [name] if name in ("cairo", "gl", "ngl") else []
            if name == "help":
                break
        process.kill()
    return names


@tap.test
def drawn_by_every_renderer():
    names = list_renderers()
    assert "cairo" in names and len(names) > 1, names
    for name in names:
        check_renderer(name)


@tap.test
def the_display_goes_away():
    """As when a person's session ends: no core dump, no endless loop."""
    ends_read, ends_write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(ends_write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[ends_write],
        stderr=subprocess.DEVNULL,
    )
    os.close(ends_write)
    number = os.fdopen(ends_read).readline().strip()
    environment = {**os.environ, "DISPLAY": f":{number}", "G_DEBUG": "gc-friendly"}
    environment["GTK_A11Y"] = "none"
    process = subprocess.Popen([JOL], env=environment, stderr=subprocess.DEVNULL)

    def is_shown():
        assert process.poll() is None, process.returncode
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)],
            env=environment,
            capture_output=True,
            check=False,
        )
        return done.stdout.strip()

    try:
        program.wait_until(is_shown, "its window is there", 30)
        screen.send_signal(signal.SIGKILL)
        screen.wait()
        status = process.wait(20)
    finally:
        screen.kill()
        process.kill()
    assert status >= 0, f"ended by signal {-status}"


@tap.test
def no_display_at_all():
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    environment["G_DEBUG"] = "gc-friendly"
    done = subprocess.run(
        [JOL], env=environment, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 1, done.returncode
    assert "display" in done.stderr.lower(), done.stderr


@tap.test
def nothing_is_taken_away_below_threads_at_work():
    """They may still place names when it is left, with what exit() would take down: a crash, now and then."""
    with tempfile.NamedTemporaryFile(prefix="jol-exit-") as told:
        pulse = {"LD_PRELOAD": os.environ["JOL_PULSE_SO"], "JOL_PULSE": told.name}
        with program.Program(environment=pulse) as jol:
            jol.activate("win.fit")
        assert b"exit\n" not in told.read()


# Texts differ by the language, what programs read does not.


def list_numbers(value):
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        return [number for part in value for number in list_numbers(part)]
    return [] if isinstance(value, (str, bool)) or value is None else [value]


def check_locale(name):
    with tempfile.TemporaryDirectory(prefix="jol-locale-") as folder:
        # A warning of a character that a set lacks is an exit status of 1.
        subprocess.run(
            ["localedef", "-i", name, "-f", "UTF-8", "--no-archive", f"{folder}/{name}.UTF-8"],
            capture_output=True,
            check=False,
        )
        assert pathlib.Path(folder, f"{name}.UTF-8", "LC_NUMERIC").exists(), name
        there = {"LOCPATH": folder, "LC_ALL": f"{name}.UTF-8", "LANGUAGE": ""}
        for command in (("list", "routes", "--json"), ("show", "cpc", "--json")):
            ours, theirs = run(*command), run(*command, **there)
            assert not theirs.stderr and list_numbers(json.loads(theirs.stdout)) == list_numbers(
                json.loads(ours.stdout)
            ), command
        with watch.Watched(environment=there) as jol:
            for action in (
                'win.date "2001-02-03"',
                "win.viewport (43.5, 65.25, 5.5)",
                'win.select "cpc"',
                "win.claims true",
                f'win.export "{folder}/map.svg"',
            ):
                jol.activate(action)
                jol.check_answer(action)
            assert jol.state("win.date") == "2001-02-03"
            jol.wait_until(pathlib.Path(folder, "map.svg").exists, "a picture is written", 30)
            # It is a picture only if its numbers have points.
            drawn = xml.dom.minidom.parse(f"{folder}/map.svg").documentElement
            assert float(drawn.getAttribute("width").rstrip("px")) > 100


for language in ("ru_RU", "kk_KZ", "fa_IR", "ar_EG"):
    tap.add(f"the locale {language}", check_locale, language)


# Dates have no time zone: no clock of the desktop may move them.


def read(zone, *arguments):
    done = subprocess.run(
        [JOL, *arguments],
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def check_zone(zone):
    for arguments in (
        ("list", "events", "--csv"),
        ("list", "events", "--from", "2011-12-30", "--to", "2011-12-31", "--json"),
        ("show", "cpc", "--date", "2011-12-30", "--json"),
    ):
        assert read(zone, *arguments) == read("UTC", *arguments), arguments


# In Samoa there was no 30 December 2011.
for odd in ("Pacific/Apia", "Asia/Almaty", "America/St_Johns", "XYZ-14:59", "no/such zone", ":"):
    tap.add(f"dates stay in the time zone {odd!r}".replace("#", ""), check_zone, odd)


@tap.test
def the_window_keeps_its_date_in_samoa():
    with watch.Watched(environment={"TZ": "Pacific/Apia"}) as jol:
        for date in ("2011-12-30", "2011-12", "1991", "2025-12-31"):
            jol.activate(f'win.date "{date}"')
            jol.wait_until(lambda: jol.state("win.date") == date, date)


@tap.test
def a_story_vanishes_while_it_is_open():
    with tempfile.TemporaryDirectory(prefix="jol-gone-") as folder:
        path = pathlib.Path(folder, "small.jol.json")
        path.write_bytes((STORIES / "good/small.jol.json").read_bytes())
        with watch.Watched(str(path)) as jol:
            path.write_text("{ this is no story any more")
            jol.activate('win.select "r"')
            jol.wait_until(lambda: jol.state("win.select") == "r", "what was read is still shown")
            path.unlink()
            jol.activate('win.select ""')
            jol.activate("win.fit")
            jol.check_answer("the file is gone")


def check_with_bad_disk(fault, n_before=0):
    """What the checker says of a story larger than one read, its status, and its path."""
    with tempfile.TemporaryDirectory(prefix="jol-disk-") as folder:
        path = pathlib.Path(folder, "small.jol.json")
        text = (STORIES / "good/small.jol.json").read_bytes()
        path.write_bytes(b" " * n_before + text + b" " * 200_000)
        done = subprocess.run(
            [JOL, "check", path.name],
            cwd=folder,
            env={**os.environ, "LD_PRELOAD": os.environ["JOL_BAD_DISK_SO"], "JOL_BAD_DISK": fault},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


@tap.test
def a_disk_that_fails_is_told():
    status, said = check_with_bad_disk("fails")
    assert status == 1 and "small.jol.json: error: " in said and "Input/output error" in said, said


@tap.test
def a_file_that_is_cut_off_or_taken_away_while_it_is_read():
    """What was read is what counts: all of a file that has lost its name, and no story of one that was cut."""
    assert check_with_bad_disk("gone")[0] == 0
    status, said = check_with_bad_disk("cut", n_before=100_000)
    assert status == 1 and "small.jol.json:" in said and "error: " in said, said


@tap.test
def a_disk_that_gives_little_at_a_time_is_read_to_the_end():
    for fault in ("slow", "interrupted"):
        assert check_with_bad_disk(fault)[0] == 0, fault


tap.main()
