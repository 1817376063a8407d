/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows @text in a label of the role status, and has a screen reader say it when it is new. Nothing
 * is said of a label in what is not on the screen. */
void jol_status_line_set_text (GtkLabel *label, const char *text);

/* Has a screen reader say @text, if there is any, when @widget is on the screen. */
void jol_status_line_announce (GtkWidget *widget, const char *text);

G_END_DECLS
