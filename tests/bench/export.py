# SPDX-License-Identifier: GPL-3.0-or-later
"""`jol export` of the default view, the whole process, against floor-export.c; and the most memory that
the largest picture takes."""

import os
import subprocess
import tempfile
import time

import measure

RUNS = 9
SIZE = (3840, 2160)
BUDGET = 1.5
LARGEST = (16384, 16384)
BUDGET_MIB = 400


def run_once(command):
    """Seconds on the clock, and of the processor; MiB at most."""
    began = time.perf_counter()
    with subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.DEVNULL, env=measure.environment()
    ) as process:
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        took = time.perf_counter() - began
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run(tools, parts):
    width, height = SIZE if not tools.tiny else (192, 108)
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.png")
        export = [tools.jol, "export", "-o", out, "--size", f"{width}x{height}"]
        floor = [tools.program("floor-export"), out, width, height]
        run_once(export)  # warms the caches
        run_once(floor)
        large_width, large_height = LARGEST if not tools.tiny else SIZE
        large = run_once([*export[:-1], f"{large_width}x{large_height}"])
        columns = measure.take_turns(
            tools.scale(RUNS), lambda: run_once(export), lambda: run_once(floor)
        )
    ours, floor = ([measure.median(values) for values in zip(*column)] for column in columns)
    measure.report(
        f"export {width}×{height}", ours[0] * 1000, floor[0] * 1000, BUDGET, cpu=ours[1] / floor[1]
    )
    measure.report(
        f"export {large_width}×{large_height}, memory", large[2], None, BUDGET_MIB, unit="MiB"
    )
