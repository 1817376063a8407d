/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-scene.h"

#include "jol-canvas.h"
#include "jol-paint-strip.h"
#include "jol-short-date.h"
#include "jol-unit.h"

#include <math.h>

#define SIDE_PX 10.0     /* free at both sides, so that half a label fits */
#define HEADROOM_PX 22.0 /* era titles and the bubble */
#define TICKS_PX 24.0    /* room for the events */
#define TICKS_GAP_PX 5.0 /* between areas and events */
#define AXIS_PX 17.0     /* year labels */
#define COLUMN_PX 3.0    /* a tick and the space beside it */
#define TICK_WIDTH_PX 2.0
#define TICK_HEIGHT_PX 8.0 /* of a lone tick */
#define MIN_CELL_PX 2.0    /* of a tick among many, with the space above it */
#define BUBBLE_HEIGHT_PX 18.0
#define BUBBLE_PADDING_PX 9.0
#define TITLE_MARGIN_PX 4.0 /* of an era's title */

static void
clear_band (JolStripBand *band)
{
  g_free (band->name);
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

static void
add_levels (JolStripScene *self, double max)
{
  guint n_max = MAX ((guint) ((self->plot_bottom - self->plot_top) / 24), 1);
  double step;

  if (max <= 0)
    return;

  step = choose_level_step (max, n_max);
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
add_series (JolStripScene *self, const JolStripRequest *request)
{
  g_autoptr (JolStripStack) stack = jol_strip_stack_new (request->series);
  double max = stack->max;

  self->bands =
      jol_strip_bands_new (request->series, request->selection, request->theme, request->language);
  add_levels (self, max);

  for (guint i = 0; i < stack->pieces->len; i++)
    {
      const JolStackPiece *from = &g_array_index (stack->pieces, JolStackPiece, i);
      JolStripPiece piece = {
        .band = from->band,
        .is_estimated = from->is_estimated,
        .points = g_new (JolStripPoint, from->n_points),
        .n_points = from->n_points,
      };

      for (guint k = 0; k < from->n_points; k++)
        {
          piece.points[k].x = jol_strip_scene_get_x (self, from->points[k].day);
          piece.points[k].low = get_y (self, max, from->points[k].low);
          piece.points[k].high = get_y (self, max, from->points[k].high);
        }
      g_array_append_val (self->pieces, piece);
    }

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

      era.x0 = CLAMP (era.x0, self->left, self->right);
      era.x1 = CLAMP (era.x1, self->left, self->right);
      era.title = g_string_chunk_insert (self->strings, title);
      era.title_width = get_text_width (title, &font);
      g_array_append_val (self->eras, era);
    }
}

/* Marks of the axis: as many round years, or months of a short story, as have room. */
static void
add_years (JolStripScene *self)
{
  static const int steps[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000 };
  double px_per_month = (self->right - self->left) * 30.4 / (self->last_day - self->first_day + 1);
  JolDate first = jol_date_from_day (self->first_day, JOL_PRECISION_MONTH);
  int step = steps[G_N_ELEMENTS (steps) - 1];
  int month;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * px_per_month >= (steps[i] < 12 ? 80 : 60))
        {
          step = steps[i];
          break;
        }
    }

  /* Months from the year 0, up to the first that is a multiple of the step. */
  month = first.year * 12 + first.month - 1;
  month = (month + step - 1) / step * step;
  for (;; month += step)
    {
      JolDate date = { .year = (gint16) (month / 12), .month = (guint8) (month % 12 + 1) };
      g_autofree char *label = NULL;
      JolStripMark mark = { 0 };

      if (month / 12 < 1)
        continue;
      if (month / 12 > 9999 || jol_date_first_day (&date) > self->last_day)
        break;

      mark.at = jol_strip_scene_get_x (self, jol_date_first_day (&date));
      if (step >= 12)
        date.month = 0;
      label = jol_short_date_format (&date);
      mark.label = g_string_chunk_insert (self->strings, label);
      g_array_append_val (self->years, mark);
    }
}

