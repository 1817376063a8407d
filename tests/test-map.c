/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-map.h"
#include "jol-route-layer.h"

#include "jol-story-loader.h"

#include "jol-feature-stop.h"
#include "jol-feature-stops.h"
#include "jol-legend.h"
#include "jol-projection.h"
#include "jol-scale-bar.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#include <math.h>
#include <shumate/shumate.h>

#define WIDTH_PX 800
#define HEIGHT_PX 600

typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *map;
  GtkWidget *inner; /* libshumate's */
  GtkWidget *window;
  GdkPaintable *picture; /* of the map; a new one is empty until the next frame */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *layer;

  fixture->story = jol_test_load_small_story ();
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, fixture->story);
  fixture->map = jol_map_new ();
  jol_map_set_session (JOL_MAP (fixture->map), fixture->session);
  fixture->inner = jol_test_find_child (fixture->map, SHUMATE_TYPE_MAP);
  fixture->window = jol_test_show (fixture->map, WIDTH_PX, HEIGHT_PX);
  fixture->picture = gtk_widget_paintable_new (fixture->map);
  /* Nothing can be clicked before there is something to see. */
  layer = jol_test_find_child (fixture->map, JOL_TYPE_ROUTE_LAYER);
  jol_test_wait_until (!jol_session_is_at_opening (fixture->session) &&
                       jol_route_layer_get_scene (JOL_ROUTE_LAYER (layer)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->picture);
  jol_test_destroy_window (fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
  jol_test_wait_finalized (g_steal_pointer (&fixture->story));
}

static ShumateViewport *
get_viewport (Fixture *fixture)
{
  return shumate_map_get_viewport (SHUMATE_MAP (fixture->inner));
}

/* Where a point of the world is on the map's picture. */
static void
get_px (Fixture *fixture, double latitude, double longitude, double *x_out, double *y_out)
{
  const JolTransform transform =
      jol_transform_new (jol_session_get_viewport (fixture->session),
                         gtk_widget_get_width (fixture->map), gtk_widget_get_height (fixture->map));
  const JolWorldPoint world = jol_project (&(JolPoint){ latitude, longitude });

  jol_transform_apply (&transform, &world, x_out, y_out);
}

static void
press_and_release (Fixture *fixture, double x0, double y0, double x1, double y1, int n_press)
{
  gpointer click = jol_test_find_named_controller (fixture->inner, "jol-map-click");

  g_signal_emit_by_name (click, "pressed", n_press, x0, y0);
  g_signal_emit_by_name (click, "released", n_press, x1, y1);
}

static void
click (Fixture *fixture, double latitude, double longitude)
{
  double x, y;

  get_px (fixture, latitude, longitude, &x, &y);
  press_and_release (fixture, x, y, x, y, 1);
}

static gboolean
press_key (Fixture *fixture, guint keyval)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (jol_test_find_named_controller (fixture->map, "jol-map-keys"),
                         "key-pressed", keyval, 0, 0, &handled);
  return handled;
}

static void
set_date (Fixture *fixture, const char *iso)
{
  JolDate date;

  g_assert_true (jol_date_parse (iso, &date));
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_APP);
}

static JolFeatureStops *
get_stops (Fixture *fixture)
{
  return JOL_FEATURE_STOPS (jol_test_find_child (fixture->map, JOL_TYPE_FEATURE_STOPS));
}

/* Whether the map shows a colour at a point of the world or within a few px: a line is thin. */
static gboolean
shows (Fixture *fixture, double latitude, double longitude, JolTheme theme, JolColorRole role)
{
  enum
  {
    SIZE = 12
  };
  const JolColor color = jol_palette_get (theme, role);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guint32 pixels[SIZE * SIZE];
  double x, y;

  /* A picture takes longer than the wait between two looks, and libshumate works when idle. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  gdk_paintable_snapshot (fixture->picture, snapshot,
                          gdk_paintable_get_intrinsic_width (fixture->picture),
                          gdk_paintable_get_intrinsic_height (fixture->picture));
  node = gtk_snapshot_free_to_node (snapshot);
  if (!node) /* to be drawn anew, so look again later */
    return FALSE;

  get_px (fixture, latitude, longitude, &x, &y);
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
                                   &GRAPHENE_RECT_INIT (floorf ((float) x) - SIZE / 2,
                                                        floorf ((float) y) - SIZE / 2, SIZE, SIZE));
  gdk_texture_download (texture, (guchar *) pixels, SIZE * sizeof *pixels);
  for (guint i = 0; i < G_N_ELEMENTS (pixels); i++)
    if (ABS ((pixels[i] >> 16 & 0xff) / 255.0 - color.red) < 0.05 &&
        ABS ((pixels[i] >> 8 & 0xff) / 255.0 - color.green) < 0.05 &&
        ABS ((pixels[i] & 0xff) / 255.0 - color.blue) < 0.05)
      return TRUE;

  return FALSE;
}

