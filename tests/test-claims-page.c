/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-claim-list.h"
#include "jol-claim-row.h"
#include "jol-claims-page.h"
#include "jol-link-popover.h"
#include "jol-story-loader.h"
#include "jol-test-story.h"
#include "jol-test-ui.h"

#include <string.h>

#define N_MANY 10000

typedef struct
{
  JolSession *session;
  GtkWidget *page;
  GtkWidget *window;
  GtkWidget *entry;
} Fixture;

static void
open_story (Fixture *fixture, JolStory *story)
{
  fixture->session = jol_session_new ();
  jol_session_set_story (fixture->session, story);
  fixture->page = jol_claims_page_new ();
  jol_claims_page_set_session (JOL_CLAIMS_PAGE (fixture->page), fixture->session);
  fixture->window = jol_test_show (fixture->page, 380, 700);
  fixture->entry = jol_test_find_child (fixture->page, GTK_TYPE_SEARCH_ENTRY);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();

  open_story (fixture, story);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_test_destroy_window (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *id)
{
  GtkWidget *found = NULL;

  if (JOL_IS_CLAIM_ROW (widget))
    {
      JolClaim *claim = jol_claim_row_get_claim (JOL_CLAIM_ROW (widget));

      return claim && g_str_equal (jol_entity_get_id (JOL_ENTITY (claim)), id) ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, id);
  return found;
}

static gboolean
is_in_sight (Fixture *fixture, const char *id)
{
  GtkWidget *scroller = jol_test_find_child (fixture->page, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *row = find_row (fixture->page, id);
  graphene_rect_t bounds;

  return row && gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, scroller, &bounds) &&
         bounds.origin.y >= -1 && bounds.origin.y < gtk_widget_get_height (scroller) - 20;
}

static void
press_row (Fixture *fixture, const char *id)
{
  GtkWidget *row;

  jol_test_wait_until (is_in_sight (fixture, id));
  row = find_row (fixture->page, id);
  g_signal_emit_by_name (jol_test_find_child (row, GTK_TYPE_BUTTON), "clicked");
}

static void
search (Fixture *fixture, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), words);
}

/* The chip whose words begin so. */
static GtkWidget *
find_chip (GtkWidget *widget, const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) && jol_test_is_said (widget, words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_chip (child, words);
  return found;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static guint
count_listed (JolClaimList *list, guint hidden, const char *words)
{
  jol_claim_list_narrow (list, hidden, words);
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
test_list (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolClaimList) list = jol_claim_list_new ();
  guint n_total, n_changes = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  jol_claim_list_set_story (list, story);
  n_total = jol_claim_list_get_n_total (list);
  g_assert_cmpuint (n_total, ==, 86);
  g_assert_cmpuint (jol_claim_list_count (list, JOL_VERDICT_WRONG), ==, 2);
  g_assert_false (jol_claim_list_is_narrowed (list));

  /* By verdict, by words, and by both. */
  g_assert_cmpuint (count_listed (list, 1u << JOL_VERDICT_WRONG, ""), ==, n_total - 2);
  g_assert_cmpuint (jol_claim_list_find (list, "claim-caspian-date"), ==, G_MAXUINT);
  g_assert_cmpuint (count_listed (list, 0, "bread SALT"), ==, 1);
  g_assert_cmpuint (jol_claim_list_find (list, "claim-bread-and-salt"), ==, 0);
  g_assert_cmpuint (count_listed (list, 1u << JOL_VERDICT_CONTESTED, "bread salt"), ==, 0);
  g_assert_true (jol_claim_list_is_narrowed (list));
  g_assert_cmpuint (count_listed (list, 0, "bread xyzzy"), ==, 0);

  /* In any alphabet, in what it is about, and word by word as it is typed. */
  g_assert_cmpuint (count_listed (list, 0, "тенгиз"), ==, count_listed (list, 0, "tengiz"));
  g_assert_cmpuint (count_listed (list, 0, "tengiz"), >, 0);
  g_assert_cmpuint (count_listed (list, 0, "Turkmenista"), >, 0);
  g_assert_cmpuint (count_listed (list, 0, "  "), ==, n_total);

  /* Nothing changed, nothing told. */
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_cb), &n_changes);
  jol_claim_list_narrow (list, 0, "  ");
  g_assert_cmpuint (n_changes, ==, 0);
  jol_claim_list_set_story (list, NULL);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&list));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *wrong = find_chip (fixture->page, "✗ wrong 2");
  GtkWidget *clear = jol_test_get_label (fixture->page, "Clear filter");

  clear = gtk_widget_get_ancestor (clear, GTK_TYPE_BUTTON);
  g_assert_nonnull (wrong);
  g_assert_nonnull (find_chip (fixture->page, "✓ supported 40"));
  g_assert_true (jol_test_is_said (fixture->page, "86 of 86 claims"));
  g_assert_false (gtk_widget_get_sensitive (clear));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (wrong), FALSE);
  g_assert_true (jol_test_is_said (fixture->page, "84 of 86 claims"));
  g_signal_emit_by_name (clear, "clicked");
  g_assert_true (jol_test_is_said (fixture->page, "86 of 86 claims"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (wrong)));

  search (fixture, "bread and salt");
  jol_test_wait_until (jol_test_is_said (fixture->page, "1 of 86 claims"));
  jol_test_wait_until (is_in_sight (fixture, "claim-bread-and-salt"));
}

