/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one is, on the map and in the text, and where one was. */
#include "config.h"

#include "jol-session-private.h"

#include "jol-chart.h"

#include <string.h>

void
jol_session_put_viewport (JolSession *self, JolSessionChange *change, const JolViewport *viewport)
{
  if (jol_viewport_equal (&self->viewport, viewport))
    return;

  self->viewport = *viewport;
  change->changed |= 1u << JOL_SESSION_VIEWPORT;
}

const JolViewport *
jol_session_get_viewport (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return &self->viewport;
}

void
jol_session_set_viewport (JolSession *self, const JolViewport *viewport, JolOrigin origin)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));
  g_return_if_fail (viewport);

  if (!jol_viewport_is_valid (viewport))
    return;

  /* The map reports each frame of a pan or a flight; others name a place to go to. */
  change = jol_session_begin_change (
      self, origin,
      origin == JOL_ORIGIN_MAP || origin == JOL_ORIGIN_FLIGHT ? JOL_TRAIL_DRIFT : JOL_TRAIL_JUMP);
  jol_session_put_viewport (self, &change, viewport);
  jol_session_end_change (self, &change);
}

void
jol_session_set_map_size (JolSession *self, int width_px, int height_px)
{
  g_return_if_fail (JOL_IS_SESSION (self));
  g_return_if_fail (width_px > 0 && height_px > 0);

  if (self->map_width_px == width_px && self->map_height_px == height_px)
    return;

  self->map_width_px = width_px;
  self->map_height_px = height_px;
  jol_session_queue_query (self);
}

gboolean
jol_session_get_only_in_view (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return self->only_in_view;
}

void
jol_session_set_only_in_view (JolSession *self, gboolean only_in_view)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_DRIFT);
  jol_session_put_flag (&change, JOL_SESSION_ONLY_IN_VIEW, &self->only_in_view, only_in_view);
  jol_session_end_change (self, &change);
}

void
jol_session_show_box (JolSession *self, const JolBox *box)
{
  g_return_if_fail (JOL_IS_SESSION (self));
  g_return_if_fail (box);

  if (!jol_box_is_empty (box))
    jol_session_emit_show_box (self, box);
}

/* The length of the article's own id in "article#section". */
static gsize
get_article_length (const char *article)
{
  return article ? strcspn (article, "#") : 0;
}

static gboolean
is_in_story (JolSession *self, const char *article)
{
  g_autofree char *id = g_strndup (article, get_article_length (article));
  JolEntity *entity = self->story ? jol_story_lookup (self->story, id) : NULL;
  const char *section = strchr (article, '#');

  return JOL_IS_ARTICLE (entity) &&
         (!section || jol_article_find_section (JOL_ARTICLE (entity), section + 1) >= 0);
}

const char *
jol_session_get_article (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return self->article;
}

static gboolean
move_article (JolSession *self,
              const char *article,
              JolOrigin origin,
              JolTrailMove move,
              gboolean puts_claims_away)
{
  JolSessionChange change;

  if (!article || !is_in_story (self, article))
    return FALSE;

  change = jol_session_begin_change (self, origin, move);
  jol_session_put_text (&change, JOL_SESSION_ARTICLE, &self->article, article);
  if (puts_claims_away)
    jol_session_put_flag (&change, JOL_SESSION_CLAIMS, &self->claims, FALSE);
  jol_session_end_change (self, &change);
  return TRUE;
}

gboolean
jol_session_set_article (JolSession *self, const char *article, JolOrigin origin)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return move_article (self, article, origin, JOL_TRAIL_JUMP, origin != JOL_ORIGIN_READER);
}

gboolean
jol_session_scroll_article (JolSession *self, const char *article, JolOrigin origin)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return move_article (self, article, origin, JOL_TRAIL_DRIFT, FALSE);
}

void
jol_session_show_passage (JolSession *self, const JolPassage *passage, JolOrigin origin)
{
  g_autofree char *article = NULL;
  const JolSection *sections;
  guint n_sections;

  g_return_if_fail (JOL_IS_SESSION (self));
  g_return_if_fail (passage);

  sections = jol_article_get_sections (passage->article, &n_sections);
  article = g_strdup_printf ("%s#%s", jol_entity_get_id (JOL_ENTITY (passage->article)),
                             sections[passage->section].id);

  g_object_ref (self);
  if (move_article (self, article, origin, JOL_TRAIL_JUMP, TRUE))
    jol_session_emit_show_passage (self, passage);
  g_object_unref (self);
}

