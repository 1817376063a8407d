/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-legend.h"

#include <glib/gi18n.h>

#include "jol-swatch.h"

struct _JolLegend
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *rows; /* GtkBox of GtkBox: swatch and label */
  GArray *shown;   /* of JolLegendRow, without labels */
  JolTheme theme;
};

G_DEFINE_FINAL_TYPE (JolLegend, jol_legend, GTK_TYPE_WIDGET)

static gboolean
is_same_sample (const JolLegendRow *a, const JolLegendRow *b)
{
  return a->kind == b->kind && a->width_px == b->width_px && a->n_dash == b->n_dash &&
         memcmp (&a->color, &b->color, sizeof a->color) == 0;
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_box_append (GTK_BOX (row), jol_swatch_new ());
  gtk_box_append (GTK_BOX (row), label);

  return row;
}

static void
jol_legend_dispose (GObject *object)
{
  JolLegend *self = JOL_LEGEND (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_legend_parent_class)->dispose (object);
}

static void
jol_legend_finalize (GObject *object)
{
  g_array_unref (JOL_LEGEND (object)->shown);

  G_OBJECT_CLASS (jol_legend_parent_class)->finalize (object);
}

static void
jol_legend_class_init (JolLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_legend_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_legend_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "jollegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_legend_init (JolLegend *self)
{
  self->shown = g_array_new (FALSE, TRUE, sizeof (JolLegendRow));

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  self->expander = gtk_expander_new (_ ("Legend"));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->rows);
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Legend"), -1);
}

GtkWidget *
jol_legend_new (void)
{
  return g_object_new (JOL_TYPE_LEGEND, NULL);
}

/**
 * jol_legend_set_scene:
 *
 * Cheap when the legend is the same, as it is in most scenes.
 */
void
jol_legend_set_scene (JolLegend *self, JolScene *scene)
{
  guint n_rows;
  const JolLegendRow *rows = jol_scene_get_legend (scene, &n_rows);
  const JolTheme theme = jol_scene_get_theme (scene);
  GtkWidget *row;

  g_return_if_fail (JOL_IS_LEGEND (self));

  while (self->shown->len > n_rows)
    {
      gtk_box_remove (GTK_BOX (self->rows), gtk_widget_get_last_child (self->rows));
      g_array_set_size (self->shown, self->shown->len - 1);
    }
  while (self->shown->len < n_rows)
    {
      gtk_box_append (GTK_BOX (self->rows), make_row ());
      g_array_set_size (self->shown, self->shown->len + 1);
    }

  row = gtk_widget_get_first_child (self->rows);
  for (guint i = 0; i < n_rows; i++, row = gtk_widget_get_next_sibling (row))
    {
      JolLegendRow *shown = &g_array_index (self->shown, JolLegendRow, i);

      gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), rows[i].label);
      if (theme == self->theme && is_same_sample (shown, &rows[i]))
        continue;

      jol_swatch_set_row (JOL_SWATCH (gtk_widget_get_first_child (row)), &rows[i], theme);
      *shown = rows[i];
    }
  self->theme = theme;
}

void
jol_legend_set_expanded (JolLegend *self, gboolean expanded)
{
  g_return_if_fail (JOL_IS_LEGEND (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), expanded);
}
