/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reader-private.h"

#include "jol-article-switcher.h"
#include "jol-contents.h"
#include "jol-find-bar.h"
#include "jol-passage-bar.h"
#include "jol-status-line.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

enum
{
  PROP_SESSION = 1,
  N_PROPERTIES,
};

enum
{
  CLAIMS_WANTED,
  LINK_COPIED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JolReader, jol_reader, GTK_TYPE_WIDGET)

JolArticle *
jol_reader_get_article (JolReader *self)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);

  return buffer ? jol_article_buffer_get_article (buffer) : NULL;
}

static void
update_bar (JolReader *self)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  guint n_sections = buffer ? jol_article_buffer_get_n_sections (buffer) : 0;
  guint section = jol_follow_get_section (self->follow);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  /* Translators: "3 / 8": which section is in view, of how many. */
  text = g_strdup_printf (_ ("%1$u / %2$u"), MIN (section + 1, n_sections), n_sections);
  /* Translators: the same, spoken. */
  name = g_strdup_printf (_ ("Section %1$u of %2$u"), MIN (section + 1, n_sections), n_sections);
  gtk_label_set_label (GTK_LABEL (self->position), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->position), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_sensitive (self->previous, section > 0);
  gtk_widget_set_sensitive (self->next, section + 1 < n_sections);
  jol_contents_set_current (JOL_CONTENTS (self->contents), section);
}

static void
show_article (JolReader *self, JolArticle *article)
{
  g_autoptr (JolArticleBuffer) buffer = NULL;
  g_autoptr (JolArticleBuffer) last = NULL;

  g_set_object (&last, jol_reader_get_buffer (self));
  if (self->popover)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->link_popover)
    gtk_popover_popdown (GTK_POPOVER (self->link_popover));
  jol_reader_keep_place (self);
  g_clear_object (&self->story);
  if (article)
    self->story = g_object_ref (jol_session_get_story (self->session));
  if (article)
    buffer = jol_article_buffer_new (jol_session_get_story (self->session), article,
                                     jol_text_get_interface_language ());
  jol_article_view_set_article (JOL_ARTICLE_VIEW (self->view), buffer);
  jol_article_switcher_set_current (JOL_ARTICLE_SWITCHER (self->switcher), article);
  jol_contents_set_article (JOL_CONTENTS (self->contents), article);
  jol_find_bar_set_article (JOL_FIND_BAR (self->find_bar), buffer);
  gtk_widget_set_sensitive (self->find_button, article != NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), article ? "article" : "empty");
  gtk_widget_set_sensitive (self->bar, article != NULL);
  jol_follow_restart (self->follow);
  jol_reader_update_passages (self);
  jol_reader_restart_progress (self);
  update_bar (self);
  if (last)
    g_object_run_dispose (G_OBJECT (last));
}

static JolArticle *
find_article (JolReader *self, const char *place)
{
  JolStory *story = self->session ? jol_session_get_story (self->session) : NULL;
  g_autofree char *id = place ? g_strndup (place, strcspn (place, "#")) : NULL;
  JolEntity *entity = story && id ? jol_story_lookup (story, id) : NULL;

  return JOL_IS_ARTICLE (entity) ? JOL_ARTICLE (entity) : NULL;
}

static void
article_changed_cb (JolReader *self)
{
  const char *place = jol_session_get_article (self->session);
  const JolOrigin origin = jol_session_get_origin (self->session);
  JolArticle *article = find_article (self, place);
  const char *section = place ? strchr (place, '#') : NULL;
  gboolean is_other = article != jol_reader_get_article (self);
  guint index;

  if (is_other)
    show_article (self, article);
  if (!article || (!is_other && origin == JOL_ORIGIN_READER))
    return;
  /* Who asks for a section comes to its beginning, except where one left off in it. */
  if (is_other && (!section || origin != JOL_ORIGIN_APP) &&
      jol_reader_resume (self, section ? section + 1 : NULL))
    return;

  index = section ? (guint) MAX (0, jol_article_find_section (article, section + 1)) : 0;
  /* What we said of where we are, while this was notified, is notified with the same origin. */
  if (!is_other && section && index == jol_follow_get_section (self->follow))
    return;
  if (section || !is_other)
    jol_follow_show_section (self->follow, index);
}

