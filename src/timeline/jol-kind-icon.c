/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-kind-icon.h"

#include "jol-timeline-theme.h"

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

/* The theme keeps what it has loaded, so this is a look into a table: but the first time it begins
 * to load, in a thread. */
static GtkIconPaintable *
look_up (GtkWidget *widget, JolEventKind kind)
{
  g_autofree char *name = g_strdup_printf ("jol-%s-symbolic", jol_event_kind_to_string (kind));

  return gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name, NULL,
      JOL_KIND_ICON_PX, gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget),
      GTK_ICON_LOOKUP_FORCE_SYMBOLIC | GTK_ICON_LOOKUP_PRELOAD);
}

void
jol_kind_icon_preload (GtkWidget *widget)
{
  for (int kind = 0; kind < JOL_N_EVENT_KINDS; kind++)
    g_object_unref (look_up (widget, kind));
}

void
jol_kind_icon_draw (GtkWidget *widget, GtkSnapshot *snapshot, JolEventKind kind)
{
  JolColor color = jol_palette_get_event_kind (jol_timeline_get_theme (), kind);
  GdkRGBA rgba = { (float) color.red, (float) color.green, (float) color.blue, 1 };
  GdkRGBA colors[4] = { rgba, rgba, rgba, rgba };
  g_autoptr (GtkIconPaintable) icon = look_up (widget, kind);

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot,
                                            JOL_KIND_ICON_PX, JOL_KIND_ICON_PX, colors,
                                            G_N_ELEMENTS (colors));
}
