# SPDX-License-Identifier: GPL-3.0-or-later
"""A story of 10,000 routes and 100,000 events: to open it, to pan and zoom it, to play it, to move
its date. What moves is measured against the same of the bundled story."""

import os
import tempfile

import frames
import measure

RUNS = 3
OPEN_BUDGET, PAN_BUDGET, DATE_BUDGET_MS = 2.0, 1.5, 16


def open_once(tools, how, path):
    """Milliseconds on the clock, and of the processor."""
    program = tools.program("bench-open")
    line = measure.run_lines([program, how, path], measure.environment())[how]
    return line["wall_ms"], line["cpu_ms"]


def run_open(tools, path):
    columns = measure.take_turns(
        tools.scale(RUNS),
        lambda: open_once(tools, "story", path),
        lambda: open_once(tools, "json", path),
    )
    story, json = ([measure.median(values) for values in zip(*column)] for column in columns)
    measure.report("large story, open", story[0], json[0], OPEN_BUDGET, cpu=story[1] / json[1])


def run_renderer(tools, renderer, path):
    env, n_frames = measure.environment(renderer), tools.scale(60, 8)
    movements = ["pan=fit", "zoom", "play"]
    large = frames.run_program(tools, env, n_frames, path, [*movements, "date"])
    usual = frames.run_program(tools, env, n_frames, "-", movements)
    for name in ("pan", "zoom", "play"):
        ours, floor = (
            next(line for key, line in run.items() if key.startswith(name))
            for run in (large, usual)
        )
        measure.report(
            f"large story, {name}, 95 %, {renderer}",
            measure.p95(ours["wall_ms"]),
            measure.p95(floor["wall_ms"]),
            PAN_BUDGET,
            cpu=measure.p95(ours["cpu_ms"]) / measure.p95(floor["cpu_ms"]),
        )
    wall, cpu = map(measure.median, measure.load_columns(large["date"]))
    measure.report(f"large story, date, {renderer}", wall, None, DATE_BUDGET_MS, cpu=cpu)


def run(tools, parts):
    n_routes, n_vertices, n_events = (10_000, 100, 100_000) if not tools.tiny else (20, 10, 50)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "large.json")
        measure.make_story(path, n_routes, n_vertices, n_events)
        run_open(tools, path)
        for renderer in tools.renderers:
            run_renderer(tools, renderer, path)
