/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-card.h"

#include "jol-sections.h"
#include "jol-story-loader.h"
#include "jol-test-card.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#define WIDTH_PX 300

static void
assert_date (CardFixture *fixture, const char *expected)
{
  g_autofree char *date = jol_date_to_iso (jol_session_get_date (fixture->session));

  g_assert_cmpstr (date, ==, expected);
}

static void
select_thing (CardFixture *fixture, const char *id)
{
  g_assert_true (jol_session_select (fixture->session, id, JOL_ORIGIN_APP));
}

static void
test_empty (CardFixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->card));

  select_thing (fixture, "line");
  g_assert_true (gtk_widget_get_visible (fixture->card));
  gtk_test_accessible_assert_role (fixture->card, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->card, GTK_ACCESSIBLE_PROPERTY_LABEL, "Card");

  select_thing (fixture, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->card));
}

static void
test_events (CardFixture *fixture, gconstpointer data)
{
  select_thing (fixture, "line");
  g_assert_false (card_shows (fixture, "A storm stops loading"));

  card_click (fixture, "2 events");
  card_assert_shows (fixture, "The line opens");
  card_assert_shows (fixture, "March 2022 · Incident");
  gtk_test_accessible_assert_property (card_get_button (fixture, "A storm stops loading"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A storm stops loading, March 2022 · Incident");

  card_click (fixture, "A storm stops loading");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "storm");
  assert_date (fixture, "2022-03");
  card_assert_shows (fixture, "A storm stops loading");
  g_assert_false (card_shows (fixture, "2 events"));
}

static void
count_origin_cb (JolSession *session, GParamSpec *pspec, gpointer count)
{
  if (jol_session_get_origin (session) == JOL_ORIGIN_CARD)
    ++*(guint *) count;
}

static void
test_hover (CardFixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  GtkEventController *motion;
  guint n = 0;

  select_thing (fixture, "line");
  card_click (fixture, "2 events");
  row = card_get_button (fixture, "The line opens");
  motion = jol_test_find_controller (row, GTK_TYPE_EVENT_CONTROLLER_MOTION);

  g_signal_connect (fixture->session, "notify::hover", G_CALLBACK (count_origin_cb), &n);
  g_signal_emit_by_name (motion, "enter", 1.0, 1.0);
  g_assert_cmpstr (jol_session_get_hover (fixture->session), ==, "opening");
  g_assert_true (gtk_widget_has_css_class (row, "hovered"));
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (jol_session_get_hover (fixture->session));
  g_assert_cmpuint (n, ==, 2);

  jol_session_set_hover (fixture->session, "storm", JOL_ORIGIN_MAP);
  g_assert_true (
      gtk_widget_has_css_class (card_get_button (fixture, "A storm stops loading"), "hovered"));
}

static void
passage_shown_cb (JolSession *session, const JolPassage *passage, const JolPassage **shown)
{
  *shown = passage;
}

static void
test_passages (CardFixture *fixture, gconstpointer data)
{
  const JolPassage *shown = NULL;

  select_thing (fixture, "line");
  card_click (fixture, "3 passages");
  card_assert_shows (fixture, "An essay · Where it ends");
  g_signal_connect (fixture->session, "show-passage", G_CALLBACK (passage_shown_cb), &shown);
  card_click (fixture, "At the sea, where a storm came.");
  g_assert_nonnull (shown);
  g_assert_cmpstr (shown->text, ==, "At the sea, where a storm came.");
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "essay#end");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "line");
}