gboolean
jol_session_get_claims (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return self->claims;
}

void
jol_session_set_claims (JolSession *self, gboolean claims, JolOrigin origin)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  change = jol_session_begin_change (self, origin, JOL_TRAIL_JUMP);
  jol_session_put_flag (&change, JOL_SESSION_CLAIMS, &self->claims, claims);
  jol_session_end_change (self, &change);
}

static void
show_scene (JolSession *self, const JolScenePlace *scene, const char *article, JolOrigin origin)
{
  JolDate date = scene->date;
  JolEntity *entity =
      scene->select && self->story ? jol_story_lookup (self->story, scene->select) : NULL;
  JolSessionChange change = jol_session_begin_change (self, origin, JOL_TRAIL_JUMP);

  if (article)
    jol_session_put_text (&change, JOL_SESSION_ARTICLE, &self->article, article);
  if (entity || self->is_selection_of_text)
    jol_session_put_selection (self, &change, entity ? jol_entity_get_id (entity) : NULL);
  self->is_selection_of_text = entity != NULL;
  if (!jol_date_is_set (&date) && JOL_IS_EVENT (entity))
    date = *jol_event_get_date (JOL_EVENT (entity));
  if (jol_date_is_set (&date))
    {
      date = jol_session_clamp_date (self, &date);
      jol_session_put_date (self, &change, &date);
    }
  if (jol_span_is_set (&scene->span) || self->is_span_of_text)
    jol_session_put_span (self, &change, &scene->span);
  self->is_span_of_text = jol_span_is_set (&scene->span);
  /* A running player would take the scene away at once. */
  jol_session_put_flag (&change, JOL_SESSION_PLAYING, &self->playing, FALSE);
  jol_session_put_flag (&change, JOL_SESSION_WANDERING, &self->wandering, FALSE);
  self->is_led = TRUE;

  g_object_ref (self);
  jol_session_end_change (self, &change);
  jol_session_show_box (self, &scene->bounds);
  g_object_unref (self);
}

/**
 * jol_session_show_scene:
 *
 * What the scene does not name stays as it is, but for a span and a selection that are only of the
 * scene before: what was counted in another time would be a lie about this one, and what is lit is
 * what the text speaks of. An event that it selects does not move the date when the scene names
 * one.
 */
void
jol_session_show_scene (JolSession *self, const JolScenePlace *scene, JolOrigin origin)
{
  g_return_if_fail (JOL_IS_SESSION (self));
  g_return_if_fail (scene);

  show_scene (self, scene, NULL, origin);
}

/* The scene of a section, "article#section", or of the last one before it that has any; NULL when
 * there is none. */
static const JolScenePlace *
find_scene (JolSession *self, const char *article, gboolean looks_back)
{
  g_autofree char *id = g_strndup (article, get_article_length (article));
  JolEntity *entity = self->story ? jol_story_lookup (self->story, id) : NULL;
  const char *name = strchr (article, '#');
  const JolSection *sections;
  guint n_sections;
  int section;

  if (!JOL_IS_ARTICLE (entity))
    return NULL;

  sections = jol_article_get_sections (JOL_ARTICLE (entity), &n_sections);
  section = name ? jol_article_find_section (JOL_ARTICLE (entity), name + 1) : 0;
  while (looks_back && section > 0 && !sections[section].scene)
    section--;
  return section >= 0 && section < (int) n_sections ? sections[section].scene : NULL;
}

void
jol_session_show_section (JolSession *self, const char *article, JolOrigin origin)
{
  const JolScenePlace *scene;

  g_return_if_fail (JOL_IS_SESSION (self));
  g_return_if_fail (article);

  scene = find_scene (self, article, FALSE);
  if (scene)
    show_scene (self, scene, article, origin);
  else
    jol_session_scroll_article (self, article, origin);
}

gboolean
jol_session_get_follow_text (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return self->follow_text;
}

void
jol_session_set_follow_text (JolSession *self, gboolean follow_text)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_DRIFT);
  jol_session_put_flag (&change, JOL_SESSION_FOLLOW_TEXT, &self->follow_text, follow_text);
  if (change.changed)
    jol_session_put_flag (&change, JOL_SESSION_WANDERING, &self->wandering, FALSE);
  jol_session_end_change (self, &change);
}

