/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

/* JolStripCompare: the button that pins the date, and says which one is pinned; pressed again, it
 * ends the comparison. */
#define JOL_TYPE_STRIP_COMPARE (jol_strip_compare_get_type ())
G_DECLARE_FINAL_TYPE (JolStripCompare, jol_strip_compare, JOL, STRIP_COMPARE, GtkWidget)

void jol_strip_compare_set_session (JolStripCompare *self, JolSession *session);

G_END_DECLS