static void
test_nothing_matches (Fixture *fixture, gconstpointer data)
{
  GtkWidget *status = jol_test_find_child (fixture->page, ADW_TYPE_STATUS_PAGE);

  search (fixture, "xyzzy");
  jol_test_wait_until (gtk_widget_get_mapped (status));
  g_assert_true (jol_test_is_said (status, "No claims match"));
  g_assert_true (jol_test_is_said (fixture->page, "0 of 86 claims"));

  g_signal_emit_by_name (jol_test_find_child (status, GTK_TYPE_BUTTON), "clicked");
  jol_test_wait_until (!gtk_widget_get_mapped (status));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");
  g_assert_true (jol_test_is_said (fixture->page, "86 of 86 claims"));
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  const char *const id = "claim-independent-policy"; /* the first */
  JolEntity *claim = jol_story_lookup (jol_session_get_story (fixture->session), id);
  const char *note = jol_entity_get_summary (claim, "en");
  GtkWidget *row;

  jol_test_wait_until (is_in_sight (fixture, id));
  row = find_row (fixture->page, id);
  g_assert_true (jol_test_is_said (row, jol_entity_get_title (claim, "en")));
  g_assert_false (jol_test_is_said (row, note));
  g_assert_null (jol_session_get_selection (fixture->session));

  press_row (fixture, id);
  g_assert_true (jol_test_is_said (row, note));
  g_assert_true (jol_test_is_said (row, "Sources"));
  g_assert_true (jol_test_is_said (row, "About"));
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, id);
  g_assert_true (gtk_widget_has_css_class (row, "selected"));

  /* Nothing that is chosen afterwards closes it. */
  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_READER);
  g_assert_true (jol_test_is_said (row, note));
  g_assert_false (gtk_widget_has_css_class (row, "selected"));

  jol_session_select (fixture->session, id, JOL_ORIGIN_READER);
  press_row (fixture, id);
  g_assert_false (jol_test_is_said (row, note));
  g_assert_null (jol_session_get_selection (fixture->session));
}

static void
test_about (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  jol_claims_page_reveal (JOL_CLAIMS_PAGE (fixture->page), "claim-less-russian-oil-routes");
  jol_test_wait_until (is_in_sight (fixture, "claim-less-russian-oil-routes"));
  row = find_row (fixture->page, "claim-less-russian-oil-routes");
  g_assert_true (jol_test_activate_link (row, "btc"));
  jol_test_wait_until (g_strcmp0 (jol_session_get_selection (fixture->session), "btc") == 0);
  g_assert_true (jol_test_is_said (row, "Kazakhstan"));
  g_assert_false (jol_test_activate_link (row, "KZ"));
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  const char *const id = "claim-independent-policy";
  JolStory *story = jol_session_get_story (fixture->session);
  const char *source = jol_entity_get_source_ids (jol_story_lookup (story, id))[0];
  GtkWidget *popover;

  press_row (fixture, id);
  jol_test_wait_until (is_in_sight (fixture, id));
  g_assert_true (jol_test_activate_link (find_row (fixture->page, id), source));
  popover = jol_test_find_child (fixture->page, JOL_TYPE_LINK_POPOVER);
  jol_test_wait_until (popover && gtk_widget_get_mapped (popover));
  g_assert_true (jol_test_is_said (
      popover, jol_source_get_url (JOL_SOURCE (jol_story_lookup (story, source)))));
}

static void
passage_shown_cb (const JolPassage **shown, const JolPassage *passage)
{
  *shown = passage;
}

static void
test_passages (Fixture *fixture, gconstpointer data)
{
  const char *const id = "claim-cpc-80";
  const GPtrArray *passages =
      jol_story_get_passages_about (jol_session_get_story (fixture->session), id);
  const JolPassage *first = g_ptr_array_index (passages, 0);
  const JolPassage *shown = NULL;
  GtkWidget *row, *quote;

  jol_claims_page_reveal (JOL_CLAIMS_PAGE (fixture->page), id);
  jol_test_wait_until (is_in_sight (fixture, id));
  row = find_row (fixture->page, id);
  g_assert_true (jol_test_is_said (row, "Where it is said"));

  g_signal_connect_swapped (fixture->session, "show-passage", G_CALLBACK (passage_shown_cb),
                            &shown);
  quote = jol_test_get_label (row, first->text);
  g_signal_emit_by_name (gtk_widget_get_ancestor (quote, GTK_TYPE_BUTTON), "clicked");
  g_assert_true (shown == first);
}

