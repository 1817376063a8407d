#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""shot.py OUT.png [ARGUMENT…]: a picture of the real window, on a private screen.

Options come from the environment: JOL_SHOT_SIZE, JOL_SHOT_DARK, JOL_SHOT_ACTIONS; see "./dev help".
"""

import os
import sys

import program


def main():
    out, arguments = sys.argv[1], sys.argv[2:]
    width, height = os.environ.get("JOL_SHOT_SIZE", "1280x800").split("x")
    dark = os.environ.get("JOL_SHOT_DARK", "0") not in ("", "0")
    program.write_settings(
        window_width=width, window_height=height, theme="'dark'" if dark else "'light'"
    )

    with program.Program(*arguments) as jol:
        picture = jol.settle()
        for action in program.split_actions(os.environ.get("JOL_SHOT_ACTIONS", "")):
            jol.activate(action)
            picture = jol.settle()
        picture.save(out)
    print(out)


if __name__ == "__main__":
    try:
        main()
    except (program.Missed, AssertionError) as error:
        sys.exit(f"./dev shot: {error}")
