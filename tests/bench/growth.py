# SPDX-License-Identifier: GPL-3.0-or-later
"""How what a story costs grows with it: one of 100 routes and 1,000 events, one ten times and one a
hundred times as large. Milliseconds of the processor: of the main thread for what is seen (with all
that led to a frame), of the process for the rest."""

import os
import tempfile

import frames
import large
import measure

ROUTES, VERTICES, EVENTS = 100, 100, 1_000
SIZES = (1, 10, 100)
TASKS = ["open", "memory", "pan=fit", "zoom", "date", "span", "play"]
# Of the frames, what is told: the date and the span by their median, as their budget is.
JUDGES = {
    "pan": measure.p95,
    "zoom": measure.p95,
    "play": measure.p95,
    "date": measure.median,
    "span": measure.median,
}


def measure_search(tools, path):
    lines = measure.run_lines(
        [tools.program("bench-search"), path, tools.scale(3)], measure.environment()
    )
    return {
        ("search, index", "ms"): measure.median(lines["index"]["ms"]),
        ("search, letter, 95 %", "ms"): measure.p95(lines["query"]["ms"]),
    }


def measure_window(tools, path, renderer):
    env, n_frames = measure.environment(renderer), tools.scale(60, 8)
    lines = frames.run_program(tools, env, n_frames, path, TASKS)
    first, complete = lines["open"]["cpu_ms"]
    figures = {
        (f"first frame, {renderer}", "ms"): first,
        (f"whole picture, {renderer}", "ms"): complete,
        (f"memory, {renderer}", "MiB"): lines["memory"]["mib"],
    }
    for name, judge in JUDGES.items():
        line = next(line for key, line in lines.items() if key.startswith(name))
        share = "95 %" if judge is measure.p95 else "median"
        figures[f"{name}, {share}, {renderer}", "ms"] = judge(line["loop_ms"])
    return figures


def measure_story(tools, path):
    figures = {("load", "ms"): large.open_once(tools, "story", path)[1]}
    for renderer in tools.renderers:
        figures |= measure_window(tools, path, renderer)
    return figures | measure_search(tools, path)


def run(tools, parts):
    columns = []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "story.json")
        for size in SIZES:
            scale = tools.scale(size, 0.05 * size**0.5)
            measure.make_story(path, int(ROUTES * scale), VERTICES, int(EVENTS * scale))
            columns.append(measure_story(tools, path))
    for what, unit in columns[0]:
        measure.report_curve(what, unit, [column[what, unit] for column in columns])
