/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the events stand. What lasts, or is dated by a month or a year that is as wide as a few px,
 * is a bar in the first lane that is free from its beginning on; all else is a tick in the column
 * of its day. A column with more ticks than px says how many there are of each kind. So the number
 * of things to draw depends on the width and not on how many events there are, and none hides
 * another.
 */
#include "config.h"

#include "jol-strip-scene-private.h"

#include <math.h>

#define COLUMN_PX 3.0 /* a tick and the space beside it */
#define TICK_WIDTH_PX 2.0
#define TICK_HEIGHT_PX 8.0 /* of a lone tick */
#define MIN_CELL_PX 2.0    /* of a tick among many, with the space above it */
#define MIN_BAR_PX 8.0

gboolean
jol_strip_story_has_bars (JolStory *story)
{
  guint n_events;
  JolEvent *const *events = jol_story_get_events (story, &n_events);

  for (guint i = 0; i < n_events; i++)
    {
      if (jol_event_get_last_day (events[i]) > jol_event_get_first_day (events[i]))
        return TRUE;
    }
  return FALSE;
}

static JolStripTick
make_tick (JolStripScene *self, const JolStripRequest *request, GHashTable *about, JolEvent *event)
{
  const char *id = jol_entity_get_id (JOL_ENTITY (event));

  return (JolStripTick){
    .id = g_string_chunk_insert (self->strings, id),
    .kind = jol_event_get_event_kind (event),
    .n_events = 1,
    .is_approx = jol_event_get_date (event)->approx,
    .is_selected = g_strcmp0 (id, request->selection) == 0,
    .is_dimmed = about && !g_hash_table_contains (about, event),
  };
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
  double cell_px = MIN (TICK_HEIGHT_PX, JOL_STRIP_TICKS_PX / MAX (events->len, 1));

  if (events->len * MIN_CELL_PX <= JOL_STRIP_TICKS_PX)
    {
      for (guint i = 0; i < events->len; i++)
        {
          JolStripTick tick = make_tick (self, request, about, events->pdata[i]);

          tick.x = x;
          tick.y = y - (i + 1) * cell_px;
          tick.width = TICK_WIDTH_PX;
          tick.height = cell_px - (cell_px >= 3 ? 1 : 0.5);
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

/* FALSE when all lanes are taken where it begins. */
static gboolean
add_bar (JolStripScene *self,
         const JolStripRequest *request,
         GHashTable *about,
         JolEvent *event,
         double *lane_ends)
{
  double x0 = jol_strip_scene_get_x (self, jol_event_get_first_day (event));
  double x1 = jol_strip_scene_get_x (self, jol_event_get_last_day (event) + 1);
  JolStripTick bar;

  x0 = MAX (x0, self->left);
  x1 = MIN (x1, self->right);
  if (x1 - x0 < 1)
    return FALSE;

  for (guint lane = 0; lane < JOL_STRIP_N_LANES; lane++)
    {
      if (lane_ends[lane] > x0)
        continue;

      lane_ends[lane] = x1;
      bar = make_tick (self, request, about, event);
      bar.is_bar = TRUE;
      bar.is_period = !jol_date_is_set (jol_event_get_end (event));
      bar.x = x0;
      /* Neighbours in a lane are told apart. */
      bar.width = MAX (x1 - x0 - 1, 0.5);
      bar.height = JOL_STRIP_LANE_PX - 1;
      bar.y = self->lanes_bottom - (lane + 1) * JOL_STRIP_LANE_PX;
      g_array_append_val (self->ticks, bar);
      return TRUE;
    }
  return FALSE;
}

static GHashTable *
list_about (const JolStripRequest *request)
{
  const GPtrArray *found;
  GHashTable *about;

  if (!request->subject)
    return NULL;

  found = jol_story_get_events_about (request->story, request->subject);
  about = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (about, found->pdata[i]);
  return about;
}

/* Where a tick stands: a lone day in its middle, a period that is too narrow for a bar in its own,
 * and what is outside the story's time at the end that it is beyond. */
static double
get_middle (const JolStripScene *self, JolEvent *event)
{
  double middle =
      jol_date_is_set (jol_event_get_end (event))
          ? jol_event_get_first_day (event) + 0.5
          : (jol_event_get_first_day (event) + jol_event_get_last_day (event) + 1) / 2.0;

  return CLAMP (middle, self->first_day + 0.5, self->last_day + 0.5);
}

void
jol_strip_scene_add_ticks (JolStripScene *self, const JolStripRequest *request)
{
  guint n_events;
  JolEvent *const *events = jol_story_get_events (request->story, &n_events);
  guint n_columns = MAX ((guint) ((self->right - self->left) / COLUMN_PX), 1);
  g_autofree GPtrArray **columns = g_new0 (GPtrArray *, n_columns);
  g_autoptr (GHashTable) about = list_about (request);
  double px_per_day = (self->right - self->left) / (self->to_day - self->from_day);
  double lane_ends[JOL_STRIP_N_LANES] = { 0 };

  for (guint i = 0; i < n_events; i++)
    {
      int first_day = jol_event_get_first_day (events[i]);
      int last_day = jol_event_get_last_day (events[i]);
      double middle;
      int column;

      if (request->hidden_kinds & 1u << jol_event_get_event_kind (events[i]))
        continue;

      if ((last_day - first_day + 1) * px_per_day >= MIN_BAR_PX && first_day < self->to_day &&
          last_day + 1 > self->from_day && last_day >= self->first_day &&
          first_day <= self->last_day && add_bar (self, request, about, events[i], lane_ends))
        continue;

      middle = get_middle (self, events[i]);
      /* What goes on in view without a lane stands where the view begins. */
      if (middle < self->from_day && last_day >= self->from_day)
        middle = self->from_day;
      if (middle < self->from_day || middle >= self->to_day)
        continue;
      column = (int) floor ((jol_strip_scene_get_x (self, middle) - self->left) / COLUMN_PX);
      column = CLAMP (column, 0, (int) n_columns - 1);
      if (!columns[column])
        columns[column] = g_ptr_array_new ();
      g_ptr_array_add (columns[column], events[i]);
    }

  for (guint i = 0; i < n_columns; i++)
    {
      if (!columns[i])
        continue;
      add_column (self, request, columns[i], about, (int) i);
      g_ptr_array_unref (columns[i]);
    }
}
