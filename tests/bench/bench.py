#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py BUILD [PART…]: the program beside its budgets, as one table or as JSON.

Each figure stands beside its floor, which is measured in the same run and in turns with it. The
ratio is of time on the clock; "cpu" is the same ratio of the processor's time (of the main thread
for frames, of the process else), which other work on the machine disturbs less. The ratio is what
is judged, or with --by-cpu what stands under "cpu". Where there is no floor, both are the figure
itself. A figure over its budget is no error: this measures, it does not test.
"""

import argparse
import importlib
import json
import os
import pathlib
import sys

import measure

# Each part, and the module that measures it.
PARTS = {
    "start": "start",
    "memory": "start",
    "pan": "frames",
    "play": "frames",
    "click": "frames",
    "export": "export",
    "large": "large",
    "events": "events",
    "search": "search",
    "growth": "growth",
}


def parse_arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("build", help=argparse.SUPPRESS)
    parser.add_argument(
        "parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS)
    )
    parser.add_argument("--renderer", default="cairo,gl", help="cairo, gl, or both")
    parser.add_argument("--minutes", type=float, default=0, help="how long memory is watched")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--by-cpu", action="store_true", help="judge by the processor's time")
    parser.add_argument("--tiny", action="store_true", help="only to see that it works")
    return parser.parse_args()


def measure_parts(tools, parts):
    for module in dict.fromkeys(PARTS[part] for part in parts):
        of_module = [part for part in parts if PARTS[part] == module]
        print(f"measuring: {', '.join(of_module)}", file=sys.stderr, flush=True)
        # Here: what is not asked for need not be there.
        importlib.import_module(module).run(tools, of_module)


def print_results(as_json):
    load, n_processors = os.getloadavg()[0], os.cpu_count()
    if as_json:
        results = {"budgets": measure.results.rows, "growth": measure.results.curves}
        results |= {"load": load, "processors": n_processors}
        print(json.dumps(results, indent=2, ensure_ascii=False))
        return
    measure.results.print_table()
    measure.results.print_curves()
    print(f"load of the machine: {load:.1f} on {n_processors} processors")


def main():
    arguments = parse_arguments()
    parts = [part for part in PARTS if part in (arguments.parts or PARTS)]
    measure.results.by_cpu = arguments.by_cpu
    tools = measure.Tools(
        arguments.build, arguments.renderer.split(","), arguments.tiny, arguments.minutes
    )
    try:
        measure_parts(tools, parts)
    finally:
        print_results(arguments.json)


if __name__ == "__main__":
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
    main()
