/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

/*
 * A fuzz target is a file with this one function, named by libFuzzer: it does with @data what Jol
 * does with a file, a link or a word from outside, and asserts what must hold of any of them.
 * "./dev fuzz" searches for input that breaks it; the test "fuzz-NAME" runs it over
 * fuzz/corpus/NAME, with any compiler (replay.c). A crash that was found is mended, and its input
 * goes there, or into a unit test.
 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