static void
test_session (Fixture *fixture, gconstpointer data)
{
  guint n_notified;

  jol_test_count_notify (fixture->map, "session", &n_notified);
  jol_map_set_session (JOL_MAP (fixture->map), fixture->session);
  g_assert_cmpuint (n_notified, ==, 0);
  jol_map_set_session (JOL_MAP (fixture->map), NULL);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_null (jol_map_get_session (JOL_MAP (fixture->map)));
  /* Nothing to ask, and no harm in it. */
  press_and_release (fixture, 400, 300, 400, 300, 1);
  g_assert_false (press_key (fixture, GDK_KEY_Escape));
  g_assert_true (press_key (fixture, GDK_KEY_Home));
  jol_map_set_session (JOL_MAP (fixture->map), fixture->session);
}

static void
test_opening (Fixture *fixture, gconstpointer data)
{
  const JolBox *bounds = jol_story_get_bounds (fixture->story);
  double x0, y0, x1, y1;

  get_px (fixture, bounds->north, bounds->west, &x0, &y0);
  get_px (fixture, bounds->south, bounds->east, &x1, &y1);
  g_assert_cmpfloat (x0, >, 0);
  g_assert_cmpfloat (y0, >, 0);
  g_assert_cmpfloat (x1, <, gtk_widget_get_width (fixture->map));
  g_assert_cmpfloat (y1, <, gtk_widget_get_height (fixture->map));
  /* and no smaller than it must be */
  g_assert_true (x1 - x0 > gtk_widget_get_width (fixture->map) - 50 ||
                 y1 - y0 > gtk_widget_get_height (fixture->map) - 50);
}

static void
test_session_moves_map (Fixture *fixture, gconstpointer data)
{
  const JolViewport wanted = { 41.5, 61.25, 6.25 };
  guint n_notified;

  jol_test_count_notify (fixture->session, "viewport", &n_notified);
  jol_session_set_viewport (fixture->session, &wanted, JOL_ORIGIN_APP);
  g_assert_cmpuint (n_notified, ==, 1);
  jol_test_wait_until (shumate_viewport_get_zoom_level (get_viewport (fixture)) == 6.25);
  g_assert_cmpfloat_with_epsilon (
      shumate_location_get_latitude (SHUMATE_LOCATION (get_viewport (fixture))), 41.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (
      shumate_location_get_longitude (SHUMATE_LOCATION (get_viewport (fixture))), 61.25, 1e-9);

  /* Until the map has seen its own move, and has not answered it. */
  jol_test_wait_until (jol_feature_stops_get_n_stops (get_stops (fixture)) == 0 ||
                       jol_viewport_equal (jol_session_get_viewport (fixture->session), &wanted));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (fixture->session), &wanted));
}

static void
origin_cb (JolSession *session, GParamSpec *pspec, JolOrigin *origin)
{
  *origin = jol_session_get_origin (session);
}

static void
test_map_moves_session (Fixture *fixture, gconstpointer data)
{
  const JolViewport wanted = { 47.0, 55.0, 5.0 };
  ShumateViewport *viewport = get_viewport (fixture);
  JolOrigin origin = JOL_ORIGIN_APP;
  guint n_notified;

  jol_test_count_notify (fixture->session, "viewport", &n_notified);
  g_signal_connect (fixture->session, "notify::viewport", G_CALLBACK (origin_cb), &origin);
  shumate_viewport_set_zoom_level (viewport, 5.0);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), 47.0, 55.0);
  /* Three notifies of libshumate's, one of the session's. */
  g_assert_cmpuint (n_notified, ==, 0);
  jol_test_wait_until (n_notified > 0);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpint (origin, ==, JOL_ORIGIN_MAP);
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (fixture->session), &wanted));
}

