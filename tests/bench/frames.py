# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames: panning and playing against libshumate's bare map, a click against one redraw."""

import measure

RUNS = 2
FRAMES = 100
PAN_BUDGET, PLAY_BUDGET, CLICK_BUDGET = 1.6, 1.8, 6
ZOOMS = ("fit", 6, 6.5)
TASKS = {"pan": [f"pan={zoom}" for zoom in ZOOMS], "play": ["play"], "click": ["redraw", "click"]}


def merge(runs, name, column):
    return [value for run in runs for value in run[name][column]]


def run_program(tools, env, frames, story, tasks):
    return measure.run_lines([tools.program("bench-frames"), frames, story, "map", *tasks], env)


def run_floor(tools, env, frames, window, zooms):
    zooms = [window["zoom"] if zoom == "fit" else zoom for zoom in zooms]
    lines = measure.run_lines(
        [tools.program("floor-map"), window["width"], window["height"], frames, *zooms], env
    )
    return dict(zip(zooms, lines.values()))


def report_pair(what, ours, floor, budget, fit):
    for name, judge in (("median", measure.median), ("95 %", measure.p95)):
        measure.report(
            f"{what}, {name}",
            judge(ours[0]),
            judge(floor[0]),
            budget,
            cpu=judge(ours[1]) / judge(floor[1]),
        )


def both(runs, name):
    return merge(runs, name, "wall_ms"), merge(runs, name, "cpu_ms")


def run(tools, parts):
    tasks = [task for part in parts for task in TASKS[part]]
    frames = tools.scale(FRAMES, 12)
    zooms = ZOOMS if "pan" in parts else ("fit",)
    if tools.tiny:
        zooms, tasks = ("fit",), [task for task in tasks if task not in ("pan=6", "pan=6.5")]

    for renderer in tools.renderers:
        env = measure.environment(renderer)
        ours, floors = [], []
        for _ in range(tools.scale(RUNS)):
            ours.append(run_program(tools, env, frames, "-", tasks))
            window = ours[-1]["map"]
            if parts != ["click"]:
                floors.append(run_floor(tools, env, frames, window, zooms))

        fit = window["zoom"]
        for zoom in zooms if "pan" in parts else ():
            number = fit if zoom == "fit" else zoom
            report_pair(
                f"pan {zoom}, {renderer}",
                both(ours, f"pan {number:g}"),
                both(floors, number),
                PAN_BUDGET,
                fit,
            )
        if "play" in parts:
            report_pair(
                f"play, {renderer}", both(ours, "play"), both(floors, fit), PLAY_BUDGET, fit
            )
        if "click" in parts:
            clicks = [values for run in ours for values in run["click"]["clicks"]]
            count, work, _wall = (measure.median(column) for column in zip(*clicks))
            redraw = measure.median(merge(ours, "redraw", "cpu_ms"))
            measure.report(f"click, frames, {renderer}", count, 1, CLICK_BUDGET, "")
            measure.report(f"click, work, {renderer}", work, redraw, CLICK_BUDGET)
