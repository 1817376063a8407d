/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolTimeline: the events of a session's story, by year: the list, the filter over it, and whose
 * events they are. Selection, hover and date go both ways. The list follows the date and the
 * selection when these change elsewhere and their row is out of sight, but does not fight a person
 * who scrolls while the story plays.
 *
 * CSS node: joltimeline. Properties: session.
 */
#define JOL_TYPE_TIMELINE (jol_timeline_get_type ())
G_DECLARE_FINAL_TYPE (JolTimeline, jol_timeline, JOL, TIMELINE, GtkWidget)

GtkWidget *jol_timeline_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_timeline_set_session (JolTimeline *self, JolSession *session);

G_END_DECLS
