/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-legend.h"

#include "jol-map.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#include <string.h>

typedef struct
{
  JolStory *story;
  JolSession *session;
  GtkWidget *map;
  GtkWidget *legend;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->story = jol_test_load_small_story ();
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, fixture->story);
  fixture->map = jol_map_new ();
  jol_map_set_session (JOL_MAP (fixture->map), fixture->session);
  fixture->legend = jol_test_find_child (fixture->map, JOL_TYPE_LEGEND);
  fixture->window = jol_test_show (fixture->map, 800, 600);
  jol_test_wait_until (jol_test_find_label (fixture->legend, "Oil"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_destroy_window (fixture->window);
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
  jol_test_wait_finalized (g_steal_pointer (&fixture->story));
}

static GtkWidget *
get_button (Fixture *fixture, const char *label)
{
  GtkWidget *widget = jol_test_get_label (fixture->legend, label);

  return gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
}

static const char *
get_count (Fixture *fixture, const char *label)
{
  GtkWidget *name = jol_test_get_label (fixture->legend, label);

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (name)));
}

static gboolean
is_on (Fixture *fixture, const char *label)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (fixture, label)));
}

static GtkWidget *
get_expander (Fixture *fixture)
{
  return jol_test_find_child (fixture->legend, GTK_TYPE_EXPANDER);
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static char *
dup_filter (Fixture *fixture)
{
  return jol_filter_to_string (jol_session_get_filter (fixture->session));
}

#define assert_filter(fixture, expected)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *jol_filter = dup_filter (fixture);                                            \
                                                                                                   \
    g_assert_cmpstr (jol_filter, ==, expected);                                                    \
  }                                                                                                \
  G_STMT_END

static void
test_row_hides_and_shows (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_on (fixture, "Oil"));
  g_assert_cmpstr (get_count (fixture, "Oil"), ==, "1");
  g_assert_null (jol_test_find_label (fixture->legend, "Show all"));

  click (get_button (fixture, "Oil"));
  assert_filter (fixture, "oil");
  jol_test_wait_until (jol_test_find_label (fixture->legend, "Show all"));
  g_assert_false (is_on (fixture, "Oil"));
  /* What would come back. */
  g_assert_cmpstr (get_count (fixture, "Oil"), ==, "1");
  g_assert_cmpstr (get_count (fixture, "Operating"), ==, "0");

  click (get_button (fixture, "Oil"));
  assert_filter (fixture, "");
  jol_test_wait_until (!jol_test_find_label (fixture->legend, "Show all"));
  g_assert_true (is_on (fixture, "Oil"));
  g_assert_cmpstr (get_count (fixture, "Operating"), ==, "1");
}

static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_button (fixture, "Oil");

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
  /* What Space and Enter do. */
  g_assert_true (gtk_widget_activate (row));
  jol_test_wait_until (!is_on (fixture, "Oil"));
  assert_filter (fixture, "oil");
}

static void
test_count_follows_date (Fixture *fixture, gconstpointer data)
{
  const JolDate date = { .year = 2013 };

  g_assert_cmpstr (get_count (fixture, "Under construction"), ==, "0");
  jol_session_set_date (fixture->session, &date, JOL_ORIGIN_APP);
  jol_test_wait_until (g_str_equal (get_count (fixture, "Under construction"), "1"));
}

static void
test_show_all (Fixture *fixture, gconstpointer data)
{
  JolFilter filter;

  g_assert_true (jol_filter_parse ("visit,oil,construction", &filter));
  jol_session_set_filter (fixture->session, filter);
  jol_test_wait_until (jol_test_find_label (fixture->legend, "Show all"));
  g_assert_false (is_on (fixture, "Oil"));
  g_assert_false (is_on (fixture, "Under construction"));
  g_assert_true (is_on (fixture, "Gas"));

  /* What the timeline hides is none of its business. */
  click (get_button (fixture, "Show all"));
  assert_filter (fixture, "visit");
  jol_test_wait_until (!jol_test_find_label (fixture->legend, "Show all"));
  g_assert_true (is_on (fixture, "Oil"));
}

