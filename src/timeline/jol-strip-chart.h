/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"
#include "jol-strip-scene.h"

G_BEGIN_DECLS

/*
 * JolStripChart: the chart of the time strip with its playhead: a slider over the story's time. A
 * press anywhere sets the date and a drag moves it; a click on an event's tick selects the event.
 *
 * Keys: Left and Right move by a month, with Shift by a year, with Control to the next event; Home
 * and End go to the ends, Space plays and stops.
 *
 * CSS node: jolstripchart. Properties: session.
 */
#define JOL_TYPE_STRIP_CHART (jol_strip_chart_get_type ())
G_DECLARE_FINAL_TYPE (JolStripChart, jol_strip_chart, JOL, STRIP_CHART, GtkWidget)

void jol_strip_chart_set_session (JolStripChart *self, JolSession *session);
/* What is drawn now, or NULL: owned by the chart. */
JolStripScene *jol_strip_chart_get_scene (JolStripChart *self);

G_END_DECLS