/* What is chosen elsewhere is opened and brought into sight, whatever the filter hides. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const char *const id = "claim-new-middle-class"; /* the last */
  GtkWidget *row;

  jol_test_wait_until (is_in_sight (fixture, "claim-independent-policy"));
  jol_session_select (fixture->session, id, JOL_ORIGIN_APP);
  jol_test_wait_until (is_in_sight (fixture, id));
  row = find_row (fixture->page, id);
  g_assert_true (gtk_widget_has_css_class (row, "selected"));
  g_assert_true (jol_test_is_said (row, "About"));

  search (fixture, "bread and salt");
  jol_test_wait_until (jol_test_is_said (fixture->page, "1 of 86 claims"));
  jol_session_select (fixture->session, "claim-caspian-date", JOL_ORIGIN_CARD);
  jol_test_wait_until (is_in_sight (fixture, "claim-caspian-date"));
  g_assert_true (jol_test_is_said (fixture->page, "86 of 86 claims"));

  /* What is no claim leaves the list where it is. */
  jol_session_select (fixture->session, "cpc", JOL_ORIGIN_MAP);
  jol_claims_page_reveal (JOL_CLAIMS_PAGE (fixture->page), "cpc");
  g_assert_true (is_in_sight (fixture, "claim-caspian-date"));
}

/* Escape empties the entry, then ends; Return takes the first. */
static void
test_entry (Fixture *fixture, gconstpointer data)
{
  guint n_closed = 0;

  g_signal_connect_swapped (fixture->page, "closed", G_CALLBACK (count_cb), &n_closed);
  search (fixture, "bread and salt");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpstr (jol_session_get_selection (fixture->session), ==, "claim-bread-and-salt");
  g_signal_emit_by_name (fixture->entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");
  g_assert_cmpuint (n_closed, ==, 0);
  g_signal_emit_by_name (fixture->entry, "stop-search");
  g_assert_cmpuint (n_closed, ==, 1);
  g_signal_emit_by_name (jol_test_find_button (fixture->page, "Back to the article"), "clicked");
  g_assert_cmpuint (n_closed, ==, 2);
}

static JolStory *
load_claims (guint n_claims)
{
  g_autoptr (GString) json =
      g_string_new ("{\"format\": \"jol-story\", \"version\": 1, \"id\": \"many\","
                    "\"title\": \"Many\", \"language\": \"en\","
                    "\"view\": {\"bounds\": [46, 34, 88, 56]},"
                    "\"time\": {\"start\": \"1991\", \"end\": \"2025\"}");

  for (guint i = 0; i < n_claims; i++)
    g_string_append_printf (json,
                            "%s{\"id\": \"claim-%u\", \"statement\": \"Claim number %u is made.\","
                            "\"verdict\": \"%s\", \"about\": [\"KZ\"]}",
                            i == 0 ? ", \"claims\": [" : ",", i, i,
                            jol_verdict_to_string (i % JOL_N_VERDICTS));
  g_string_append (json, n_claims > 0 ? "]}" : "}");
  return jol_test_load_story (json->str);
}

/* The list has widgets only for what is near what one sees. */
static void
test_many (void)
{
  g_autoptr (JolStory) story = load_claims (N_MANY);
  Fixture fixture;
  guint n_widgets = 0;
  GtkWidget *list;

  open_story (&fixture, story);
  g_assert_true (jol_test_is_said (fixture.page, "10000 of 10000 claims"));
  jol_session_select (fixture.session, "claim-7654", JOL_ORIGIN_APP);
  jol_test_wait_until (is_in_sight (&fixture, "claim-7654"));
  list = jol_test_find_child (fixture.page, GTK_TYPE_LIST_VIEW);
  for (GtkWidget *child = gtk_widget_get_first_child (list); child;
       child = gtk_widget_get_next_sibling (child))
    n_widgets++;
  g_assert_cmpuint (n_widgets, <, 1000);
  search (&fixture, "number 7655");
  jol_test_wait_until (jol_test_is_said (fixture.page, "1 of 10000 claims"));
  tear_down (&fixture, NULL);
}

static void
test_none (void)
{
  g_autoptr (JolStory) story = load_claims (0);
  g_autoptr (JolStory) bundled = jol_story_load_bundled ();
  Fixture fixture;

  open_story (&fixture, story);
  g_assert_true (jol_test_is_said (fixture.page, "This story makes no claims"));
  g_assert_false (gtk_widget_get_mapped (fixture.entry));
  /* Another story is another list. */
  jol_session_set_story (fixture.session, bundled);
  jol_test_wait_until (gtk_widget_get_mapped (fixture.entry));
  g_assert_true (jol_test_is_said (fixture.page, "86 of 86 claims"));
  tear_down (&fixture, NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/claims-page/filter", test_filter },
    { "/claims-page/nothing-matches", test_nothing_matches },
    { "/claims-page/row", test_row },
    { "/claims-page/about", test_about },
    { "/claims-page/source", test_source },
    { "/claims-page/passages", test_passages },
    { "/claims-page/selection", test_selection },
    { "/claims-page/entry", test_entry },
  };

  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/claims-page/list", test_list);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/claims-page/many", test_many);
  g_test_add_func ("/claims-page/none", test_none);
  return jol_test_run ();
}
