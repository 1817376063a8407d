/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-scene-private.h"

#include "jol-paint-strip.h"
#include "jol-unit.h"

#include <glib/gi18n.h>
#include <math.h>

#define SIDE_PX 10.0      /* free at both sides, so that half a label fits */
#define HEADROOM_PX 22.0  /* era titles and the bubble */
#define GAP_PX 4.0        /* between areas and events */
#define RAIL_PX 9.0       /* of the span */
#define LANES_FROM_PX 130 /* lower charts have no room for lanes, and only ticks */
#define AXIS_PX 16.0      /* labels */
#define BUBBLE_HEIGHT_PX 18.0
#define BUBBLE_PADDING_PX 9.0
#define TITLE_MARGIN_PX 4.0 /* of an era's title */

static void
clear_band (JolStripBand *band)
{
  g_free (band->name);
  g_free (band->value);
  g_free (band->widest_value);
}

static void
clear_piece (JolStripPiece *piece)
{
  g_free (piece->points);
}

static void
free_scene (gpointer data)
{
  JolStripScene *self = data;

  g_array_unref (self->bands);
  g_array_unref (self->pieces);
  g_array_unref (self->gaps);
  g_array_unref (self->plans);
  g_array_unref (self->ticks);
  g_array_unref (self->eras);
  g_array_unref (self->years);
  g_array_unref (self->minors);
  g_array_unref (self->levels);
  g_string_chunk_free (self->strings);
}

static double
get_text_width (const char *text, const JolFont *font)
{
  double width;

  jol_text_measure (text, font, &width, NULL, NULL);
  return width;
}

/* 1, 2 or 5 times a power of ten, so that at most @n_max steps make @max. */
static double
choose_level_step (double max, guint n_max)
{
  double step = pow (10, floor (log10 (max / n_max)));

  while (max / step > n_max)
    {
      double digit = step / pow (10, floor (log10 (step) + 1e-9));

      step *= digit > 1.5 && digit < 3 ? 2.5 : 2;
    }

  return step;
}

static double
get_y (const JolStripScene *self, double max, double value)
{
  double share = max > 0 ? value / max : 0;

  return self->plot_bottom - share * (self->plot_bottom - self->plot_top);
}

/* @least_step: what is counted has no halves. */
static void
add_levels (JolStripScene *self, double max, double least_step)
{
  guint n_max = MAX ((guint) ((self->plot_bottom - self->plot_top) / 24), 1);
  double step;

  if (max <= 0)
    return;

  step = MAX (choose_level_step (max, n_max), least_step);
  /* The scale ends at what is reached, not at the next step: the room is small. */
  for (int i = 1; i * step <= max; i++)
    {
      g_autofree char *label = jol_number_format (i * step);
      JolStripMark level = {
        .at = get_y (self, max, i * step),
        .label = g_string_chunk_insert (self->strings, label),
      };

      g_array_append_val (self->levels, level);
    }
}

static void
add_piece (JolStripScene *self, const JolStackPiece *from, double max)
{
  JolStripPiece piece = {
    .band = from->band,
    .is_estimated = from->is_estimated,
    .n_points = from->n_points,
  };

  if (from->points[0].day >= self->to_day || from->points[from->n_points - 1].day <= self->from_day)
    return;

  piece.points = g_new (JolStripPoint, from->n_points);
  for (guint k = 0; k < from->n_points; k++)
    {
      piece.points[k].x = jol_strip_scene_get_x (self, from->points[k].day);
      piece.points[k].low = get_y (self, max, from->points[k].low);
      piece.points[k].high = get_y (self, max, from->points[k].high);
    }
  g_array_append_val (self->pieces, piece);
}

