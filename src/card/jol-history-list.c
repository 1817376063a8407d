/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-history-list.h"

#include "jol-figure.h"

#include <glib/gi18n.h>

typedef struct
{
  JolHistoryList *list;
  GtkWidget *button;
  JolDate from;
  int first_day;
  int last_day; /* 0: until the next entry */
} Entry;

struct _JolHistoryList
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  JolSession *session;
  GPtrArray *entries; /* of Entry */
};

G_DEFINE_FINAL_TYPE (JolHistoryList, jol_history_list, GTK_TYPE_WIDGET)

static void
mark_entry (Entry *entry, gboolean is_current)
{
  if (is_current)
    gtk_widget_add_css_class (entry->button, "current");
  else
    gtk_widget_remove_css_class (entry->button, "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry->button), GTK_ACCESSIBLE_STATE_SELECTED,
                               is_current, -1);
}

static void
mark_entries (JolHistoryList *self)
{
  const JolDate *date = jol_session_get_date (self->session);
  int first_day = jol_date_first_day (date);
  int last_day = jol_date_last_day (date);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      Entry *next = i + 1 < self->entries->len ? g_ptr_array_index (self->entries, i + 1) : NULL;
      gboolean has_begun = entry->first_day <= last_day;
      gboolean has_ended =
          entry->last_day > 0 ? entry->last_day < first_day : next && next->first_day <= last_day;

      mark_entry (entry, has_begun && !has_ended);
    }
}

static void
entry_clicked_cb (GtkButton *button, Entry *entry)
{
  jol_session_set_date (entry->list->session, &entry->from, JOL_ORIGIN_CARD);
}

static void
jol_history_list_dispose (GObject *object)
{
  JolHistoryList *self = JOL_HISTORY_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jol_history_list_parent_class)->dispose (object);
}

static void
jol_history_list_finalize (GObject *object)
{
  g_ptr_array_unref (JOL_HISTORY_LIST (object)->entries);

  G_OBJECT_CLASS (jol_history_list_parent_class)->finalize (object);
}

static void
jol_history_list_class_init (JolHistoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jol_history_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_history_list_finalize;

  gtk_widget_class_set_css_name (widget_class, "jolhistorylist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_history_list_init (JolHistoryList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->entries = g_ptr_array_new_with_free_func (g_free);

  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->heading, "caption-heading");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
}

GtkWidget *
jol_history_list_new (JolSession *session, const char *heading)
{
  JolHistoryList *self = g_object_new (JOL_TYPE_HISTORY_LIST, NULL);

  self->session = g_object_ref (session);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  g_signal_connect_object (session, "notify::date", G_CALLBACK (mark_entries), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static Entry *
add_entry (JolHistoryList *self, const JolDate *from, const char *title, const char *note)
{
  Entry *entry = g_new0 (Entry, 1);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *tip = NULL;
  g_autofree char *when = jol_date_format (from);

  gtk_box_append (GTK_BOX (words), make_label (title, "title"));
  if (note && *note)
    gtk_box_append (GTK_BOX (words), make_label (note, "note"));

  /* Translators: %s is a date, or "about" and a date */
  tip = g_strdup_printf (_ ("Go to this date: %s"), when);
  entry->list = self;
  entry->from = *from;
  entry->first_day = jol_date_first_day (from);
  entry->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (entry->button), words);
  gtk_widget_set_tooltip_text (entry->button, tip);
  gtk_widget_add_css_class (entry->button, "flat");
  gtk_widget_add_css_class (entry->button, "jol-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  note && *note ? note : tip, -1);
  g_signal_connect (entry->button, "clicked", G_CALLBACK (entry_clicked_cb), entry);

  gtk_widget_set_parent (entry->button, GTK_WIDGET (self));
  g_ptr_array_add (self->entries, entry);
  return entry;
}

void
jol_history_list_add (JolHistoryList *self,
                      const JolDate *from,
                      const char *text,
                      const char *note,
                      gboolean is_uncertain)
{
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;
  Entry *entry;

  g_return_if_fail (JOL_IS_HISTORY_LIST (self));
  g_return_if_fail (from && text);

  when = jol_date_format (from);
  /* Translators: a date and what began then: "October 2001 · operating" */
  title = g_strdup_printf (C_ ("history", "%1$s · %2$s"), when, text);
  entry = add_entry (self, from, title, note);
  if (is_uncertain)
    gtk_box_append (GTK_BOX (gtk_button_get_child (GTK_BUTTON (entry->button))),
                    jol_figure_badge_new ());
  mark_entries (self);
}

void
jol_history_list_add_span (JolHistoryList *self, const JolSpan *span, const char *note)
{
  g_autofree char *title = NULL;
  Entry *entry;

  g_return_if_fail (JOL_IS_HISTORY_LIST (self));
  g_return_if_fail (span && jol_date_is_set (&span->from));

  title = jol_date_is_set (&span->to) ? jol_date_format_range (&span->from, &span->to)
                                      : jol_date_format_since (&span->from);

  entry = add_entry (self, &span->from, title, note);
  entry->last_day = jol_date_is_set (&span->to) ? jol_date_last_day (&span->to) : G_MAXINT;
  mark_entries (self);
}
