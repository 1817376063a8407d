/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-line-room.h"

#include <math.h>

/* Of a line's cells, the share that no other line may have: it may cross others, not follow them.
 */
#define FREE_SHARE 0.7
/* A world has no more cells than this, beside and below each other. */
#define MAX_CELLS 16384

struct _JolLineRoom
{
  double x0, y0;     /* of the first cell, in cells of the world */
  double world_size; /* in cells */
  guint n_columns, n_rows;
  guint8 *taken; /* bits */
};

/* What is done with the cells of a line, in their order along it. */
typedef struct
{
  gsize last;
  guint n_cells, n_free;
  gboolean takes;
} Walk;

JolLineRoom *
jol_line_room_new (const JolWorldBox *box, double zoom)
{
  JolLineRoom *self = g_new0 (JolLineRoom, 1);

  self->world_size = MIN (JOL_TILE_PX * exp2 (zoom) / JOL_LINE_ROOM_PX, MAX_CELLS);
  self->x0 = floor (box->x0 * self->world_size);
  self->y0 = floor (box->y0 * self->world_size);
  self->n_columns =
      (guint) CLAMP (floor (box->x1 * self->world_size) - self->x0 + 1.0, 1.0, 2.0 * MAX_CELLS);
  self->n_rows =
      (guint) CLAMP (floor (box->y1 * self->world_size) - self->y0 + 1.0, 1.0, 2.0 * MAX_CELLS);
  self->taken = g_malloc0 (((gsize) self->n_columns * self->n_rows + 7) / 8);

  return self;
}

void
jol_line_room_free (JolLineRoom *self)
{
  g_free (self->taken);
  g_free (self);
}

static void
visit (JolLineRoom *self, double x, double y, Walk *walk)
{
  const guint column = (guint) CLAMP (floor (x) - self->x0, 0.0, self->n_columns - 1.0);
  const guint row = (guint) CLAMP (floor (y) - self->y0, 0.0, self->n_rows - 1.0);
  const gsize cell = (gsize) row * self->n_columns + column;
  const guint8 bit = (guint8) (1u << (cell & 7));

  if (walk->n_cells > 0 && cell == walk->last)
    return;

  walk->last = cell;
  walk->n_cells++;
  walk->n_free += (self->taken[cell >> 3] & bit) == 0;
  if (walk->takes)
    self->taken[cell >> 3] |= bit;
}

static void
walk_lines (JolLineRoom *self, const JolWorldLine *lines, guint n_lines, Walk *walk)
{
  for (guint i = 0; i < n_lines; i++)
    for (guint j = 0; j < lines[i].n_points; j++)
      {
        const double x = lines[i].points[j].x * self->world_size;
        const double y = lines[i].points[j].y * self->world_size;

        if (j > 0)
          {
            const double x0 = lines[i].points[j - 1].x * self->world_size;
            const double y0 = lines[i].points[j - 1].y * self->world_size;
            const double n_steps = ceil (2.0 * hypot (x - x0, y - y0));

            for (double k = 1.0; k < n_steps; k++)
              visit (self, x0 + (x - x0) * k / n_steps, y0 + (y - y0) * k / n_steps, walk);
          }
        visit (self, x, y, walk);
      }
}

/* Whether there is room or not. */
void
jol_line_room_take (JolLineRoom *self, const JolWorldLine *lines, guint n_lines)
{
  Walk walk = { .takes = TRUE };

  walk_lines (self, lines, n_lines, &walk);
}

/* Whether there is room for the lines of a route, which is then taken. */
gboolean
jol_line_room_find (JolLineRoom *self, const JolWorldLine *lines, guint n_lines)
{
  Walk walk = { 0 };

  walk_lines (self, lines, n_lines, &walk);
  if (walk.n_free < walk.n_cells * FREE_SHARE)
    return FALSE;

  jol_line_room_take (self, lines, n_lines);
  return TRUE;
}
