/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The language of Jol's own words, changed for a while: a picture may be in another one than the
 * window. gettext knows but one at a time, so what is made between the two has its words, and
 * nothing else may be; main thread.
 */

/* Before there is a second thread: makes room for the change, so that none meets a half-made one.
 */
void jol_language_prepare (void);

/* BCP 47; NULL leaves it. Returns what jol_language_leave() needs. */
char *jol_language_enter (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void jol_language_leave (const char *before);

G_END_DECLS
