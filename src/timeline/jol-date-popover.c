/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-date-popover.h"

#include <glib/gi18n.h>

struct _JolDatePopover
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *hint;
};

enum
{
  DATE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolDatePopover, jol_date_popover, GTK_TYPE_POPOVER)

static void
show_hint (JolDatePopover *self, gboolean is_wrong)
{
  gtk_label_set_label (GTK_LABEL (self->hint),
                       is_wrong ? _ ("Not a date. Write it as 2009, 2009-12 or 2009-12-14")
                                : _ ("As 2009, 2009-12 or 2009-12-14"));
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (is_wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
edited_cb (JolDatePopover *self)
{
  show_hint (self, FALSE);
}

static void
entered_cb (JolDatePopover *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  JolDate date;

  if (!jol_date_parse (g_strstrip (text), &date))
    {
      show_hint (self, TRUE);
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[DATE_CHOSEN], 0, &date);
}

static void
jol_date_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JOL_TYPE_DATE_POPOVER);

  G_OBJECT_CLASS (jol_date_popover_parent_class)->dispose (object);
}

static void
jol_date_popover_class_init (JolDatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_date_popover_dispose;

  signals[DATE_CHOSEN] = g_signal_new ("date-chosen", JOL_TYPE_DATE_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/timeline/jol-date-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, JolDatePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, JolDatePopover, hint);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
jol_date_popover_init (JolDatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_hint (self, FALSE);
}

void
jol_date_popover_set_date (JolDatePopover *self, const JolDate *date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (JOL_IS_DATE_POPOVER (self));
  g_return_if_fail (date);

  text = jol_date_to_iso (date);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  show_hint (self, FALSE);
  gtk_widget_grab_focus (self->entry);
}
