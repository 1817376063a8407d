# SPDX-License-Identifier: GPL-3.0-or-later
"""Start and memory, of the program and of an empty window."""

import pathlib
import subprocess
import sys
import time

import measure

# Last: it has modules of the same names as parts have here.
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))

RUNS = 7
# After the picture is complete, before memory is read: what was read for it has then been given back.
REST_S = 0.8
# Over the region, near and far: latitude, longitude, zoom.
VIEWS = [(47.0, 52.0), (41.3, 69.2), (43.2, 76.9), (39.6, 66.9), (37.9, 58.4), (51.1, 71.4)]
ZOOMS = [4.2, 5.0, 6.0, 7.5, 9.0, 6.5]
VIEW_S = 0.4
PLAY_S = 20.0


def start_once(screen, command, env, quiet_s=measure.QUIET_S, rest_s=REST_S):
    """Seconds to the last change of the picture, seconds of the processor until then, MiB."""
    # Out of the way: over the map it would bring a tip.
    subprocess.run(["xdotool", "mousemove", "0", "0"], check=True)
    screen.wait_still()
    seen = screen.look()
    began = time.perf_counter()
    with subprocess.Popen([str(word) for word in command], env=env) as process:
        try:
            shown = worked = None
            while True:
                time.sleep(measure.LOOK_S)
                elapsed = time.perf_counter() - began
                now = screen.look()
                if now != seen:
                    seen, shown, worked = now, elapsed, measure.read_cpu_s(process.pid)
                elif shown is not None and elapsed - shown > quiet_s:
                    time.sleep(rest_s)
                    return shown, worked, measure.read_pss_mib(process.pid)
                elif elapsed > measure.GIVE_UP_S:
                    raise TimeoutError(f"{command[0]} shows nothing")
        finally:
            measure.end(process)


def pairs(tools, renderer):
    screen, env = measure.Screen(), measure.environment(renderer)
    ours, floor = [tools.jol], [tools.program("floor-window")]
    if not tools.tiny:
        start_once(screen, ours, env)  # warms the caches
        start_once(screen, floor, env)
    waits = tools.scale((measure.QUIET_S, REST_S), (0.2, 0.0))
    return measure.take_turns(
        tools.scale(RUNS),
        lambda: start_once(screen, ours, env, *waits),
        lambda: start_once(screen, floor, env, *waits),
    )


def run_start(tools):
    for renderer in tools.renderers:
        columns = [
            [measure.median(values) for values in zip(*of_one)] for of_one in pairs(tools, renderer)
        ]
        ours, floor = columns
        measure.report(
            f"start, {renderer}",
            ours[0] * 1000,
            floor[0] * 1000,
            2.0,
            cpu=ours[1] / floor[1],
        )
        measure.report(f"memory at start, {renderer}", ours[2], floor[2], 1.8, "MiB")


def use(jol, seconds_to_play, rounds):
    for _ in range(rounds):
        for latitude, longitude in VIEWS:
            for zoom in ZOOMS:
                jol.activate(f"win.viewport ({latitude}, {longitude}, {zoom})")
                time.sleep(VIEW_S)
        jol.activate("win.fit")
        jol.activate('win.date "1991"')
        jol.activate("win.play true")
        time.sleep(seconds_to_play)
        jol.activate("win.play false")


def run_use(tools):
    import program  # needs the bus

    for renderer in tools.renderers:
        env = measure.environment(renderer)
        with subprocess.Popen([str(tools.program("floor-window"))], env=env) as floor:
            try:
                measure.Screen().wait_still(tools.scale(measure.QUIET_S, 0.3))
                of_floor = measure.read_pss_mib(floor.pid)
            finally:
                measure.end(floor)
        with program.Program(binary=str(tools.jol), environment=env) as jol:
            jol.settle()
            began = time.monotonic()
            use(jol, tools.scale(PLAY_S, 0.2), tools.scale(1, 0))
            while time.monotonic() - began < tools.minutes * 60:
                use(jol, PLAY_S, 1)
            jol.settle()
            minutes = (time.monotonic() - began) / 60
            of_jol = measure.read_pss_mib(jol.process.pid)
        measure.report(f"memory in {minutes:.1f} min, {renderer}", of_jol, of_floor, 2.2, "MiB")


def run(tools, parts):
    if "start" in parts:
        run_start(tools)
    if "memory" in parts:
        run_use(tools)
