/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pointer and the keys on the map, by the signals of its controllers. */
#include "config.h"

#include "jol-feature-stop.h"
#include "jol-map-tip.h"
#include "jol-map.h"
#include "jol-projection.h"
#include "jol-route-layer.h"
#include "jol-test-map.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#include <math.h>
#include <shumate/shumate.h>

typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *map;
  GtkWidget *inner; /* libshumate's */
  JolMapTip *tip;
  GtkWidget *window;
} Fixture;

static void
set_date (Fixture *fixture, const char *iso)
{
  JolDate date;

  g_assert_true (jol_date_parse (iso, &date));
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_APP);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->story = jol_test_load_small_story ();
  fixture->map = jol_test_show_map (fixture->story, &fixture->session, &fixture->window);
  fixture->inner = jol_test_find_child (fixture->map, SHUMATE_TYPE_MAP);
  fixture->tip = JOL_MAP_TIP (jol_test_find_child (fixture->map, JOL_TYPE_MAP_TIP));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_close_map (fixture->window, g_steal_pointer (&fixture->session),
                      g_steal_pointer (&fixture->story));
}

/* Where a point of the world is on the map. */
static graphene_point_t
find_px (Fixture *fixture, double latitude, double longitude)
{
  const JolTransform transform =
      jol_transform_new (jol_session_get_viewport (fixture->session),
                         gtk_widget_get_width (fixture->map), gtk_widget_get_height (fixture->map));
  const JolWorldPoint world = jol_project (&(JolPoint){ latitude, longitude });
  double x, y;

  jol_transform_apply (&transform, &world, &x, &y);
  return GRAPHENE_POINT_INIT ((float) x, (float) y);
}

static graphene_point_t
point_at (Fixture *fixture, double latitude, double longitude)
{
  const graphene_point_t px = find_px (fixture, latitude, longitude);

  g_signal_emit_by_name (jol_test_find_named_controller (fixture->inner, "jol-map-motion"),
                         "motion", (double) px.x, (double) px.y);
  return px;
}

static gboolean
press_key (Fixture *fixture, guint keyval)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (jol_test_find_named_controller (fixture->map, "jol-map-keys"),
                         "key-pressed", keyval, 0, 0, &handled);
  return handled;
}

static gboolean
tells (Fixture *fixture, const char *text)
{
  return jol_test_find_label (GTK_WIDGET (fixture->tip), text) != NULL;
}

/* On the new line, where the old one is not. */
#define ON_NEW_LINE 43.1, 65.0
#define NOTHING 38.0, 55.0

static void
test_tip (Fixture *fixture, gconstpointer data)
{
  graphene_point_t px;
  GdkRectangle area;

  g_assert_false (jol_map_tip_is_shown (fixture->tip));
  px = point_at (fixture, ON_NEW_LINE);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, "new-line");
  jol_test_wait_until (tells (fixture, "New line"));
  g_assert_true (tells (fixture, "Gas pipeline, operating\nSince 1 May 2014"));
  jol_test_wait_until (jol_map_tip_get_area (fixture->tip).width > 1);
  area = jol_map_tip_get_area (fixture->tip);
  g_assert_false (gdk_rectangle_contains_point (&area, (int) px.x, (int) px.y));

  point_at (fixture, NOTHING);
  g_assert_false (jol_map_tip_is_shown (fixture->tip));
}

static void
test_tip_follows_date (Fixture *fixture, gconstpointer data)
{
  point_at (fixture, ON_NEW_LINE);
  jol_test_wait_until (tells (fixture, "Gas pipeline, operating\nSince 1 May 2014"));
  set_date (fixture, "2013");
  jol_test_wait_until (tells (fixture, "Gas pipeline, under construction\nSince 2012"));
  set_date (fixture, "2010");
  jol_test_wait_until (!jol_session_get_hover (fixture->session));
  g_assert_false (jol_map_tip_is_shown (fixture->tip));
  set_date (fixture, "2015");
  jol_test_wait_until (tells (fixture, "Gas pipeline, operating\nSince 1 May 2014"));
}

static void
test_tip_goes_with_move (Fixture *fixture, gconstpointer data)
{
  point_at (fixture, ON_NEW_LINE);
  jol_test_wait_until (tells (fixture, "New line"));
  jol_session_set_viewport (fixture->session, &(JolViewport){ 20, 100, 5 }, JOL_ORIGIN_APP);
  jol_test_wait_until (!jol_map_tip_is_shown (fixture->tip));
  jol_test_wait_until (!jol_session_get_hover (fixture->session));
}

