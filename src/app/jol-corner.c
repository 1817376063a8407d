/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-corner.h"

#include "jol-projection.h"

#include <math.h>

/* A line is looked at in steps of so many px, and what is nearer to the card than the margin counts
 * as hidden. */
#define STEP_PX 12.0
#define MARGIN_PX 16.0
#define N_CORNERS 4

/* In shares of the selection: what it costs to lie over the legend or the buttons, and what it is
 * worth not to jump. */
#define LOWER_COST 0.25
#define STAY_BONUS 0.15
/* More than all else together. */
#define CLICKED_COST 10.0

typedef struct
{
  JolTransform transform;
  double width_px, height_px;
  double card_width_px, card_height_px;
  double hidden[N_CORNERS]; /* how much of the selection each corner hides */
  double nearness[N_CORNERS];
  double n_seen;
} Weighing;

static gboolean
covers (const Weighing *self, JolCorner corner, double x, double y)
{
  const double from_side = jol_corner_is_end (corner) ? self->width_px - x : x;
  const double from_edge = jol_corner_is_bottom (corner) ? self->height_px - y : y;

  return from_side < self->card_width_px + MARGIN_PX &&
         from_edge < self->card_height_px + MARGIN_PX;
}

static void
weigh_px (Weighing *self, double x, double y, double weight)
{
  if (x < 0 || y < 0 || x > self->width_px || y > self->height_px)
    return;

  self->n_seen += weight;
  for (guint i = 0; i < N_CORNERS; i++)
    {
      const double from_side = jol_corner_is_end (i) ? self->width_px - x : x;
      const double from_edge = jol_corner_is_bottom (i) ? self->height_px - y : y;

      if (covers (self, i, x, y))
        self->hidden[i] += weight;
      self->nearness[i] += weight / (1.0 + hypot (from_side, from_edge));
    }
}

static void
weigh_point (Weighing *self, const JolPoint *point, double weight)
{
  JolWorldPoint world = jol_project (point);
  double x, y;

  jol_transform_apply (&self->transform, &world, &x, &y);
  weigh_px (self, x, y, weight);
}

static void
weigh_line (Weighing *self, const JolLine *line)
{
  double last_x = 0, last_y = 0;

  for (guint i = 0; i < line->n_points; i++)
    {
      JolWorldPoint world = jol_project (&line->points[i]);
      double x, y;

      jol_transform_apply (&self->transform, &world, &x, &y);
      if (i > 0)
        {
          /* At a high zoom a segment may be many windows long; then so coarse a look will do. */
          const int n = (int) CLAMP (hypot (x - last_x, y - last_y) / STEP_PX, 1, 500);

          for (int j = 0; j < n; j++)
            weigh_px (self, last_x + (x - last_x) * j / n, last_y + (y - last_y) * j / n, 1.0);
        }
      last_x = x;
      last_y = y;
    }
}

/* The arcs that are drawn from the capitals of those who took part; straight ones will do here. */
static void
weigh_arcs (Weighing *self, JolStory *story, JolEvent *event)
{
  const char *place_id = jol_event_get_place_id (event);
  const char *const *participants = jol_event_get_participants (event);
  JolEntity *venue = place_id ? jol_story_lookup (story, place_id) : NULL;
  guint n_places;
  JolPlace *const *places = jol_story_get_places (story, &n_places);

  if (!JOL_IS_PLACE (venue))
    return;

  for (guint i = 0; i < n_places; i++)
    {
      const char *country = jol_place_get_country (places[i]);
      JolPoint ends[2];

      if (jol_place_get_place_kind (places[i]) != JOL_PLACE_CAPITAL || !country ||
          !g_strv_contains (participants, country))
        continue;
      ends[0] = *jol_place_get_point (places[i]);
      ends[1] = *jol_place_get_point (JOL_PLACE (venue));
      weigh_line (self, &(JolLine){ ends, G_N_ELEMENTS (ends) });
    }
}

static void
weigh_entity (Weighing *self, JolStory *story, JolEntity *entity)
{
  if (JOL_IS_PLACE (entity))
    {
      weigh_point (self, jol_place_get_point (JOL_PLACE (entity)), 4.0);
    }
  else if (JOL_IS_ROUTE (entity))
    {
      guint n_lines;
      const JolLine *lines = jol_route_get_lines (JOL_ROUTE (entity), &n_lines);

      for (guint i = 0; i < n_lines; i++)
        weigh_line (self, &lines[i]);
    }
  else if (JOL_IS_EVENT (entity))
    {
      const char *place_id = jol_event_get_place_id (JOL_EVENT (entity));
      const char *const *routes = jol_event_get_route_ids (JOL_EVENT (entity));

      if (place_id)
        weigh_entity (self, story, jol_story_lookup (story, place_id));
      for (guint i = 0; routes[i]; i++)
        weigh_entity (self, story, jol_story_lookup (story, routes[i]));
      weigh_arcs (self, story, JOL_EVENT (entity));
    }
}

gboolean
jol_corner_is_end (JolCorner corner)
{
  return corner == JOL_CORNER_TOP_END || corner == JOL_CORNER_BOTTOM_END;
}

gboolean
jol_corner_is_bottom (JolCorner corner)
{
  return corner == JOL_CORNER_BOTTOM_START || corner == JOL_CORNER_BOTTOM_END;
}

/**
 * jol_corner_find_free:
 * @session: its selection and viewport
 * @width_px: of the map
 * @height_px: of the map
 * @card_width_px: of what is to be put into a corner, with its margins
 * @card_height_px: likewise
 * @present: where it is already, or NULL; it stays there unless another is much better
 * @clicked: where the selection was made, or NULL; a corner that covers it is the last resort,
 * since the next click there is meant for the map
 *
 * Returns: the corner that hides least of what is selected. Of equal ones an upper one, as the
 * lower hold the legend and the buttons; of these the one farther from the selection; at last the
 * first.
 */
JolCorner
jol_corner_find_free (JolSession *session,
                      double width_px,
                      double height_px,
                      double card_width_px,
                      double card_height_px,
                      const JolCorner *present,
                      const JolSpot *clicked)
{
  JolEntity *selected = jol_session_get_selected (session);
  Weighing weighing = {
    .transform = jol_transform_new (jol_session_get_viewport (session), width_px, height_px),
    .width_px = width_px,
    .height_px = height_px,
    .card_width_px = card_width_px,
    .card_height_px = card_height_px,
  };
  JolCorner best = JOL_CORNER_TOP_START;
  double best_score = G_MAXDOUBLE;

  if (!selected)
    return present ? *present : JOL_CORNER_TOP_START;

  weigh_entity (&weighing, jol_session_get_story (session), selected);
  if (weighing.n_seen <= 0)
    return present ? *present : JOL_CORNER_TOP_START;

  for (guint i = 0; i < N_CORNERS; i++)
    {
      double score = weighing.hidden[i] / weighing.n_seen + weighing.nearness[i] / weighing.n_seen;

      if (jol_corner_is_bottom (i))
        score += LOWER_COST;
      if (present && *present == i)
        score -= STAY_BONUS;
      if (clicked && covers (&weighing, i, clicked->x, clicked->y))
        score += CLICKED_COST;

      if (score < best_score)
        {
          best = i;
          best_score = score;
        }
    }
  return best;
}
