/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-throughput-chart.h"

#include "jol-series.h"
#include "jol-unit.h"

#include <glib/gi18n.h>

#define BAR_SHARE 0.74
#define LIGHT_ALPHA 0.5 /* of what is estimated, planned or of a part of the year */
#define LABEL_EVERY 5   /* years */

struct _JolThroughputChart
{
  JolRoute *route;
  const JolThroughput *figures; /* of the route */
  guint n_figures;
  int year;
  double font_size;
  JolTheme theme;
  double top; /* the greatest value */
  char *title;
};

JolThroughputChart *
jol_throughput_chart_new (JolRoute *route, int year, double font_size, JolTheme theme)
{
  guint n;
  const JolThroughput *figures = jol_route_get_throughput (route, &n);
  JolThroughputChart *self;

  if (n < 2)
    return NULL;

  self = g_new0 (JolThroughputChart, 1);
  self->route = g_object_ref (route);
  self->figures = figures;
  self->n_figures = n;
  self->year = year;
  self->font_size = font_size;
  self->theme = theme;
  for (guint i = 0; i < n; i++)
    self->top = MAX (self->top, figures[i].value);
  /* Translators: a heading over bars of what was carried each year; %s is a unit, "Mt" */
  self->title = g_strdup_printf (_ ("Carried each year, %s"), jol_unit_get_label (figures[0].unit));

  return self;
}

void
jol_throughput_chart_free (JolThroughputChart *self)
{
  g_object_unref (self->route);
  g_free (self->title);
  g_free (self);
}

const char *
jol_throughput_chart_get_title (const JolThroughputChart *self)
{
  return self->title;
}

void
jol_throughput_chart_paint (JolCanvas *canvas, double width, double height, gpointer chart)
{
  const JolThroughputChart *self = chart;
  const int first = self->figures[0].year;
  const int last = self->figures[self->n_figures - 1].year;
  const double step = width / (last - first + 1);
  const double bottom = height - self->font_size * 1.5;
  const double room = bottom - self->font_size * 1.4;
  const JolFont font = { .size_px = self->font_size,
                         .color = jol_palette_get (self->theme, JOL_COLOR_TEXT_DIM) };
  const JolStroke line = { .color = jol_palette_get (self->theme, JOL_COLOR_PANEL_LINE),
                           .width_px = 0.6 };

  for (guint i = 0; i < self->n_figures; i++)
    {
      const JolThroughput *figure = &self->figures[i];
      const double x = (figure->year - first) * step;
      const double bar = self->top > 0.0 ? room * figure->value / self->top : 0.0;
      JolColor color =
          jol_palette_get_commodity (self->theme, jol_route_get_commodity (self->route));

      if (figure->quality != JOL_QUALITY_REPORTED)
        color.alpha *= LIGHT_ALPHA;
      jol_canvas_rect (canvas, x + step * (1.0 - BAR_SHARE) / 2.0, bottom - bar, step * BAR_SHARE,
                       bar, 0.0);
      jol_canvas_fill (canvas, &color);
      /* The highest, and that of the date, say how much. */
      if (figure->year == self->year || figure->value >= self->top)
        {
          g_autofree char *value = jol_number_format (figure->value);
          double label;

          jol_text_measure (value, &font, &label, NULL, NULL);
          jol_canvas_text (
              canvas, value, &font,
              CLAMP (x + step / 2.0, label / 2.0, MAX (width - label / 2.0, label / 2.0)),
              bottom - bar - self->font_size * 0.35, 0.0, JOL_ANCHOR_MIDDLE);
        }
    }
  jol_canvas_move_to (canvas, 0.0, bottom);
  jol_canvas_line_to (canvas, width, bottom);
  jol_canvas_stroke (canvas, &line);
  for (int year = first; year <= last; year++)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);

      if (year % LABEL_EVERY == 0)
        jol_canvas_text (canvas, label, &font, (year - first + 0.5) * step, height - 1.0, 0.0,
                         JOL_ANCHOR_MIDDLE);
    }
}
