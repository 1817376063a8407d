/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-state.h"

#include "jol-story-loader.h"

struct _JolState
{
  GObject parent_instance;

  GSettings *settings; /* NULL when the schema is not installed */
};

G_DEFINE_FINAL_TYPE (JolState, jol_state, G_TYPE_OBJECT)

static void
set_string (JolState *self, const char *key, const char *text)
{
  g_settings_set_string (self->settings, key, text ? text : "");
}

static void
jol_state_dispose (GObject *object)
{
  g_clear_object (&JOL_STATE (object)->settings);

  G_OBJECT_CLASS (jol_state_parent_class)->dispose (object);
}

static void
jol_state_class_init (JolStateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_state_dispose;
}

static void
jol_state_init (JolState *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  /* g_settings_new() ends the program when the schema is not there. */
  if (source)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema)
    self->settings = g_settings_new_full (schema, NULL, NULL);
}

JolState *
jol_state_new (void)
{
  return g_object_new (JOL_TYPE_STATE, NULL);
}

void
jol_state_restore_window (JolState *self, GtkWindow *window, JolWindowLayout *layout)
{
  g_return_if_fail (JOL_IS_STATE (self));

  if (!self->settings)
    return;

  gtk_window_set_default_size (window, g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (window);
  jol_window_layout_set_wanted (layout, JOL_PANE_TIMELINE,
                                g_settings_get_boolean (self->settings, "show-timeline"));
  jol_window_layout_set_wanted (layout, JOL_PANE_READER,
                                g_settings_get_boolean (self->settings, "show-reader"));
  jol_window_layout_set_width (layout, JOL_PANE_TIMELINE,
                               g_settings_get_int (self->settings, "timeline-width"));
  jol_window_layout_set_width (layout, JOL_PANE_READER,
                               g_settings_get_int (self->settings, "reader-width"));
}

void
jol_state_save_window (JolState *self, GtkWindow *window, JolWindowLayout *layout)
{
  int width_px, height_px;

  g_return_if_fail (JOL_IS_STATE (self));

  if (!self->settings)
    return;

  /* While it is maximized this is the size it had before, and will have again. */
  gtk_window_get_default_size (window, &width_px, &height_px);
  if (width_px >= 360 && height_px >= 294)
    {
      g_settings_set_int (self->settings, "window-width", width_px);
      g_settings_set_int (self->settings, "window-height", height_px);
    }
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_boolean (self->settings, "show-timeline",
                          jol_window_layout_get_wanted (layout, JOL_PANE_TIMELINE));
  g_settings_set_boolean (self->settings, "show-reader",
                          jol_window_layout_get_wanted (layout, JOL_PANE_READER));
  g_settings_set_int (self->settings, "timeline-width",
                      jol_window_layout_get_width (layout, JOL_PANE_TIMELINE));
  g_settings_set_int (self->settings, "reader-width",
                      jol_window_layout_get_width (layout, JOL_PANE_READER));
}

void
jol_state_bind_reader_style (JolState *self, JolReaderStyle *style)
{
  g_return_if_fail (JOL_IS_STATE (self));

  if (!self->settings)
    return;

  g_settings_bind (self->settings, "text-size", style, "text-size", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "text-width", style, "text-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "reader-colors", style, "colors", G_SETTINGS_BIND_DEFAULT);
}

GVariant *
jol_state_dup_reading_places (JolState *self)
{
  g_return_val_if_fail (JOL_IS_STATE (self), NULL);

  return self->settings ? g_settings_get_value (self->settings, "reading-places") : NULL;
}

void
jol_state_save_reading_places (JolState *self, GVariant *places)
{
  g_return_if_fail (JOL_IS_STATE (self));

  if (self->settings)
    g_settings_set_value (self->settings, "reading-places", places);
}

gboolean
jol_state_get_show_legend (JolState *self)
{
  g_return_val_if_fail (JOL_IS_STATE (self), TRUE);

  return !self->settings || g_settings_get_boolean (self->settings, "show-legend");
}

void
jol_state_save_show_legend (JolState *self, gboolean show)
{
  g_return_if_fail (JOL_IS_STATE (self));

  if (self->settings)
    g_settings_set_boolean (self->settings, "show-legend", show);
}

char *
jol_state_dup_story (JolState *self)
{
  g_autofree char *story = NULL;

  g_return_val_if_fail (JOL_IS_STATE (self), NULL);

  if (!self->settings)
    return NULL;
  story = g_settings_get_string (self->settings, "story");
  return *story ? g_steal_pointer (&story) : NULL;
}

void
jol_state_restore_session (JolState *self, JolSession *session)
{
  g_autofree char *date_text = NULL, *selection = NULL, *article = NULL, *chart = NULL;
  g_auto (GStrv) hidden = NULL;
  g_autofree char *hidden_text = NULL;
  JolFilter filter;
  JolViewport viewport;
  JolDate date = { 0 };

  g_return_if_fail (JOL_IS_STATE (self));

  if (!self->settings)
    return;

  date_text = g_settings_get_string (self->settings, "date");
  selection = g_settings_get_string (self->settings, "selection");
  article = g_settings_get_string (self->settings, "article");
  chart = g_settings_get_string (self->settings, "chart");
  hidden = g_settings_get_strv (self->settings, "hidden-kinds");
  hidden_text = g_strjoinv (",", hidden);

  jol_session_set_follow_text (session, g_settings_get_boolean (self->settings, "follow-text"));
  if (jol_filter_parse (hidden_text, &filter))
    jol_session_set_filter (session, filter);
  if (*chart)
    jol_session_set_series (session, chart);
  if (*article)
    jol_session_set_article (session, article, JOL_ORIGIN_HISTORY);

  /* With the date it was left at, or a selection would go to its own. */
  if (!jol_date_parse (date_text, &date))
    date = (JolDate){ 0 };
  if (*selection)
    jol_session_select_at (session, selection, &date, JOL_ORIGIN_HISTORY);
  if (jol_date_is_set (&date))
    jol_session_set_date (session, &date, JOL_ORIGIN_HISTORY);

  g_settings_get (self->settings, "viewport", "(ddd)", &viewport.latitude, &viewport.longitude,
                  &viewport.zoom);
  if (viewport.zoom > 0 && jol_viewport_is_valid (&viewport))
    jol_session_set_viewport (session, &viewport, JOL_ORIGIN_APP);
}

void
jol_state_save_session (JolState *self, JolSession *session)
{
  JolStory *story = jol_session_get_story (session);
  const JolViewport *viewport = jol_session_get_viewport (session);
  g_autofree char *hidden_text = jol_filter_to_string (jol_session_get_filter (session));
  g_auto (GStrv) hidden = NULL;
  g_autofree char *date = NULL;
  const char *uri;

  g_return_if_fail (JOL_IS_STATE (self));

  if (!self->settings || !story)
    return;

  uri = jol_story_get_uri (story);
  date = jol_date_to_iso (jol_session_get_date (session));
  hidden = *hidden_text ? g_strsplit (hidden_text, ",", -1) : g_new0 (char *, 1);
  set_string (self, "story", g_strcmp0 (uri, JOL_STORY_BUNDLED_URI) == 0 ? "" : uri);
  set_string (self, "date", date);
  set_string (self, "selection", jol_session_get_selection (session));
  set_string (self, "article", jol_session_get_article (session));
  set_string (self, "chart", jol_session_get_series (session));
  g_settings_set_strv (self->settings, "hidden-kinds", (const char *const *) hidden);
  g_settings_set_boolean (self->settings, "follow-text", jol_session_get_follow_text (session));
  g_settings_set (self->settings, "viewport", "(ddd)", viewport->latitude, viewport->longitude,
                  viewport->zoom);
  g_settings_sync ();
}

char *
jol_state_dup_online_tiles (JolState *self)
{
  g_autofree char *server = NULL;
  g_autofree char *address = NULL;
  gboolean is_wanted;

  g_return_val_if_fail (JOL_IS_STATE (self), NULL);

  if (!self->settings)
    return NULL;

  /* All are read, as only of what has been read a change is told. */
  server = g_settings_get_string (self->settings, "tile-server");
  address = g_settings_get_string (self->settings, "tile-address");
  is_wanted = g_settings_get_boolean (self->settings, "online-tiles");
  if (!is_wanted)
    return NULL;
  if (g_str_equal (server, "other"))
    return *address ? g_steal_pointer (&address) : NULL;

  return g_steal_pointer (&server);
}

GSettings *
jol_state_get_settings (JolState *self)
{
  g_return_val_if_fail (JOL_IS_STATE (self), NULL);

  return self->settings;
}

char *
jol_state_dup_theme (JolState *self)
{
  g_return_val_if_fail (JOL_IS_STATE (self), NULL);

  return self->settings ? g_settings_get_string (self->settings, "theme") : g_strdup ("system");
}

void
jol_state_save_theme (JolState *self, const char *theme)
{
  g_return_if_fail (JOL_IS_STATE (self));

  if (self->settings)
    g_settings_set_string (self->settings, "theme", theme);
}
