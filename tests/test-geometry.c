/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * RFC 7946 as a route may have it, rule by rule: each geometry with the lines that are made of it,
 * or with what is said of it. A story's routes are lines; other types are turned down by name.
 */
#include "config.h"

#include "jol-story-loader.h"
#include "jol-test-util.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *geometry;
  const char *lines;   /* the points of each, or NULL: it is turned down */
  const char *problem; /* what is said first, without its place; or NULL */
} cases[] = {
  { "line", "{\"type\":\"LineString\",\"coordinates\":[[60,40],[61,41]]}", "2", NULL },
  { "several lines",
    "{\"type\":\"MultiLineString\",\"coordinates\":[[[60,40],[61,41]],[[1,2],[3,4],[5,6]]]}", "2 3",
    NULL },
  { "altitude", "{\"type\":\"LineString\",\"coordinates\":[[60,40,120.5],[61,41,-3]]}", "2", NULL },
  { "more than altitude", "{\"type\":\"LineString\",\"coordinates\":[[60,40,1,2],[61,41,1,2]]}",
    NULL, "a position is [longitude, latitude]" },
  { "the whole range", "{\"type\":\"LineString\",\"coordinates\":[[-180,-90],[180,90]]}", "2",
    NULL },
  { "up to the antimeridian, cut there as the RFC asks",
    "{\"type\":\"MultiLineString\",\"coordinates\":[[[170,50],[180,51]],[[-180,51],[-170,52]]]}",
    "2 2", NULL },
  { "beyond the antimeridian", "{\"type\":\"LineString\",\"coordinates\":[[170,50],[190,51]]}",
    NULL, "190 is not between -180 and 180" },
  { "beyond the pole", "{\"type\":\"LineString\",\"coordinates\":[[60,91],[61,41]]}", NULL,
    "91 is not between -90 and 90" },
  { "latitude first, as people say it",
    "{\"type\":\"LineString\",\"coordinates\":[[43.2,76.9],[51.1,171.4]]}", NULL,
    "171.4 is not between -90 and 90" },
  { "along a pole", "{\"type\":\"LineString\",\"coordinates\":[[-180,90],[0,90],[180,90]]}", "3",
    NULL },
  { "round the world along the antimeridian",
    "{\"type\":\"LineString\",\"coordinates\":[[180,10],[-180,20]]}", "2", NULL },
  { "nothing before the point is no number",
    "{\"type\":\"LineString\",\"coordinates\":[[.5,40],[61,41]]}", NULL, "" },
  { "not a number", "{\"type\":\"LineString\",\"coordinates\":[[NaN,40],[61,41]]}", NULL, "" },
  { "without end", "{\"type\":\"LineString\",\"coordinates\":[[1e400,40],[61,41]]}", NULL, "" },
  { "huge", "{\"type\":\"LineString\",\"coordinates\":[[1e300,40],[61,41]]}", NULL,
    "is not between -180 and 180" },
  { "tiny", "{\"type\":\"LineString\",\"coordinates\":[[1e-300,-0.0],[61,41]]}", "2", NULL },
  { "a hair beyond", "{\"type\":\"LineString\",\"coordinates\":[[180.0000001,40],[61,41]]}", NULL,
    "is not between -180 and 180" },
  { "the same point twice", "{\"type\":\"LineString\",\"coordinates\":[[60,40],[60,40]]}", "2",
    NULL },
  { "foreign member", "{\"type\":\"LineString\",\"coordinates\":[[60,40],[61,41]],\"x\":1}", "2",
    "does not know this member" },
  { "box", "{\"type\":\"LineString\",\"bbox\":[60,40,61,41],\"coordinates\":[[60,40],[61,41]]}",
    "2", "does not know this member" },
  { "empty line", "{\"type\":\"LineString\",\"coordinates\":[]}", NULL,
    "a line wants at least two positions" },
  { "line of one point", "{\"type\":\"LineString\",\"coordinates\":[[60,40]]}", NULL,
    "a line wants at least two positions" },
  { "no lines", "{\"type\":\"MultiLineString\",\"coordinates\":[]}", NULL,
    "a MultiLineString wants at least one line" },
  { "an empty line of several", "{\"type\":\"MultiLineString\",\"coordinates\":[[]]}", NULL,
    "a line wants at least two positions" },
  { "empty position", "{\"type\":\"LineString\",\"coordinates\":[[],[61,41]]}", NULL,
    "a position is [longitude, latitude]" },
  { "position of one number", "{\"type\":\"LineString\",\"coordinates\":[[60],[61,41]]}", NULL,
    "a position is [longitude, latitude]" },
  { "position of words", "{\"type\":\"LineString\",\"coordinates\":[[\"60\",40],[61,41]]}", NULL,
    "number" },
  { "position of null", "{\"type\":\"LineString\",\"coordinates\":[null,[61,41]]}", NULL, "" },
  { "too deep", "{\"type\":\"LineString\",\"coordinates\":[[[60,40],[61,41]]]}", NULL, "" },
  { "not deep enough", "{\"type\":\"MultiLineString\",\"coordinates\":[[60,40],[61,41]]}", NULL,
    "" },
  { "coordinates are no array", "{\"type\":\"LineString\",\"coordinates\":{}}", NULL, "" },
  { "no coordinates", "{\"type\":\"LineString\"}", NULL, "coordinates" },
  { "no type", "{\"coordinates\":[[60,40],[61,41]]}", NULL, "type" },
  { "type in small letters", "{\"type\":\"linestring\",\"coordinates\":[[60,40],[61,41]]}", NULL,
    "is none of: LineString, MultiLineString" },
  { "point", "{\"type\":\"Point\",\"coordinates\":[60,40]}", NULL, "“Point” is none of" },
  { "points", "{\"type\":\"MultiPoint\",\"coordinates\":[[60,40]]}", NULL,
    "“MultiPoint” is none of" },
  { "area with a hole",
    "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]],[[2,1],[3,2],[3,1],[2,1]]]}",
    NULL, "“Polygon” is none of" },
  { "areas", "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],[0,0]]]]}", NULL,
    "“MultiPolygon” is none of" },
  { "collection in a collection",
    "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"GeometryCollection\","
    "\"geometries\":[]}]}",
    NULL, "“GeometryCollection” is none of" },
  { "feature",
    "{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"LineString\","
    "\"coordinates\":[[60,40],[61,41]]}}",
    NULL, "“Feature” is none of" },
  { "null", "null", NULL, "" },
};