static void
add_column (JolStripScene *self,
            const JolStripRequest *request,
            GPtrArray *events,
            GHashTable *about,
            int column)
{
  double x = self->left + column * COLUMN_PX;
  guint counts[JOL_N_EVENT_KINDS] = { 0 };
  double y = self->ticks_bottom;
  double cell_px = MIN (TICK_HEIGHT_PX, TICKS_PX / MAX (events->len, 1));

  if (events->len * MIN_CELL_PX <= TICKS_PX)
    {
      for (guint i = 0; i < events->len; i++)
        {
          JolEvent *event = events->pdata[i];
          const char *id = jol_entity_get_id (JOL_ENTITY (event));
          JolStripTick tick = {
            .id = g_string_chunk_insert (self->strings, id),
            .kind = jol_event_get_event_kind (event),
            .n_events = 1,
            .x = x,
            .y = y - (i + 1) * cell_px,
            .width = TICK_WIDTH_PX,
            .height = cell_px - (cell_px >= 3 ? 1 : 0.5),
            .is_selected = g_strcmp0 (id, request->selection) == 0,
            .is_dimmed = about && !g_hash_table_contains (about, event),
          };

          g_array_append_val (self->ticks, tick);
        }
      return;
    }

  /* More than there are px for: the column says how many there are of each kind. */
  for (guint i = 0; i < events->len; i++)
    counts[jol_event_get_event_kind (events->pdata[i])]++;
  for (JolEventKind kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    {
      JolStripTick tick = {
        .kind = kind,
        .n_events = counts[kind],
        .x = x,
        .width = TICK_WIDTH_PX,
        .height = TICKS_PX * counts[kind] / events->len,
      };

      if (counts[kind] == 0)
        continue;
      tick.y = y - tick.height;
      y = tick.y;
      g_array_append_val (self->ticks, tick);
    }
}

static void
add_ticks (JolStripScene *self, const JolStripRequest *request)
{
  guint n_events;
  JolEvent *const *events = jol_story_get_events (request->story, &n_events);
  g_autoptr (GPtrArray) columns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) about = NULL;
  guint n_columns = MAX ((guint) ((self->right - self->left) / COLUMN_PX), 1);

  if (request->subject)
    {
      const GPtrArray *found = jol_story_get_events_about (request->story, request->subject);

      about = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < found->len; i++)
        g_hash_table_add (about, found->pdata[i]);
    }

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (columns, g_ptr_array_new ());
  for (guint i = 0; i < n_events; i++)
    {
      double x = jol_strip_scene_get_x (self, jol_event_get_first_day (events[i]) + 0.5);
      int column = (int) floor ((x - self->left) / COLUMN_PX);
      GPtrArray *in_column;

      if (request->hidden_kinds & 1u << jol_event_get_event_kind (events[i]))
        continue;

      /* An event outside the story's time stands at the end that it is beyond. */
      in_column = columns->pdata[CLAMP (column, 0, (int) n_columns - 1)];
      g_ptr_array_add (in_column, events[i]);
    }

  for (guint i = 0; i < n_columns; i++)
    add_column (self, request, columns->pdata[i], about, (int) i);
}

GArray *
jol_strip_bands_new (JolSeries *series, const char *selection, JolTheme theme, const char *language)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (JolStripBand));
  guint n_bands;
  const JolSeriesBand *bands = jol_series_get_bands (series, &n_bands);

  g_array_set_clear_func (result, (GDestroyNotify) clear_band);
  for (guint i = 0; i < n_bands; i++)
    {
      JolStripBand band = {
        .name = g_strdup (jol_text_get (bands[i].name, language)),
        .color = jol_palette_get_band (theme, i),
        .is_selected = g_strcmp0 (bands[i].id, selection) == 0,
      };

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

  g_return_val_if_fail (request->width > 0 && request->height > 0, self);

  time = jol_story_get_time (request->story);
  self->width = request->width;
  self->height = request->height;
  self->theme = request->theme;
  self->first_day = jol_date_first_day (&time->from);
  self->last_day = jol_date_last_day (&time->to);
  self->left = SIDE_PX;
  self->right = MAX (request->width - SIDE_PX, SIDE_PX + 1);
  self->ticks_bottom = request->height - AXIS_PX;
  self->ticks_top = self->ticks_bottom - TICKS_PX;
  self->plot_top = HEADROOM_PX;
  self->plot_bottom = MAX (self->ticks_top - TICKS_GAP_PX, self->plot_top + 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (JolStripPiece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) clear_piece);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (JolStripLine));
  self->plans = g_array_new (FALSE, FALSE, sizeof (JolStripLine));
  self->ticks = g_array_new (FALSE, FALSE, sizeof (JolStripTick));
  self->eras = g_array_new (FALSE, FALSE, sizeof (JolStripEra));
  self->years = g_array_new (FALSE, FALSE, sizeof (JolStripMark));
  self->levels = g_array_new (FALSE, FALSE, sizeof (JolStripMark));
  self->strings = g_string_chunk_new (1024);

  if (request->series)
    {
      g_autofree char *title = jol_strip_format_series (request->series, request->language);

      self->title = g_string_chunk_insert (self->strings, title);
      add_series (self, request);
    }
  else
    {
      self->bands = g_array_new (FALSE, FALSE, sizeof (JolStripBand));
    }
  add_eras (self, request);
  add_years (self);
  add_ticks (self, request);
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
  double share = (day - self->first_day) / (self->last_day + 1 - self->first_day);

  return self->left + share * (self->right - self->left);
}

JolPrecision
jol_strip_scene_get_precision (const JolStripScene *self)
{
  double px_per_day = (self->right - self->left) / (self->last_day + 1 - self->first_day);

  if (px_per_day >= 1)
    return JOL_PRECISION_DAY;
  return px_per_day * 30.4 >= 0.5 ? JOL_PRECISION_MONTH : JOL_PRECISION_YEAR;
}

JolDate
jol_strip_scene_get_date (const JolStripScene *self, double x)
{
  double share = (x - self->left) / (self->right - self->left);
  double day = self->first_day + share * (self->last_day + 1 - self->first_day);

  return jol_date_from_day ((int) CLAMP (day, self->first_day, self->last_day),
                            jol_strip_scene_get_precision (self));
}

const JolStripTick *
jol_strip_scene_find_tick (const JolStripScene *self, double x, double y)
{
  const JolStripTick *best = NULL;
  double best_distance = 3;

  if (y < self->ticks_top - 3 || y > self->ticks_bottom + 3)
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