static void
add_topic (JolStripScene *self, const JolStripRequest *request)
{
  const JolStripStack *stack = request->topic->stack;
  double max = stack->max;

  self->bands = jol_strip_bands_new (request->topic, NULL, request->selection, request->theme);
  add_levels (self, max, request->topic->kind == JOL_STRIP_TOPIC_EVENTS ? 1.0 : 0.0);

  for (guint i = 0; i < stack->pieces->len; i++)
    add_piece (self, &g_array_index (stack->pieces, JolStackPiece, i), max);

  for (guint i = 0; i < stack->gaps->len; i++)
    {
      const JolStackGap *gap = &g_array_index (stack->gaps, JolStackGap, i);
      JolStripLine line = {
        .band = gap->band,
        .x0 = jol_strip_scene_get_x (self, gap->from_day),
        .y0 = get_y (self, max, gap->from_value),
        .x1 = jol_strip_scene_get_x (self, gap->to_day),
        .y1 = get_y (self, max, gap->to_value),
      };

      g_array_append_val (self->gaps, line);
    }

  for (guint i = 0; i < stack->marks->len; i++)
    {
      const JolStackMark *mark = &g_array_index (stack->marks, JolStackMark, i);
      JolDate year = { .year = (gint16) mark->year };
      JolStripLine line = {
        .band = mark->band,
        .x0 = jol_strip_scene_get_x (self, jol_date_first_day (&year)),
        .x1 = jol_strip_scene_get_x (self, jol_date_last_day (&year) + 1),
        .y0 = get_y (self, max, mark->value),
      };

      line.y1 = line.y0;
      g_array_append_val (self->plans, line);
    }
}

static void
add_eras (JolStripScene *self, const JolStripRequest *request)
{
  guint n_eras;
  const JolEra *eras = jol_story_get_eras (request->story, &n_eras);
  JolFont font = jol_strip_font_for_eras (request->theme);

  for (guint i = 0; i < n_eras; i++)
    {
      const char *title = jol_text_get (eras[i].title, request->language);
      JolStripEra era = {
        .x0 = jol_strip_scene_get_x (self, jol_date_first_day (&eras[i].span.from)),
        .x1 = jol_strip_scene_get_x (self, jol_date_last_day (&eras[i].span.to) + 1),
      };

      if (era.x1 <= self->left || era.x0 >= self->right)
        continue;
      era.is_shaded = i % 2 == 0;
      era.x0 = CLAMP (era.x0, self->left, self->right);
      era.x1 = CLAMP (era.x1, self->left, self->right);
      era.title = g_string_chunk_insert (self->strings, title);
      era.title_width = get_text_width (title, &font);
      g_array_append_val (self->eras, era);
    }
}

static char *
format_value (double value, double share)
{
  g_autofree char *number = jol_number_format (value);

  if (share < 0)
    return g_steal_pointer (&number);
  /* Translators: a figure and how many per cent of all it is: "53.6 · 82%" */
  return g_strdup_printf (_ ("%1$s · %2$.0f%%"), number, share);
}

GArray *
jol_strip_bands_new (const JolStripTopic *topic,
                     const JolStripReadings *readings,
                     const char *selection,
                     JolTheme theme)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (JolStripBand));

  g_array_set_clear_func (result, (GDestroyNotify) clear_band);
  for (guint i = 0; i < topic->n_bands; i++)
    {
      JolStripBand band = {
        .name = g_strdup (topic->bands[i].name),
        .color = jol_strip_topic_get_color (topic, i, theme),
        .is_selected = topic->bands[i].id && g_strcmp0 (topic->bands[i].id, selection) == 0,
      };

      if (readings)
        {
          /* A share of 100 % is of a band that is alone, and then there is room. */
          const JolStripReading *reading = &readings->readings[i];

          if (reading->is_known)
            band.value = format_value (reading->value, jol_strip_readings_get_share (readings, i));
          else
            /* Translators: in a legend, where no figure is known */
            band.value = g_strdup (C_ ("figure", "–"));
          band.widest_value = format_value (topic->bands[i].max, topic->n_bands > 1 ? 88 : -1);
        }
      g_array_append_val (result, band);
    }

  return result;
}

/**
 * jol_strip_scene_new:
 *
 * Linear in events and figures. Any thread.
 */
