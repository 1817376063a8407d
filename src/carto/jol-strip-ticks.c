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

#define COLUMN_PX 3.0 /* a tick and the space beside it */
#define TICK_WIDTH_PX 2.0
#define TICK_HEIGHT_PX 8.0 /* of a lone tick */
#define MAX_CELLS 12       /* of a column: 2 px a tick with the space above it */
#define MIN_BAR_PX 8.0

/* What falls into one column: of the first few who they are, of all how many of each kind. */
typedef struct
{
  guint n_events;
  guint counts[JOL_N_EVENT_KINDS];
  guint events[MAX_CELLS]; /* in the story's order */
} Column;

GArray *
jol_strip_moments_new (JolStory *story)
{
  guint n_events;
  JolEvent *const *events = jol_story_get_events (story, &n_events);
  GArray *moments = g_array_sized_new (FALSE, FALSE, sizeof (JolStripMoment), n_events);

  for (guint i = 0; i < n_events; i++)
    {
      JolStripMoment moment = {
        .first_day = jol_event_get_first_day (events[i]),
        .last_day = jol_event_get_last_day (events[i]),
        .kind = (guint8) jol_event_get_event_kind (events[i]),
        .has_end = jol_date_is_set (jol_event_get_end (events[i])),
      };

      g_array_append_val (moments, moment);
    }
  return moments;
}

gboolean
jol_strip_moments_have_bars (const GArray *moments)
{
  for (guint i = 0; i < moments->len; i++)
    {
      const JolStripMoment *moment = &g_array_index (moments, JolStripMoment, i);

      if (moment->last_day > moment->first_day)
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
            const Column *column,
            GHashTable *about,
            double x)
{
  guint n_all;
  JolEvent *const *events = jol_story_get_events (request->story, &n_all);
  double y = self->ticks_bottom;
  double cell_px = MIN (TICK_HEIGHT_PX, JOL_STRIP_TICKS_PX / MAX (column->n_events, 1));

  if (column->n_events <= MAX_CELLS)
    {
      for (guint i = 0; i < column->n_events; i++)
        {
          JolStripTick tick = make_tick (self, request, about, events[column->events[i]]);

          tick.x = x;
          tick.y = y - (i + 1) * cell_px;
          tick.width = TICK_WIDTH_PX;
          tick.height = cell_px - (cell_px >= 3 ? 1 : 0.5);
          g_array_append_val (self->ticks, tick);
        }
      return;
    }

  /* More than there are px for: the column says how many there are of each kind. */
  for (JolEventKind kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    {
      JolStripTick tick = {
        .kind = kind,
        .n_events = column->counts[kind],
        .x = x,
        .width = TICK_WIDTH_PX,
        .height = JOL_STRIP_TICKS_PX * column->counts[kind] / column->n_events,
      };

      if (column->counts[kind] == 0)
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
 * and what is outside the story's time at the end that it is beyond. What goes on in view without a
 * lane stands where the view begins. */
static double
get_middle (const JolStripScene *self, const JolStripMoment *moment)
{
  double middle =
      moment->has_end ? moment->first_day + 0.5 : (moment->first_day + moment->last_day + 1) / 2.0;

  middle = CLAMP (middle, self->first_day + 0.5, self->last_day + 0.5);
  return middle < self->from_day && moment->last_day >= self->from_day ? self->from_day : middle;
}

static gboolean
is_wide (const JolStripScene *self, const JolStripMoment *moment, double px_per_day)
{
  return self->lanes_bottom > self->lanes_top &&
         (moment->last_day - moment->first_day + 1) * px_per_day >= MIN_BAR_PX &&
         moment->first_day < self->to_day && moment->last_day + 1 > self->from_day &&
         moment->last_day >= self->first_day && moment->first_day <= self->last_day;
}

void
jol_strip_scene_add_ticks (JolStripScene *self,
                           const JolStripRequest *request,
                           const GArray *moments)
{
  guint n_events;
  JolEvent *const *events = jol_story_get_events (request->story, &n_events);
  guint n_columns = MAX ((guint) ((self->right - self->left) / COLUMN_PX), 1);
  g_autofree Column *columns = g_new0 (Column, n_columns);
  g_autoptr (GHashTable) about = list_about (request);
  double px_per_day = (self->right - self->left) / (self->to_day - self->from_day);
  double lane_ends[JOL_STRIP_N_LANES] = { 0 };

  for (guint i = 0; i < moments->len; i++)
    {
      const JolStripMoment *moment = &g_array_index (moments, JolStripMoment, i);
      double middle;
      Column *column;

      if (request->hidden_kinds & 1u << moment->kind)
        continue;
      if (is_wide (self, moment, px_per_day) &&
          add_bar (self, request, about, events[i], lane_ends))
        continue;

      middle = get_middle (self, moment);
      if (middle < self->from_day || middle >= self->to_day)
        continue;
      column = &columns[MIN ((guint) ((middle - self->from_day) * px_per_day / COLUMN_PX),
                             n_columns - 1)];
      if (column->n_events < MAX_CELLS)
        column->events[column->n_events] = i;
      column->n_events++;
      column->counts[moment->kind]++;
    }

  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i].n_events > 0)
        add_column (self, request, &columns[i], about, self->left + i * COLUMN_PX);
    }
}
