/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of a session that nobody sees: what "jol export" writes. */
#include "config.h"

#include "jol-cli-export-private.h"
#include "jol-cli-progress.h"
#include "jol-cli-story.h"

#include "jol-document-article.h"
#include "jol-document-card.h"
#include "jol-document-poster.h"
#include "jol-document-strip.h"
#include "jol-document-timeline.h"
#include "jol-error.h"
#include "jol-export-ground.h"
#include "jol-scene-builder.h"
#include "jol-strip-plate.h"
#include "jol-subject-view.h"

#include <glib/gi18n.h>

/* Puts a session of its own where the request says. What is said wins over what follows from the
 * selection, so the date comes after it. */
static gboolean
set_up_session (JolSession *session, JolStory *story, const JolCliExport *request, GError **error)
{
  jol_session_set_story (session, story);

  if (request->select)
    {
      JolEntity *entity = jol_cli_find_entity (story, request->select, error);

      if (!entity)
        return FALSE;
      if (request->kind == JOL_DOCUMENT_ARTICLE)
        {
          if (JOL_IS_ARTICLE (entity))
            return jol_session_set_article (session, request->select, JOL_ORIGIN_APP);
          g_set_error (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                       _ ("--select: “%s” is no article"), request->select);
          return FALSE;
        }
      if (!jol_session_select (session, request->select, JOL_ORIGIN_APP))
        {
          g_set_error (
              error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
              _ ("--select: “%s” is not on the map; choose a route, a place, an event or a claim"),
              request->select);
          return FALSE;
        }
    }
  if (jol_span_is_set (&request->span))
    jol_session_set_span (session, &request->span, JOL_ORIGIN_APP);
  if (jol_date_is_set (&request->date))
    jol_session_set_date (session, &request->date, JOL_ORIGIN_APP);
  if (jol_date_is_set (&request->compare))
    jol_session_set_compare (session, &request->compare, JOL_ORIGIN_APP);

  return TRUE;
}

/* It frames what it is about, unless something else is asked for. */
static JolViewport
find_viewport (JolSession *session, const JolCliExport *request, const JolSceneTarget *target)
{
  if (request->viewport.zoom > 0)
    return request->viewport;
  if (!jol_box_is_empty (&request->bounds))
    return jol_viewport_for_box (&request->bounds, target->width, target->height, 0);

  return jol_subject_view_find (session, target);
}

static JolSceneTarget
make_target (JolSession *session, const JolCliExport *request, int height)
{
  JolSceneTarget target = {
    .width = request->width,
    .height = height,
    .theme = request->theme,
    .language = request->language,
    .is_still = TRUE,
    .passes = request->passes,
  };

  target.viewport = find_viewport (session, request, &target);
  return target;
}

/* The land is painted while the scene is still being made. */
static JolDocument *
make_map (JolSession *session, const JolCliExport *request, JolExportOptions *options)
{
  const JolSceneTarget target = make_target (session, request, request->height);
  g_autoptr (JolScene) scene = NULL;

  if (request->format == JOL_EXPORT_PNG)
    options->ground = jol_export_ground_new (target.theme, &target.viewport, target.width,
                                             target.height, request->passes, options->scale);
  jol_session_set_viewport (session, &target.viewport, JOL_ORIGIN_APP);
  scene = jol_scene_builder_build (session, &target);
  return jol_document_new_map (scene, request->passes);
}

static JolDocument *
make_map_strip (JolSession *session, const JolCliExport *request, const JolDocumentLook *look)
{
  int map_height;
  g_autoptr (JolStripPlate) plate =
      jol_document_plan_map_strip (session, look, request->width, request->height, &map_height);
  const JolSceneTarget target = make_target (session, request, map_height);
  g_autoptr (JolScene) scene = jol_scene_builder_build (session, &target);

  return jol_document_new_map_strip (g_steal_pointer (&plate), scene, request->passes,
                                     request->height);
}

