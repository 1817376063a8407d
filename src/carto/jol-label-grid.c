/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "jol-label-grid.h"

#include <math.h>

#define CELL_PX 48.0
#define N_HEADS 16384
/* A cell with so many pieces of line is full of line: more would change no name's place, and a
 * story may bring any number. */
#define MAX_PIECES 48

typedef struct
{
  gint64 cell_x, cell_y;
  guint item;
  guint next; /* 1 + index, 0 for none */
} Node;

typedef struct
{
  guint *heads; /* 1 + index, 0 for none */
  GArray *nodes;
} Grid;

typedef struct
{
  JolLabelBox box;
  guint reservation;
} Reserve;

struct _JolLabelGrid
{
  Grid box_grid;
  Grid line_grid;
  Grid reserve_grid;
  GArray *boxes;    /* of JolLabelBox */
  GArray *reserves; /* of Reserve */
  GArray *is_held;  /* of gboolean, by reservation */
  GArray *segments; /* of JolLabelBox: from x0, y0 to x1, y1 */
  GArray *seen;     /* of guint: the query that last met each segment */
  JolLabelBox bounds;
  GArray *panels;   /* of JolLabelBox: a few */
  guint8 *n_pieces; /* of line, by head */
  guint query;
};

static void
grid_init (Grid *self)
{
  self->heads = g_new0 (guint, N_HEADS);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
}

static void
grid_clear (Grid *self)
{
  g_free (self->heads);
  g_array_unref (self->nodes);
}

static guint
hash_cell (gint64 x, gint64 y)
{
  const guint64 mixed = (guint64) x * 0x9e3779b97f4a7c15u ^ (guint64) y * 0xc2b2ae3d27d4eb4fu;

  return (guint) (mixed >> 40) % N_HEADS;
}

static gint64
cell_of (double value)
{
  return (gint64) floor (value / CELL_PX);
}

static void
grid_add (Grid *self, const JolLabelBox *box, guint item)
{
  for (gint64 y = cell_of (box->y0); y <= cell_of (box->y1); y++)
    for (gint64 x = cell_of (box->x0); x <= cell_of (box->x1); x++)
      {
        const guint head = hash_cell (x, y);
        const Node node = { x, y, item, self->heads[head] };

        g_array_append_val (self->nodes, node);
        self->heads[head] = self->nodes->len;
      }
}

static void
add_segment (JolLabelGrid *self, double x0, double y0, double x1, double y1)
{
  const JolLabelBox segment = { x0, y0, x1, y1 };
  const JolLabelBox bounds = { MIN (x0, x1), MIN (y0, y1), MAX (x0, x1), MAX (y0, y1) };
  guint8 *n_pieces = &self->n_pieces[hash_cell (cell_of ((x0 + x1) / 2), cell_of ((y0 + y1) / 2))];
  const guint none = 0;

  if (*n_pieces >= MAX_PIECES)
    return;

  ++*n_pieces;
  grid_add (&self->line_grid, &bounds, self->segments->len);
  g_array_append_val (self->segments, segment);
  g_array_append_val (self->seen, none);
}

static gboolean
boxes_meet (const JolLabelBox *a, const JolLabelBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static gboolean
is_free (JolLabelGrid *self, const JolLabelBox *box)
{
  const JolLabelBox *bounds = &self->bounds;

  if (box->x0 < bounds->x0 || box->y0 < bounds->y0 || box->x1 > bounds->x1 || box->y1 > bounds->y1)
    return FALSE;

  for (guint i = 0; i < self->panels->len; i++)
    if (boxes_meet (&g_array_index (self->panels, JolLabelBox, i), box))
      return FALSE;

  for (gint64 y = cell_of (box->y0); y <= cell_of (box->y1); y++)
    for (gint64 x = cell_of (box->x0); x <= cell_of (box->x1); x++)
      for (guint i = self->box_grid.heads[hash_cell (x, y)]; i > 0;)
        {
          const Node *node = &g_array_index (self->box_grid.nodes, Node, i - 1);

          if (node->cell_x == x && node->cell_y == y &&
              boxes_meet (&g_array_index (self->boxes, JolLabelBox, node->item), box))
            return FALSE;
          i = node->next;
        }

  return TRUE;
}

/* Px of a segment inside a box: Liang and Barsky's clipping. */
static double
length_inside (const JolLabelBox *segment, const JolLabelBox *box)
{
  const double dx = segment->x1 - segment->x0;
  const double dy = segment->y1 - segment->y0;
  const double p[] = { -dx, dx, -dy, dy };
  const double q[] = { segment->x0 - box->x0, box->x1 - segment->x0, segment->y0 - box->y0,
                       box->y1 - segment->y0 };
  double t0 = 0.0;
  double t1 = 1.0;

  for (guint i = 0; i < 4; i++)
    {
      if (p[i] < 0.0)
        t0 = MAX (t0, q[i] / p[i]);
      else if (p[i] > 0.0)
        t1 = MIN (t1, q[i] / p[i]);
      else if (q[i] < 0.0)
        return 0.0;
    }

  return t1 > t0 ? (t1 - t0) * hypot (dx, dy) : 0.0;
}

JolLabelGrid *
jol_label_grid_new (void)
{
  JolLabelGrid *self = g_new0 (JolLabelGrid, 1);

  grid_init (&self->box_grid);
  grid_init (&self->line_grid);
  grid_init (&self->reserve_grid);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (JolLabelBox));
  self->reserves = g_array_new (FALSE, FALSE, sizeof (Reserve));
  self->is_held = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->segments = g_array_new (FALSE, FALSE, sizeof (JolLabelBox));
  self->seen = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_pieces = g_new0 (guint8, N_HEADS);
  self->panels = g_array_new (FALSE, FALSE, sizeof (JolLabelBox));

  self->bounds = (JolLabelBox){ -INFINITY, -INFINITY, INFINITY, INFINITY };
  return self;
}

