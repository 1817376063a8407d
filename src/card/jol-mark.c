/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-mark.h"

#include <math.h>

#define SIZE_PX 16

struct _JolMark
{
  GtkWidget parent_instance;

  JolTint tint;
};

G_DEFINE_FINAL_TYPE (JolMark, jol_mark, GTK_TYPE_WIDGET)

static void
draw_icon (JolMark *self, GtkSnapshot *snapshot, const GdkRGBA *rgba)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA colors[4] = { *rgba, *rgba, *rgba, *rgba };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  /* The theme keeps what it has loaded. */
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      theme, jol_tint_get_icon_name (self->tint), NULL, SIZE_PX,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget),
      GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, SIZE_PX,
                                            SIZE_PX, colors, G_N_ELEMENTS (colors));
}

/* A sign for each verdict that nobody can take for another: tick, waves, two arrows, cross,
 * quotation mark. */
static void
trace_verdict (cairo_t *cr, JolVerdict verdict)
{
  switch (verdict)
    {
    case JOL_VERDICT_SUPPORTED:
      cairo_move_to (cr, 3, 8.5);
      cairo_line_to (cr, 6.5, 12);
      cairo_line_to (cr, 13, 4.5);
      break;
    case JOL_VERDICT_PARTLY:
      for (double y = 6; y <= 11; y += 4.5)
        {
          cairo_move_to (cr, 2.5, y);
          cairo_curve_to (cr, 5.5, y - 4, 8.5, y + 4, 13.5, y - 1);
        }
      break;
    case JOL_VERDICT_CONTESTED:
      cairo_move_to (cr, 2.5, 5.5);
      cairo_line_to (cr, 13, 5.5);
      cairo_move_to (cr, 10, 2.5);
      cairo_line_to (cr, 13, 5.5);
      cairo_line_to (cr, 10, 8);
      cairo_move_to (cr, 13.5, 10.5);
      cairo_line_to (cr, 3, 10.5);
      cairo_move_to (cr, 6, 8);
      cairo_line_to (cr, 3, 10.5);
      cairo_line_to (cr, 6, 13.5);
      break;
    case JOL_VERDICT_WRONG:
      cairo_move_to (cr, 4, 4);
      cairo_line_to (cr, 12, 12);
      cairo_move_to (cr, 12, 4);
      cairo_line_to (cr, 4, 12);
      break;
    case JOL_VERDICT_OPINION:
    default:
      for (double x = 5; x <= 11; x += 5.5)
        {
          cairo_move_to (cr, x + 1.5, 4);
          cairo_curve_to (cr, x - 1.5, 5, x - 2, 7.5, x - 1.5, 11);
          cairo_line_to (cr, x + 1, 11);
          cairo_line_to (cr, x + 1, 8.5);
          cairo_line_to (cr, x - 1, 8.5);
        }
    }
}

static void
draw_shape (JolMark *self, GtkSnapshot *snapshot, const GdkRGBA *rgba)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, SIZE_PX, SIZE_PX));

  gdk_cairo_set_source_rgba (cr, rgba);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  if (self->tint.kind == JOL_TINT_VERDICT)
    {
      trace_verdict (cr, (JolVerdict) self->tint.value);
    }
  else if (self->tint.kind == JOL_TINT_COMMODITY)
    {
      cairo_set_line_width (cr, 4);
      cairo_move_to (cr, 3, 8);
      cairo_line_to (cr, 13, 8);
    }
  else
    {
      cairo_arc (cr, 8, 8, 4, 0, 2 * G_PI);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
jol_mark_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  *minimum = *natural = SIZE_PX;
}

static void
jol_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolMark *self = JOL_MARK (widget);
  GdkRGBA rgba = jol_tint_get_rgba (self->tint, jol_tint_get_theme ());
  graphene_point_t corner =
      GRAPHENE_POINT_INIT ((float) floor ((gtk_widget_get_width (widget) - SIZE_PX) / 2.0),
                           (float) floor ((gtk_widget_get_height (widget) - SIZE_PX) / 2.0));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  if (jol_tint_get_icon_name (self->tint))
    draw_icon (self, snapshot, &rgba);
  else
    draw_shape (self, snapshot, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
jol_mark_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jol_mark_parent_class)->css_changed (widget, change);

  /* Light and dark arrive as a change of style. */
  gtk_widget_queue_draw (widget);
}

static void
jol_mark_class_init (JolMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = jol_mark_measure;
  widget_class->snapshot = jol_mark_snapshot;
  widget_class->css_changed = jol_mark_css_changed;

  gtk_widget_class_set_css_name (widget_class, "jolmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jol_mark_init (JolMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
jol_mark_new (JolTint tint)
{
  JolMark *self = g_object_new (JOL_TYPE_MARK, NULL);

  self->tint = tint;
  return GTK_WIDGET (self);
}