/* A press, a pointer that leaves, and a session that goes. */
static void
test_tip_is_put_away (Fixture *fixture, gconstpointer data)
{
  const graphene_point_t px = point_at (fixture, ON_NEW_LINE);

  jol_test_wait_until (tells (fixture, "New line"));
  g_signal_emit_by_name (jol_test_find_named_controller (fixture->inner, "jol-map-click"),
                         "pressed", 1, (double) px.x, (double) px.y);
  g_assert_false (jol_map_tip_is_shown (fixture->tip));
  /* The same thing is not told of again until something else was. */
  point_at (fixture, 43.05, 65.1);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, "new-line");
  g_assert_false (jol_map_tip_is_shown (fixture->tip));
  point_at (fixture, NOTHING);
  point_at (fixture, ON_NEW_LINE);
  jol_test_wait_until (tells (fixture, "New line"));
  g_signal_emit_by_name (jol_test_find_named_controller (fixture->inner, "jol-map-motion"),
                         "leave");
  g_assert_false (jol_map_tip_is_shown (fixture->tip));
  g_assert_null (jol_session_get_hover (fixture->session));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A pointer at rest does not take back what the reader points at. */
static void
test_leaves_others_alone (Fixture *fixture, gconstpointer data)
{
  guint n_scenes = 0;

  point_at (fixture, ON_NEW_LINE);
  jol_test_wait_until (tells (fixture, "New line"));
  g_signal_connect_swapped (jol_test_find_child (fixture->map, JOL_TYPE_ROUTE_LAYER),
                            "scene-changed", G_CALLBACK (count_cb), &n_scenes);
  jol_session_set_hover (fixture->session, "beta", JOL_ORIGIN_READER);
  jol_test_wait_until (n_scenes > 0);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, "beta");
}

static void
test_keys_lead (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  GtkWidget *stop;

  gtk_widget_grab_focus (fixture->map);
  gtk_widget_child_focus (fixture->map, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (fixture->map, GTK_DIR_TAB_FORWARD);
  stop = gtk_root_get_focus (GTK_ROOT (fixture->window));
  id = g_strdup (jol_feature_stop_get_id (JOL_FEATURE_STOP (stop)));
  gtk_widget_child_focus (fixture->map, GTK_DIR_TAB_BACKWARD);

  /* It is told of at once, wherever the pointer is. */
  point_at (fixture, NOTHING);
  gtk_widget_child_focus (fixture->map, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, id);
  g_assert_true (jol_map_tip_is_shown (fixture->tip));
  /* GTK tells of a motion where there was none. */
  point_at (fixture, NOTHING);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, id);
  /* Choosing it leaves the focus, and the way on, as they were. */
  g_signal_emit_by_name (stop, "clicked");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, id);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == stop);
  point_at (fixture, 38.1, 55.1);
  g_assert_null (jol_session_get_hover (fixture->session));
}

static void
click_twice (Fixture *fixture, double latitude, double longitude)
{
  const graphene_point_t px = find_px (fixture, latitude, longitude);
  gpointer click = jol_test_find_named_controller (fixture->inner, "jol-map-click");

  for (int i = 1; i <= 2; i++)
    {
      g_signal_emit_by_name (click, "pressed", i, (double) px.x, (double) px.y);
      g_signal_emit_by_name (click, "released", i, (double) px.x, (double) px.y);
    }
}

static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  const graphene_point_t before = find_px (fixture, NOTHING);
  graphene_point_t after;

  click_twice (fixture, NOTHING);
  g_assert_cmpfloat_with_epsilon (jol_session_get_viewport (fixture->session)->zoom, 6.0, 1e-9);
  after = find_px (fixture, NOTHING);
  g_assert_true (graphene_point_near (&before, &after, 0.01f));

  /* On a feature it takes what lies there. */
  jol_session_set_viewport (fixture->session, &(JolViewport){ 44, 60, 6 }, JOL_ORIGIN_APP);
  click_twice (fixture, 46.0, 60.0);
  g_assert_nonnull (jol_session_get_selection (fixture->session));
  g_assert_cmpfloat_with_epsilon (jol_session_get_viewport (fixture->session)->zoom, 6.0, 1e-9);
}

