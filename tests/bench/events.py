# SPDX-License-Identifier: GPL-3.0-or-later
"""A story of 100,000 events: to narrow it by a span, to open its list, to scroll it, to move its
date. "span" is the list alone, "span shown" all up to the next frame with all that shows it, "map
shown" the list of only what the map shows. What opens is measured against a list without events, what scrolls against one of few."""

import os
import tempfile

import measure

ROUTES, VERTICES, EVENTS, FEW = 70, 100, 100_000, 200
RUNS = 2
SPAN_BUDGET_MS, OPEN_BUDGET_MS, SCROLL_BUDGET, DATE_BUDGET_MS = 16, 100, 1.5, 16


def merge(runs, name):
    """Milliseconds on the clock and of the main thread, of all runs."""
    columns = zip(*(measure.load_columns(run[name]) for run in runs))
    return [[ms for values in column for ms in values] for column in columns]


def report(what, ours, floor, budget, judge):
    """Against a floor, or in milliseconds where there is none."""
    wall, cpu = (judge(column) for column in ours)
    floor_wall, floor_cpu = (judge(column) for column in floor) if floor else (None, 1)
    measure.report(what, wall, floor_wall, budget, cpu=cpu / floor_cpu)


def report_renderer(renderer, of_many, of_few):
    names = {"median": measure.median, "95 %": measure.p95}
    for what, task in (("span", "span-only"), ("span shown", "span"), ("map shown", "view")):
        for name, judge in names.items():
            costs = merge(of_many, task)
            report(f"events, {what}, {name}, {renderer}", costs, None, SPAN_BUDGET_MS, judge)

    opened, empty = (
        [measure.median(column) for column in merge(of_many, name)]
        for name in ("open", "open empty")
    )
    measure.report_difference(
        f"events, open list, {renderer}",
        opened[0],
        empty[0],
        OPEN_BUDGET_MS,
        cpu=opened[1] - empty[1],
    )
    for name, judge in names.items():
        ours, floor = merge(of_many, "scroll"), merge(of_few, "scroll")
        report(f"events, scroll, {name}, {renderer}", ours, floor, SCROLL_BUDGET, judge)
    dates = merge(of_many, "date")
    report(f"events, date, {renderer}", dates, None, DATE_BUDGET_MS, measure.median)


def run(tools, parts):
    n_frames = tools.scale(120, 8)
    n_routes = tools.scale(ROUTES, 3)
    with tempfile.TemporaryDirectory() as folder:
        empty, few, many = (
            os.path.join(folder, f"{name}.json") for name in ("empty", "few", "many")
        )
        for path, n_events in ((empty, 0), (few, FEW), (many, tools.scale(EVENTS, FEW))):
            measure.make_story(path, n_routes, VERTICES, n_events)

        def run_program(path, *tasks):
            program = tools.program("bench-events")
            return measure.run_lines([program, n_frames, path, *tasks], env)

        for renderer in tools.renderers:
            env = measure.environment(renderer)
            of_many, of_few = measure.take_turns(
                tools.scale(RUNS),
                lambda: run_program(
                    many, "span-only", "span", "view", f"open={empty}", "scroll", "date"
                ),
                lambda: run_program(few, "scroll"),
            )
            report_renderer(renderer, of_many, of_few)