/* A row stays under the pointer that clicked it, so that the same click undoes it. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t before, after;

  g_assert_true (gtk_widget_compute_bounds (get_button (fixture, "Oil"), fixture->map, &before));
  click (get_button (fixture, "Oil"));
  jol_test_wait_until (jol_test_find_label (fixture->legend, "Show all") &&
                       gtk_widget_get_width (get_button (fixture, "Show all")) > 0);
  g_assert_true (gtk_widget_compute_bounds (get_button (fixture, "Oil"), fixture->map, &after));
  g_assert_cmpfloat (before.origin.x, ==, after.origin.x);
  g_assert_cmpfloat (before.origin.y, ==, after.origin.y);
}

static void
test_folds (Fixture *fixture, gconstpointer data)
{
  JolLegend *legend = JOL_LEGEND (fixture->legend);

  g_assert_true (jol_legend_get_wanted (legend));
  gtk_expander_set_expanded (GTK_EXPANDER (get_expander (fixture)), FALSE);
  g_assert_false (jol_legend_get_wanted (legend));
  g_assert_null (jol_test_find_label (fixture->legend, "Oil"));

  jol_legend_set_wanted (legend, TRUE);
  g_assert_nonnull (jol_test_find_label (fixture->legend, "Oil"));

  /* On a small map it begins folded, but that is not what the person wished. */
  jol_legend_set_room (legend, 340, 400);
  g_assert_null (jol_test_find_label (fixture->legend, "Oil"));
  g_assert_true (jol_legend_get_wanted (legend));
  gtk_expander_set_expanded (GTK_EXPANDER (get_expander (fixture)), TRUE);
  g_assert_nonnull (jol_test_find_label (fixture->legend, "Oil"));
  gtk_expander_set_expanded (GTK_EXPANDER (get_expander (fixture)), FALSE);
  g_assert_true (jol_legend_get_wanted (legend));
  jol_legend_set_room (legend, 800, 600);
  g_assert_nonnull (jol_test_find_label (fixture->legend, "Oil"));
}

/* A legend that explains nothing would be a heading over nothing. */
static void
test_story_of_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) none = jol_test_load_story (
      "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"none\", \"title\": \"None\","
      " \"language\": \"en\", \"view\": {\"bounds\": [46, 34, 88, 56]},"
      " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2023\"}}");

  jol_session_set_story (fixture->session, none);
  jol_test_wait_until (!gtk_widget_get_mapped (get_expander (fixture)));
  jol_session_set_story (fixture->session, fixture->story);
  jol_test_wait_until (gtk_widget_get_mapped (get_expander (fixture)));
}

/* Of many routes in one trench the map draws one, and the legend says so, folded or not. */
static void
test_many_routes (Fixture *fixture, gconstpointer data)
{
  const char *words = "1 of 400 routes drawn; zoom in or search for more";
  g_autoptr (GString) json =
      g_string_new ("{\"format\": \"jol-story\", \"version\": 1, \"id\": \"many\","
                    " \"title\": \"Many\", \"language\": \"en\","
                    " \"view\": {\"bounds\": [46, 34, 88, 56]},"
                    " \"time\": {\"start\": \"1991\", \"end\": \"2025\", \"now\": \"2023\"},"
                    " \"routes\": [");
  g_autoptr (JolStory) many = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (
        json,
        "%s{\"id\": \"route-%u\", \"name\": \"Route %u\", \"commodity\": \"gas\","
        " \"mode\": \"pipeline\", \"outlet\": \"china\", \"geometry\": {\"type\": \"LineString\","
        " \"coordinates\": [[60, 45], [63, 46]]},"
        " \"status\": [{\"from\": \"2000\", \"is\": \"operating\"}]}",
        i > 0 ? ", " : "", i, i);
  g_string_append (json, "]}");
  many = jol_test_load_story (json->str);

  jol_session_set_story (fixture->session, many);
  jol_test_wait_until (jol_test_find_label (fixture->legend, words));
  g_assert_cmpstr (get_count (fixture, "Gas"), ==, "400");
  gtk_expander_set_expanded (GTK_EXPANDER (get_expander (fixture)), FALSE);
  g_assert_true (gtk_widget_get_mapped (jol_test_get_label (fixture->legend, words)));

  jol_session_set_story (fixture->session, fixture->story);
  jol_test_wait_until (!jol_test_find_label (fixture->legend, words));
}

#define add(name, function) g_test_add ("/legend/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

  add ("row-hides-and-shows", test_row_hides_and_shows);
  add ("keyboard", test_keyboard);
  add ("count-follows-date", test_count_follows_date);
  add ("show-all", test_show_all);
  add ("rows-stay", test_rows_stay);
  add ("folds", test_folds);
  add ("many-routes", test_many_routes);
  add ("story-of-nothing", test_story_of_nothing);

  return jol_test_run ();
}