static void
test_ends_of_the_world (Fixture *fixture, gconstpointer data)
{
  ShumateViewport *viewport = get_viewport (fixture);

  shumate_viewport_set_zoom_level (viewport, 2.0);
  jol_test_wait_until (jol_session_get_viewport (fixture->session)->zoom == JOL_MIN_ZOOM);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), 84.0, 60.0);
  jol_test_wait_until (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) < 83.0);
  jol_test_wait_until (
      jol_viewport_get_box (jol_session_get_viewport (fixture->session), WIDTH_PX, HEIGHT_PX)
          .north > 85.0);
  jol_map_zoom_by (JOL_MAP (fixture->map), 50);
  jol_test_wait_until (jol_session_get_viewport (fixture->session)->zoom == JOL_MAX_ZOOM);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  JolViewport before = *jol_session_get_viewport (fixture->session);

  click (fixture, 45.5, 55.0);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "old-line");
  click (fixture, 45.0, 50.0);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "alpha");
  /* The map was clicked, so it is looked at, and does not fly. */
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (fixture->session), &before));

  click (fixture, 37.0, 44.0);
  g_assert_null (jol_session_get_selection (fixture->session));
}

static void
test_click_again (Fixture *fixture, gconstpointer data)
{
  set_date (fixture, "2015");
  jol_session_set_viewport (fixture->session, &(JolViewport){ 46, 60, 7 }, JOL_ORIGIN_APP);
  jol_test_wait_until (jol_feature_stops_get_n_stops (get_stops (fixture)) == 3);

  /* Beta, and both routes end there. */
  click (fixture, 46.0, 60.0);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "beta");
  click (fixture, 46.0, 60.0);
  g_assert_true (g_str_has_suffix (jol_session_get_selection (fixture->session), "-line"));
  click (fixture, 46.0, 60.0);
  g_assert_true (g_str_has_suffix (jol_session_get_selection (fixture->session), "-line"));
  click (fixture, 46.0, 60.0);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "beta");

  /* Elsewhere is a new start. */
  click (fixture, 45.8, 58.0);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "old-line");
  click (fixture, 46.0, 60.0);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "beta");
}

static void
test_drag_is_no_click (Fixture *fixture, gconstpointer data)
{
  double x, y;

  click (fixture, 45.0, 50.0);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "alpha");
  get_px (fixture, 37.0, 44.0, &x, &y);
  press_and_release (fixture, x, y, x + 30, y, 1);
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "alpha");
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  gpointer motion = jol_test_find_named_controller (fixture->inner, "jol-map-motion");
  double x, y;

  get_px (fixture, 45.5, 55.0, &x, &y);
  g_signal_emit_by_name (motion, "motion", x, y + 3);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, "old-line");
  g_assert_null (jol_session_get_selection (fixture->session));
  g_signal_emit_by_name (motion, "motion", x, y + 40);
  g_assert_null (jol_session_get_hover (fixture->session));
  g_signal_emit_by_name (motion, "motion", x, y);
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (jol_session_get_hover (fixture->session));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  const JolViewport before = *jol_session_get_viewport (fixture->session);

  /* With nothing selected, Escape is for others; letters and space always are. */
  g_assert_false (press_key (fixture, GDK_KEY_Escape));
  g_assert_false (press_key (fixture, GDK_KEY_space));
  g_assert_false (press_key (fixture, GDK_KEY_k));
  g_assert_false (press_key (fixture, GDK_KEY_F6));

  jol_session_select (fixture->session, "old-line", JOL_ORIGIN_APP);
  g_assert_true (press_key (fixture, GDK_KEY_Escape));
  g_assert_null (jol_session_get_selection (fixture->session));

  g_assert_true (press_key (fixture, GDK_KEY_plus));
  g_assert_cmpfloat_with_epsilon (jol_session_get_viewport (fixture->session)->zoom,
                                  before.zoom + 0.5, 1e-9);
  g_assert_true (press_key (fixture, GDK_KEY_Right));
  g_assert_cmpfloat (jol_session_get_viewport (fixture->session)->longitude, >, before.longitude);
  g_assert_true (press_key (fixture, GDK_KEY_Up));
  g_assert_cmpfloat (jol_session_get_viewport (fixture->session)->latitude, >, before.latitude);
  g_assert_true (press_key (fixture, GDK_KEY_Home));
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (fixture->session), &before));
}

