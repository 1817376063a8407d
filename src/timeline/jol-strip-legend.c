/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-legend.h"

#include "jol-paint-strip.h"
#include "jol-timeline-theme.h"

#include <math.h>
#include <string.h>

struct _JolStripLegend
{
  GtkWidget parent_instance;

  GArray *bands;     /* of JolStripBand, or NULL */
  char *note;        /* or NULL */
  char *widest_note; /* or NULL */
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
                                 self->bands->len, self->note, self->widest_note,
                                 jol_timeline_get_theme (), width, natural_out, canvas);
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
  jol_canvas_cairo_set_scale (canvas, gtk_widget_get_scale_factor (widget));
  lay_out (self, width, NULL, canvas);
  cairo_destroy (cr);
}

static void
jol_strip_legend_finalize (GObject *object)
{
  JolStripLegend *self = JOL_STRIP_LEGEND (object);

  g_clear_pointer (&self->bands, g_array_unref);
  g_free (self->note);
  g_free (self->widest_note);

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

/* Whether the one needs another room than the other: names and the widest values decide, not the
 * values. */
static gboolean
have_same_room (GArray *a, GArray *b)
{
  if (!a || !b || a->len != b->len)
    return a == b;

  for (guint i = 0; i < a->len; i++)
    {
      const JolStripBand *x = &g_array_index (a, JolStripBand, i);
      const JolStripBand *y = &g_array_index (b, JolStripBand, i);

      if (!g_str_equal (x->name, y->name) || g_strcmp0 (x->widest_value, y->widest_value) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
look_same (GArray *a, GArray *b)
{
  for (guint i = 0; a && i < a->len; i++)
    {
      const JolStripBand *x = &g_array_index (a, JolStripBand, i);
      const JolStripBand *y = &g_array_index (b, JolStripBand, i);

      if (g_strcmp0 (x->value, y->value) != 0 || x->is_selected != y->is_selected ||
          memcmp (&x->color, &y->color, sizeof x->color) != 0)
        return FALSE;
    }
  return TRUE;
}

void
jol_strip_legend_set_bands (JolStripLegend *self,
                            GArray *bands,
                            const char *title,
                            const char *note,
                            const char *widest_note)
{
  g_autoptr (GArray) before = NULL;
  gboolean is_same_room;

  g_return_if_fail (JOL_IS_STRIP_LEGEND (self));

  is_same_room =
      have_same_room (self->bands, bands) && g_strcmp0 (self->widest_note, widest_note) == 0;
  before = g_steal_pointer (&self->bands);
  self->bands = bands;
  /* Asked for at each step of the date. */
  if (is_same_room && look_same (before, bands) && g_strcmp0 (self->note, note) == 0)
    return;

  g_free (self->note);
  self->note = g_strdup (note);
  if (is_same_room)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else
    {
      g_autofree char *names = list_names (bands, title);

      g_free (self->widest_note);
      self->widest_note = g_strdup (widest_note);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, names,
                                      -1);
      gtk_widget_set_visible (GTK_WIDGET (self), bands && bands->len > 0);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
}
