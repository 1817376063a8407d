#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# json-suite.sh BUILD [FOLDER]: runs the public JSON parsing test suite through Jol's scan and json-glib. BUILD is a build
# folder; FOLDER holds the suite's files (y_*.json, n_*.json, i_*.json) and is fetched when it is not named. The cases
# that every run of the tests needs are our own, in tests/test-json-conformance.c.
set -eu

build=$1
suite=${2:-}
if [ -z "$suite" ]; then
  base=$(mktemp -d)
  trap 'rm -rf "$base"' EXIT
  git clone --quiet --depth 1 https://github.com/nst/JSONTestSuite "$base/suite"
  suite=$base/suite/test_parsing
fi
JOL_JSON_SUITE=$suite G_TEST_SRCDIR=$(dirname "$0")/../../tests G_TEST_BUILDDIR=$build/tests LC_ALL=C.UTF-8 \
  "$build/tests/test-json-conformance"