void
jol_label_grid_free (JolLabelGrid *self)
{
  grid_clear (&self->box_grid);
  grid_clear (&self->line_grid);
  grid_clear (&self->reserve_grid);
  g_array_unref (self->boxes);
  g_array_unref (self->reserves);
  g_array_unref (self->is_held);
  g_array_unref (self->segments);
  g_array_unref (self->seen);
  g_array_unref (self->panels);
  g_free (self->n_pieces);
  g_free (self);
}

void
jol_label_grid_take (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes)
{
  for (guint i = 0; i < n_boxes; i++)
    {
      grid_add (&self->box_grid, &boxes[i], self->boxes->len);
      g_array_append_val (self->boxes, boxes[i]);
    }
}

void
jol_label_grid_set_bounds (JolLabelGrid *self, const JolLabelBox *bounds)
{
  self->bounds = *bounds;
}

void
jol_label_grid_add_panel (JolLabelGrid *self, const JolLabelBox *panel)
{
  g_array_append_val (self->panels, *panel);
}

void
jol_label_grid_clear_panels (JolLabelGrid *self)
{
  g_array_set_size (self->panels, 0);
}

gboolean
jol_label_grid_is_free (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes)
{
  for (guint i = 0; i < n_boxes; i++)
    if (!is_free (self, &boxes[i]))
      return FALSE;

  return TRUE;
}

guint
jol_label_grid_reserve (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes)
{
  const gboolean is_held = TRUE;

  for (guint i = 0; i < n_boxes; i++)
    {
      const Reserve reserve = { boxes[i], self->is_held->len };

      grid_add (&self->reserve_grid, &boxes[i], self->reserves->len);
      g_array_append_val (self->reserves, reserve);
    }
  g_array_append_val (self->is_held, is_held);

  return self->is_held->len - 1;
}

void
jol_label_grid_release (JolLabelGrid *self, guint reservation)
{
  g_array_index (self->is_held, gboolean, reservation) = FALSE;
}

static gboolean
is_reserved (JolLabelGrid *self, const JolLabelBox *box)
{
  for (gint64 y = cell_of (box->y0); y <= cell_of (box->y1); y++)
    for (gint64 x = cell_of (box->x0); x <= cell_of (box->x1); x++)
      for (guint i = self->reserve_grid.heads[hash_cell (x, y)]; i > 0;)
        {
          const Node *node = &g_array_index (self->reserve_grid.nodes, Node, i - 1);
          const Reserve *reserve = &g_array_index (self->reserves, Reserve, node->item);

          if (node->cell_x == x && node->cell_y == y &&
              g_array_index (self->is_held, gboolean, reserve->reservation) &&
              boxes_meet (&reserve->box, box))
            return TRUE;
          i = node->next;
        }

  return FALSE;
}

gboolean
jol_label_grid_is_reserved (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes)
{
  if (self->reserves->len == 0)
    return FALSE;
  for (guint i = 0; i < n_boxes; i++)
    if (is_reserved (self, &boxes[i]))
      return TRUE;

  return FALSE;
}

void
jol_label_grid_add_line (JolLabelGrid *self, const double *xy, guint n_points)
{
  for (guint i = 1; i < n_points; i++)
    {
      const double x0 = xy[2 * i - 2];
      const double y0 = xy[2 * i - 1];
      const double dx = xy[2 * i] - x0;
      const double dy = xy[2 * i + 1] - y0;
      /* Cut to the size of cells: a long slanting segment would be in all the cells of its box. */
      const guint n = (guint) MAX (ceil (hypot (dx, dy) / CELL_PX), 1.0);

      for (guint j = 0; j < n; j++)
        add_segment (self, x0 + dx * j / n, y0 + dy * j / n, x0 + dx * (j + 1) / n,
                     y0 + dy * (j + 1) / n);
    }
}

double
jol_label_grid_get_covered (JolLabelGrid *self, const JolLabelBox *boxes, guint n_boxes)
{
  double covered_px = 0.0;

  for (guint b = 0; b < n_boxes; b++)
    {
      const JolLabelBox *box = &boxes[b];

      self->query++;
      for (gint64 y = cell_of (box->y0); y <= cell_of (box->y1); y++)
        for (gint64 x = cell_of (box->x0); x <= cell_of (box->x1); x++)
          for (guint i = self->line_grid.heads[hash_cell (x, y)]; i > 0;)
            {
              const Node *node = &g_array_index (self->line_grid.nodes, Node, i - 1);
              guint *seen = &g_array_index (self->seen, guint, node->item);

              if (node->cell_x == x && node->cell_y == y && *seen != self->query)
                {
                  *seen = self->query;
                  covered_px +=
                      length_inside (&g_array_index (self->segments, JolLabelBox, node->item), box);
                }
              i = node->next;
            }
    }

  return covered_px;
}
