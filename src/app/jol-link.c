/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-link.h"

#include "jol-unit.h"

#include <math.h>
#include <string.h>

#define SCHEME "jol:"

static gboolean
parse_number (const char *text, double *number_out)
{
  char *end;

  *number_out = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

static gboolean
parse_viewport (const char *text, JolViewport *viewport_out)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  return g_strv_length (parts) == 3 && parse_number (parts[0], &viewport_out->latitude) &&
         parse_number (parts[1], &viewport_out->longitude) &&
         parse_number (parts[2], &viewport_out->zoom) && jol_viewport_is_valid (viewport_out);
}

static gboolean
read_part (JolLink *self, const char *name, const char *value)
{
  if (g_str_equal (name, "select"))
    {
      g_free (self->select);
      self->select = g_strdup (value);
    }
  else if (g_str_equal (name, "article"))
    {
      g_free (self->article);
      self->article = g_strdup (value);
    }
  else if (g_str_equal (name, "date"))
    {
      return jol_date_parse (value, &self->date);
    }
  else if (g_str_equal (name, "compare"))
    {
      return jol_date_parse (value, &self->compare);
    }
  else if (g_str_equal (name, "span"))
    {
      return jol_span_parse (value, &self->span);
    }
  else if (g_str_equal (name, "cumulative"))
    {
      self->cumulative = g_str_equal (value, "1");
      return self->cumulative || g_str_equal (value, "0");
    }
  else if (g_str_equal (name, "in-view"))
    {
      self->only_in_view = g_str_equal (value, "1");
      return self->only_in_view || g_str_equal (value, "0");
    }
  else if (g_str_equal (name, "hide"))
    {
      self->has_hide = jol_filter_parse (value, &self->hide);
      return self->has_hide;
    }
  else if (g_str_equal (name, "view"))
    {
      self->has_viewport = parse_viewport (value, &self->viewport);
      return self->has_viewport;
    }
  return TRUE;
}

/* Four decimals of a degree are ten metres: a link is read by people too. */
static void
append_number (GString *link, double number, double precision)
{
  g_autofree char *text = jol_number_to_json (round (number * precision) / precision);

  g_string_append (link, text);
}

gboolean
jol_link_is_link (const char *uri)
{
  return uri && g_ascii_strncasecmp (uri, SCHEME, strlen (SCHEME)) == 0;
}

JolLink *
jol_link_parse (const char *uri)
{
  g_autoptr (JolLink) self = g_new0 (JolLink, 1);
  g_auto (GStrv) halves = NULL;
  GUriParamsIter iter;
  char *name, *value;

  g_return_val_if_fail (uri, NULL);

  if (!jol_link_is_link (uri))
    return NULL;

  uri += strlen (SCHEME);
  if (!*uri)
    return NULL;
  halves = g_strsplit (uri, "?", 2);
  /* Some programs make "jol://own-paths/" of it on the way. */
  self->story = g_uri_unescape_string (halves[0] + strspn (halves[0], "/"), NULL);
  if (!self->story)
    return NULL;
  if (g_str_has_suffix (self->story, "/"))
    self->story[strlen (self->story) - 1] = '\0';
  if (!halves[1])
    return g_steal_pointer (&self);

  g_uri_params_iter_init (&iter, halves[1], -1, "&", G_URI_PARAMS_NONE);
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *owned_name = NULL, *owned_value = NULL;

      if (!g_uri_params_iter_next (&iter, &name, &value, &error))
        return error ? NULL : g_steal_pointer (&self);
      owned_name = name;
      owned_value = value;
      if (!read_part (self, owned_name, owned_value))
        return NULL;
    }
}

void
jol_link_free (JolLink *self)
{
  g_free (self->story);
  g_free (self->select);
  g_free (self->article);
  g_free (self);
}

char *
jol_link_for_session (JolSession *session)
{
  JolStory *story = jol_session_get_story (session);
  const JolViewport *viewport = jol_session_get_viewport (session);
  const char *selection = jol_session_get_selection (session);
  const char *article = jol_session_get_article (session);
  const JolDate *compare = jol_session_get_compare (session);
  g_autofree char *date = jol_date_to_iso (jol_session_get_date (session));
  g_autofree char *span = jol_span_to_iso (jol_session_get_span (session));
  g_autofree char *hidden = jol_filter_to_string (jol_session_get_filter (session));
  GString *link;

  if (!story)
    return NULL;

  link = g_string_new (SCHEME);
  g_string_append_uri_escaped (link, jol_story_get_id (story), NULL, FALSE);
  g_string_append_c (link, '?');
  if (selection)
    {
      g_string_append (link, "select=");
      g_string_append_uri_escaped (link, selection, NULL, FALSE);
      g_string_append_c (link, '&');
    }
  if (article)
    {
      g_string_append (link, "article=");
      g_string_append_uri_escaped (link, article, NULL, FALSE);
      g_string_append_c (link, '&');
    }
  g_string_append_printf (link, "date=%s&", date);
  if (jol_date_is_set (compare))
    {
      g_autofree char *pinned = jol_date_to_iso (compare);

      g_string_append_printf (link, "compare=%s&", pinned);
    }
  if (*span)
    g_string_append_printf (link, "span=%s&", span);
  if (jol_session_get_cumulative (session))
    g_string_append (link, "cumulative=1&");
  if (jol_session_get_only_in_view (session))
    g_string_append (link, "in-view=1&");
  if (*hidden)
    g_string_append_printf (link, "hide=%s&", hidden);
  g_string_append (link, "view=");
  append_number (link, viewport->latitude, 1e4);
  g_string_append_c (link, ',');
  append_number (link, viewport->longitude, 1e4);
  g_string_append_c (link, ',');
  append_number (link, viewport->zoom, 1e2);
  return g_string_free (link, FALSE);
}

gboolean
jol_link_apply (const JolLink *self, JolSession *session)
{
  gboolean is_known = TRUE;

  /* What is selected turns the text to what speaks of it, moves the date and lets the map fly: so
   * it comes first, and the place on the map last. */
  if (self->select)
    is_known = jol_session_select_at (session, self->select, &self->date, JOL_ORIGIN_APP);
  if (self->article)
    is_known = jol_session_set_article (session, self->article, JOL_ORIGIN_APP) && is_known;
  if (jol_date_is_set (&self->date))
    jol_session_set_date (session, &self->date, JOL_ORIGIN_APP);
  if (jol_date_is_set (&self->compare))
    jol_session_set_compare (session, &self->compare, JOL_ORIGIN_APP);
  if (jol_span_is_set (&self->span))
    jol_session_set_span (session, &self->span, JOL_ORIGIN_APP);
  if (self->cumulative)
    jol_session_set_cumulative (session, TRUE);
  if (self->only_in_view)
    jol_session_set_only_in_view (session, TRUE);
  if (self->has_hide)
    jol_session_set_filter (session, self->hide);
  if (self->has_viewport)
    jol_session_set_viewport (session, &self->viewport, JOL_ORIGIN_APP);
  return is_known;
}
