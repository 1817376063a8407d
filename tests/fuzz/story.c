/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story file: scan, parser and checker; and, for one that passes, all that a window does with it
 * first: choose things, go through time, draw the map. */
#include "config.h"
#include "fuzz.h"

#include "jol-canvas.h"
#include "jol-markdown.h"
#include "jol-painter.h"
#include "jol-resources.h"
#include "jol-scene-builder.h"
#include "jol-story-loader.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WIDTH_PX 320
#define HEIGHT_PX 200
/* Of each kind: a story has at most a few in what a fuzzer makes, and must not cost minutes else.
 */
#define MAX_CHOSEN 8

static char *folder;

static void
remove_folder (void)
{
  g_autofree char *path = g_build_filename (folder, "story.json", NULL);

  g_unlink (path);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

static const char *
get_folder (void)
{
  if (!folder)
    {
      g_resources_register (jol_resources_get_resource ());
      folder = g_dir_make_tmp ("jol-fuzz-XXXXXX", NULL);
      if (!folder)
        g_error ("no temporary folder can be made");
      atexit (remove_folder);
    }
  return folder;
}

static void
draw (JolSession *session)
{
  const JolSceneTarget target = { .width = WIDTH_PX,
                                  .height = HEIGHT_PX,
                                  .language = "en",
                                  .viewport = *jol_session_get_viewport (session),
                                  .hides_base_names = TRUE };
  JolScene *scene = jol_scene_builder_build (session, &target);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH_PX, HEIGHT_PX);
  cairo_t *cr = cairo_create (surface);
  JolCanvas *canvas = jol_canvas_cairo_new (cr);

  jol_painter_paint (scene, canvas, JOL_PASS_ALL & ~JOL_PASS_BASE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_object_unref (canvas);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  jol_scene_unref (scene);
}

static void
use (JolStory *story)
{
  g_autoptr (JolSession) session = jol_session_new ();
  const JolSpan *time = jol_story_get_time (story);
  guint n_routes, n_places, n_events, n_articles;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);
  JolPlace *const *places = jol_story_get_places (story, &n_places);
  JolEvent *const *events = jol_story_get_events (story, &n_events);
  JolArticle *const *articles = jol_story_get_articles (story, &n_articles);

  jol_session_set_story (session, story);
  draw (session);
  for (guint i = 0; i < MIN (n_routes, MAX_CHOSEN); i++)
    jol_session_select (session, jol_entity_get_id (JOL_ENTITY (routes[i])), JOL_ORIGIN_APP);
  for (guint i = 0; i < MIN (n_places, MAX_CHOSEN); i++)
    jol_session_select (session, jol_entity_get_id (JOL_ENTITY (places[i])), JOL_ORIGIN_APP);
  for (guint i = 0; i < MIN (n_events, MAX_CHOSEN); i++)
    jol_session_select (session, jol_entity_get_id (JOL_ENTITY (events[i])), JOL_ORIGIN_APP);
  for (guint i = 0; i < MIN (n_articles, MAX_CHOSEN); i++)
    jol_session_set_article (session, jol_entity_get_id (JOL_ENTITY (articles[i])), JOL_ORIGIN_APP);
  jol_session_set_date (session, &time->to, JOL_ORIGIN_APP);
  jol_session_set_compare (session, &time->from, JOL_ORIGIN_APP);
  draw (session);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *path = g_build_filename (get_folder (), "story.json", NULL);
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JolStory) story = NULL;
  g_autoptr (GError) error = NULL;
  FILE *file = g_fopen (path, "wb");

  if (!file || (size > 0 && fwrite (data, 1, size, file) != size) || fclose (file) != 0)
    g_error ("%s cannot be written", path);

  story = jol_story_load (path, problems, NULL, &error);
  g_assert_cmpint (story != NULL, ==, error == NULL);
  g_assert_cmpint (story != NULL, ==, jol_problem_list_get_n_errors (problems) == 0);
  for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
    {
      g_autofree char *line = jol_problem_to_string (jol_problem_list_get (problems, i));

      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_assert_null (strchr (line, '\n'));
    }
  if (story)
    use (story);
  return 0;
}