static void
test_held_key (Fixture *fixture, gconstpointer data)
{
  const JolViewport *viewport = jol_session_get_viewport (fixture->session);
  gpointer keys = jol_test_find_named_controller (fixture->map, "jol-map-keys");
  double longitude;

  g_assert_true (press_key (fixture, GDK_KEY_Right));
  longitude = viewport->longitude;
  g_assert_cmpfloat (longitude, >, 60.0);
  g_assert_true (press_key (fixture, GDK_KEY_Right));
  /* Further than the steps of the presses, by itself. */
  jol_test_wait_until (jol_session_get_viewport (fixture->session)->longitude > longitude + 8.0);
  g_signal_emit_by_name (keys, "key-released", GDK_KEY_Right, 0, 0);
  longitude = jol_session_get_viewport (fixture->session)->longitude;
  for (int i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpfloat_with_epsilon (jol_session_get_viewport (fixture->session)->longitude, longitude,
                                  1e-9);
}

static GtkWidget *
get_menu (Fixture *fixture)
{
  GtkWidget *menu = jol_test_find_child (fixture->map, GTK_TYPE_POPOVER_MENU);

  return menu && gtk_widget_get_visible (menu) ? menu : NULL;
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  const graphene_point_t px = find_px (fixture, ON_NEW_LINE);
  GtkWidget *menu;

  g_signal_emit_by_name (jol_test_find_named_controller (fixture->inner, "jol-map-secondary"),
                         "pressed", 1, (double) px.x, (double) px.y);
  menu = get_menu (fixture);
  g_assert_nonnull (menu);
  /* GTK adds headings a little later. */
  jol_test_wait_until (jol_test_find_label (menu, "What is here") != NULL);
  jol_test_get_label (menu, "New line");
  jol_test_get_label (menu, "Copy Coordinates");
  jol_test_get_label (menu, "Centre Here");
  gtk_popover_popdown (GTK_POPOVER (menu));
  jol_test_wait_until (!get_menu (fixture));
  g_assert_true (gtk_widget_is_focus (fixture->map));

  /* By a finger and by a key too. Where there is nothing, the land is named. */
  g_signal_emit_by_name (jol_test_find_named_controller (fixture->inner, "jol-map-long-press"),
                         "pressed", 10.0, 10.0);
  g_assert_nonnull (get_menu (fixture));
  g_assert_null (jol_test_find_label (menu, "What is here"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  jol_session_set_viewport (fixture->session, &(JolViewport){ 48, 67, 6 }, JOL_ORIGIN_APP);
  g_assert_true (press_key (fixture, GDK_KEY_Menu));
  g_assert_nonnull (get_menu (fixture));
  jol_test_wait_until (jol_test_find_label (menu, "Kazakhstan · 48.0000° N, 67.0000° E") != NULL);
  gtk_popover_popdown (GTK_POPOVER (menu));
  g_assert_false (press_key (fixture, GDK_KEY_F10));
}

static void
test_menu_acts (Fixture *fixture, gconstpointer data)
{
  const JolViewport before = *jol_session_get_viewport (fixture->session);

  g_assert_true (gtk_widget_activate_action (fixture->map, "map.select", "s", "gamma"));
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "gamma");
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (fixture->session), &before));
  g_assert_true (gtk_widget_activate_action (fixture->map, "map.center", "(dd)", 41.0, 61.0));
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (fixture->session),
                                     &(JolViewport){ 41, 61, 5 }));
}

/* Wherever the spot is, the tip lies inside, beside it, and off what covers the map. */
static void
test_tip_area (void)
{
  static const char *const lines[] = { "A line that is a little longer", "Another", NULL };
  JolMapTip *tip = JOL_MAP_TIP (g_object_ref_sink (jol_map_tip_new ()));
  const GdkRectangle cover = { 300, 0, 100, 150 };
  GtkWidget *window = jol_test_show (GTK_WIDGET (tip), 400, 300);
  const int width = gtk_widget_get_width (GTK_WIDGET (tip));
  const int height = gtk_widget_get_height (GTK_WIDGET (tip));

  g_assert_true (jol_map_tip_get_area (tip).width == 0);
  jol_map_tip_set_text (tip, "A name", lines);
  jol_map_tip_set_cover (tip, &cover);
  for (int x = 0; x < width; x += 25)
    for (int y = 0; y < height; y += 25)
      {
        GdkRectangle area;

        jol_map_tip_show_at (tip, x, y);
        gtk_widget_allocate (GTK_WIDGET (tip), width, height, -1, NULL);
        area = jol_map_tip_get_area (tip);
        g_assert_cmpint (area.x, >=, 0);
        g_assert_cmpint (area.y, >=, 0);
        g_assert_cmpint (area.x + area.width, <=, width);
        g_assert_cmpint (area.y + area.height, <=, height);
        g_assert_false (gdk_rectangle_contains_point (&area, x, y));
        /* Left of the cover there is room for all of it. */
        if (x < 250)
          g_assert_false (gdk_rectangle_intersect (&area, &cover, NULL));
      }

  jol_map_tip_hide (tip);
  g_assert_false (jol_map_tip_is_shown (tip));
  g_object_unref (tip);
  jol_test_destroy_window (window);
}

#define add(name, function)                                                                        \
  g_test_add ("/map-input/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  add ("tip", test_tip);
  add ("tip-follows-date", test_tip_follows_date);
  add ("tip-goes-with-move", test_tip_goes_with_move);
  add ("tip-is-put-away", test_tip_is_put_away);
  add ("leaves-others-alone", test_leaves_others_alone);
  add ("keys-lead", test_keys_lead);
  add ("double-click", test_double_click);
  add ("held-key", test_held_key);
  add ("menu", test_menu);
  add ("menu-acts", test_menu_acts);
  g_test_add_func ("/map-input/tip-area", test_tip_area);

  return jol_test_run ();
}
