/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-link-row.h"

#include "jol-mark.h"

#define PASSAGE_LINES 4

struct _JolLinkRow
{
  GtkButton parent_instance;

  GtkWidget *content;
  GtkWidget *title;
  GtkWidget *detail;

  JolSession *session;
  char *id;                  /* or NULL */
  const JolPassage *passage; /* of @story, or NULL */
  JolStory *story;           /* or NULL */
};

G_DEFINE_FINAL_TYPE (JolLinkRow, jol_link_row, GTK_TYPE_BUTTON)

static void
hover_changed_cb (JolLinkRow *self)
{
  if (g_strcmp0 (jol_session_get_hover (self->session), self->id) == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "hovered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "hovered");
}

static void
pointer_entered_cb (GtkEventControllerMotion *motion, double x, double y, JolLinkRow *self)
{
  jol_session_set_hover (self->session, self->id, JOL_ORIGIN_CARD);
}

static void
left_cb (GtkEventController *controller, JolLinkRow *self)
{
  if (g_strcmp0 (jol_session_get_hover (self->session), self->id) == 0)
    jol_session_set_hover (self->session, NULL, JOL_ORIGIN_CARD);
}

/* Only focus that is seen: a click focuses too, and then the pointer says what is meant. */
static void
focus_entered_cb (GtkEventControllerFocus *focus, JolLinkRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    jol_session_set_hover (self->session, self->id, JOL_ORIGIN_CARD);
}

static void
jol_link_row_clicked (GtkButton *button)
{
  JolLinkRow *self = JOL_LINK_ROW (button);

  /* What is chosen may end this row. */
  g_object_ref (self);
  if (self->passage)
    jol_session_show_passage (self->session, self->passage, JOL_ORIGIN_CARD);
  else
    jol_session_select (self->session, self->id, JOL_ORIGIN_CARD);
  g_object_unref (self);
}

static void
jol_link_row_dispose (GObject *object)
{
  JolLinkRow *self = JOL_LINK_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (jol_link_row_parent_class)->dispose (object);
}

static void
jol_link_row_finalize (GObject *object)
{
  JolLinkRow *self = JOL_LINK_ROW (object);

  g_free (self->id);

  G_OBJECT_CLASS (jol_link_row_parent_class)->finalize (object);
}

static void
jol_link_row_class_init (JolLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_link_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = jol_link_row_finalize;

  GTK_BUTTON_CLASS (klass)->clicked = jol_link_row_clicked;
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
jol_link_row_init (JolLinkRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = make_label ("title");
  self->detail = make_label ("detail");
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->detail);

  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_box_append (GTK_BOX (self->content), words);
  gtk_button_set_child (GTK_BUTTON (self), self->content);

  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "jol-row");
}

GtkWidget *
jol_link_row_new (JolSession *session, const char *id, JolTint tint)
{
  JolLinkRow *self = g_object_new (JOL_TYPE_LINK_ROW, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  gtk_box_prepend (GTK_BOX (self->content), jol_mark_new (tint));

  g_signal_connect (motion, "enter", G_CALLBACK (pointer_entered_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  g_signal_connect_object (session, "notify::hover", G_CALLBACK (hover_changed_cb), self,
                           G_CONNECT_SWAPPED);
  hover_changed_cb (self);
  return GTK_WIDGET (self);
}

GtkWidget *
jol_link_row_new_for_passage (JolSession *session, const JolPassage *passage)
{
  JolLinkRow *self = g_object_new (JOL_TYPE_LINK_ROW, NULL);

  self->session = g_object_ref (session);
  self->passage = passage;
  self->story = g_object_ref (jol_session_get_story (session));
  gtk_label_set_lines (GTK_LABEL (self->title), PASSAGE_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  jol_link_row_set_text (self, passage->text, NULL);
  return GTK_WIDGET (self);
}

void
jol_link_row_set_text (JolLinkRow *self, const char *title, const char *detail)
{
  g_autofree char *name = NULL;

  g_return_if_fail (JOL_IS_LINK_ROW (self));
  g_return_if_fail (title);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->detail), detail ? detail : "");
  gtk_widget_set_visible (self->detail, detail && *detail);

  name = detail && *detail ? g_strdup_printf ("%s, %s", title, detail) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