JolStripScene *
jol_strip_scene_new (const JolStripRequest *request)
{
  JolStripScene *self = g_atomic_rc_box_new0 (JolStripScene);
  const JolSpan *time;
  g_autoptr (GArray) own = NULL;
  const GArray *moments = request->moments;

  g_return_val_if_fail (request->width > 0 && request->height > 0, self);

  if (!moments)
    moments = own = jol_strip_moments_new (request->story);
  time = jol_story_get_time (request->story);
  self->width = request->width;
  self->height = request->height;
  self->theme = request->theme;
  self->first_day = jol_date_first_day (&time->from);
  self->last_day = jol_date_last_day (&time->to);
  self->from_day = request->to_day > request->from_day ? request->from_day : self->first_day;
  self->to_day = request->to_day > request->from_day ? request->to_day : self->last_day + 1;
  self->left = SIDE_PX;
  self->right = MAX (request->width - SIDE_PX, SIDE_PX + 1);
  self->rail_bottom = request->height - AXIS_PX;
  self->rail_top = self->rail_bottom - RAIL_PX;
  self->ticks_bottom = self->rail_top - 1;
  self->ticks_top = self->ticks_bottom - JOL_STRIP_TICKS_PX;
  self->lanes_bottom = self->ticks_top;
  self->lanes_top = self->lanes_bottom -
                    (request->height >= LANES_FROM_PX && jol_strip_moments_have_bars (moments)
                         ? JOL_STRIP_N_LANES * JOL_STRIP_LANE_PX
                         : 0);
  self->plot_top = HEADROOM_PX;
  self->plot_bottom = MAX (self->lanes_top - GAP_PX, self->plot_top + 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (JolStripPiece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) clear_piece);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (JolStripLine));
  self->plans = g_array_new (FALSE, FALSE, sizeof (JolStripLine));
  self->ticks = g_array_new (FALSE, FALSE, sizeof (JolStripTick));
  self->eras = g_array_new (FALSE, FALSE, sizeof (JolStripEra));
  self->years = g_array_new (FALSE, FALSE, sizeof (JolStripMark));
  self->minors = g_array_new (FALSE, FALSE, sizeof (double));
  self->levels = g_array_new (FALSE, FALSE, sizeof (JolStripMark));
  self->strings = g_string_chunk_new (1024);

  if (request->topic)
    {
      self->title = g_string_chunk_insert (self->strings, request->topic->title);
      add_topic (self, request);
    }
  else
    {
      self->bands = g_array_new (FALSE, FALSE, sizeof (JolStripBand));
    }
  add_eras (self, request);
  jol_strip_scene_add_axis (self);
  jol_strip_scene_add_ticks (self, request, moments);
  return self;
}

JolStripScene *
jol_strip_scene_ref (JolStripScene *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
jol_strip_scene_unref (JolStripScene *self)
{
  g_atomic_rc_box_release_full (self, free_scene);
}

double
jol_strip_scene_get_x (const JolStripScene *self, double day)
{
  double share = (day - self->from_day) / (self->to_day - self->from_day);

  return self->left + share * (self->right - self->left);
}

double
jol_strip_scene_get_day (const JolStripScene *self, double x)
{
  double share = (x - self->left) / (self->right - self->left);

  return self->from_day + share * (self->to_day - self->from_day);
}

JolPrecision
jol_strip_scene_get_precision (const JolStripScene *self)
{
  double px_per_day = (self->right - self->left) / (self->to_day - self->from_day);

  if (px_per_day >= 1)
    return JOL_PRECISION_DAY;
  return px_per_day * 30.4 >= 0.5 ? JOL_PRECISION_MONTH : JOL_PRECISION_YEAR;
}

JolDate
jol_strip_scene_get_date (const JolStripScene *self, double x)
{
  /* A whole day's px may be rounded to a hair before it. */
  double day = jol_strip_scene_get_day (self, x) + 1e-6;

  return jol_date_from_day ((int) CLAMP (floor (day), self->first_day, self->last_day),
                            jol_strip_scene_get_precision (self));
}

const JolStripTick *
jol_strip_scene_find_tick (const JolStripScene *self, double x, double y)
{
  const JolStripTick *best = NULL;
  double best_distance = 3;

  if (y < self->lanes_top - 3 || y > self->ticks_bottom + 3)
    return NULL;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const JolStripTick *tick = &g_array_index (self->ticks, JolStripTick, i);
      double dx = MAX (MAX (tick->x - x, x - tick->x - tick->width), 0);
      double dy = MAX (MAX (tick->y - y, y - tick->y - tick->height), 0);

      if (hypot (dx, dy) < best_distance)
        {
          best = tick;
          best_distance = hypot (dx, dy);
        }
    }

  return best;
}

