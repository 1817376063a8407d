/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The events under the chart. Time is cut into columns as wide as a tick; the events of a column
 * stand on each other, lower the more there are, so that none hides another. Where even that leaves
 * no px for each, the column shows how many there are of each kind.
 */
#include "config.h"

#include "jol-strip-scene-private.h"

#include <math.h>

#define COLUMN_PX 3.0 /* a tick and the space beside it */
#define TICK_WIDTH_PX 2.0
#define TICK_HEIGHT_PX 8.0 /* of a lone tick */
#define MIN_CELL_PX 2.0    /* of a tick among many, with the space above it */

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
  double cell_px = MIN (TICK_HEIGHT_PX, JOL_STRIP_TICKS_PX / MAX (events->len, 1));

  if (events->len * MIN_CELL_PX <= JOL_STRIP_TICKS_PX)
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
        .height = JOL_STRIP_TICKS_PX * counts[kind] / events->len,
      };

      if (counts[kind] == 0)
        continue;
      tick.y = y - tick.height;
      y = tick.y;
      g_array_append_val (self->ticks, tick);
    }
}

void
jol_strip_scene_add_ticks (JolStripScene *self, const JolStripRequest *request)
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
