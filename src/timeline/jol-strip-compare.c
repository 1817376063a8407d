/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-strip-compare.h"

#include <glib/gi18n.h>

struct _JolStripCompare
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label; /* while there is a pinned date */

  JolSession *session;
  GSignalGroup *session_signals;
};

G_DEFINE_FINAL_TYPE (JolStripCompare, jol_strip_compare, GTK_TYPE_WIDGET)

static void
compare_changed_cb (JolStripCompare *self)
{
  const JolDate *date = jol_session_get_compare (self->session);
  const gboolean is_comparing = jol_date_is_set (date);

  g_autofree char *words = jol_date_format (date);
  /* Translators: %s is the date that is pinned */
  g_autofree char *name =
      is_comparing ? g_strdup_printf (_ ("Compared with %s"), words) : g_strdup (_ ("Compare"));
  /* Translators: %s is "Compared with 2005" */
  g_autofree char *tip = is_comparing ? g_strdup_printf (_ ("%s. Click to end"), name)
                                      : g_strdup (_ ("Compare: pin this date, then go to another"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->button), is_comparing);
  gtk_label_set_label (GTK_LABEL (self->label), words);
  gtk_widget_set_visible (self->label, is_comparing);
  gtk_widget_set_tooltip_text (self->button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* Also when the button only follows the session. */
static void
toggled_cb (JolStripCompare *self)
{
  const gboolean wants = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->button));

  if (!self->session || wants == jol_date_is_set (jol_session_get_compare (self->session)))
    return;

  jol_session_set_compare (self->session, wants ? jol_session_get_date (self->session) : NULL,
                           JOL_ORIGIN_STRIP);
}

static void
jol_strip_compare_dispose (GObject *object)
{
  JolStripCompare *self = JOL_STRIP_COMPARE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (jol_strip_compare_parent_class)->dispose (object);
}

static void
jol_strip_compare_class_init (JolStripCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_strip_compare_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_strip_compare_init (JolStripCompare *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_visible (self->label, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("jol-compare-symbolic"));
  gtk_box_append (GTK_BOX (box), self->label);

  self->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (toggled_cb), self);

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "notify::compare",
                                 G_CALLBACK (compare_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * jol_strip_compare_set_session:
 * @session: (nullable): whose date is pinned
 */
void
jol_strip_compare_set_session (JolStripCompare *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_STRIP_COMPARE (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (session)
    compare_changed_cb (self);
}
