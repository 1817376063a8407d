/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolStripChart is in three files: drawing and the session (jol-strip-chart.c), pointer and keys
 * (-input.c), and what it says in words (-words.c). */

#include "jol-strip-chart.h"

G_BEGIN_DECLS

struct _JolStripChart
{
  GtkWidget parent_instance;

  JolSession *session;
  GSignalGroup *session_signals;

  JolStripScene *scene; /* of the present size and theme, or NULL until it is asked for */
  GskRenderNode *node;  /* the scene, drawn: a new date needs no new chart */

  double pointer_x; /* negative: not over the chart */
  double press_x;
  double press_y;
  gboolean is_dragged; /* the present press has become a drag */
};

void jol_strip_chart_add_input (JolStripChart *self);
void jol_strip_chart_bind_keys (GtkWidgetClass *widget_class);

void jol_strip_chart_update_accessible (JolStripChart *self);
/* Markup for a point of the chart, or NULL. */
char *
jol_strip_chart_describe_point (JolStripChart *self, double x, double y) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
