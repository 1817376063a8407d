/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the map shows what a scene of the text is about. */
#include "config.h"

#include "jol-legend.h"
#include "jol-map.h"
#include "jol-projection.h"
#include "jol-story-loader.h"
#include "jol-test-map.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *map;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->story = jol_test_load_small_story ();
  fixture->map = jol_test_show_map (fixture->story, &fixture->session, &fixture->window);
}

static void
set_up_bundled (Fixture *fixture, gconstpointer data)
{
  fixture->story = jol_story_load_bundled ();
  fixture->map = jol_test_show_map (fixture->story, &fixture->session, &fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_close_map (fixture->window, g_steal_pointer (&fixture->session),
                      g_steal_pointer (&fixture->story));
}

static graphene_point_t
get_px (Fixture *fixture, double latitude, double longitude)
{
  const JolTransform transform =
      jol_transform_new (jol_session_get_viewport (fixture->session),
                         gtk_widget_get_width (fixture->map), gtk_widget_get_height (fixture->map));
  const JolWorldPoint point = jol_project (&(JolPoint){ latitude, longitude });
  double x, y;

  jol_transform_apply (&transform, &point, &x, &y);
  return GRAPHENE_POINT_INIT ((float) x, (float) y);
}

static void
test_show_box (Fixture *fixture, gconstpointer data)
{
  const JolBox box = { 50, 40, 52, 41 };
  JolBox seen;

  jol_session_show_box (fixture->session, &box);
  seen = jol_viewport_get_box (jol_session_get_viewport (fixture->session),
                               gtk_widget_get_width (fixture->map),
                               gtk_widget_get_height (fixture->map));
  g_assert_cmpfloat (seen.west, <, box.west);
  g_assert_cmpfloat (seen.east, >, box.east);
  g_assert_cmpfloat (seen.south, <, box.south);
  g_assert_cmpfloat (seen.north, >, box.north);
  g_assert_cmpfloat (seen.east - seen.west, <, 4.0);
}

static void
assert_seen (Fixture *fixture, const graphene_point_t *px, const GdkRectangle *cover)
{
  GtkWidget *at;

  g_assert_cmpfloat (px->x, >, 0);
  g_assert_cmpfloat (px->y, >, 0);
  g_assert_cmpfloat (px->x, <, gtk_widget_get_width (fixture->map));
  g_assert_cmpfloat (px->y, <, gtk_widget_get_height (fixture->map));
  g_assert_false (gdk_rectangle_contains_point (cover, (int) px->x, (int) px->y));

  at = gtk_widget_pick (fixture->map, px->x, px->y, GTK_PICK_DEFAULT);
  g_assert_nonnull (at);
  g_assert_null (gtk_widget_get_ancestor (at, JOL_TYPE_LEGEND));
  g_assert_null (gtk_widget_get_ancestor (at, GTK_TYPE_BUTTON));
}

/* A card takes little of a scene's size, and lies over a part of it rather; but neither it nor the
 * legend lies over what the scene is about. */
static void
test_show_box_beside_card (Fixture *fixture, gconstpointer data)
{
  static const JolBox boxes[] = { { 46, 36, 74, 48 }, { 49, 44, 62, 52 }, { 38, 34, 74, 41 } };
  const int width_px = gtk_widget_get_width (fixture->map);
  const GdkRectangle covers[] = { { width_px / 2, 0, width_px - width_px / 2, 400 },
                                  { 0, 0, width_px / 2, 400 } };
  const struct
  {
    const char *id;
    double latitude, longitude;
  } subjects[] = { { "alpha", 45, 50 }, { "gamma", 40, 70 } };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (covers); j++)
      for (guint k = 0; k < G_N_ELEMENTS (subjects); k++)
        {
          const JolViewport whole =
              jol_viewport_for_box (&boxes[i], width_px, gtk_widget_get_height (fixture->map), 0);
          graphene_point_t px;

          if (subjects[k].latitude > boxes[i].north || subjects[k].latitude < boxes[i].south ||
              subjects[k].longitude > boxes[i].east || subjects[k].longitude < boxes[i].west)
            continue;

          jol_session_select (fixture->session, subjects[k].id, JOL_ORIGIN_READER);
          jol_map_set_cover (JOL_MAP (fixture->map), &covers[j]);
          jol_session_show_box (fixture->session, &boxes[i]);
          px = get_px (fixture, subjects[k].latitude, subjects[k].longitude);
          assert_seen (fixture, &px, &covers[j]);
          g_assert_cmpfloat (jol_session_get_viewport (fixture->session)->zoom, >,
                             whole.zoom - 1.0);
        }
  jol_map_set_cover (JOL_MAP (fixture->map), NULL);
}

/* Who came to a summit is seen, not only where it was: the capitals of those in the scene. */
static void
test_capitals (Fixture *fixture, gconstpointer data)
{
  static const char *const sections[] = { "one-to-many#many-directions",
                                          "summit-calendar#two-chairs-taken",
                                          "summit-calendar#five-and-one" };
  const GdkRectangle cover = { 300, 0, gtk_widget_get_width (fixture->map) - 300, 300 };

  jol_map_set_cover (JOL_MAP (fixture->map), &cover);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      const char *const *participants;
      guint n_capitals = 0;

      jol_session_show_section (fixture->session, sections[i], JOL_ORIGIN_READER);
      participants =
          jol_event_get_participants (JOL_EVENT (jol_session_get_selected (fixture->session)));
      for (guint j = 0; participants[j]; j++)
        {
          JolPlace *capital = jol_story_find_capital (fixture->story, participants[j]);
          const JolPoint *point = capital ? jol_place_get_point (capital) : NULL;
          graphene_point_t px;

          if (!point || point->longitude < 50 || point->longitude > 75 || point->latitude > 52)
            continue;
          px = get_px (fixture, point->latitude, point->longitude);
          if (gdk_rectangle_contains_point (&cover, (int) px.x, (int) px.y))
            g_error ("%s: %s lies under the card", sections[i],
                     jol_entity_get_id (JOL_ENTITY (capital)));
          n_capitals++;
        }
      g_assert_cmpuint (n_capitals, >=, 2);
    }
  jol_map_set_cover (JOL_MAP (fixture->map), NULL);
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  g_test_add ("/map-show-box/fits", Fixture, NULL, set_up, test_show_box, tear_down);
  g_test_add ("/map-show-box/beside-card", Fixture, NULL, set_up, test_show_box_beside_card,
              tear_down);
  g_test_add ("/map-show-box/capitals", Fixture, NULL, set_up_bundled, test_capitals, tear_down);

  return jol_test_run ();
}
