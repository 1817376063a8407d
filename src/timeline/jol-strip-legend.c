/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-legend.h"

#include "jol-paint-strip.h"
#include "jol-timeline-theme.h"

#include <math.h>

struct _JolStripLegend
{
  GtkWidget parent_instance;

  GArray *bands; /* of JolStripBand, or NULL */
};

G_DEFINE_FINAL_TYPE (JolStripLegend, jol_strip_legend, GTK_TYPE_WIDGET)

static double
lay_out (JolStripLegend *self, double width, double *natural_out, JolCanvas *canvas)
{
  if (!self->bands)
    {
      if (natural_out)
        *natural_out = 0;
      return 0;
    }

  return jol_paint_strip_legend ((const JolStripBand *) (void *) self->bands->data,
                                 self->bands->len, jol_timeline_get_theme (), width, natural_out,
                                 canvas);
}

static GtkSizeRequestMode
jol_strip_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jol_strip_legend_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  JolStripLegend *self = JOL_STRIP_LEGEND (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      double natural_width;

      lay_out (self, G_MAXINT, &natural_width, NULL);
      *minimum = MIN (120, (int) ceil (natural_width));
      *natural = (int) ceil (natural_width);
      return;
    }

  *minimum = *natural = (int) ceil (lay_out (self, for_size < 0 ? G_MAXINT : for_size, NULL, NULL));
}

static void
jol_strip_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolStripLegend *self = JOL_STRIP_LEGEND (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;
  g_autoptr (JolCanvas) canvas = NULL;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  /* A lone row stands in the middle of the header beside the buttons. */
  cairo_translate (cr, 0, MAX ((height - lay_out (self, width, NULL, NULL)) / 2, 0));
  canvas = jol_canvas_cairo_new (cr);
  lay_out (self, width, NULL, canvas);
  cairo_destroy (cr);
}

static void
jol_strip_legend_finalize (GObject *object)
{
  g_clear_pointer (&JOL_STRIP_LEGEND (object)->bands, g_array_unref);

  G_OBJECT_CLASS (jol_strip_legend_parent_class)->finalize (object);
}

static void
jol_strip_legend_class_init (JolStripLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jol_strip_legend_finalize;

  widget_class->get_request_mode = jol_strip_legend_get_request_mode;
  widget_class->measure = jol_strip_legend_measure;
  widget_class->snapshot = jol_strip_legend_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
jol_strip_legend_init (JolStripLegend *self)
{
}

/* "Oil by outlet: CPC; Atyrau–Samara; …" for who cannot see the colours. */
static char *
list_names (GArray *bands, const char *title)
{
  GString *names = g_string_new (title);

  for (guint i = 0; bands && i < bands->len; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? ": " : "; ",
                            g_array_index (bands, JolStripBand, i).name);

  return g_string_free (names, FALSE);
}

void
jol_strip_legend_set_bands (JolStripLegend *self, GArray *bands, const char *title)
{
  g_autofree char *names = list_names (bands, title);

  g_return_if_fail (JOL_IS_STRIP_LEGEND (self));

  g_clear_pointer (&self->bands, g_array_unref);
  self->bands = bands;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, names, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), bands && bands->len > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
