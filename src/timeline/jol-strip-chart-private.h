/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* JolStripChart is in five files: drawing and the session (jol-strip-chart.c), pointer and keys
 * (-input.c), which part of the time is shown (-view.c), the span (-span.c), and what it says in
 * words (-words.c). */

#include "jol-strip-chart.h"

#include "jol-strip-handle.h"
#include "jol-strip-readout.h"

G_BEGIN_DECLS

/* What a press has taken hold of. */
typedef enum
{
  JOL_GRASP_NOTHING,
  JOL_GRASP_DATE,
  JOL_GRASP_START, /* of the span, here and below */
  JOL_GRASP_END,
  JOL_GRASP_SPAN,
  JOL_GRASP_NEW_SPAN,
  JOL_GRASP_TIME, /* by its axis */
} JolGrasp;

struct _JolStripChart
{
  GtkWidget parent_instance;

  JolSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *list_signals;
  GtkWidget *handles[JOL_N_STRIP_PARTS]; /* of the span */

  GArray *moments;      /* of the story's events, or NULL until they are asked for */
  JolStripTopic *topic; /* or NULL */
  char *topic_id;       /* what it was made for */
  guint topic_hidden;

  JolStripScene *scene; /* of the present size and theme, or NULL until it is asked for */
  GskRenderNode *node;  /* the scene, drawn: a new date needs no new chart */

  double from_day, to_day; /* what is shown; both 0 for all of the story's time */
  gboolean has_moved_away; /* a person has moved the time so that the date is out of view */
  double pinch_from, pinch_to, pinch_day;

  double pointer_x, pointer_y; /* x is negative: not over the chart */
  JolStripReadout *readout;    /* of what is under the pointer, or NULL */
  JolDate readout_date;        /* what it is of */
  const JolStripTick *readout_tick;

  JolGrasp grasp;
  double press_x, press_y;
  double press_from, press_to; /* what was shown */
  JolSpan press_span;
  gboolean is_dragged; /* the present press has become a drag */
  gboolean is_touched; /* the present press is a finger's */
  gboolean is_reading; /* it has stayed: it reads out and moves no date */
};

void jol_strip_chart_add_input (JolStripChart *self);
void jol_strip_chart_bind_keys (GtkWidgetClass *widget_class);

void jol_strip_chart_renew_scene (JolStripChart *self);
void jol_strip_chart_forget_readout (JolStripChart *self);

/* Kept inside the story's time, and no narrower than about a year. */
void jol_strip_chart_set_view (JolStripChart *self, double from_day, double to_day);
void jol_strip_chart_get_view (JolStripChart *self, double *from_day_out, double *to_day_out);
/* @x stays where it is. */
void jol_strip_chart_zoom_at (JolStripChart *self, double factor, double x);
void jol_strip_chart_show_date (JolStripChart *self);
void jol_strip_chart_note_wandering (JolStripChart *self);

JolGrasp jol_strip_chart_find_grasp (JolStripChart *self, double x, double y, gboolean makes_span);
void jol_strip_chart_drag_span (JolStripChart *self, double x);
void jol_strip_chart_update_handles (JolStripChart *self);

void jol_strip_chart_update_accessible (JolStripChart *self);
void jol_strip_chart_update_readout (JolStripChart *self);

G_END_DECLS