JolStripPlayhead
jol_strip_scene_place_playhead (const JolStripScene *self, const JolDate *date, const char *label)
{
  JolFont font = jol_strip_font_for_bubble (self->theme);
  JolStripPlayhead playhead = {
    .label = label,
    .x0 = jol_strip_scene_get_x (self, jol_date_first_day (date)),
    .x1 = jol_strip_scene_get_x (self, jol_date_last_day (date) + 1),
  };

  playhead.is_in_view = playhead.x1 > self->left && playhead.x0 < self->right;
  playhead.x0 = CLAMP (playhead.x0, self->left, self->right);
  playhead.x1 = CLAMP (playhead.x1, self->left, self->right);
  playhead.x = (playhead.x0 + playhead.x1) / 2;

  playhead.bubble_height = BUBBLE_HEIGHT_PX;
  playhead.bubble_width = MIN (get_text_width (label, &font) + 2 * BUBBLE_PADDING_PX, self->width);
  playhead.bubble_x =
      CLAMP (playhead.x - playhead.bubble_width / 2, 0, self->width - playhead.bubble_width);
  playhead.bubble_y = 1;
  return playhead;
}

JolStripSpanPlace
jol_strip_scene_place_span (const JolStripScene *self, const JolSpan *span)
{
  JolStripSpanPlace place = {
    .x0 = jol_strip_scene_get_x (self, jol_date_first_day (&span->from)),
    .x1 = jol_strip_scene_get_x (self, jol_date_last_day (&span->to) + 1),
  };

  /* What begins before the story's time begins with it. */
  place.x0 = MAX (place.x0, jol_strip_scene_get_x (self, self->first_day));
  place.x1 = MIN (place.x1, jol_strip_scene_get_x (self, self->last_day + 1));
  place.has_start = place.x0 >= self->left - 0.5 && place.x0 <= self->right + 0.5;
  place.has_end = place.x1 >= self->left - 0.5 && place.x1 <= self->right + 0.5;
  place.x0 = CLAMP (place.x0, self->left, self->right);
  place.x1 = CLAMP (place.x1, self->left, self->right);
  return place;
}

gboolean
jol_strip_scene_place_title (const JolStripScene *self,
                             const JolStripEra *era,
                             const JolStripPlayhead *playhead,
                             double *x_out)
{
  double room = era->x1 - era->x0 - era->title_width - 2 * TITLE_MARGIN_PX;
  double x = (era->x0 + era->x1 - era->title_width) / 2;
  double bubble_left, bubble_right;

  if (room < 0)
    return FALSE;

  *x_out = x;
  if (!playhead)
    return TRUE;

  bubble_left = playhead->bubble_x - TITLE_MARGIN_PX;
  bubble_right = playhead->bubble_x + playhead->bubble_width + TITLE_MARGIN_PX;
  if (x + era->title_width <= bubble_left || x >= bubble_right)
    return TRUE;

  if (bubble_left - era->title_width >= era->x0 + TITLE_MARGIN_PX)
    *x_out = bubble_left - era->title_width;
  else if (bubble_right + era->title_width <= era->x1 - TITLE_MARGIN_PX)
    *x_out = bubble_right;
  else
    return FALSE;
  return TRUE;
}
