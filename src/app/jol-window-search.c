/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search: when its bar is there, what its results lead to, and the index it searches. */
#include "config.h"

#include "jol-actions-private.h"
#include "jol-window-private.h"

#include "jol-country.h"
#include "jol-link-popover.h"

#include <glib/gi18n.h>

/* The first picture comes first; who is faster than this has the index made at once. */
#define INDEX_AFTER_MS 2000

static void
indexed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JolWindow) self = data;
  g_autoptr (JolSearchIndex) index = jol_search_index_new_finish (result, NULL);

  /* NULL when another story came, or the window has gone. */
  if (!index || jol_search_index_get_story (index) != jol_session_get_story (self->session))
    return;

  g_clear_object (&self->indexing);
  jol_search_bar_set_index (self->search_bar, index);
}

static void
begin_index (JolWindow *self)
{
  g_clear_handle_id (&self->index_timeout, g_source_remove);
  if (self->indexing || !jol_session_get_story (self->session))
    return;

  self->indexing = g_cancellable_new ();
  jol_search_index_new_async (jol_session_get_story (self->session), jol_country_dup_names,
                              self->indexing, indexed_cb, g_object_ref (self));
}

static void
index_timeout_cb (gpointer data)
{
  JolWindow *self = data;

  self->index_timeout = 0;
  begin_index (self);
}

static void
story_changed_cb (JolWindow *self)
{
  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  g_clear_handle_id (&self->index_timeout, g_source_remove);
  jol_search_bar_set_index (self->search_bar, NULL);
  if (!jol_session_get_story (self->session))
    return;

  if (gtk_widget_get_visible (GTK_WIDGET (self->search_bar)))
    begin_index (self);
  else
    self->index_timeout = g_timeout_add_once (INDEX_AFTER_MS, index_timeout_cb, self);
}

gboolean
jol_window_has_focus_in (JolWindow *self, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
set_open (JolWindow *self, gboolean is_open)
{
  gtk_widget_set_visible (GTK_WIDGET (self->search_bar), is_open);
  if (gtk_toggle_button_get_active (self->search_button) != is_open)
    gtk_toggle_button_set_active (self->search_button, is_open);
}

static void
open_search (JolWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->search_bar)))
    g_set_weak_pointer (&self->focus_before, focus);
  if (self->index_timeout)
    begin_index (self);
  set_open (self, TRUE);
  jol_search_bar_begin (self->search_bar);
}

/* The focus goes to where it was, or to the map. */
static void
close_search (JolWindow *self)
{
  GtkWidget *focus = self->focus_before;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->search_bar)))
    return;

  if (!focus || !gtk_widget_get_mapped (focus) || !gtk_widget_grab_focus (focus))
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->map));
  set_open (self, FALSE);
  g_clear_weak_pointer (&self->focus_before);
}

static void
button_toggled_cb (JolWindow *self)
{
  const gboolean is_active = gtk_toggle_button_get_active (self->search_button);

  if (is_active == gtk_widget_get_visible (GTK_WIDGET (self->search_bar)))
    return;
  if (is_active)
    open_search (self);
  else
    close_search (self);
}

/* Who clicks beside it is done with it; another window in front changes nothing. */
static void
focus_changed_cb (JolWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self->search_bar)) && focus &&
      focus != GTK_WIDGET (self->search_button) &&
      !jol_window_has_focus_in (self, self->search_bar))
    set_open (self, FALSE);
}

static void
show_country (JolWindow *self, const char *code)
{
  JolStory *story = jol_session_get_story (self->session);
  JolBox box = JOL_BOX_EMPTY;

  if (!jol_country_find_box (code, &box))
    {
      guint n;
      JolPlace *const *places = jol_story_get_places (story, &n);

      for (guint i = 0; i < n; i++)
        if (g_strcmp0 (jol_place_get_country (places[i]), code) == 0)
          jol_box_add_point (&box, jol_place_get_point (places[i]));
    }

  if (jol_box_is_empty (&box))
    {
      g_autofree char *message = NULL;

      /* Translators: the name of a country */
      message = g_strdup_printf (_ ("%s is not on this map"),
                                 jol_country_get_name (code, jol_text_get_interface_language ()));
      jol_window_toast (self, message);
      return;
    }
  jol_session_show_box (self->session, &box);
}