static void
test_flies_to_selection (Fixture *fixture, gconstpointer data)
{
  const JolViewport away = { 36.0, 110.0, 6.0 };
  const JolViewport story = *jol_session_get_viewport (fixture->session);
  double x, y;

  /* In view: it stays. */
  jol_session_select (fixture->session, "beta", JOL_ORIGIN_TIMELINE);
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (fixture->session), &story));

  jol_session_set_viewport (fixture->session, &away, JOL_ORIGIN_APP);
  jol_session_select (fixture->session, "alpha", JOL_ORIGIN_TIMELINE);
  get_px (fixture, 45.0, 50.0, &x, &y);
  g_assert_cmpfloat (x, >, 100);
  g_assert_cmpfloat (x, <, 120); /* no further than it must */
  g_assert_cmpfloat (y, >, 100);
  g_assert_cmpfloat_with_epsilon (jol_session_get_viewport (fixture->session)->zoom, 6.0, 1e-9);

  /* Clear of what lies over the map. */
  jol_session_set_viewport (fixture->session, &away, JOL_ORIGIN_APP);
  jol_map_set_cover (JOL_MAP (fixture->map), &(GdkRectangle){ 0, 0, 300, 400 });
  jol_session_select (fixture->session, "gamma", JOL_ORIGIN_READER);
  get_px (fixture, 40.0, 70.0, &x, &y);
  g_assert_cmpfloat (x, >, 320);

  /* A card that comes late fetches nobody back who has gone elsewhere since. */
  jol_map_set_cover (JOL_MAP (fixture->map), NULL);
  jol_session_select (fixture->session, "alpha", JOL_ORIGIN_READER);
  jol_session_set_viewport (fixture->session, &away, JOL_ORIGIN_APP);
  jol_map_set_cover (JOL_MAP (fixture->map), &(GdkRectangle){ 0, 0, 300, 400 });
  g_assert_true (jol_viewport_equal (jol_session_get_viewport (fixture->session), &away));

  /* A route whole, even if that means from further off. */
  jol_session_select (fixture->session, "old-line", JOL_ORIGIN_READER);
  get_px (fixture, 45.0, 50.0, &x, &y);
  g_assert_cmpfloat (x, >, 300);
  get_px (fixture, 46.0, 60.0, &x, &y);
  g_assert_cmpfloat (x, <, gtk_widget_get_width (fixture->map));
}

/* A summit is seen with the capitals of those who came, since arcs run from there. */
static void
test_flies_to_summit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) bundled = jol_story_load_bundled ();
  JolEvent *xian;
  const char *const *participants;
  GdkRectangle cover = { 0, 0, 0, 400 };
  double own_zoom, x, y;

  jol_session_set_story (fixture->session, bundled);
  xian = JOL_EVENT (jol_story_lookup (bundled, "xian-2023"));
  jol_session_select (fixture->session, "xian-2023", JOL_ORIGIN_TIMELINE);
  participants = jol_event_get_participants (xian);
  for (guint i = 0; participants[i]; i++)
    {
      const JolPoint *capital =
          jol_place_get_point (jol_story_find_capital (bundled, participants[i]));

      get_px (fixture, capital->latitude, capital->longitude, &x, &y);
      g_assert_cmpfloat (x, >, 0);
      g_assert_cmpfloat (x, <, gtk_widget_get_width (fixture->map));
      g_assert_cmpfloat (y, >, 0);
      g_assert_cmpfloat (y, <, gtk_widget_get_height (fixture->map));
    }

  /* Not so far as to lose the region: the Americas are beyond the map. */
  jol_session_select (fixture->session, "c5plus1-samarkand-2015", JOL_ORIGIN_TIMELINE);
  g_assert_cmpfloat (jol_session_get_viewport (fixture->session)->zoom, >, 3);

  /* All of them beside the card, small as that may be. */
  jol_session_select (fixture->session, NULL, JOL_ORIGIN_TIMELINE);
  own_zoom = jol_session_get_viewport (fixture->session)->zoom;
  cover.width = gtk_widget_get_width (fixture->map) - 300;
  jol_map_set_cover (JOL_MAP (fixture->map), &cover);
  jol_session_select (fixture->session, "xian-2023", JOL_ORIGIN_TIMELINE);
  for (guint i = 0; participants[i]; i++)
    {
      const JolPoint *capital =
          jol_place_get_point (jol_story_find_capital (bundled, participants[i]));

      get_px (fixture, capital->latitude, capital->longitude, &x, &y);
      g_assert_cmpfloat (x, >, cover.width);
      g_assert_cmpfloat (x, <, gtk_widget_get_width (fixture->map));
    }
  g_assert_cmpfloat (jol_session_get_viewport (fixture->session)->zoom, <, own_zoom - 0.5);
  jol_map_set_cover (JOL_MAP (fixture->map), NULL);

  /* And no farther than for that: what comes next is seen as near as before. */
  jol_session_select (fixture->session, "astana", JOL_ORIGIN_TIMELINE);
  g_assert_cmpfloat_with_epsilon (jol_session_get_viewport (fixture->session)->zoom, own_zoom,
                                  1e-6);
  jol_session_set_story (fixture->session, fixture->story);
}

