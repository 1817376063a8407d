#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# confined.sh [--see FOLDER]… COMMAND [ARGUMENT…]: runs a command that can harm nobody: all of the disk can be read and
# nothing written but an empty /tmp of its own, there is no network, and no program is found that opens a link. For
# tests that press buttons blindly. --see shows a folder that lies below /tmp, to be read. With JOL_KEEP=FOLDER the
# command may write there too, and what it leaves there stays.
#
# Where user namespaces are not allowed nothing is run: that is told as TAP tells it, and is no failure.
set -eu

see=(--ro-bind / / --dev /dev --proc /proc)
for folder in /tmp /var/tmp /run/user /usr/share/applications; do
  [ ! -d "$folder" ] || see+=(--tmpfs "$folder")
done
while [ "${1:-}" = --see ]; do
  see+=(--ro-bind "$2" "$2")
  shift 2
done
if [ -n "${JOL_KEEP:-}" ]; then
  see+=(--bind "$JOL_KEEP" "$JOL_KEEP")
fi

if ! said=$(bwrap "${see[@]}" --unshare-net true 2>&1); then
  echo "1..0 # SKIP bubblewrap is not allowed here: ${said//$'\n'/; }"
  exit 0
fi
exec env TMPDIR=/tmp bwrap "${see[@]}" --unshare-net --unshare-ipc --die-with-parent --new-session "$@"
