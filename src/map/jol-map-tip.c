/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-map-tip.h"

#include <math.h>

/* From the spot to the panel: what a pointer or the ring round a feature takes. */
#define GAP_X_PX 14
#define GAP_Y_PX 18
#define EDGE_PX 6
#define MAX_CHARS 38

struct _JolMapTip
{
  GtkWidget parent_instance;

  GtkWidget *panel;
  GtkWidget *name;
  GtkWidget *lines;
  double x_px, y_px; /* the spot */
  GdkRectangle cover;
  GdkRectangle area; /* of the panel */
};

G_DEFINE_FINAL_TYPE (JolMapTip, jol_map_tip, GTK_TYPE_WIDGET)

static gboolean
is_clear (JolMapTip *self, const GdkRectangle *area)
{
  return self->cover.width <= 0 || !gdk_rectangle_intersect (area, &self->cover, NULL);
}

/* Below and after the spot, as a reader expects; else on the first side that has room. Sideways it
 * may be pushed in, since above or below the spot it cannot lie on it. */
static GdkRectangle
find_area (JolMapTip *self, int width, int height, int panel_width, int panel_height)
{
  const gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int x = (int) round (self->x_px), y = (int) round (self->y_px);
  const int right = x + GAP_X_PX, left = x - GAP_X_PX - panel_width;
  const int below = y + GAP_Y_PX, above = y - GAP_Y_PX - panel_height;
  const int max_x = MAX (width - EDGE_PX - panel_width, EDGE_PX);
  const int max_y = MAX (height - EDGE_PX - panel_height, EDGE_PX);
  const int xs[] = { is_rtl ? left : right, is_rtl ? right : left };
  const int ys[] = { below, above };
  GdkRectangle area = { 0, 0, panel_width, panel_height };

  for (int is_pushed = 0; is_pushed <= 1; is_pushed++)
    for (guint i = 0; i < G_N_ELEMENTS (ys); i++)
      for (guint j = 0; j < G_N_ELEMENTS (xs); j++)
        {
          area.x = is_pushed ? CLAMP (xs[j], EDGE_PX, max_x) : xs[j];
          area.y = ys[i];
          if (area.x >= EDGE_PX && area.x <= max_x && area.y >= EDGE_PX && area.y <= max_y &&
              is_clear (self, &area))
            return area;
        }

  /* Something must be covered: better that than the spot. */
  area.x = CLAMP (xs[0], EDGE_PX, max_x);
  area.y = below <= max_y || above < EDGE_PX ? MIN (below, max_y) : above;
  return area;
}

static void
jol_map_tip_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  /* It takes what the map has. */
  gtk_widget_measure (JOL_MAP_TIP (widget)->panel, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = 0;
}

static void
jol_map_tip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JolMapTip *self = JOL_MAP_TIP (widget);
  GtkRequisition minimum, natural;
  int panel_width, panel_height;

  if (!gtk_widget_should_layout (self->panel))
    return;

  gtk_widget_get_preferred_size (self->panel, &minimum, &natural);
  panel_width = MAX (MIN (natural.width, width - 2 * EDGE_PX), minimum.width);
  gtk_widget_measure (self->panel, GTK_ORIENTATION_VERTICAL, panel_width, NULL, &panel_height, NULL,
                      NULL);
  self->area = find_area (self, width, height, panel_width, panel_height);
  gtk_widget_size_allocate (self->panel, &self->area, -1);
}

static void
jol_map_tip_dispose (GObject *object)
{
  g_clear_pointer (&JOL_MAP_TIP (object)->panel, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_map_tip_parent_class)->dispose (object);
}

static void
jol_map_tip_class_init (JolMapTipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_map_tip_dispose;
  widget_class->measure = jol_map_tip_measure;
  widget_class->size_allocate = jol_map_tip_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "jolmaptip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static GtkWidget *
append_label (JolMapTip *self)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "max-width-chars", MAX_CHARS, NULL);

  gtk_box_append (GTK_BOX (self->panel), label);
  return label;
}

static void
jol_map_tip_init (JolMapTip *self)
{
  self->panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->panel, "tip");
  gtk_widget_set_visible (self->panel, FALSE);
  gtk_widget_set_parent (self->panel, GTK_WIDGET (self));
  self->name = append_label (self);
  gtk_widget_add_css_class (self->name, "name");
  self->lines = append_label (self);

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
jol_map_tip_new (void)
{
  return g_object_new (JOL_TYPE_MAP_TIP, NULL);
}

void
jol_map_tip_set_text (JolMapTip *self, const char *name, const char *const *lines)
{
  g_autofree char *text = NULL;

  g_return_if_fail (JOL_IS_MAP_TIP (self));

  text = g_strjoinv ("\n", (char **) lines);
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->lines), text);
  gtk_widget_set_visible (self->lines, *text != '\0');
}

void
jol_map_tip_set_cover (JolMapTip *self, const GdkRectangle *cover)
{
  g_return_if_fail (JOL_IS_MAP_TIP (self));

  self->cover = *cover;
  if (jol_map_tip_is_shown (self))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
jol_map_tip_show_at (JolMapTip *self, double x_px, double y_px)
{
  g_return_if_fail (JOL_IS_MAP_TIP (self));

  if (jol_map_tip_is_shown (self) && self->x_px == x_px && self->y_px == y_px)
    return;

  self->x_px = x_px;
  self->y_px = y_px;
  gtk_widget_set_visible (self->panel, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
jol_map_tip_hide (JolMapTip *self)
{
  g_return_if_fail (JOL_IS_MAP_TIP (self));

  gtk_widget_set_visible (self->panel, FALSE);
}

gboolean
jol_map_tip_is_shown (JolMapTip *self)
{
  g_return_val_if_fail (JOL_IS_MAP_TIP (self), FALSE);

  return gtk_widget_get_visible (self->panel);
}

GdkRectangle
jol_map_tip_get_area (JolMapTip *self)
{
  g_return_val_if_fail (JOL_IS_MAP_TIP (self), ((GdkRectangle){ 0 }));

  return jol_map_tip_is_shown (self) ? self->area : (GdkRectangle){ 0 };
}
