/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The span on the chart: what of it a press takes hold of, and what a drag makes of it. */
#include "config.h"

#include "jol-strip-chart-private.h"

#include <math.h>

#define GRIP_PX 7.0 /* on the rail */
#define LINE_PX 3.0 /* above it */
#define RAIL_SLACK_PX 2.0

static gboolean
has_span (JolStripChart *self)
{
  return jol_span_is_set (jol_session_get_span (self->session)) &&
         !jol_date_is_set (jol_session_get_compare (self->session));
}

static JolGrasp
find_end (const JolStripSpanPlace *place, double x, double reach_px)
{
  double to_start = place->has_start ? fabs (x - place->x0) : G_MAXDOUBLE;
  double to_end = place->has_end ? fabs (x - place->x1) : G_MAXDOUBLE;

  if (MIN (to_start, to_end) > reach_px)
    return JOL_GRASP_NOTHING;
  /* Of a span that has no width, the end that the pointer can move away from the other. */
  if (to_start == to_end)
    return x < place->x0 ? JOL_GRASP_START : JOL_GRASP_END;
  return to_start < to_end ? JOL_GRASP_START : JOL_GRASP_END;
}

JolGrasp
jol_strip_chart_find_grasp (JolStripChart *self, double x, double y, gboolean makes_span)
{
  const JolStripScene *scene = self->scene;
  gboolean is_on_rail =
      y >= scene->rail_top - RAIL_SLACK_PX && y < scene->rail_bottom + RAIL_SLACK_PX;

  if (makes_span)
    return JOL_GRASP_NEW_SPAN;

  if (has_span (self) && y >= scene->plot_top && y < scene->rail_bottom + RAIL_SLACK_PX)
    {
      JolStripSpanPlace place =
          jol_strip_scene_place_span (scene, jol_session_get_span (self->session));
      JolGrasp end = find_end (&place, x, is_on_rail ? GRIP_PX : LINE_PX);

      if (end != JOL_GRASP_NOTHING)
        return end;
      if (is_on_rail && x > place.x0 && x < place.x1)
        return JOL_GRASP_SPAN;
    }

  if (is_on_rail)
    return JOL_GRASP_NEW_SPAN;
  if (y >= scene->rail_bottom && jol_strip_chart_get_zoomed (self))
    return JOL_GRASP_TIME;
  return JOL_GRASP_DATE;
}

static double
get_unit_days (JolPrecision unit)
{
  return unit == JOL_PRECISION_DAY ? 1 : unit == JOL_PRECISION_MONTH ? 30.44 : 365.25;
}

/* The date that begins (or ends) nearest to a point. */
static JolDate
find_edge_date (JolStripChart *self, double x, gboolean is_end)
{
  const JolStripScene *scene = self->scene;
  JolPrecision unit = jol_strip_scene_get_precision (scene);
  double half = get_unit_days (unit) / 2;
  double day = jol_strip_scene_get_day (scene, CLAMP (x, scene->left, scene->right));

  day += is_end ? -half : half;
  return jol_date_from_day ((int) floor (CLAMP (day, scene->first_day, scene->last_day)), unit);
}

static JolSpan
make_new_span (JolStripChart *self, double x)
{
  JolDate a = jol_strip_scene_get_date (self->scene, self->press_x);
  JolDate b = jol_strip_scene_get_date (self->scene, x);

  return jol_date_compare (&a, &b) <= 0 ? (JolSpan){ a, b } : (JolSpan){ b, a };
}

static JolSpan
move_whole (JolStripChart *self, double x)
{
  const JolSpan *time = jol_story_get_time (jol_session_get_story (self->session));
  JolPrecision unit =
      MIN (jol_strip_scene_get_precision (self->scene),
           MAX (jol_date_get_precision (&self->press_span.from), JOL_PRECISION_MONTH));
  double days = jol_strip_scene_get_day (self->scene, x) -
                jol_strip_scene_get_day (self->scene, self->press_x);

  return jol_strip_span_move (&self->press_span, JOL_STRIP_PART_WHOLE, unit,
                              (int) lround (days / get_unit_days (unit)), time);
}

void
jol_strip_chart_drag_span (JolStripChart *self, double x)
{
  JolSpan span = self->press_span;

  switch (self->grasp)
    {
    case JOL_GRASP_START:
      span.from = find_edge_date (self, x, FALSE);
      /* An end does not pass the other. */
      if (jol_date_first_day (&span.from) > jol_date_last_day (&span.to))
        span.from =
            jol_date_from_day (jol_date_last_day (&span.to), jol_date_get_precision (&span.from));
      break;
    case JOL_GRASP_END:
      span.to = find_edge_date (self, x, TRUE);
      if (jol_date_last_day (&span.to) < jol_date_first_day (&span.from))
        span.to =
            jol_date_from_day (jol_date_first_day (&span.from), jol_date_get_precision (&span.to));
      break;
    case JOL_GRASP_NEW_SPAN:
      span = make_new_span (self, x);
      break;
    case JOL_GRASP_SPAN:
      span = move_whole (self, x);
      break;
    case JOL_GRASP_NOTHING:
    case JOL_GRASP_DATE:
    case JOL_GRASP_TIME:
    default:
      return;
    }
  jol_session_set_span (self->session, &span, JOL_ORIGIN_STRIP);
}

/* Puts the sliders where the chart draws them. */
void
jol_strip_chart_update_handles (JolStripChart *self)
{
  JolStory *story = self->session ? jol_session_get_story (self->session) : NULL;

  for (guint i = 0; i < JOL_N_STRIP_PARTS; i++)
    jol_strip_handle_update (JOL_STRIP_HANDLE (self->handles[i]), story ? self->session : NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