/* NULL when the story has none. */
static JolDocument *
make_article (JolSession *session,
              const JolCliExport *request,
              const JolDocumentLook *look,
              GError **error)
{
  JolStory *story = jol_session_get_story (session);
  const char *article = jol_session_get_article (session);
  g_auto (GStrv) parts = g_strsplit (article ? article : "", "#", 2);
  JolEntity *entity = parts[0] ? jol_story_lookup (story, parts[0]) : NULL;

  if (entity)
    return jol_document_new_article (story, JOL_ARTICLE (entity), look, &request->paper);

  g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_NOT_FOUND,
                       _ ("--what: the story has no article"));
  return NULL;
}

/* NULL when nothing is chosen. */
static JolDocument *
make_card (JolSession *session,
           const JolCliExport *request,
           const JolDocumentLook *look,
           GError **error)
{
  JolEntity *selected = jol_session_get_selected (session);

  if (selected)
    return jol_document_new_card (session, selected, look, &request->paper);

  g_set_error_literal (error, JOL_CLI_ERROR, JOL_CLI_ERROR_USAGE,
                       _ ("--what: a card is of something; say what with --select"));
  return NULL;
}

static JolDocument *
make_poster (JolSession *session, const JolCliExport *request, const JolDocumentLook *look)
{
  const gboolean is_framed = request->viewport.zoom > 0 || !jol_box_is_empty (&request->bounds);
  JolSceneTarget target = { 0 };
  JolViewport viewport;

  if (!is_framed)
    return jol_document_new_poster (session, NULL, look, &request->paper);

  jol_document_get_poster_map_size (&request->paper, &target.width, &target.height);
  viewport = find_viewport (session, request, &target);
  return jol_document_new_poster (session, &viewport, look, &request->paper);
}

/* NULL when there is nothing of that kind to lay out. */
static JolDocument *
make_document (JolSession *session,
               const JolCliExport *request,
               JolExportOptions *options,
               GError **error)
{
  const JolDocumentLook look = { .theme = request->theme,
                                 .language = request->language,
                                 .has_title = (request->passes & JOL_PASS_TITLE) != 0,
                                 .has_legend = (request->passes & JOL_PASS_LEGEND) != 0,
                                 .has_scale = (request->passes & JOL_PASS_SCALE) != 0,
                                 .has_credits = (request->passes & JOL_PASS_CREDITS) != 0,
                                 .is_transparent = !(request->passes & JOL_PASS_BASE) };

  switch (request->kind)
    {
    case JOL_DOCUMENT_STRIP:
      return jol_document_new_strip (session, &look, request->width, request->height);
    case JOL_DOCUMENT_MAP_STRIP:
      return make_map_strip (session, request, &look);
    case JOL_DOCUMENT_TIMELINE:
      return jol_document_new_timeline (session, &look, &request->paper);
    case JOL_DOCUMENT_CARD:
      return make_card (session, request, &look, error);
    case JOL_DOCUMENT_ARTICLE:
      return make_article (session, request, &look, error);
    case JOL_DOCUMENT_PAGE:
      return make_poster (session, request, &look);
    case JOL_DOCUMENT_MAP:
    default:
      return make_map (session, request, options);
    }
}

gboolean
jol_cli_write_document (JolStory *story, const JolCliExport *request, GError **error)
{
  g_autoptr (JolSession) session = jol_session_new ();
  g_autoptr (JolCliProgress) progress = NULL;
  g_autoptr (JolDocument) document = NULL;
  JolExportOptions options = request->options;

  if (!set_up_session (session, story, request, error))
    return FALSE;

  if (request->has_frames)
    {
      const JolSceneTarget target = make_target (session, request, request->height);

      return jol_cli_write_frames (session, &target, request, error);
    }

  document = make_document (session, request, &options, error);
  progress = jol_cli_progress_new ();
  return document && jol_document_write (document, &options, request->format, request->path,
                                         jol_cli_progress_get_cancellable (progress),
                                         jol_cli_progress_tell, progress, error);
}
