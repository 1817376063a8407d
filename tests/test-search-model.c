/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-country.h"
#include "jol-search-model.h"
#include "jol-session.h"
#include "jol-test-story.h"
#include "jol-test-util.h"

typedef struct
{
  JolSearchIndex *index;
  JolSearchModel *model;
  guint n_changes;
} Fixture;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  fixture->n_changes++;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, added);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_test_load_random_story (30);

  fixture->index = jol_search_index_new (story, jol_country_dup_names, NULL);
  fixture->model = jol_search_model_new ();
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->model);
  jol_search_index_unref (fixture->index);
}

/* "event:30 - - - - +26" */
static char *
print (Fixture *fixture)
{
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++)
    {
      g_autoptr (JolSearchRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);
      const guint count = jol_search_row_get_count (row);

      switch (jol_search_row_get_row_type (row))
        {
        case JOL_SEARCH_ROW_HEADING:
          g_string_append_printf (rows, " %s:%u",
                                  jol_search_kind_to_string (jol_search_row_get_kind (row)), count);
          break;
        case JOL_SEARCH_ROW_RESULT:
          g_assert_nonnull (jol_search_row_get_result (row));
          g_string_append (rows, " -");
          break;
        case JOL_SEARCH_ROW_MORE:
        default:
          g_string_append_printf (rows, " +%u", count);
        }
    }
  return g_string_free (rows, FALSE);
}

static void
assert_rows (Fixture *fixture, const char *expected)
{
  g_autofree char *rows = print (fixture);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  jol_search_model_set_query (fixture->model, "event", "en");
  g_assert_false (jol_search_model_has_index (fixture->model));
  assert_rows (fixture, "");
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  jol_search_model_set_index (fixture->model, fixture->index);
  g_assert_true (jol_search_model_has_index (fixture->model));
  assert_rows (fixture, " event:30 - - - - +26");
  g_assert_cmpuint (jol_search_model_get_n_found (fixture->model), ==, 30);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  jol_search_model_set_query (fixture->model, "event", "en");
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  jol_search_model_set_query (fixture->model, "old line", "en");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  jol_search_model_set_query (fixture->model, "nothing of it", "en");
  assert_rows (fixture, "");
  jol_search_model_set_index (fixture->model, NULL);
  g_assert_cmpuint (jol_search_model_get_n_found (fixture->model), ==, 0);
}

static void
test_expand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) all = g_string_new (" event:30");

  for (guint i = 0; i < 30; i++)
    g_string_append (all, " -");

  jol_search_model_set_index (fixture->model, fixture->index);
  jol_search_model_set_query (fixture->model, "event", "en");
  jol_search_model_expand (fixture->model, JOL_SEARCH_EVENT);
  assert_rows (fixture, all->str);
  /* Another query begins anew. */
  jol_search_model_set_query (fixture->model, "even", "en");
  assert_rows (fixture, " event:30 - - - - +26");
}

/* A row that said "1 more" would take the room of that one. */
static void
test_last_one (void)
{
  g_autoptr (JolStory) story = jol_test_load_random_story (5);
  Fixture fixture = { jol_search_index_new (story, jol_country_dup_names, NULL),
                      jol_search_model_new (), 0 };

  jol_search_model_set_index (fixture.model, fixture.index);
  jol_search_model_set_query (fixture.model, "event", "en");
  assert_rows (&fixture, " event:5 - - - - -");
  tear_down (&fixture, NULL);
}

static void
test_session_query (void)
{
  g_autoptr (JolSession) session = jol_session_new ();
  guint notified;

  jol_test_count_notify (session, "query", &notified);
  g_assert_null (jol_session_get_query (session));
  jol_session_set_query (session, "");
  g_assert_cmpuint (notified, ==, 0);
  jol_session_set_query (session, "tengiz");
  jol_session_set_query (session, "tengiz");
  g_assert_cmpuint (notified, ==, 1);
  jol_session_set_query (session, jol_session_get_query (session) + 3);
  g_assert_cmpstr (jol_session_get_query (session), ==, "giz");
  jol_session_set_query (session, "");
  g_assert_null (jol_session_get_query (session));
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  g_test_add ("/search-model/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/search-model/expand", Fixture, NULL, set_up, test_expand, tear_down);
  g_test_add_func ("/search-model/last-one", test_last_one);
  g_test_add_func ("/search-model/session-query", test_session_query);
  return jol_test_run ();
}
