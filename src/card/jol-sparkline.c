/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-sparkline.h"

#include "jol-series.h"
#include "jol-tint.h"
#include "jol-unit.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT_PX 30
#define WIDTH_PX 120
#define INSET_PX 4.0
#define LINE_PX 1.75
#define DOT_PX 2.0
#define LIGHT_ALPHA 0.5

struct _JolSparkline
{
  GtkWidget parent_instance;

  JolRoute *route;
  const JolThroughput *figures; /* of the route; by year, of one unit */
  guint n_figures;
  double top; /* greatest value */
  int year;
};

G_DEFINE_FINAL_TYPE (JolSparkline, jol_sparkline, GTK_TYPE_WIDGET)

static gboolean
is_on_line (const JolThroughput *figure)
{
  return figure->quality == JOL_QUALITY_REPORTED || figure->quality == JOL_QUALITY_ESTIMATED;
}

static gboolean
is_light (const JolThroughput *figure)
{
  return figure->quality != JOL_QUALITY_REPORTED || figure->confidence == JOL_CONFIDENCE_LOW;
}

static double
get_x (JolSparkline *self, int year)
{
  int first = self->figures[0].year;
  int last = self->figures[self->n_figures - 1].year;
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * INSET_PX;

  if (first == last)
    return INSET_PX + width / 2;
  return INSET_PX + width * (year - first) / (last - first);
}

static double
get_y (JolSparkline *self, double value)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * INSET_PX;

  return INSET_PX + height * (1 - (self->top > 0 ? value / self->top : 0));
}

static const JolThroughput *
find_year (JolSparkline *self, int year)
{
  for (guint i = 0; i < self->n_figures; i++)
    if (self->figures[i].year == year)
      return &self->figures[i];

  return NULL;
}

static void
set_color (cairo_t *cr, const GdkRGBA *rgba, double alpha)
{
  cairo_set_source_rgba (cr, rgba->red, rgba->green, rgba->blue, rgba->alpha * alpha);
}

static gboolean
are_joined (const JolThroughput *a, const JolThroughput *b)
{
  return is_on_line (a) && is_on_line (b) && b->year == a->year + 1;
}

static void
draw_figures (JolSparkline *self, cairo_t *cr, const GdkRGBA *rgba)
{
  cairo_set_line_width (cr, LINE_PX);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  for (guint i = 0; i < self->n_figures; i++)
    {
      const JolThroughput *figure = &self->figures[i];
      const JolThroughput *before = i > 0 ? figure - 1 : NULL;
      const JolThroughput *after = i + 1 < self->n_figures ? figure + 1 : NULL;
      double x = get_x (self, figure->year);
      double y = get_y (self, figure->value);
      gboolean has_line_before = before && are_joined (before, figure);

      if (has_line_before)
        {
          set_color (cr, rgba, is_light (before) || is_light (figure) ? LIGHT_ALPHA : 1);
          cairo_move_to (cr, get_x (self, before->year), get_y (self, before->value));
          cairo_line_to (cr, x, y);
          cairo_stroke (cr);
        }
      else if (!after || !are_joined (figure, after))
        {
          set_color (cr, rgba, is_light (figure) ? LIGHT_ALPHA : 1);
          cairo_arc (cr, x, y, DOT_PX, 0, 2 * G_PI);
          if (is_on_line (figure))
            {
              cairo_fill (cr);
            }
          else
            {
              cairo_set_line_width (cr, 1);
              cairo_stroke (cr);
              cairo_set_line_width (cr, LINE_PX);
            }
        }
    }
}

