/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * JolSections: the further parts of a page, of which one at a time is open: a button each ("14
 * events"), and the open one's content below. Content is made when it is first opened.
 */
#define JOL_TYPE_SECTIONS (jol_sections_get_type ())
G_DECLARE_FINAL_TYPE (JolSections, jol_sections, JOL, SECTIONS, GtkWidget)

/* Fills @box, which is empty. */
typedef void (*JolSectionBuild) (GtkBox *box, gpointer user_data);

GtkWidget *jol_sections_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @name says which section it is from page to page; @user_data must live as long as @self. */
void jol_sections_add (JolSections *self,
                       const char *name,
                       const char *label,
                       JolSectionBuild build,
                       gpointer user_data);
gboolean jol_sections_has (JolSections *self, const char *name); /* FALSE for NULL */

/* The one that is open, or NULL. A name that is not there is ignored, and FALSE returned. */
const char *jol_sections_get_open (JolSections *self);
gboolean jol_sections_set_open (JolSections *self, const char *name);

G_END_DECLS