static void
show_entity (JolWindow *self, JolEntity *entity)
{
  const char *id = jol_entity_get_id (entity);

  /* What is selected already may have gone out of sight since. */
  if (g_strcmp0 (jol_session_get_selection (self->session), id) == 0 &&
      !jol_box_is_empty (jol_entity_get_box (entity)))
    jol_session_show_box (self->session, jol_entity_get_box (entity));
  else
    jol_session_select (self->session, id, JOL_ORIGIN_APP);
}

/* Where it leads is seen before anything is opened, as with links in the text. */
static void
show_source (JolWindow *self, JolSource *source)
{
  if (!self->source_popover)
    {
      self->source_popover = jol_link_popover_new ();
      gtk_widget_set_parent (self->source_popover, GTK_WIDGET (self->search_button));
    }
  jol_link_popover_show_source (JOL_LINK_POPOVER (self->source_popover), source, 0);
}

static void
chosen_cb (JolWindow *self, JolSearchResult *result)
{
  const JolSearchKind kind = jol_search_result_get_kind (result);
  const gboolean is_text = kind == JOL_SEARCH_ARTICLE;

  set_open (self, FALSE);
  g_clear_weak_pointer (&self->focus_before);
  if (is_text)
    jol_window_layout_set_shown (self->layout, JOL_PANE_READER, TRUE);
  else
    jol_window_layout_go_to_map (self->layout);
  if (!is_text || !gtk_widget_child_focus (GTK_WIDGET (self->reader), GTK_DIR_TAB_FORWARD))
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->map));

  if (kind == JOL_SEARCH_COUNTRY)
    show_country (self, jol_search_result_get_id (result));
  else if (is_text)
    jol_session_set_article (self->session, jol_search_result_get_id (result), JOL_ORIGIN_APP);
  else if (kind == JOL_SEARCH_SOURCE)
    show_source (self, JOL_SOURCE (jol_search_result_get_entity (result)));
  else
    show_entity (self, jol_search_result_get_entity (result));
}

/* Typing on the map is searching. It has left letters and digits to us. */
static gboolean
map_key_cb (JolWindow *self,
            guint keyval,
            guint keycode,
            GdkModifierType state,
            GtkEventControllerKey *controller)
{
  const gunichar letter = gdk_keyval_to_unicode (keyval);

  if (!g_unichar_isalnum (letter) ||
      state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return GDK_EVENT_PROPAGATE;

  open_search (self);
  return jol_search_bar_type_key (self->search_bar, controller);
}

void
jol_window_init_search (JolWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  jol_search_bar_set_session (self->search_bar, self->session);
  g_signal_connect_object (self->session, "notify::story", G_CALLBACK (story_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_bar, "closed", G_CALLBACK (close_search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_button, "toggled", G_CALLBACK (button_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (map_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map_overlay), keys);
}

void
jol_window_dispose_search (JolWindow *self)
{
  g_cancellable_cancel (self->indexing);
  g_clear_object (&self->indexing);
  g_clear_handle_id (&self->index_timeout, g_source_remove);
  g_clear_pointer (&self->source_popover, gtk_widget_unparent);
  g_clear_weak_pointer (&self->focus_before);
}

/* "" closes it. */
void
jol_action_search (JolWindow *self, GVariant *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);

  jol_session_set_query (self->session, text);
  if (*text)
    open_search (self);
  else
    close_search (self);
}

void
jol_action_find (JolWindow *self, GVariant *parameter)
{
  /* In the text one looks for words of the text, in the claims for words of claims. */
  if (jol_window_has_focus_in (self, self->reader))
    jol_reader_find (self->reader);
  else if (jol_window_has_focus_in (self, self->claims))
    gtk_widget_grab_focus (GTK_WIDGET (self->claims));
  else
    open_search (self);
}
