/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Letters along a line. What Pango has shaped is taken apart again into clusters (a letter with its
 * marks, a ligature), in the order in which they stand on the page, which for Arabic is not the
 * order in which they are read. Each cluster is turned as a whole. Where letters join, words are: a
 * turn between two letters would tear the stroke that joins them.
 *
 * Advances are measured not on the baseline but through the middle of small letters. In a hollow
 * the tops of letters lean towards each other; measured at their feet the space between two words
 * would be gone.
 */
#include "config.h"
#include "jol-lettering-curve.h"

#include <math.h>

/* The middle of small letters above the baseline, and how far beyond itself a cluster looks to
 * find its direction, in font sizes. */
#define MIDDLE 0.27
#define LOOK 0.2

static double
get_length (const double *xy, guint n_points)
{
  double length = 0.0;

  for (guint i = 1; i < n_points; i++)
    length += hypot (xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);

  return length;
}

/* The polyline @rise_px above another, at the left hand of who walks along it. */
static double *
raise_line (const double *xy, guint n_points, double rise_px)
{
  double *raised = g_new (double, 2 * n_points);

  for (guint i = 0; i < n_points; i++)
    {
      const guint before = i > 0 ? i - 1 : 0;
      const guint after = MIN (i + 1, n_points - 1);
      const double dx = xy[2 * after] - xy[2 * before];
      const double dy = xy[2 * after + 1] - xy[2 * before + 1];
      const double length = MAX (hypot (dx, dy), 1e-9);

      raised[2 * i] = xy[2 * i] + dy / length * rise_px;
      raised[2 * i + 1] = xy[2 * i + 1] - dx / length * rise_px;
    }

  return raised;
}

static void
walk (const double *xy, guint n_points, double distance, double *x, double *y)
{
  for (guint i = 0;; i++)
    {
      const double dx = xy[2 * i + 2] - xy[2 * i];
      const double dy = xy[2 * i + 3] - xy[2 * i + 1];
      const double length = hypot (dx, dy);

      if (distance > length && i + 2 < n_points)
        {
          distance -= length;
          continue;
        }
      *x = xy[2 * i] + (length > 0.0 ? dx / length * distance : 0.0);
      *y = xy[2 * i + 1] + (length > 0.0 ? dy / length * distance : 0.0);
      return;
    }
}

void
jol_lettering_curve_walk (const JolLetteringCurve *self, double distance, double *x, double *y)
{
  walk (self->xy, self->n_points, distance, x, y);
  *x -= self->xy[0];
  *y -= self->xy[1];
}

gboolean
jol_lettering_is_joined (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    switch (g_unichar_get_script (g_utf8_get_char (p)))
      {
      case G_UNICODE_SCRIPT_ARABIC:
      case G_UNICODE_SCRIPT_SYRIAC:
      case G_UNICODE_SCRIPT_MONGOLIAN:
      case G_UNICODE_SCRIPT_DEVANAGARI:
      case G_UNICODE_SCRIPT_BENGALI:
      case G_UNICODE_SCRIPT_GURMUKHI:
        return TRUE;
      default:
        break;
      }

  return FALSE;
}

/* The glyphs from @first that are turned together; returns the one after the last. */
static int
find_end (const PangoGlyphItem *run, const char *text, int first, gboolean is_joined)
{
  const PangoGlyphString *glyphs = run->glyphs;
  int end = first + 1;

  for (; end < glyphs->num_glyphs; end++)
    {
      const char *here = text + run->item->offset + glyphs->log_clusters[end];
      const char *before = text + run->item->offset + glyphs->log_clusters[end - 1];

      if (here != before && (!is_joined || g_unichar_isspace (g_utf8_get_char (here)) ||
                             g_unichar_isspace (g_utf8_get_char (before))))
        break;
    }

  return end;
}

/* Where the text of the glyphs from @first to @end ends, in the run: where the next cluster begins,
 * wherever that stands on the page. */
static int
find_text_end (const PangoGlyphItem *run, int first, int end, int *start_out)
{
  const PangoGlyphString *glyphs = run->glyphs;
  int start = glyphs->log_clusters[first];
  int last = start;
  int text_end = run->item->length;

  for (int i = first; i < end; i++)
    {
      start = MIN (start, glyphs->log_clusters[i]);
      last = MAX (last, glyphs->log_clusters[i]);
    }
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (glyphs->log_clusters[i] > last)
      text_end = MIN (text_end, glyphs->log_clusters[i]);

  *start_out = start;
  return text_end;
}

void
jol_lettering_curve_each (const JolLetteringCurve *self,
                          PangoLayout *layout,
                          JolLetteringCurveFunc func,
                          gpointer data)
{
  const char *text = pango_layout_get_text (layout);
  const double rise = self->size_px * MIDDLE;
  const double look = self->size_px * LOOK;
  g_autofree double *middle = raise_line (self->xy, self->n_points, rise);
  double along = self->start_px * get_length (middle, self->n_points) /
                 MAX (get_length (self->xy, self->n_points), 1e-9);

  for (GSList *l = pango_layout_get_line_readonly (layout, 0)->runs; l; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      const gboolean is_joined =
          jol_lettering_is_joined (text + run->item->offset, (gsize) run->item->length);

      for (int first = 0, end; first < run->glyphs->num_glyphs; first = end)
        {
          JolLetteringCluster cluster = { .font = run->item->analysis.font };
          double x0, y0, x1, y1;
          int start, text_end;

          end = find_end (run, text, first, is_joined);
          text_end = find_text_end (run, first, end, &start);
          cluster.text = text + run->item->offset + start;
          cluster.length = (gsize) (text_end - start);
          cluster.glyphs = (PangoGlyphString){ .num_glyphs = end - first,
                                               .glyphs = run->glyphs->glyphs + first,
                                               .log_clusters = run->glyphs->log_clusters + first };
          cluster.width =
              pango_glyph_string_get_width (&cluster.glyphs) * self->factor / PANGO_SCALE;
          walk (middle, self->n_points, along + cluster.width / 2.0, &cluster.x, &cluster.y);
          walk (middle, self->n_points, along - look, &x0, &y0);
          walk (middle, self->n_points, along + cluster.width + look, &x1, &y1);
          cluster.angle = atan2 (y1 - y0, x1 - x0);
          cluster.x -= self->xy[0] + sin (cluster.angle) * rise;
          cluster.y -= self->xy[1] - cos (cluster.angle) * rise;
          func (&cluster, data);
          along += cluster.width;
        }
    }
}

typedef struct
{
  cairo_t *cr;
  gboolean outline;
  double factor;
} Trace;

static void
trace_cb (const JolLetteringCluster *cluster, gpointer data)
{
  const Trace *trace = data;
  PangoGlyphString glyphs = cluster->glyphs;

  cairo_save (trace->cr);
  cairo_translate (trace->cr, cluster->x, cluster->y);
  cairo_rotate (trace->cr, cluster->angle);
  cairo_move_to (trace->cr, -cluster->width / 2.0, 0.0);
  cairo_scale (trace->cr, trace->factor, trace->factor);
  if (trace->outline)
    pango_cairo_glyph_string_path (trace->cr, cluster->font, &glyphs);
  else
    pango_cairo_show_glyph_string (trace->cr, cluster->font, &glyphs);
  cairo_restore (trace->cr);
}

void
jol_lettering_curve_trace (const JolLetteringCurve *self,
                           PangoLayout *layout,
                           cairo_t *cr,
                           gboolean outline)
{
  jol_lettering_curve_each (self, layout, trace_cb, &(Trace){ cr, outline, self->factor });
}