static void
story_changed_cb (JolReader *self)
{
  show_article (self, NULL);
  jol_article_switcher_set_story (JOL_ARTICLE_SWITCHER (self->switcher),
                                  self->session ? jol_session_get_story (self->session) : NULL);
  if (self->session)
    article_changed_cb (self);
}

static void
follow_changed_cb (JolReader *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->follow_button),
                                jol_session_get_follow_text (self->session));
}

static void
article_chosen_cb (JolReader *self, const char *id)
{
  JolArticle *article = find_article (self, id);

  if (article)
    jol_reader_choose_article (self, article);
}

static void
claims_clicked_cb (JolReader *self)
{
  g_signal_emit (self, signals[CLAIMS_WANTED], 0, NULL);
}

static void
link_copied_cb (JolReader *self)
{
  g_signal_emit (self, signals[LINK_COPIED], 0);
}

static void
previous_clicked_cb (JolReader *self)
{
  jol_reader_step_section (self, -1);
}

static void
next_clicked_cb (JolReader *self)
{
  jol_reader_step_section (self, 1);
}

static void
next_article_clicked_cb (JolReader *self)
{
  jol_reader_step_article (self, 1);
}

static void
section_chosen_cb (JolReader *self, guint section)
{
  jol_follow_choose_section (self->follow, section);
}

static void
passage_stepped_cb (JolReader *self, int n)
{
  jol_reader_step_passage (self, n);
}

static void
follow_toggled_cb (JolReader *self)
{
  gboolean is_wanted = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->follow_button));

  if (!self->session || is_wanted == jol_session_get_follow_text (self->session))
    return;

  jol_session_set_follow_text (self->session, is_wanted);
  if (is_wanted)
    jol_session_return_to_text (self->session);
}

static void
back_clicked_cb (JolReader *self)
{
  jol_session_return_to_text (self->session);
}

static void
wandering_changed_cb (JolReader *self)
{
  GtkLabel *label = GTK_LABEL (self->wander_label);
  const gboolean is_wandering = jol_session_get_wandering (self->session);
  const gboolean was_wandering = gtk_widget_get_visible (self->wander_bar);

  /* Said aloud while it can be seen. */
  gtk_widget_set_visible (self->wander_bar, is_wandering || was_wandering);
  if (is_wandering)
    jol_status_line_set_text (label, _ ("Not following the text now"));
  else if (was_wandering)
    jol_status_line_set_text (
        label, jol_session_get_follow_text (self->session) ? _ ("Following the text again") : "");
  gtk_widget_set_visible (self->wander_bar, is_wandering);
}

static void
jol_reader_dispose (GObject *object)
{
  JolReader *self = JOL_READER (object);
  g_autoptr (JolArticleBuffer) last = NULL;
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  /* GTK 4.8 keeps a popover that is unparented while it is open. */
  if (self->popover)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->link_popover)
    gtk_popover_popdown (GTK_POPOVER (self->link_popover));
  if (self->view)
    {
      g_set_object (&last, jol_reader_get_buffer (self));
      jol_article_view_set_article (JOL_ARTICLE_VIEW (self->view), NULL);
    }
  g_clear_object (&self->follow);
  g_clear_handle_id (&self->progress_idle, g_source_remove);
  g_clear_object (&self->story);
  g_clear_object (&self->style);
  g_clear_object (&self->font);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->link_popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), JOL_TYPE_READER);
  /* What has no name in the template is left by it. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  if (last)
    g_object_run_dispose (G_OBJECT (last));

  G_OBJECT_CLASS (jol_reader_parent_class)->dispose (object);
}

static void
jol_reader_finalize (GObject *object)
{
  jol_reading_places_free (JOL_READER (object)->places);

  G_OBJECT_CLASS (jol_reader_parent_class)->finalize (object);
}

static void
jol_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    g_value_set_object (value, JOL_READER (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
jol_reader_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    jol_reader_set_session (JOL_READER (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Who goes to the article goes to its text, and not to the buttons over it. */
static gboolean
jol_reader_grab_focus (GtkWidget *widget)
{
  JolReader *self = JOL_READER (widget);

  return gtk_widget_get_mapped (self->view) &&
         gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD);
}

