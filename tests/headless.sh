#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# headless.sh COMMAND [ARGUMENT…]: runs a command on a screen, a session bus and a home folder of its own, so that
# tests of widgets run in parallel and touch nobody's desktop. JOL_SCREEN=WxHxDEPTH gives another screen;
# with JOL_SCREEN_FILE set, to anything, the command finds in it the name of the file that holds the screen's pixels.
#
# Xvfb is started here and not through xvfb-run: it finds a free display itself and reports it (-displayfd), where
# xvfb-run -a guesses one, and two that start in the same moment may guess the same.
set -u

base=$(mktemp -d "${TMPDIR:-/tmp}/jol-headless.XXXXXX") || exit 1
xvfb=
# shellcheck disable=SC2317 # called by the trap
cleanup() {
  if [ -n "$xvfb" ]; then
    kill "$xvfb" 2>/dev/null
    wait "$xvfb" 2>/dev/null
  fi
  # What the session started (the accessibility bus) ends with it, but may still be writing.
  rm -rf "$base" 2>/dev/null || rm -rf "$base"
}
trap cleanup EXIT
trap 'exit 143' TERM INT HUP

mkdir -m 700 "$base/runtime"
mkdir "$base/home" "$base/config" "$base/cache" "$base/data"
export HOME=$base/home XDG_RUNTIME_DIR=$base/runtime
export XDG_CONFIG_HOME=$base/config XDG_CACHE_HOME=$base/cache XDG_DATA_HOME=$base/data
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XDG_CURRENT_DESKTOP GTK_THEME GTK_MODULES XAUTHORITY

# Defaults for running a test by hand; meson sets its own.
export GDK_BACKEND=x11
export GSK_RENDERER=${GSK_RENDERER:-cairo}
export GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory}
export GTK_A11Y=${GTK_A11Y:-test}
# A portal would answer from the desktop of whoever runs the tests, or let the start wait for one that is not there.
export ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0

screen_file=()
if [ -n "${JOL_SCREEN_FILE:-}" ]; then
  screen_file=(-fbdir "$base/runtime")
  export JOL_SCREEN_FILE=$base/runtime/Xvfb_screen0
fi

mkfifo "$base/display"
Xvfb -displayfd 3 -screen 0 "${JOL_SCREEN:-1600x1000x24}" -nolisten tcp -noreset -dpi 96 \
  "${screen_file[@]}" 3>"$base/display" >"$base/xvfb.log" 2>&1 &
xvfb=$!
# Read and write, so that an Xvfb which dies before it opens its end does not leave us waiting in the open.
if ! read -r -t 30 number <>"$base/display"; then
  echo "headless.sh: Xvfb did not start:" >&2
  cat "$base/xvfb.log" >&2
  exit 1
fi
export DISPLAY=:$number JOL_SCREEN_PID=$xvfb

# The command keeps our output; what the bus and the services it starts have to say is no result of a test, and would
# break TAP. It is waited for in the background: only so does a signal from meson reach the trap at once.
# shellcheck disable=SC2016 # expanded by the inner shell
dbus-run-session -- sh -c 'exec "$@" >&8 2>&9 8>&- 9>&-' sh "$@" 8>&1 9>&2 >"$base/bus.log" 2>&1 &
child=$!
trap 'kill "$child" 2>/dev/null; wait "$child"; exit 143' TERM INT HUP
wait "$child"
exit $?
