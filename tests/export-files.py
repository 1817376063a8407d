#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""export-files.py JOL: what "jol export" leaves in a folder, above all when something is wrong, and
where GDAL thinks that a picture lies."""

import json
import math
import os
import pathlib
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import tap  # noqa: E402

# It runs in other folders.
JOL = os.path.abspath(sys.argv[1])
STORY = HERE / "cli/small.jol.json"
TIMEOUT_S = 60


def export(folder, *words, limit=None, path=None):
    """Runs it in a folder; with a limit, no file may be longer than that many bytes; with a path,
    it finds other programs only there."""

    def prepare():
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [JOL, "export", "--story", STORY, *map(str, words)],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        timeout=TIMEOUT_S,
        preexec_fn=prepare,
        env={**os.environ, "PATH": path} if path else None,
    )


def complain(done, status, *words):
    assert done.returncode == status, (done.returncode, done.stderr)
    for word in words:
        assert word in done.stderr, (word, done.stderr)


class Folder(tempfile.TemporaryDirectory):
    def __enter__(self):
        return pathlib.Path(super().__enter__())


def names(folder):
    return sorted(os.listdir(folder))


@tap.test
def full_disk():
    for name in ("map.png", "map.svg", "map.pdf"):
        with Folder() as folder:
            (folder / name).write_text("before")
            done = export(folder, "-o", name, limit=2000)
            complain(done, 1, name, "cannot be written", "File too large")
            assert names(folder) == [name]
            assert (folder / name).read_text() == "before"


@tap.test
def no_space_left():
    """On a file system of its own, which is as large as a corner of the picture."""
    script = (
        'mount -t tmpfs -o size=64k none "$1" || exit 99; cd "$1" && echo before > map.png;'
        ' "$2" export -o map.png --story "$3" --size 2000x2000; echo $? $(ls) $(cat map.png)'
    )
    with Folder() as folder:
        command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]
        done = subprocess.run(
            [*command, folder, JOL, STORY],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            timeout=TIMEOUT_S,
        )
    if done.returncode != 0:
        raise tap.Skip("no file system of its own may be mounted here")
    assert "map.png" in done.stderr and "No space left" in done.stderr, done.stderr
    assert done.stdout.split() == ["1", "map.png", "before"], done.stdout


@tap.test
def folder_instead_of_file():
    with Folder() as folder:
        (folder / "map.png").mkdir()
        complain(export(folder, "-o", "map.png"), 1, "map.png", "Is a directory")
        assert names(folder) == ["map.png"] and names(folder / "map.png") == []


@tap.test
def no_folder():
    with Folder() as folder:
        complain(export(folder, "-o", "no/map.png"), 1, "no/map.png", "No such file")
        (folder / "file").write_text("")
        complain(export(folder, "-o", "file/map.png"), 1, "file/map.png", "Not a directory")
        assert names(folder) == ["file"]


@tap.test
def not_allowed():
    if os.geteuid() == 0:
        tap.comment("root may write everywhere: only a read-only system file is tried")
        done = export("/", "-o", "/proc/map.png")
        complain(done, 1, "/proc/map.png", "cannot be written")
        return
    with Folder() as folder:
        (folder / "map.png").write_text("before")
        (folder / "map.png").chmod(0o444)
        complain(export(folder, "-o", "map.png"), 1, "map.png", "Permission denied")
        assert (folder / "map.png").read_text() == "before"
        folder.chmod(0o555)
        complain(export(folder, "-o", "new.png"), 1, "new.png", "Permission denied")
        folder.chmod(0o755)
        assert names(folder) == ["map.png"]


@tap.test
def odd_names():
    with Folder() as folder:
        for name in ("two\nlines.png", "-o.png", "100%s.png", "қазақ.png", "x" * 251 + ".png"):
            done = export(folder, f"--output={name}", "--size", "64x64")
            assert done.returncode == 0, (name, done.stderr)
            assert (folder / name).read_bytes()[1:4] == b"PNG"
            (folder / name).unlink()
        complain(export(folder, "-o", "x" * 252 + ".png", "--size", "64x64"), 1, "too long")
        assert names(folder) == []


@tap.test
def links():
    with Folder() as folder:
        (folder / "elsewhere").mkdir()
        (folder / "elsewhere/real.png").write_text("before")
        (folder / "map.png").symlink_to("elsewhere/real.png")
        (folder / "second.png").symlink_to("map.png")
        assert export(folder, "-o", "second.png", "--size", "64x64").returncode == 0
        assert os.readlink(folder / "second.png") == "map.png"
        assert os.readlink(folder / "map.png") == "elsewhere/real.png"
        assert (folder / "elsewhere/real.png").read_bytes()[1:4] == b"PNG"
        assert names(folder / "elsewhere") == ["real.png"]

        # What cannot be written does not touch the file that a link leads to.
        (folder / "elsewhere/real.png").write_text("before")
        complain(export(folder, "-o", "second.png", limit=2000), 1, "second.png")
        assert (folder / "elsewhere/real.png").read_text() == "before"
        assert names(folder / "elsewhere") == ["real.png"]

        (folder / "loop.png").symlink_to("loop.png")
        complain(export(folder, "-o", "loop.png"), 1, "loop.png", "Too many levels")
        # To nowhere yet: the file is made there.
        (folder / "new.png").symlink_to("elsewhere/new.png")
        assert export(folder, "-o", "new.png", "--size", "64x64").returncode == 0
        assert (folder / "elsewhere/new.png").is_file()


@tap.test
def other_names_of_a_file():
    with Folder() as folder:
        (folder / "map.png").write_text("before")
        os.link(folder / "map.png", folder / "copy.png")
        (folder / "map.png").chmod(0o640)
        assert export(folder, "-o", "map.png", "--size", "64x64").returncode == 0
        assert (folder / "copy.png").read_text() == "before"
        assert stat.S_IMODE((folder / "map.png").stat().st_mode) == 0o640


@tap.test
def pipe():
    with Folder() as folder:
        os.mkfifo(folder / "map.png")
        with subprocess.Popen(["cat", folder / "map.png"], stdout=subprocess.PIPE) as reader:
            try:
                assert export(folder, "-o", "map.png", "--size", "64x64").returncode == 0
                assert reader.stdout.read()[1:4] == b"PNG"
            finally:
                reader.kill()
        assert stat.S_ISFIFO((folder / "map.png").stat().st_mode)


@tap.test
def called_off():
    """By a signal while bands are being written: the file is there as it was, and nothing else."""
    with Folder() as folder:
        (folder / "map.png").write_text("before")
        command = [JOL, "export", "-o", "map.png", "--size", "16384x16384"]
        with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
            # The draft is there as soon as there is something to write.
            while len(names(folder)) == 1:
                assert process.poll() is None
            process.send_signal(signal.SIGTERM)
            _out, told = process.communicate(timeout=TIMEOUT_S)
        assert process.returncode == -signal.SIGTERM, (process.returncode, told)
        assert names(folder) == ["map.png"]
        assert (folder / "map.png").read_text() == "before"


@tap.test
def world_file():
    if not shutil.which("gdalinfo"):
        raise tap.Skip("gdalinfo is not installed: Debian's gdal-bin has it")
    latitude, longitude, zoom, width, height, scale = 46.0, 51.0, 6.25, 401, 300, 2
    with Folder() as folder:
        words = ["-o", "map.png", "--world-file", "--size", f"{width}x{height}"]
        words += ["--center", f"{latitude},{longitude}", "--zoom", zoom, "--scale", scale]
        done = export(folder, *words)
        assert done.returncode == 0, done.stderr
        assert names(folder) == ["map.pgw", "map.png", "map.png.aux.xml"]
        found = json.loads(
            subprocess.run(
                ["gdalinfo", "-json", "map.png"], cwd=folder, stdout=subprocess.PIPE, check=True
            ).stdout
        )

    # Spherical Mercator, by its definition.
    radius = 6378137.0
    x = radius * math.radians(longitude)
    y = radius * math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
    metres = 2 * math.pi * radius / (256 * 2**zoom)
    west, east = x - metres * width / 2, x + metres * width / 2
    south, north = y - metres * height / 2, y + metres * height / 2
    corners = found["cornerCoordinates"]
    wanted = {
        "upperLeft": (west, north),
        "lowerLeft": (west, south),
        "upperRight": (east, north),
        "lowerRight": (east, south),
        "center": (x, y),
    }
    assert found["size"] == [width * scale, height * scale]
    for name, place in wanted.items():
        assert math.dist(corners[name], place) < 0.1, (name, corners[name], place)
    assert '"EPSG",3857' in found["coordinateSystem"]["wkt"].replace(" ", "")

    # The same box as in the picture's own words, in degrees.
    bounds = [float(side) for side in found["metadata"][""]["Bounds"].split(",")]
    ring = found["wgs84Extent"]["coordinates"][0]
    longitudes, latitudes = zip(*ring)
    extent = [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
    assert all(abs(a - b) < 1e-4 for a, b in zip(bounds, extent)), (bounds, extent)


@tap.test
def world_file_or_nothing():
    """A picture without the file that places it is none of what was asked for."""
    with Folder() as folder:
        (folder / "map.pgw").mkdir()
        done = export(folder, "-o", "map.png", "--world-file", "--size", "64x64")
        complain(done, 1, "map.pgw", "Is a directory")
        assert names(folder) == ["map.pgw"]


FRAMES = ["--frames", "2001..2004/1y", "--size", "160x100"]


@tap.test
def numbered_frames():
    with Folder() as folder:
        done = export(folder, "-o", "Map.PNG", *FRAMES)
        assert done.returncode == 0, done.stderr
        assert names(folder) == [f"Map-000{number}.PNG" for number in range(1, 5)]
        # All or nothing, also when it is the last that cannot be there.
        (folder / "new-0004.png").mkdir()
        complain(export(folder, "-o", "new.png", *FRAMES), 1, "new-0004.png", "Is a directory")
        assert [name for name in names(folder) if name.startswith("new")] == ["new-0004.png"]
        assert len(names(folder)) == 5


@tap.test
def webp():
    with Folder() as folder:
        done = export(folder, "-o", "map.webp", *FRAMES, "--duration", "2")
        assert done.returncode == 0, done.stderr
        assert names(folder) == ["map.webp"]
        content = (folder / "map.webp").read_bytes()
        assert content[:4] == b"RIFF" and content[8:12] == b"WEBP"
        # Each frame's length, in a chunk's three bytes after two places and two sizes.
        lasts, at = [], 12
        while at < len(content):
            size = int.from_bytes(content[at + 4 : at + 8], "little")
            if content[at : at + 4] == b"ANMF":
                lasts.append(int.from_bytes(content[at + 20 : at + 23], "little"))
            at += 8 + size + size % 2
        assert sum(lasts) == 2000, lasts


@tap.test
def webm_without_gstreamer():
    with Folder() as folder:
        done = export(folder, "-o", "map.webm", *FRAMES, path="/nowhere")
        complain(done, 1, "gst-launch-1.0", "not installed", "gstreamer1.0-tools", ".webp")
        assert names(folder) == []


@tap.test
def webm():
    if not shutil.which("gst-launch-1.0"):
        raise tap.Skip("gst-launch-1.0 is not installed: Debian's gstreamer1.0-tools has it")
    with Folder() as folder:
        done = export(folder, "-o", "map.webm", *FRAMES)
        if done.returncode == 1 and "not installed" in done.stderr:
            raise tap.Skip(done.stderr.splitlines()[0])
        assert done.returncode == 0, done.stderr
        assert names(folder) == ["map.webm"]
        content = (folder / "map.webm").read_bytes()
        # EBML's mark, and the kind of document.
        assert content[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in content[:64]


@tap.test
def frames_called_off():
    with Folder() as folder:
        command = [JOL, "export", "-o", "map.png", "--frames", "1991..2025/1m"]
        with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
            while len(names(folder)) < 3:
                assert process.poll() is None
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=TIMEOUT_S)
        assert process.returncode == -signal.SIGTERM
        assert names(folder) == []


if __name__ == "__main__":
    tap.main()