static void
draw_year (JolSparkline *self, cairo_t *cr, const GdkRGBA *rgba, const GdkRGBA *foreground)
{
  const JolThroughput *figure = find_year (self, self->year);
  double x = get_x (self, self->year);

  set_color (cr, foreground, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, floor (x) + 0.5, 0);
  cairo_line_to (cr, floor (x) + 0.5, gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_stroke (cr);

  if (figure)
    {
      set_color (cr, rgba, 1);
      cairo_arc (cr, x, get_y (self, figure->value), DOT_PX + 1, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
jol_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolSparkline *self = JOL_SPARKLINE (widget);
  JolTint tint = { JOL_TINT_COMMODITY, (int) jol_route_get_commodity (self->route) };
  GdkRGBA rgba = jol_tint_get_rgba (tint, jol_tint_get_theme ());
  GdkRGBA foreground;
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->n_figures == 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &foreground);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  /* Zero. */
  set_color (cr, &foreground, 0.2);
  cairo_rectangle (cr, 0, floor (get_y (self, 0)), width, 1);
  cairo_fill (cr);

  draw_figures (self, cr, &rgba);
  if (self->year >= self->figures[0].year && self->year <= self->figures[self->n_figures - 1].year)
    draw_year (self, cr, &rgba, &foreground);
  cairo_destroy (cr);
}

static void
jol_sparkline_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
}

static gboolean
jol_sparkline_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard_tooltip,
                             GtkTooltip *tooltip)
{
  JolSparkline *self = JOL_SPARKLINE (widget);
  g_autofree char *text = NULL;

  if (keyboard_tooltip || self->n_figures == 0)
    return FALSE;

  text = jol_sparkline_describe (self, x);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
jol_sparkline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jol_sparkline_parent_class)->css_changed (widget, change);

  gtk_widget_queue_draw (widget);
}

static void
jol_sparkline_dispose (GObject *object)
{
  JolSparkline *self = JOL_SPARKLINE (object);

  self->n_figures = 0;
  g_clear_object (&self->route);

  G_OBJECT_CLASS (jol_sparkline_parent_class)->dispose (object);
}

static void
jol_sparkline_class_init (JolSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_sparkline_dispose;

  widget_class->measure = jol_sparkline_measure;
  widget_class->snapshot = jol_sparkline_snapshot;
  widget_class->query_tooltip = jol_sparkline_query_tooltip;
  widget_class->css_changed = jol_sparkline_css_changed;

  gtk_widget_class_set_css_name (widget_class, "jolsparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jol_sparkline_init (JolSparkline *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* For who cannot see it: from what to what. */
static void
name_for_reader (JolSparkline *self)
{
  const JolThroughput *first = &self->figures[0];
  const JolThroughput *last = &self->figures[self->n_figures - 1];
  g_autofree char *from = jol_throughput_format (first);
  g_autofree char *to = jol_throughput_format (last);
  g_autofree char *name = NULL;

  /* Translators: a small chart, for a screen reader; figures with unit, and their years */
  name = g_strdup_printf (_ ("Carried each year, from %1$s in %2$d to %3$s in %4$d"), from,
                          first->year, to, last->year);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
jol_sparkline_new (JolRoute *route)
{
  JolSparkline *self = g_object_new (JOL_TYPE_SPARKLINE, NULL);
  guint n;

  self->route = g_object_ref (route);
  self->figures = jol_route_get_throughput (route, &n);
  self->n_figures = n;
  for (guint i = 0; i < n; i++)
    self->top = MAX (self->top, self->figures[i].value);
  if (n > 0)
    name_for_reader (self);

  return GTK_WIDGET (self);
}

void
jol_sparkline_set_year (JolSparkline *self, int year)
{
  g_return_if_fail (JOL_IS_SPARKLINE (self));

  if (self->year == year)
    return;

  self->year = year;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
jol_sparkline_describe (JolSparkline *self, double x_px)
{
  int first, last, year;
  double step;
  const JolThroughput *figure;

  g_return_val_if_fail (JOL_IS_SPARKLINE (self), NULL);
  g_return_val_if_fail (self->n_figures > 0, NULL);

  first = self->figures[0].year;
  last = self->figures[self->n_figures - 1].year;
  step = first == last ? 0 : get_x (self, first + 1) - get_x (self, first);
  year = step > 0 ? first + (int) lround ((x_px - get_x (self, first)) / step) : first;
  year = CLAMP (year, first, last);

  figure = find_year (self, year);
  if (figure)
    {
      g_autofree char *amount = jol_throughput_format (figure);

      /* Translators: a year and what was carried in it: "2022: 58.7 Mt" */
      return g_strdup_printf (C_ ("sparkline", "%1$d: %2$s"), year, amount);
    }

  /* Translators: %d is a year of which nothing is known */
  return g_strdup_printf (_ ("%d: no figure"), year);
}
