/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-session.h"
#include "jol-strip-scene.h"

G_BEGIN_DECLS

/*
 * JolStripChart: the chart of the time strip with its playhead: a slider over the story's time. A
 * press anywhere sets the date and a drag moves it; a click on an event's tick selects the event.
 * On the rail under the events, or with Shift, a drag makes a span, whose ends and whole can be
 * dragged; a double click on it removes it. The wheel and a pinch zoom the time, a drag of its axis
 * and a sideways scroll move it. What is under the pointer is read out beside it, above the chart,
 * outside of the widget's own place.
 *
 * Keys: Left and Right move by a month, with Shift by a year, with Control to the next event; Home
 * and End go to the ends, Space plays and stops. The span's ends are sliders of their own.
 *
 * CSS node: jolstripchart. Properties: session, zoomed.
 */
#define JOL_TYPE_STRIP_CHART (jol_strip_chart_get_type ())
G_DECLARE_FINAL_TYPE (JolStripChart, jol_strip_chart, JOL, STRIP_CHART, GtkWidget)

void jol_strip_chart_set_session (JolStripChart *self, JolSession *session);
/* What is drawn now, or NULL: owned by the chart. */
JolStripScene *jol_strip_chart_get_scene (JolStripChart *self);
/* What it is about, or NULL: owned by the chart until the story, the series or the filter changes.
 */
JolStripTopic *jol_strip_chart_get_topic (JolStripChart *self);

/* Whether less than all of the story's time is shown. */
gboolean jol_strip_chart_get_zoomed (JolStripChart *self);
/* About the date, or about the middle when the date is out of view; 2 is twice as near. */
void jol_strip_chart_zoom_by (JolStripChart *self, double factor);
void jol_strip_chart_show_all (JolStripChart *self);

/* What is read out now, as text, or NULL. */
char *jol_strip_chart_dup_readout (JolStripChart *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
