#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# markdown-spec.sh BUILD [SPEC]: runs every example of CommonMark's specification through Jol's reader of articles and
# cmark. BUILD is a build folder; SPEC is the specification's text (spec.txt), which npm fetches when it is not named, in
# the version that Debian's cmark follows. The cases that every run of the tests needs are our own, in
# tests/markdown/commonmark.txt.
set -eu

build=$(realpath "$1")
tests=$(realpath "$(dirname "$0")/../../tests")
spec=${2:-}
if [ -z "$spec" ]; then
  base=$(mktemp -d)
  trap 'rm -rf "$base"' EXIT
  (cd "$base" && npm pack --silent commonmark-spec@0.30.0 >/dev/null && tar -xzf commonmark-spec-*.tgz)
  spec=$base/package/spec.txt
fi
JOL_COMMONMARK_SPEC=$(realpath "$spec") G_TEST_SRCDIR=$tests G_TEST_BUILDDIR=$build/tests LC_ALL=C.UTF-8 \
  "$build/tests/test-commonmark" -p /commonmark/specification
