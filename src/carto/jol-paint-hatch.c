/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hatching by geometry rather than by a pattern: it is the same on every canvas, and a line of a
 * vector picture stays a line.
 *
 * Line k holds the points with y - x = k × step, in px of the whole world at the view's zoom. Each
 * edge of the polygon is cut with the lines that pass between its ends. Sorted by line and then
 * along it, every two cuts in turn are a stretch inside: the even-odd rule.
 */
#include "config.h"
#include "jol-paint-hatch.h"

#include <math.h>

typedef struct
{
  int line;
  double x_px; /* of the picture */
} Cut;

static int
compare_cuts (gconstpointer a, gconstpointer b)
{
  const Cut *p = a, *q = b;

  if (p->line != q->line)
    return p->line < q->line ? -1 : 1;
  return (p->x_px > q->x_px) - (p->x_px < q->x_px);
}

void
jol_paint_hatch (JolCanvas *canvas,
                 const JolBasemapLayer *layer,
                 const JolBasemapFeature *feature,
                 const JolTransform *view,
                 double width_px,
                 double height_px,
                 double step_px)
{
  /* y - x of the world where that of the picture is 0, and the first and last line that show. */
  const double origin = view->top_px - view->left_px;
  const int first = (int) ceil ((origin - width_px) / step_px);
  const int last = (int) floor ((origin + height_px) / step_px);
  g_autoptr (GArray) cuts = NULL;

  g_return_if_fail (JOL_IS_CANVAS (canvas) && layer && feature && view);
  g_return_if_fail (step_px > 0);

  cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  for (guint p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
    {
      const float *xy = layer->xy + 2 * (gsize) layer->parts[p].first_point;

      for (guint i = 0; i + 1 < layer->parts[p].n_points; i++, xy += 2)
        {
          const double x0 = xy[0] * view->size_px, x1 = xy[2] * view->size_px;
          const double d0 = xy[1] * view->size_px - x0, d1 = xy[3] * view->size_px - x1;
          /* A line through a corner belongs to the edge that begins there, going up, alone. */
          const int from = MAX ((int) floor (MIN (d0, d1) / step_px) + 1, first);
          const int to = MIN ((int) floor (MAX (d0, d1) / step_px), last);

          for (int line = from; line <= to; line++)
            {
              const double f = (line * step_px - d0) / (d1 - d0);
              const Cut cut = { line, x0 + f * (x1 - x0) - view->left_px };

              g_array_append_val (cuts, cut);
            }
        }
    }
  g_array_sort (cuts, compare_cuts);

  for (guint i = 0; i + 1 < cuts->len; i += 2)
    {
      const Cut *a = &g_array_index (cuts, Cut, i), *b = &g_array_index (cuts, Cut, i + 1);
      const double down = a->line * step_px - origin;

      jol_canvas_move_to (canvas, a->x_px, a->x_px + down);
      jol_canvas_line_to (canvas, b->x_px, b->x_px + down);
    }
}
