# SPDX-License-Identifier: GPL-3.0-or-later
"""The search: to make its index, which happens in a thread, and to answer while one types."""

import os
import tempfile

import measure

INDEX_BUDGET_MS, QUERY_BUDGET_MS = 50, 16
# The index of a large story is waited for by nobody; it is ready before its map has been looked at.
LARGE_INDEX_BUDGET_MS = 4000


def measure_story(tools, path, name, index_budget_ms):
    lines = measure.run_lines(
        [tools.program("bench-search"), path, tools.scale(5)], measure.environment()
    )
    index_ms, query_ms = lines["index"]["ms"], lines["query"]["ms"]
    measure.report(f"{name}, index", measure.median(index_ms), None, index_budget_ms)
    measure.report(f"{name}, letter, 95 %", measure.p95(query_ms), None, QUERY_BUDGET_MS)


def run(tools, parts):
    measure_story(tools, "-", "search", INDEX_BUDGET_MS)
    n_routes, n_vertices, n_events = (100, 10, 100_000) if not tools.tiny else (20, 10, 50)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "large.json")
        measure.make_story(path, n_routes, n_vertices, n_events)
        measure_story(tools, path, "large search", LARGE_INDEX_BUDGET_MS)
