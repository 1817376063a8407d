/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Arrows stand at even distances along the whole of a route, not of each of its lines. Where the
 * first one stands is tried in a few phases, and the phase is taken in which the fewest arrows come
 * near those of other routes; what still does is left out.
 */
#include "config.h"
#include "jol-arrows.h"

#include <math.h>

#define EVERY_PX 170.0
/* A route that is shorter has none: its ends say where it goes. */
#define SHORTEST_PX 70.0
#define FROM_ZOOM 4.0
#define N_PHASES 6
/* Two arrows are this far apart, and up to three times as far. */
#define CELL_PX 18.0

struct _JolArrows
{
  double zoom;
  double size_px;
  GHashTable *taken; /* cells with an arrow in them, as a set */
};

/* Where one walks along a route. */
typedef struct
{
  const JolWorldLine *lines;
  guint n_lines;
  double size_px;
  guint line, point; /* towards which */
  double gone_px;    /* up to the point before */
} Walk;

static gpointer
get_cell (double x, double y)
{
  const gint64 column = (gint64) floor (x / CELL_PX);
  const gint64 row = (gint64) floor (y / CELL_PX);

  return GSIZE_TO_POINTER ((gsize) (column * 0x4000000 + row + 1));
}

JolArrows *
jol_arrows_new (double zoom)
{
  JolArrows *self = g_new (JolArrows, 1);

  self->zoom = zoom;
  self->size_px = JOL_TILE_PX * exp2 (zoom);
  self->taken = g_hash_table_new (NULL, NULL);

  return self;
}

void
jol_arrows_free (JolArrows *self)
{
  g_hash_table_unref (self->taken);
  g_free (self);
}

/* Goes on to so many px from the beginning; FALSE at the end. */
static gboolean
walk_to (Walk *self, double along_px, JolSceneArrow *arrow)
{
  while (self->line < self->n_lines)
    {
      const JolWorldLine *line = &self->lines[self->line];

      for (; self->point < line->n_points; self->point++)
        {
          const JolWorldPoint *p = &line->points[self->point - 1];
          const double dx = p[1].x - p[0].x;
          const double dy = p[1].y - p[0].y;
          const double length_px = hypot (dx, dy) * self->size_px;

          if (length_px > 0.0 && self->gone_px + length_px >= along_px)
            {
              const double t = (along_px - self->gone_px) / length_px;

              *arrow = (JolSceneArrow){ { p[0].x + t * dx, p[0].y + t * dy }, atan2 (dy, dx) };
              return TRUE;
            }
          self->gone_px += length_px;
        }
      self->line++;
      self->point = 1;
    }

  return FALSE;
}

static double
get_length (const JolWorldLine *lines, guint n_lines, double size_px)
{
  double length = 0.0;

  for (guint i = 0; i < n_lines; i++)
    for (guint j = 1; j < lines[i].n_points; j++)
      length += hypot (lines[i].points[j].x - lines[i].points[j - 1].x,
                       lines[i].points[j].y - lines[i].points[j - 1].y);

  return length * size_px;
}

/* Whether there is one in the cell of an arrow, or in one beside it. */
static gboolean
is_taken (const JolArrows *self, const JolSceneArrow *arrow)
{
  const double x = arrow->at.x * self->size_px;
  const double y = arrow->at.y * self->size_px;

  for (int cell = 0; cell < 9; cell++)
    if (g_hash_table_contains (
            self->taken, get_cell (x + (cell % 3 - 1) * CELL_PX, y + (cell / 3 - 1) * CELL_PX)))
      return TRUE;

  return FALSE;
}

static void
take (JolArrows *self, const JolSceneArrow *arrow)
{
  g_hash_table_add (self->taken,
                    get_cell (arrow->at.x * self->size_px, arrow->at.y * self->size_px));
}

void
jol_arrows_place (JolArrows *self, const JolWorldLine *lines, guint n_lines, GArray *arrows)
{
  const double length_px = get_length (lines, n_lines, self->size_px);
  const guint first = arrows->len;
  const double every_px = MIN (EVERY_PX, length_px);
  guint fewest = G_MAXUINT;

  if (self->zoom < FROM_ZOOM || length_px < SHORTEST_PX)
    return;

  for (guint phase = 0; phase < N_PHASES && fewest > 0; phase++)
    {
      /* From the middle of the first distance to both its sides: 3, 4, 2, 5, 1 sixths. */
      const int sixths = 3 + (phase % 2 ? 1 : -1) * (int) ((phase + 1) / 2);
      Walk walk = { lines, n_lines, self->size_px, 0, 1, 0.0 };
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (JolSceneArrow));
      double along_px = every_px * MAX (sixths, 0.5) / N_PHASES;
      guint n_taken = 0;
      JolSceneArrow arrow;

      for (; along_px < length_px && walk_to (&walk, along_px, &arrow); along_px += every_px)
        {
          if (is_taken (self, &arrow))
            n_taken++;
          else
            g_array_append_val (found, arrow);
        }
      if (n_taken < fewest)
        {
          fewest = n_taken;
          g_array_set_size (arrows, first);
          g_array_append_vals (arrows, found->data, found->len);
        }
    }
  for (guint i = first; i < arrows->len; i++)
    take (self, &g_array_index (arrows, JolSceneArrow, i));
}
