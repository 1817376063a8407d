#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py JOL [CASE…]: runs the cases of the command line and prints TAP, one test a command.

A case file is text anyone can extend:

    # What this shows.
    $ jol show cpc --date 2022-07
    > a line it must print
    >~ a regular expression for a whole line
    >...
    ! a line it must print on stderr (also !~ and !...)
    = 1

">" and "!" are the lines of stdout and stderr, all of them and in order; "..." stands for any
number of lines. "=" is the exit status, 0 when left out. The command is run by sh in tests/, with
"jol" the program under test, an empty folder $TMP that is new for each file, and no display; the
folder's path is printed as $TMP. With JOL_UPDATE_CASES=1 in the environment the lines of failing
cases are rewritten to what was printed.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402 (it is beside this folder)

TIMEOUT_S = 60
MARK = re.compile(r"([>!])(~|\.\.\.)?")


class Case:
    def __init__(self, comments, command):
        self.comments = comments
        self.command = command
        self.expected = []
        self.status = 0
        self.printed = None


def read_cases(path):
    cases, comments = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            comments.append(line)
        elif line.startswith("$ "):
            cases.append(Case(comments, line[2:]))
            comments = []
        elif cases and MARK.match(line):
            cases[-1].expected.append(line)
        elif cases and re.fullmatch(r"= \d+", line):
            cases[-1].status = int(line[2:])
        else:
            sys.exit(f"{path}:{number}: not a line of a case: {line}")
    return cases


def pattern_for(lines, mark):
    """The expected lines of one stream as one regular expression over the whole stream."""
    pattern = ""
    for line in lines:
        if not line.startswith(mark):
            continue
        kind = MARK.match(line)[2]
        text = line[1 + len(kind or "") :]
        text = text[1:] if text.startswith(" ") else text
        if kind == "...":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += (text if kind == "~" else re.escape(text)) + r"\n"
    return pattern


def marked(text, mark):
    return [f"{mark} {line}".rstrip(" ") for line in text.splitlines()]


def run_case(case, env):
    done = subprocess.run(
        ["/bin/sh", "-c", case.command],
        cwd=HERE.parent,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT_S,
    )
    out, err = (
        stream.decode("utf-8", "backslashreplace").replace(env["TMP"], "$TMP")
        for stream in (done.stdout, done.stderr)
    )
    case.printed = marked(out, ">") + marked(err, "!")
    if done.returncode:
        case.printed.append(f"= {done.returncode}")
    problems = []
    for mark, text, stream in ((">", out, "stdout"), ("!", err, "stderr")):
        if text and not text.endswith("\n"):
            problems.append(f"{stream} does not end with a line end")
            text += "\n"
        if not re.fullmatch(pattern_for(case.expected, mark), text):
            problems.append(f"{stream} differs")
    if done.returncode != case.status:
        problems.append(f"exit status {done.returncode}, not {case.status}")
    if problems:
        expected = "\n".join(case.expected + [f"= {case.status}"])
        printed = "\n".join(case.printed)
        raise AssertionError(
            f"$ {case.command}\n{'; '.join(problems)}\n"
            f"--- expected\n{expected}\n--- printed\n{printed}"
        )
    case.printed = None


def write_cases(path, cases):
    lines = []
    for case in cases:
        lines += case.comments + [f"$ {case.command}"]
        lines += case.printed or case.expected + ([f"= {case.status}"] if case.status else [])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    paths = [pathlib.Path(name).resolve() for name in sys.argv[2:]] or sorted(HERE.glob("*.case"))
    files = []
    with tempfile.TemporaryDirectory(prefix="jol-cli-") as base:
        bin_folder = pathlib.Path(base, "bin")
        bin_folder.mkdir()
        (bin_folder / "jol").symlink_to(binary)
        for path in paths:
            folder = pathlib.Path(base, path.stem)
            for part in ("tmp", "home"):
                (folder / part).mkdir(parents=True)
            env = {**os.environ, "TMP": str(folder / "tmp"), "HOME": str(folder / "home")}
            env["PATH"] = f"{bin_folder}:{env['PATH']}"
            for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
                env.pop(name, None)
            cases = read_cases(path)
            files.append((path, cases))
            for case in cases:
                tap.add(f"{path.stem}: {case.command}", run_case, case, env)
        try:
            tap.main()
        finally:
            if os.environ.get("JOL_UPDATE_CASES") == "1":
                for path, cases in files:
                    write_cases(path, cases)


if __name__ == "__main__":
    main()
