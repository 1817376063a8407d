/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-figure.h"

#include <glib/gi18n.h>

struct _JolFigure
{
  GtkWidget parent_instance;

  GtkWidget *value;
  GtkWidget *badge;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (JolFigure, jol_figure, GTK_TYPE_WIDGET)

static void
jol_figure_dispose (GObject *object)
{
  JolFigure *self = JOL_FIGURE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  self->value = self->badge = self->note = NULL;

  G_OBJECT_CLASS (jol_figure_parent_class)->dispose (object);
}

static void
jol_figure_class_init (JolFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_figure_dispose;

  gtk_widget_class_set_css_name (widget_class, "jolfigure");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
jol_figure_init (JolFigure *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);

  self->badge = jol_figure_badge_new ();
  gtk_widget_set_visible (self->badge, FALSE);
  gtk_widget_set_parent (self->badge, GTK_WIDGET (self));

  self->note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                             PANGO_WRAP_WORD_CHAR, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->note, "note");
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
}

GtkWidget *
jol_figure_grid_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 5);
  gtk_widget_add_css_class (grid, "figures");
  return grid;
}

JolFigure *
jol_figure_add (GtkWidget *grid, const char *caption)
{
  return jol_figure_add_with_label (grid, caption,
                                    g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE,
                                                  "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL));
}

JolFigure *
jol_figure_add_with_label (GtkWidget *grid, const char *caption, GtkWidget *label)
{
  JolFigure *self = g_object_new (JOL_TYPE_FIGURE, NULL);
  GtkWidget *caption_label =
      g_object_new (GTK_TYPE_LABEL, "label", caption, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 11, NULL);
  int n_cells = 0;

  g_object_bind_property (self, "visible", caption_label, "visible", G_BINDING_SYNC_CREATE);

  self->value = label;
  gtk_widget_insert_before (label, GTK_WIDGET (self), self->badge);

  for (GtkWidget *cell = gtk_widget_get_first_child (grid); cell;
       cell = gtk_widget_get_next_sibling (cell))
    n_cells++;
  gtk_grid_attach (GTK_GRID (grid), caption_label, 0, n_cells / 2, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self), 1, n_cells / 2, 1, 1);
  return self;
}

/* The value is set with each step of the date, and seldom changes. */
static void
show_value (JolFigure *self, const char *text, gboolean is_markup)
{
  GtkLabel *label = GTK_LABEL (self->value);

  if (!text)
    text = "";
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    {
      if (is_markup)
        gtk_label_set_markup (label, text);
      else
        gtk_label_set_text (label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');
}

void
jol_figure_set_text (JolFigure *self, const char *text)
{
  g_return_if_fail (JOL_IS_FIGURE (self));

  show_value (self, text, FALSE);
}

void
jol_figure_set_markup (JolFigure *self, const char *markup)
{
  g_return_if_fail (JOL_IS_FIGURE (self));

  show_value (self, markup, TRUE);
}

void
jol_figure_set_note (JolFigure *self, const char *note)
{
  g_return_if_fail (JOL_IS_FIGURE (self));

  gtk_label_set_label (GTK_LABEL (self->note), note ? note : "");
  gtk_widget_set_visible (self->note, note && *note);
}

void
jol_figure_set_uncertain (JolFigure *self, gboolean is_uncertain)
{
  g_return_if_fail (JOL_IS_FIGURE (self));

  gtk_widget_set_visible (self->badge, is_uncertain);
}

void
jol_figure_append (JolFigure *self, GtkWidget *child)
{
  g_return_if_fail (JOL_IS_FIGURE (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

GtkWidget *
jol_figure_badge_new (void)
{
  GtkWidget *badge = gtk_label_new (C_ ("figure", "uncertain"));

  gtk_widget_add_css_class (badge, "jol-uncertain");
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (badge, _ ("The sources for this are few or weak"));
  return badge;
}
