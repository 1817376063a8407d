/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * JolFigure: the right half of a row of key figures: a value, a note on it, a mark when it is not
 * certain, and whatever is put below. The left half, its caption, comes and goes with it.
 */
#define JOL_TYPE_FIGURE (jol_figure_get_type ())
G_DECLARE_FINAL_TYPE (JolFigure, jol_figure, JOL, FIGURE, GtkWidget)

GtkWidget *jol_figure_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Adds a row, unseen until it has a value. (transfer none) */
JolFigure *jol_figure_add (GtkWidget *grid, const char *caption);
/* The same with @label, a GtkLabel, to show the value. */
JolFigure *jol_figure_add_with_label (GtkWidget *grid, const char *caption, GtkWidget *label);

void jol_figure_set_text (JolFigure *self, const char *text); /* NULL: hides the row */
void jol_figure_set_markup (JolFigure *self, const char *markup);
void jol_figure_set_note (JolFigure *self, const char *note); /* may be NULL */
void jol_figure_set_uncertain (JolFigure *self, gboolean is_uncertain);
void jol_figure_append (JolFigure *self, GtkWidget *child);

/* A small mark that says that something is not certain. */
GtkWidget *jol_figure_badge_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