void
jol_session_start_reading (JolSession *self)
{
  g_return_if_fail (JOL_IS_SESSION (self));

  self->is_led = TRUE;
}

gboolean
jol_session_is_led (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return self->is_led;
}

gboolean
jol_session_get_wandering (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return self->wandering;
}

void
jol_session_return_to_text (JolSession *self)
{
  const JolScenePlace *scene;
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  scene = self->article ? find_scene (self, self->article, TRUE) : NULL;
  if (scene)
    {
      /* What was chosen on the way is left there. */
      self->is_selection_of_text = TRUE;
      show_scene (self, scene, NULL, JOL_ORIGIN_READER);
      return;
    }

  change = jol_session_begin_change (self, JOL_ORIGIN_READER, JOL_TRAIL_DRIFT);
  jol_session_put_flag (&change, JOL_SESSION_WANDERING, &self->wandering, FALSE);
  jol_session_end_change (self, &change);
}

const char *
jol_session_get_series (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return self->series;
}

void
jol_session_set_series (JolSession *self, const char *id)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  if (id && !(self->story && jol_chart_exists (self->story, id)))
    return;

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_DRIFT);
  jol_session_put_text (&change, JOL_SESSION_SERIES, &self->series, id);
  jol_session_end_change (self, &change);
}

const char *
jol_session_get_query (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), NULL);

  return self->query;
}

void
jol_session_set_query (JolSession *self, const char *query)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_DRIFT);
  jol_session_put_text (&change, JOL_SESSION_QUERY, &self->query, query && *query ? query : NULL);
  jol_session_end_change (self, &change);
}

static void
go (JolSession *self, int steps)
{
  const JolTrailPoint *point = jol_trail_go (self->trail, steps);
  const JolScenePlace *scene;
  JolSessionChange change;

  if (!point)
    return;

  change = jol_session_begin_change (self, JOL_ORIGIN_HISTORY, JOL_TRAIL_DRIFT);
  /* Going back is a wish to be there, which a running player would take away at once. */
  jol_session_put_flag (&change, JOL_SESSION_PLAYING, &self->playing, FALSE);
  jol_session_put_date (self, &change, &point->date);
  if (g_strcmp0 (self->subject, point->subject) != 0)
    jol_session_put_flag (&change, JOL_SESSION_ONLY_SUBJECT, &self->only_subject, TRUE);
  jol_session_put_text (&change, JOL_SESSION_SUBJECT, &self->subject, point->subject);
  jol_session_put_text (&change, JOL_SESSION_SELECTION, &self->selection, point->selection);
  scene = point->article ? find_scene (self, point->article, TRUE) : NULL;
  self->is_selection_of_text =
      scene && point->selection && g_strcmp0 (scene->select, point->selection) == 0;
  jol_session_put_text (&change, JOL_SESSION_ARTICLE, &self->article, point->article);
  jol_session_put_flag (&change, JOL_SESSION_CLAIMS, &self->claims, point->claims);
  jol_session_put_viewport (self, &change, &point->viewport);
  jol_session_end_change (self, &change);
}

void
jol_session_go_back (JolSession *self)
{
  g_return_if_fail (JOL_IS_SESSION (self));

  go (self, -1);
}

void
jol_session_go_forward (JolSession *self)
{
  g_return_if_fail (JOL_IS_SESSION (self));

  go (self, 1);
}

gboolean
jol_session_can_go_back (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return jol_trail_can_go (self->trail, -1);
}

gboolean
jol_session_can_go_forward (JolSession *self)
{
  g_return_val_if_fail (JOL_IS_SESSION (self), FALSE);

  return jol_trail_can_go (self->trail, 1);
}

void
jol_session_clear_history (JolSession *self)
{
  JolSessionChange change;

  g_return_if_fail (JOL_IS_SESSION (self));

  change = jol_session_begin_change (self, JOL_ORIGIN_APP, JOL_TRAIL_DRIFT);
  jol_session_put_flag (&change, JOL_SESSION_WANDERING, &self->wandering, FALSE);
  self->is_led = FALSE;
  jol_session_end_change (self, &change);
  if (!jol_trail_can_go (self->trail, -1) && !jol_trail_can_go (self->trail, 1))
    return;

  jol_session_start_trail (self);
  jol_session_emit_moved_on (self);
}
