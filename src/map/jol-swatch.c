/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-swatch.h"

#include "jol-symbol.h"

#define WIDTH_PX 28
#define HEIGHT_PX 16

struct _JolSwatch
{
  GtkWidget parent_instance;

  JolLegendRow row;
  JolTheme theme;
};

G_DEFINE_FINAL_TYPE (JolSwatch, jol_swatch, GTK_TYPE_WIDGET)

static void
jol_swatch_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
}

static void
jol_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolSwatch *self = JOL_SWATCH (widget);
  const double width = gtk_widget_get_width (widget);
  const double height = gtk_widget_get_height (widget);
  const JolStroke stroke = { .color = self->row.color,
                             .width_px = self->row.width_px,
                             .cap = self->row.n_dash > 0 ? (JolCap) self->row.cap : JOL_CAP_BUTT,
                             .dash_px = self->row.n_dash > 0 ? self->row.dash_px : NULL,
                             .n_dash = self->row.n_dash };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);

  if (self->row.kind != JOL_LEGEND_LINE)
    {
      const JolColor paper = jol_palette_get (self->theme, JOL_COLOR_SYMBOL_FILL);

      jol_symbol_paint_key (canvas, &self->row, width / 2.0, height / 2.0, 1.0, &paper);
    }
  else
    {
      jol_canvas_move_to (canvas, 0.0, height / 2.0);
      jol_canvas_line_to (canvas, width, height / 2.0);
      jol_canvas_stroke (canvas, &stroke);
    }
  cairo_destroy (cr);
}

static void
jol_swatch_class_init (JolSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = jol_swatch_measure;
  widget_class->snapshot = jol_swatch_snapshot;

  gtk_widget_class_set_css_name (widget_class, "jolswatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jol_swatch_init (JolSwatch *self)
{
}

GtkWidget *
jol_swatch_new (void)
{
  return g_object_new (JOL_TYPE_SWATCH, NULL);
}

void
jol_swatch_set_row (JolSwatch *self, const JolLegendRow *row, JolTheme theme)
{
  g_return_if_fail (JOL_IS_SWATCH (self));

  self->row = *row;
  self->row.label = NULL;
  self->theme = theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
