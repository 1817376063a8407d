/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-scale-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "jol-canvas.h"
#include "jol-projection.h"
#include "jol-unit.h"

#define MAX_LENGTH_PX 120.0
#define MARGIN_PX 6.0
#define PLATE_PX 6.0
#define PLATE_ALPHA 0.8
#define HEIGHT_PX 26
#define HOOK_PX 5.0

struct _JolScaleBar
{
  GtkWidget parent_instance;

  JolTheme theme;
  double km;
  double length_px;
  char *text;
};

G_DEFINE_FINAL_TYPE (JolScaleBar, jol_scale_bar, GTK_TYPE_WIDGET)

static void
draw_hooked_line (JolCanvas *canvas,
                  double left,
                  double right,
                  double y,
                  JolColor color,
                  double width_px)
{
  jol_canvas_move_to (canvas, left, y - HOOK_PX);
  jol_canvas_line_to (canvas, left, y);
  jol_canvas_line_to (canvas, right, y);
  jol_canvas_line_to (canvas, right, y - HOOK_PX);
  jol_canvas_stroke (canvas, &(JolStroke){ .color = color, .width_px = width_px });
}

static void
jol_scale_bar_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? (int) (MAX_LENGTH_PX + 2 * MARGIN_PX) : HEIGHT_PX;
}

static void
jol_scale_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolScaleBar *self = JOL_SCALE_BAR (widget);
  const double width = gtk_widget_get_width (widget);
  const double height = gtk_widget_get_height (widget);
  const JolColor ink = jol_palette_get (self->theme, JOL_COLOR_TEXT);
  JolColor plate = jol_palette_get (self->theme, JOL_COLOR_PANEL);
  const JolFont font = { .size_px = 11.0, .color = ink };
  /* Ends on whole px, in the middle of one, so that the line is sharp. */
  const double right = floor (width - MARGIN_PX) - 0.5;
  const double left = floor (right - self->length_px) + 0.5;
  const double y = height - 5.5;
  g_autoptr (JolCanvas) canvas = NULL;
  cairo_t *cr;

  if (!self->text)
    return;

  plate.alpha *= PLATE_ALPHA;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  canvas = jol_canvas_cairo_new (cr);
  jol_canvas_cairo_set_scale (canvas, gtk_widget_get_scale_factor (widget));
  /* Names of the map go on below it, and must not be read together with it. */
  jol_canvas_rect (canvas, left - PLATE_PX, 0.0, right - left + 2 * PLATE_PX, height, PLATE_PX);
  jol_canvas_fill (canvas, &plate);
  draw_hooked_line (canvas, left, right, y, ink, 1.0);
  jol_canvas_text (canvas, self->text, &font, (left + right) / 2.0, y - 5.0, 0.0,
                   JOL_ANCHOR_MIDDLE);
  cairo_destroy (cr);
}

static void
jol_scale_bar_finalize (GObject *object)
{
  g_free (JOL_SCALE_BAR (object)->text);

  G_OBJECT_CLASS (jol_scale_bar_parent_class)->finalize (object);
}

static void
jol_scale_bar_class_init (JolScaleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jol_scale_bar_finalize;
  widget_class->measure = jol_scale_bar_measure;
  widget_class->snapshot = jol_scale_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "jolscalebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jol_scale_bar_init (JolScaleBar *self)
{
}

GtkWidget *
jol_scale_bar_new (void)
{
  return g_object_new (JOL_TYPE_SCALE_BAR, NULL);
}

void
jol_scale_bar_set_viewport (JolScaleBar *self, const JolViewport *viewport)
{
  double km_per_px, km, length_px;

  g_return_if_fail (JOL_IS_SCALE_BAR (self));

  km_per_px = jol_metres_per_px (viewport->latitude, viewport->zoom) / 1000.0;
  km = jol_scale_round_down (km_per_px * MAX_LENGTH_PX);
  length_px = km / km_per_px;
  if (km == self->km && fabs (length_px - self->length_px) < 0.25)
    return;

  if (km != self->km)
    {
      g_autofree char *number = jol_number_format (km);

      g_free (self->text);
      /* Translators: a distance on the map's scale bar, in kilometres. */
      self->text = g_strdup_printf (_ ("%s km"), number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->text, -1);
    }
  self->km = km;
  self->length_px = length_px;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
jol_scale_bar_set_theme (JolScaleBar *self, JolTheme theme)
{
  g_return_if_fail (JOL_IS_SCALE_BAR (self));

  if (self->theme == theme)
    return;

  self->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
jol_scale_bar_get_km (JolScaleBar *self)
{
  g_return_val_if_fail (JOL_IS_SCALE_BAR (self), 0.0);

  return self->km;
}

double
jol_scale_bar_get_length_px (JolScaleBar *self)
{
  g_return_val_if_fail (JOL_IS_SCALE_BAR (self), 0.0);

  return self->length_px;
}