static void
jol_reader_class_init (JolReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = jol_reader_dispose;
  object_class->finalize = jol_reader_finalize;
  object_class->get_property = jol_reader_get_property;
  object_class->set_property = jol_reader_set_property;
  widget_class->grab_focus = jol_reader_grab_focus;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, JOL_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CLAIMS_WANTED] = g_signal_new ("claims-wanted", JOL_TYPE_READER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LINK_COPIED] = g_signal_new ("link-copied", JOL_TYPE_READER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (JOL_TYPE_ARTICLE_SWITCHER);
  g_type_ensure (JOL_TYPE_ARTICLE_VIEW);
  g_type_ensure (JOL_TYPE_CONTENTS);
  g_type_ensure (JOL_TYPE_FIND_BAR);
  g_type_ensure (JOL_TYPE_READER_MENU);
  g_type_ensure (JOL_TYPE_PASSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/reader/jol-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, JolReader, switcher);
  gtk_widget_class_bind_template_child (widget_class, JolReader, find_button);
  gtk_widget_class_bind_template_child (widget_class, JolReader, find_bar);
  gtk_widget_class_bind_template_child (widget_class, JolReader, menu);
  gtk_widget_class_bind_template_child (widget_class, JolReader, stack);
  gtk_widget_class_bind_template_child (widget_class, JolReader, scroller);
  gtk_widget_class_bind_template_child (widget_class, JolReader, clamp);
  gtk_widget_class_bind_template_child (widget_class, JolReader, view);
  gtk_widget_class_bind_template_child (widget_class, JolReader, wander_bar);
  gtk_widget_class_bind_template_child (widget_class, JolReader, wander_label);
  gtk_widget_class_bind_template_child (widget_class, JolReader, passage_bar);
  gtk_widget_class_bind_template_child (widget_class, JolReader, next_button);
  gtk_widget_class_bind_template_child (widget_class, JolReader, next_label);
  gtk_widget_class_bind_template_child (widget_class, JolReader, progress);
  gtk_widget_class_bind_template_child (widget_class, JolReader, bar);
  gtk_widget_class_bind_template_child (widget_class, JolReader, previous);
  gtk_widget_class_bind_template_child (widget_class, JolReader, position);
  gtk_widget_class_bind_template_child (widget_class, JolReader, next);
  gtk_widget_class_bind_template_child (widget_class, JolReader, contents_button);
  gtk_widget_class_bind_template_child (widget_class, JolReader, contents);
  gtk_widget_class_bind_template_child (widget_class, JolReader, follow_button);
  gtk_widget_class_bind_template_callback (widget_class, article_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, claims_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, jol_reader_link_activated);
  gtk_widget_class_bind_template_callback (widget_class, jol_reader_link_hovered);
  gtk_widget_class_bind_template_callback (widget_class, jol_reader_link_focused);
  gtk_widget_class_bind_template_callback (widget_class, link_copied_cb);
  gtk_widget_class_bind_template_callback (widget_class, jol_reader_find);
  gtk_widget_class_bind_template_callback (widget_class, jol_reader_match_shown);
  gtk_widget_class_bind_template_callback (widget_class, jol_reader_matches_changed);
  gtk_widget_class_bind_template_callback (widget_class, jol_reader_find_closed);
  gtk_widget_class_bind_template_callback (widget_class, passage_stepped_cb);
  gtk_widget_class_bind_template_callback (widget_class, jol_reader_close_passages);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_article_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);

  gtk_widget_class_set_css_name (widget_class, "jolreader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
jol_reader_init (JolReader *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } reactions[] = {
    { "notify::story", G_CALLBACK (story_changed_cb) },
    { "notify::article", G_CALLBACK (article_changed_cb) },
    { "notify::selection", G_CALLBACK (jol_reader_selection_changed) },
    { "notify::hover", G_CALLBACK (jol_reader_hover_changed) },
    { "notify::follow-text", G_CALLBACK (follow_changed_cb) },
    { "notify::wandering", G_CALLBACK (wandering_changed_cb) },
    { "show-passage", G_CALLBACK (jol_reader_show_passage) },
  };

  self->places = jol_reading_places_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contents_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Contents"), -1);
  g_object_bind_property (self->view, "measure", self->clamp, "maximum-size",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->view, "measure", self->clamp, "tightening-threshold",
                          G_BINDING_SYNC_CREATE);

  self->follow =
      jol_follow_new (GTK_SCROLLED_WINDOW (self->scroller), JOL_ARTICLE_VIEW (self->view));
  g_signal_connect_object (self->follow, "notify::section", G_CALLBACK (update_bar), self,
                           G_CONNECT_SWAPPED);

  jol_reader_init_look (self);
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
      G_CALLBACK (jol_reader_leave_passage), self, G_CONNECT_SWAPPED);
  jol_reader_init_progress (self);

  self->session_signals = g_signal_group_new (JOL_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (reactions); i++)
    g_signal_group_connect_object (self->session_signals, reactions[i].signal,
                                   reactions[i].callback, self, G_CONNECT_SWAPPED);
  show_article (self, NULL);
}