static void
test_sections (CardFixture *fixture, gconstpointer data)
{
  select_thing (fixture, "line");
  card_click (fixture, "2 claims");
  gtk_test_accessible_assert_state (card_get_button (fixture, "2 claims"),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  card_assert_shows (fixture, "Most oil goes this way.");

  /* One at a time. */
  card_click (fixture, "3 passages");
  g_assert_false (card_shows (fixture, "Most oil goes this way."));
  gtk_test_accessible_assert_state (card_get_button (fixture, "2 claims"),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  card_click (fixture, "3 passages");
  g_assert_false (card_shows (fixture, "An essay · Where it ends"));

  card_click (fixture, "3 passages");
  select_thing (fixture, "storm");
  g_assert_false (card_shows (fixture, "An essay · Where it ends"));
  card_assert_shows (fixture, "2 passages");
  g_assert_false (card_shows (fixture, "3 passages"));
}

static void
build_nothing (GtkBox *box, gpointer user_data)
{
}

/* Whatever the language, a section's name and number are on one line. */
static void
test_section_labels (void)
{
  static const char *const labels[][6] = {
    { "About", "History", "29 events", "55 passages", "10 claims", "38 sources" },
    { "Обзор", "История", "29 событий", "55 фрагментов", "10 тезисов", "38 источников" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *sections = jol_sections_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *bar = jol_sections_get_bar (JOL_SECTIONS (sections));
      GtkWidget *window;

      for (guint j = 0; j < G_N_ELEMENTS (labels[i]); j++)
        jol_sections_add (JOL_SECTIONS (sections), labels[i][j], labels[i][j], build_nothing, NULL);
      gtk_box_append (GTK_BOX (box), bar);
      gtk_box_append (GTK_BOX (box), sections);
      window = jol_test_show (box, 300, 200);
      for (guint j = 0; j < G_N_ELEMENTS (labels[i]); j++)
        {
          GtkLabel *label = GTK_LABEL (jol_test_get_label (bar, labels[i][j]));

          g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (label)), ==, 1);
        }
      jol_test_destroy_window (window);
    }
}

static gboolean
is_in_sight (GtkWidget *widget, GtkWidget *scroller)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, scroller, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

/* However low the card is, its sections can be opened, and are scrolled to. */
static void
test_low (CardFixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = jol_test_find_child (fixture->card, GTK_TYPE_SCROLLED_WINDOW);

  gtk_widget_set_margin_bottom (fixture->card, 460);
  select_thing (fixture, "line");
  jol_test_wait_until (gtk_widget_get_height (fixture->card) > 0);
  g_assert_cmpint (gtk_widget_get_height (fixture->card), <=, 240);
  g_assert_true (is_in_sight (card_get_button (fixture, "2 claims"), fixture->card));

  card_click (fixture, "2 claims");
  jol_test_wait_until (
      is_in_sight (card_get_button (fixture, "Most oil goes this way."), scroller));
  g_assert_true (is_in_sight (card_get_button (fixture, "2 claims"), fixture->card));
}

static void
count_cb (gpointer object, guint *count)
{
  ++*count;
}

static void
test_copy (CardFixture *fixture, gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->card);
  guint n_copied = 0;

  g_signal_connect (fixture->card, "copied", G_CALLBACK (count_cb), &n_copied);
  jol_card_copy_reference (JOL_CARD (fixture->card));
  g_assert_cmpuint (n_copied, ==, 0);

  select_thing (fixture, "line");
  jol_card_copy_reference (JOL_CARD (fixture->card));
  g_assert_cmpuint (n_copied, ==, 1);

  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==,
                   "Long Line\n"
                   "Oil · operating · July 2022\n"
                   "It carries oil to the sea.\n"
                   "\n"
                   "From “A story to test the card”, a story in Jol\n"
                   "jol:card?select=line&date=2022-07\n"
                   "\n"
                   "Sources:\n"
                   "– A paper on pipelines, The Institute, 22 February 2023, "
                   "https://example.org/paper\n"
                   "– A book without an address, The Press, 2010\n");
}

static GtkWidget *
search_icon_button (GtkWidget *widget, const char *icon)
{
  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search_icon_button (child, icon);

      if (found)
        return found;
    }
  return NULL;
}

static void
test_close (CardFixture *fixture, gconstpointer data)
{
  GtkWidget *button = search_icon_button (fixture->card, "window-close-symbolic");

  select_thing (fixture, "line");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Close");
  g_signal_emit_by_name (button, "clicked");
  g_assert_null (jol_session_get_selection (fixture->session));
  g_assert_false (gtk_widget_get_visible (fixture->card));
}

