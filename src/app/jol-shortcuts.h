/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window that shows what every key does, made from the table of actions. */
GtkWidget *jol_shortcuts_new (GtkWindow *parent);

/* The accelerators of the table, but those that a window answers itself. */
void jol_shortcuts_set_accels (GtkApplication *application);

G_END_DECLS
