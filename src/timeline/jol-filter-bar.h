/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

/* JolFilterBar: a chip for each kind of event that a story has, how many events of all are shown,
 * and one click to show all. */
#define JOL_TYPE_FILTER_BAR (jol_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (JolFilterBar, jol_filter_bar, JOL, FILTER_BAR, GtkWidget)

void jol_filter_bar_set_session (JolFilterBar *self, JolSession *session);

G_END_DECLS
