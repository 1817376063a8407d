/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * JolSections: the further parts of a page, of which one at a time is open. It shows the open one;
 * the buttons that open them ("14 events") are a bar of its own, to be put where it is always in
 * sight. Content is made when it is first opened.
 *
 * Signals:
 *   opened: a person opened a section, which may want to be scrolled to.
 */
#define JOL_TYPE_SECTIONS (jol_sections_get_type ())
G_DECLARE_FINAL_TYPE (JolSections, jol_sections, JOL, SECTIONS, GtkWidget)

/* Fills @box, which is empty. */
typedef void (*JolSectionBuild) (GtkBox *box, gpointer user_data);

GtkWidget *jol_sections_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* To be given a parent by who holds @self. (transfer none) */
GtkWidget *jol_sections_get_bar (JolSections *self);

/* @user_data must live as long as @self. */
void jol_sections_add (JolSections *self,
                       const char *name,
                       const char *label,
                       JolSectionBuild build,
                       gpointer user_data);

/* NULL closes. A name that is not there is ignored, and FALSE returned. */
gboolean jol_sections_set_open (JolSections *self, const char *name);

G_END_DECLS
