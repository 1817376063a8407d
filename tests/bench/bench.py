#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py BUILD [PART…]: the program beside its budgets.

Each figure stands beside its floor, which is measured in the same run and in turns with it. The
ratio is of time on the clock and is what is judged; "cpu" is the same ratio of the processor's time
(of the main thread for frames, of the process else), which other work on the machine disturbs less.
A figure over its budget is no error: this measures, it does not test.
"""

import argparse
import os
import pathlib
import sys

import measure

PARTS = ("start", "memory", "pan", "play", "click", "export", "large", "events", "search")


def parse_arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("build", help=argparse.SUPPRESS)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=f"{PARTS}")
    parser.add_argument("--renderer", default="cairo,gl", help="cairo, gl, or both")
    parser.add_argument("--minutes", type=float, default=0, help="how long memory is watched")
    parser.add_argument("--tiny", action="store_true", help="only to see that it works")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    parts = arguments.parts or PARTS
    tools = measure.Tools(
        arguments.build, arguments.renderer.split(","), arguments.tiny, arguments.minutes
    )
    # Here: what is not asked for need not be there.
    import events
    import export
    import frames
    import large
    import search
    import start

    measure.print_row(measure.HEAD)
    if "start" in parts:
        start.run_start(tools)
    if "memory" in parts:
        start.run_memory(tools)
    of_frames = [part for part in ("pan", "play", "click") if part in parts]
    if of_frames:
        frames.run(tools, of_frames)
    if "export" in parts:
        export.run(tools)
    if "large" in parts:
        large.run(tools)
    if "events" in parts:
        events.run(tools)
    if "search" in parts:
        search.run(tools)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
    main()