static char *
print_lines (JolStory *story)
{
  GString *text = g_string_new (NULL);
  guint n_routes, n_lines;
  JolRoute *const *routes = jol_story_get_routes (story, &n_routes);
  const JolLine *lines = jol_route_get_lines (routes[0], &n_lines);

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "%s%u", i ? " " : "", lines[i].n_points);
  return g_string_free (text, FALSE);
}

static void
check_case (const char *name, const char *geometry, const char *lines, const char *problem)
{
  g_autofree char *folder = jol_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "story.json", NULL);
  g_autofree char *json = g_strdup_printf (
      "{\"format\":\"jol-story\",\"version\":1,\"id\":\"t\",\"title\":\"T\",\"routes\":"
      "[{\"id\":\"r\",\"name\":\"R\",\"commodity\":\"oil\",\"mode\":\"pipeline\","
      "\"status\":[{\"from\":\"2001\",\"is\":\"operating\"}],\"geometry\":%s}]}",
      geometry);
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JolStory) story = NULL;
  g_autoptr (GError) error = NULL;
  const JolProblem *said = NULL;

  g_test_message ("%s", name);
  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
  story = jol_story_load (path, problems, NULL, NULL);
  for (guint i = 0; !said && i < jol_problem_list_get_size (problems); i++)
    {
      if (g_str_has_prefix (jol_problem_list_get (problems, i)->pointer, "/routes/0/geometry"))
        said = jol_problem_list_get (problems, i);
    }

  g_assert_true ((story != NULL) == (lines != NULL));
  g_assert_true ((said != NULL) == (problem != NULL));
  if (said)
    {
      g_test_message ("%s", said->message);
      g_assert_nonnull (strstr (said->message, problem));
    }
  if (story)
    {
      g_autofree char *found = print_lines (story);

      g_assert_cmpstr (found, ==, lines);
    }
  jol_test_remove_folder (folder);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (cases[i].name, cases[i].geometry, cases[i].lines, cases[i].problem);
}

/* As many points as a survey has, and what is no line at all in a very deep nest. */
static void
test_large (void)
{
  const guint n_points = 200000, depth = 1000;
  g_autoptr (GString) line = g_string_new ("{\"type\":\"LineString\",\"coordinates\":[[0,0]");
  g_autoptr (GString) nest = g_string_new ("{\"type\":\"LineString\",\"coordinates\":");
  g_autofree char *wanted = g_strdup_printf ("%u", n_points);

  for (guint i = 1; i < n_points; i++)
    g_string_append_printf (line, ",[%u.%03u,%u]", i % 180, i % 1000, i % 90);
  g_string_append (line, "]}");
  check_case ("a survey", line->str, wanted, NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (nest, '[');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (nest, ']');
  g_string_append_c (nest, '}');
  check_case ("a nest", nest->str, NULL, "");
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/geometry/cases", test_cases);
  g_test_add_func ("/geometry/large", test_large);
  return jol_test_run ();
}
