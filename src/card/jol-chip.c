/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-chip.h"

#include "jol-mark.h"

#include <math.h>

/* Of the ground, and how far the words on a dark one go towards white: so that they keep a contrast
 * of 4.5 in every colour. */
#define GROUND_ALPHA 0.08f
#define DARK_LIFT 0.25

struct _JolChip
{
  GtkWidget parent_instance;

  GtkWidget *mark; /* or NULL */
  GtkWidget *label;
  JolTint tint;
};

G_DEFINE_FINAL_TYPE (JolChip, jol_chip, GTK_TYPE_WIDGET)

static guint16
lift (float value, double by)
{
  return (guint16) lround ((value + (1 - value) * by) * G_MAXUINT16);
}

/* The colour is the palette's, so it cannot come from CSS. */
static void
color_label (JolChip *self)
{
  JolTheme theme = jol_tint_get_theme ();
  GdkRGBA rgba = jol_tint_get_rgba (self->tint, theme);
  double by = theme == JOL_THEME_DARK ? DARK_LIFT : 0;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (
      attributes,
      pango_attr_foreground_new (lift (rgba.red, by), lift (rgba.green, by), lift (rgba.blue, by)));
  /* The text around is translucent, and its alpha would be taken over. */
  pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (G_MAXUINT16));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
}

static void
jol_chip_dispose (GObject *object)
{
  JolChip *self = JOL_CHIP (object);

  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_chip_parent_class)->dispose (object);
}

static void
jol_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JolChip *self = JOL_CHIP (widget);
  GdkRGBA rgba = jol_tint_get_rgba (self->tint, jol_tint_get_theme ());
  GskRoundedRect outline;
  GtkBorder padding;
  float width, height;

  gtk_style_context_get_padding (gtk_widget_get_style_context (widget), &padding);
  width = (float) (gtk_widget_get_width (widget) + padding.left + padding.right);
  height = (float) (gtk_widget_get_height (widget) + padding.top + padding.bottom);
  rgba.alpha = GROUND_ALPHA;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (-padding.left, -padding.top, width, height),
                                   MIN (height / 2, 11));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &rgba, &outline.bounds);
  gtk_snapshot_pop (snapshot);

  GTK_WIDGET_CLASS (jol_chip_parent_class)->snapshot (widget, snapshot);
}

static void
jol_chip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  JolChip *self = JOL_CHIP (widget);

  GTK_WIDGET_CLASS (jol_chip_parent_class)->css_changed (widget, change);

  if (self->label)
    color_label (self);
  gtk_widget_queue_draw (widget);
}

static void
jol_chip_class_init (JolChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_chip_dispose;

  widget_class->snapshot = jol_chip_snapshot;
  widget_class->css_changed = jol_chip_css_changed;

  gtk_widget_class_set_css_name (widget_class, "jolchip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
jol_chip_init (JolChip *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              4);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
jol_chip_new (JolTint tint)
{
  JolChip *self = g_object_new (JOL_TYPE_CHIP, NULL);

  self->tint = tint;
  color_label (self);
  return GTK_WIDGET (self);
}

GtkWidget *
jol_chip_new_with_mark (JolTint tint)
{
  JolChip *self = JOL_CHIP (jol_chip_new (tint));

  self->mark = jol_mark_new (tint);
  gtk_widget_insert_before (self->mark, GTK_WIDGET (self), self->label);
  return GTK_WIDGET (self);
}

void
jol_chip_set_text (JolChip *self, const char *text)
{
  g_return_if_fail (JOL_IS_CHIP (self));

  gtk_label_set_label (GTK_LABEL (self->label), text);
}

const char *
jol_chip_get_text (JolChip *self)
{
  g_return_val_if_fail (JOL_IS_CHIP (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}