static void
test_focus (CardFixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  select_thing (fixture, "line");
  jol_test_wait_until (gtk_widget_get_mapped (fixture->card));
  card_click (fixture, "2 events");
  g_assert_true (gtk_widget_grab_focus (card_get_button (fixture, "A storm stops loading")));
  card_click (fixture, "A storm stops loading");

  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, fixture->card));
}

static void
test_story_change (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) small = jol_test_load_small_story ();

  select_thing (fixture, "line");
  jol_session_set_story (fixture->session, small);
  g_assert_false (gtk_widget_get_visible (fixture->card));
  g_assert_false (card_shows (fixture, "Long Line"));

  select_thing (fixture, "old-line");
  card_assert_shows (fixture, "Old line");
  jol_session_set_story (fixture->session, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->card));
}

static void
test_height (CardFixture *fixture, gconstpointer data)
{
  int compact, open;

  select_thing (fixture, "line");
  jol_test_wait_until (gtk_widget_get_height (fixture->card) > 0);
  compact = gtk_widget_get_height (fixture->card);
  g_assert_cmpint (gtk_widget_get_width (fixture->card), ==, WIDTH_PX);

  /* As high as what it shows, and no higher than the room there is. */
  card_click (fixture, "History");
  jol_test_wait_until (gtk_widget_get_height (fixture->card) > compact);
  open = gtk_widget_get_height (fixture->card);
  g_assert_cmpint (open, <=, gtk_widget_get_height (gtk_widget_get_parent (fixture->card)));
  card_click (fixture, "History");
  jol_test_wait_until (gtk_widget_get_height (fixture->card) == compact);
}

static void
show_all_sections (GtkWidget *card)
{
  GtkWidget *sections = jol_test_find_child (card, JOL_TYPE_SECTIONS);
  static const char *const names[] = { "about",  "history", "events", "passages",
                                       "claims", "routes",  "sources" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (jol_sections_set_open (JOL_SECTIONS (sections), names[i]))
      {
        int least;

        gtk_widget_measure (gtk_widget_get_parent (gtk_widget_get_parent (sections)),
                            GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        g_assert_cmpint (least, <=, WIDTH_PX);
      }
}

/* Whatever is in the bundled story fits into the card's width, and none of it makes GTK complain.
 */
static void
test_bundled (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolSession) session = jol_session_new ();
  GtkWidget *card = jol_card_new ();
  GPtrArray *ids = g_ptr_array_new ();
  guint n;
  JolRoute *const *routes = jol_story_get_routes (story, &n);
  JolPlace *const *places;
  JolEvent *const *events;
  JolClaim *const *claims;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, (gpointer) jol_entity_get_id (JOL_ENTITY (routes[i])));
  places = jol_story_get_places (story, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, (gpointer) jol_entity_get_id (JOL_ENTITY (places[i])));
  events = jol_story_get_events (story, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, (gpointer) jol_entity_get_id (JOL_ENTITY (events[i])));
  claims = jol_story_get_claims (story, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, (gpointer) jol_entity_get_id (JOL_ENTITY (claims[i])));

  g_object_ref_sink (card);
  jol_session_set_story (session, story);
  jol_card_set_session (JOL_CARD (card), session);
  for (guint i = 0; i < ids->len; i++)
    {
      g_assert_true (jol_session_select (session, g_ptr_array_index (ids, i), JOL_ORIGIN_APP));
      g_assert_true (gtk_widget_get_visible (card));
      show_all_sections (card);
    }

  g_ptr_array_unref (ids);
  g_assert_finalize_object (card);
}

int
main (int argc, char *argv[])
{
  jol_test_init_ui (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/card/" name, CardFixture, NULL, card_fixture_set_up, func, card_fixture_tear_down)
  ADD ("empty", test_empty);
  ADD ("events", test_events);
  ADD ("hover", test_hover);
  ADD ("passages", test_passages);
  ADD ("sections", test_sections);
  ADD ("low", test_low);
  ADD ("copy", test_copy);
  ADD ("close", test_close);
  ADD ("focus", test_focus);
  ADD ("story-change", test_story_change);
  ADD ("height", test_height);
#undef ADD
  g_test_add_func ("/card/section-labels", test_section_labels);
  g_test_add_func ("/card/bundled", test_bundled);

  return jol_test_run ();
}
