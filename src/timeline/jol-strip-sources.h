/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-strip-topic.h"

G_BEGIN_DECLS

/* Where the figures of a chart come from, as Pango markup for a label that can be selected: unit,
 * how it is counted, what is estimated or planned, and the sources with their links. */
char *jol_strip_sources_format (const JolStripTopic *topic) G_GNUC_WARN_UNUSED_RESULT;

/* A button with that in a popover, made when it is opened. */
#define JOL_TYPE_STRIP_SOURCES (jol_strip_sources_get_type ())
G_DECLARE_FINAL_TYPE (JolStripSources, jol_strip_sources, JOL, STRIP_SOURCES, GtkWidget)

/* @topic may be NULL. */
void jol_strip_sources_set_topic (JolStripSources *self, JolStripTopic *topic);

G_END_DECLS
