/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-kind-icon.h"

#include "jol-timeline-theme.h"

#include "jol-kind-mark.h"

#include <string.h>

struct _JolKindIcon
{
  GtkWidget parent_instance;

  JolEventKind kind;
};

G_DEFINE_FINAL_TYPE (JolKindIcon, jol_kind_icon, GTK_TYPE_WIDGET)

static void
jol_kind_icon_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = JOL_KIND_ICON_PX;
}

static void
jol_kind_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float) ((gtk_widget_get_width (widget) - JOL_KIND_ICON_PX) / 2),
                            (float) ((gtk_widget_get_height (widget) - JOL_KIND_ICON_PX) / 2)));
  jol_kind_icon_draw (widget, snapshot, JOL_KIND_ICON (widget)->kind);
  gtk_snapshot_restore (snapshot);
}

static void
jol_kind_icon_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jol_kind_icon_parent_class)->css_changed (widget, change);

  /* Light and dark arrive as a change of style. */
  gtk_widget_queue_draw (widget);
}

static void
jol_kind_icon_class_init (JolKindIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = jol_kind_icon_measure;
  widget_class->snapshot = jol_kind_icon_snapshot;
  widget_class->css_changed = jol_kind_icon_css_changed;

  /* What it says is said in words by what it stands beside. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
jol_kind_icon_init (JolKindIcon *self)
{
}

GtkWidget *
jol_kind_icon_new (JolEventKind kind)
{
  JolKindIcon *self = g_object_new (JOL_TYPE_KIND_ICON, NULL);

  jol_kind_icon_set_kind (self, kind);
  return GTK_WIDGET (self);
}

void
jol_kind_icon_set_kind (JolKindIcon *self, JolEventKind kind)
{
  g_return_if_fail (JOL_IS_KIND_ICON (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Painted once for each colour and scale that is asked for: an icon of the theme would be read four
 * times, once for each of the colours that it may have, and be the first to need what reads it. */
static GdkTexture *
paint (JolEventKind kind, const JolColor *color, int scale)
{
  const int size_px = JOL_KIND_ICON_PX * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size_px, size_px);
  const int stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (JolCanvas) canvas = jol_canvas_cairo_new (cr);
  g_autoptr (GBytes) bytes = NULL;

  jol_kind_mark_paint (canvas, kind, size_px / 2.0, size_px / 2.0, size_px, color);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) size_px);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (size_px, size_px, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static GdkTexture *
get_texture (JolEventKind kind, int scale)
{
  static struct
  {
    GdkTexture *texture; /* or NULL */
    JolColor color;
    int scale;
  } kept[JOL_N_EVENT_KINDS];
  const JolColor color = jol_palette_get_event_kind (jol_timeline_get_theme (), kind);

  if (!kept[kind].texture || kept[kind].scale != scale ||
      memcmp (&kept[kind].color, &color, sizeof color) != 0)
    {
      g_clear_object (&kept[kind].texture);
      kept[kind].texture = paint (kind, &color, scale);
      kept[kind].color = color;
      kept[kind].scale = scale;
    }
  return kept[kind].texture;
}

void
jol_kind_icon_draw (GtkWidget *widget, GtkSnapshot *snapshot, JolEventKind kind)
{
  gtk_snapshot_append_texture (snapshot, get_texture (kind, gtk_widget_get_scale_factor (widget)),
                               &GRAPHENE_RECT_INIT (0, 0, JOL_KIND_ICON_PX, JOL_KIND_ICON_PX));
}
