# SPDX-License-Identifier: GPL-3.0-or-later
"""A story of 10,000 routes and 100,000 events: to open it, to pan it, to move its date."""

import os
import subprocess
import tempfile

import frames
import make_story
import measure

RUNS = 3
OPEN_BUDGET, PAN_BUDGET, DATE_BUDGET_MS = 2.0, 1.5, 16


def open_once(tools, how, path):
    done = subprocess.run(
        [str(tools.program("bench-open")), how, path],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=measure.environment(),
    )
    return float(done.stdout)


def run(tools):
    n_routes, n_vertices, n_events = (10_000, 100, 100_000) if not tools.tiny else (20, 10, 50)
    n_frames = tools.scale(60, 8)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "large.json")
        make_story.write(path, n_routes, n_vertices, n_events)
        story, json = measure.take_turns(
            tools.scale(RUNS),
            lambda: open_once(tools, "story", path),
            lambda: open_once(tools, "json", path),
        )
        measure.report(
            "large story, open",
            measure.median(story) * 1000,
            measure.median(json) * 1000,
            OPEN_BUDGET,
        )
        for renderer in tools.renderers:
            env = measure.environment(renderer)
            large = frames.run_program(tools, env, n_frames, path, ["pan=fit", "date"])
            usual = frames.run_program(tools, env, n_frames, "-", ["pan=fit"])
            columns = [
                (values["wall_ms"], values["cpu_ms"])
                for run, name in ((large, "pan"), (usual, "pan"), (large, "date"))
                for values in [line for key, line in run.items() if key.startswith(name)][:1]
            ]
            of_large, of_usual, of_date = columns
            measure.report(
                f"large story, pan, 95 %, {renderer}",
                measure.p95(of_large[0]),
                measure.p95(of_usual[0]),
                PAN_BUDGET,
                cpu=measure.p95(of_large[1]) / measure.p95(of_usual[1]),
            )
            measure.report(
                f"large story, date, {renderer}", measure.median(of_date[0]), None, DATE_BUDGET_MS
            )