JolArticleBuffer *
jol_reader_get_buffer (JolReader *self)
{
  return jol_article_view_get_article (JOL_ARTICLE_VIEW (self->view));
}

GtkWidget *
jol_reader_new (void)
{
  return g_object_new (JOL_TYPE_READER, NULL);
}

void
jol_reader_set_session (JolReader *self, JolSession *session)
{
  g_return_if_fail (JOL_IS_READER (self));
  g_return_if_fail (!session || JOL_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  jol_follow_set_session (self->follow, session);
  story_changed_cb (self);
  if (session)
    {
      jol_article_view_set_selection (JOL_ARTICLE_VIEW (self->view),
                                      jol_session_get_selection (session));
      jol_reader_update_passages (self);
      jol_reader_hover_changed (self);
      follow_changed_cb (self);
      wandering_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
jol_reader_open_contents (JolReader *self)
{
  g_return_if_fail (JOL_IS_READER (self));

  if (jol_reader_get_buffer (self))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->contents_button));
}

void
jol_reader_open_articles (JolReader *self)
{
  g_return_if_fail (JOL_IS_READER (self));

  jol_article_switcher_open (JOL_ARTICLE_SWITCHER (self->switcher));
}

JolReaderStyle *
jol_reader_get_style (JolReader *self)
{
  g_return_val_if_fail (JOL_IS_READER (self), NULL);

  return self->style;
}

gboolean
jol_reader_step_section (JolReader *self, int n)
{
  JolArticleBuffer *buffer;
  int section;

  g_return_val_if_fail (JOL_IS_READER (self), FALSE);

  buffer = jol_reader_get_buffer (self);
  section = (int) jol_follow_get_section (self->follow) + n;
  if (!buffer || section < 0 || section >= (int) jol_article_buffer_get_n_sections (buffer))
    return FALSE;

  jol_follow_choose_section (self->follow, (guint) section);
  return TRUE;
}

void
jol_reader_settle (JolReader *self)
{
  g_return_if_fail (JOL_IS_READER (self));

  jol_follow_settle (self->follow);
}
