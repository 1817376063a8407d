/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"

G_BEGIN_DECLS

/*
 * JolTimeStrip: the strip under the map: play and its speed, the date, which series is charted, and
 * the chart (see JolStripChart). It owns the player, and drives it by the frame clock while the
 * session plays.
 *
 * CSS node: joltimestrip. Properties: session.
 */
#define JOL_TYPE_TIME_STRIP (jol_time_strip_get_type ())
G_DECLARE_FINAL_TYPE (JolTimeStrip, jol_time_strip, JOL, TIME_STRIP, GtkWidget)

GtkWidget *jol_time_strip_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_time_strip_set_session (JolTimeStrip *self, JolSession *session);

/* Opens the entry for an exact date. */
void jol_time_strip_edit_date (JolTimeStrip *self);
/* Of time: 2 is twice as near. */
void jol_time_strip_zoom_by (JolTimeStrip *self, double factor);
void jol_time_strip_show_all (JolTimeStrip *self);

G_END_DECLS