static void
test_stops (Fixture *fixture, gconstpointer data)
{
  JolFeatureStops *stops = get_stops (fixture);
  GtkWidget *stop;
  const char *first;

  /* Alpha with its summit and the old line; the new one is not there yet, nor are plain towns at
   * this zoom. */
  jol_test_wait_until (jol_feature_stops_get_n_stops (stops) == 2);

  gtk_widget_grab_focus (fixture->map);
  g_assert_true (gtk_widget_is_focus (fixture->map));
  gtk_widget_child_focus (fixture->map, GTK_DIR_TAB_FORWARD);
  stop = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (JOL_IS_FEATURE_STOP (stop));
  first = jol_feature_stop_get_id (JOL_FEATURE_STOP (stop));
  g_assert_cmpstr (first, ==, "old-line");
  gtk_test_accessible_assert_role (stop, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (stop, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Old line, oil pipeline, operating");
  /* The focus looks, Enter selects. */
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, "old-line");
  g_assert_null (jol_session_get_selection (fixture->session));
  g_signal_emit_by_name (stop, "clicked");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "old-line");

  gtk_widget_child_focus (fixture->map, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) != stop);
  gtk_widget_child_focus (fixture->map, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == stop);

  /* The focus does not get lost with a feature that went out of view. */
  jol_session_set_viewport (fixture->session, &(JolViewport){ 20, 100, 7 }, JOL_ORIGIN_APP);
  jol_test_wait_until (jol_feature_stops_get_n_stops (stops) == 0);
  g_assert_true (gtk_widget_is_focus (fixture->map));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (fixture->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map");
  gtk_test_accessible_assert_property (jol_test_find_child (fixture->map, JOL_TYPE_LEGEND),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Legend");
}

static void
test_scale_bar (Fixture *fixture, gconstpointer data)
{
  JolScaleBar *bar = JOL_SCALE_BAR (jol_test_find_child (fixture->map, JOL_TYPE_SCALE_BAR));
  const JolViewport *viewport = jol_session_get_viewport (fixture->session);
  double metres, px;

  jol_test_wait_until (jol_scale_bar_get_km (bar) > 0);
  px = jol_scale_bar_get_length_px (bar);
  g_assert_cmpfloat (px, >, 40);
  g_assert_cmpfloat (px, <, 130);
  /* So many px along the parallel, measured on the globe; a chord of the parallel is a little
   * shorter than its arc. */
  metres = jol_geo_distance_m (
      &(JolPoint){ viewport->latitude, viewport->longitude },
      &(JolPoint){ viewport->latitude,
                   viewport->longitude + px * 360.0 / (JOL_TILE_PX * exp2 (viewport->zoom)) });
  g_assert_cmpfloat_with_epsilon (metres / 1000.0, jol_scale_bar_get_km (bar),
                                  jol_scale_bar_get_km (bar) * 0.01);
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  jol_session_set_viewport (fixture->session, &(JolViewport){ 44, 55, 5.0 }, JOL_ORIGIN_APP);
  /* The middle of the Caspian; the Ustyurt; and the old line over it. */
  jol_test_wait_until (shows (fixture, 40.6, 51.1, JOL_THEME_LIGHT, JOL_COLOR_WATER));
  jol_test_wait_until (shows (fixture, 44.0, 57.0, JOL_THEME_LIGHT, JOL_COLOR_LAND_FOCUS));
  jol_test_wait_until (shows (fixture, 45.72, 57.0, JOL_THEME_LIGHT, JOL_COLOR_OIL));

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  jol_test_wait_until (shows (fixture, 40.6, 51.1, JOL_THEME_DARK, JOL_COLOR_WATER));
  jol_test_wait_until (shows (fixture, 44.0, 57.0, JOL_THEME_DARK, JOL_COLOR_LAND_FOCUS));
  jol_test_wait_until (shows (fixture, 45.72, 57.0, JOL_THEME_DARK, JOL_COLOR_OIL));
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  jol_test_wait_until (shows (fixture, 40.6, 51.1, JOL_THEME_LIGHT, JOL_COLOR_WATER));
}

#define add(name, function) g_test_add ("/map/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  add ("session", test_session);
  add ("opening", test_opening);
  add ("session-moves-map", test_session_moves_map);
  add ("map-moves-session", test_map_moves_session);
  add ("ends-of-the-world", test_ends_of_the_world);
  add ("click", test_click);
  add ("click-again", test_click_again);
  add ("drag-is-no-click", test_drag_is_no_click);
  add ("hover", test_hover);
  add ("keys", test_keys);
  add ("flies-to-selection", test_flies_to_selection);
  add ("flies-to-summit", test_flies_to_summit);
  add ("stops", test_stops);
  add ("names", test_names);
  add ("scale-bar", test_scale_bar);
  add ("picture", test_picture);

  return jol_test_run ();
}
