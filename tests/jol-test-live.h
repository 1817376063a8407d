/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What is alive: every object of a class of Jol's is counted from its making until it is finalised,
 * so that each unit test is also one of who holds what. */

void jol_test_live_begin (void);
void jol_test_live_excuse (const char *type_name);
guint jol_test_live_count (const char *type_name);
char *jol_test_live_to_string (void) G_GNUC_WARN_UNUSED_RESULT;
