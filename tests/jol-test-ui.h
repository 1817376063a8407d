/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-test-util.h"

#include <adwaita.h>

/* What tests of widgets share. */

void jol_test_init_ui (int *argc, char ***argv);

GtkWidget *jol_test_show (GtkWidget *child, int width_px, int height_px);
void jol_test_destroy_window (GtkWidget *window);
void jol_test_wait_frames (GtkWidget *widget, guint n);

gpointer jol_test_find_controller (GtkWidget *widget, GType type);
gpointer jol_test_find_named_controller (GtkWidget *widget, const char *name);
GtkWidget *jol_test_find_child (GtkWidget *widget, GType type);
GtkWidget *jol_test_find_label (GtkWidget *widget, const char *text);
GtkWidget *jol_test_get_label (GtkWidget *widget, const char *text);
GtkWidget *jol_test_find_row (GtkWidget *widget, const char *text);
GtkWidget *jol_test_find_button (GtkWidget *widget, const char *tooltip);
gboolean jol_test_is_said (GtkWidget *widget, const char *text);
gboolean jol_test_activate_link (GtkWidget *widget, const char *address);
