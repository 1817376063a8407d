/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-corner.h"

#include "jol-subject-trace.h"

#include <math.h>

/* What is nearer to the card than that counts as hidden. */
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
weigh_spot (double x, double y, double weight, gpointer data)
{
  Weighing *self = data;

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
 * @session: its selection
 * @viewport: where the map looks, or is about to
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
                      const JolViewport *viewport,
                      double width_px,
                      double height_px,
                      double card_width_px,
                      double card_height_px,
                      const JolCorner *present,
                      const JolSpot *clicked)
{
  JolEntity *selected = jol_session_get_selected (session);
  Weighing weighing = {
    .width_px = width_px,
    .height_px = height_px,
    .card_width_px = card_width_px,
    .card_height_px = card_height_px,
  };
  JolTransform transform;
  JolCorner best = JOL_CORNER_TOP_START;
  double best_score = G_MAXDOUBLE;

  if (!selected)
    return present ? *present : JOL_CORNER_TOP_START;

  transform = jol_transform_new (viewport, width_px, height_px);
  jol_subject_trace (jol_session_get_story (session), selected, &transform, weigh_spot, &weighing);
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
