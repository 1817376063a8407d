/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"

/* Stories for tests that need one, but not the bundled one with its changing facts. */

/* Through the loader; @json must have no error. */
JolStory *jol_test_load_story (const char *json) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Places alpha, beta, gamma; routes old-line (operating from 1985, alpha to beta) and new-line
 * (under construction from 2012, operating from 1 May 2014); six events from 2009 to 2022; two
 * articles, two series, two eras, one claim. Time 1991 to 2025, opens at June 2010.
 */
JolStory *jol_test_load_small_story (void) G_GNUC_WARN_UNUSED_RESULT;

/* @n_events events of random kinds and dates, some on the same day and some only years or months,
 * some about place alpha or route old-line. */
JolStory *jol_test_load_random_story (guint n_events) G_GNUC_WARN_UNUSED_RESULT;
