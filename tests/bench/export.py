#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`jol export` of the default view at 3840×2160, the whole process, against its floor (floor-export.c): the median of
nine runs of each, taken in turn, so that what else the machine does falls on both."""

import os
import statistics
import subprocess
import tempfile
import time

RUNS = 9
WIDTH, HEIGHT = 3840, 2160


def seconds(*command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.png")
        export = [os.environ["JOL_BINARY"], "export", "-o", out, "--size", f"{WIDTH}x{HEIGHT}"]
        floor = [os.environ["JOL_FLOOR_EXPORT"], out, str(WIDTH), str(HEIGHT)]
        seconds(*export)  # warms the caches
        seconds(*floor)
        pairs = [(seconds(*export), seconds(*floor)) for _ in range(RUNS)]

    of_export, of_floor = (statistics.median(column) for column in zip(*pairs))
    print(f"export {WIDTH}x{HEIGHT}: {of_export * 1000:.0f} ms")
    print(f"floor (filled once, written): {of_floor * 1000:.0f} ms")
    print(f"ratio: {of_export / of_floor:.2f} (budget 1.5)")


main()
