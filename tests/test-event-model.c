/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-event-model.h"

#include "jol-test-story.h"
#include "jol-test-util.h"

static const JolSpan no_span = { 0 };

static void
set_query (JolEventModel *model,
           JolStory *story,
           JolFilter filter,
           const char *subject,
           const JolSpan *span)
{
  const JolEventQuery query = { .filter = filter, .subject = subject, .span = *span };

  jol_event_model_set_query (model, story, &query);
}

/* A copy of a model kept up by items-changed alone, as a list view keeps its rows. */
typedef struct
{
  GPtrArray *items;
  guint n_changes;
  guint n_moved; /* items removed and added, of all changes */
} Mirror;

static void
assert_mirrors (GListModel *model, Mirror *mirror)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, mirror->items->len);
  for (guint i = 0; i < mirror->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == mirror->items->pdata[i]);
    }
  g_assert_null (g_list_model_get_item (model, mirror->items->len));
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Mirror *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->items->len);
  g_assert_cmpuint (removed + added, >, 0);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->items, position + i, g_list_model_get_item (model, position + i));

  mirror->n_changes++;
  mirror->n_moved += removed + added;
  /* Also in the middle of a query's changes. Not each time: it is quadratic. */
  if (mirror->n_changes % 16 == 1)
    assert_mirrors (model, mirror);
}

static void
begin_mirror (Mirror *mirror, GListModel *model)
{
  mirror->items = g_ptr_array_new_with_free_func (g_object_unref);
  mirror->n_changes = mirror->n_moved = 0;
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), mirror);
}

static gboolean
is_about (JolStory *story, const char *subject, JolEvent *event)
{
  const GPtrArray *events;

  if (!subject)
    return TRUE;
  events = jol_story_get_events_about (story, subject);
  for (guint i = 0; i < events->len; i++)
    {
      if (events->pdata[i] == event)
        return TRUE;
    }
  return FALSE;
}

/* What the rows should be, by the plainest means. */
static GPtrArray *
list_expected (JolStory *story, JolFilter filter, const char *subject, const JolSpan *span)
{
  GPtrArray *events = g_ptr_array_new ();
  guint n;
  JolEvent *const *all = jol_story_get_events (story, &n);

  for (guint i = 0; i < n; i++)
    {
      if (jol_filter_hides (filter, jol_event_get_event_kind (all[i])))
        continue;
      if (!is_about (story, subject, all[i]))
        continue;
      if (jol_span_is_set (span) &&
          (jol_event_get_last_day (all[i]) < jol_date_first_day (&span->from) ||
           jol_event_get_first_day (all[i]) > jol_date_last_day (&span->to)))
        continue;
      g_ptr_array_add (events, all[i]);
    }
  return events;
}

static void
assert_rows (JolEventModel *model, GPtrArray *expected)
{
  guint row = 0;
  int year = 0;
  JolYear *heading = NULL;
  guint n_in_year = 0;

  for (guint i = 0; i < expected->len; i++, row++)
    {
      JolEvent *event = expected->pdata[i];
      g_autoptr (GObject) item = NULL;

      if (jol_event_get_date (event)->year != year)
        {
          g_autoptr (GObject) above = g_list_model_get_item (G_LIST_MODEL (model), row++);

          if (heading)
            g_assert_cmpuint (jol_year_get_n_events (heading), ==, n_in_year);
          year = jol_event_get_date (event)->year;
          g_assert_true (JOL_IS_YEAR (above));
          heading = JOL_YEAR (above);
          g_assert_cmpint (jol_year_get_year (heading), ==, year);
          n_in_year = 0;
        }

      item = g_list_model_get_item (G_LIST_MODEL (model), row);
      g_assert_true (item == (GObject *) event);
      g_assert_cmpuint (jol_event_model_find (model, event), ==, row);
      n_in_year++;
    }
  if (heading)
    g_assert_cmpuint (jol_year_get_n_events (heading), ==, n_in_year);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, row);
  g_assert_cmpuint (jol_event_model_get_n_events (model), ==, expected->len);
}

static void
assert_date (JolEventModel *model, GPtrArray *expected, const JolDate *date)
{
  guint n = 0;
  guint row = jol_event_model_find_date (model, date);

  while (n < expected->len &&
         jol_event_get_first_day (expected->pdata[n]) <= jol_date_last_day (date))
    n++;

  g_assert_cmpuint (jol_event_model_count_until (model, date), ==, n);
  if (n == 0)
    g_assert_cmpuint (row, ==, G_MAXUINT);
  else
    g_assert_cmpuint (row, ==, jol_event_model_find (model, expected->pdata[n - 1]));
}

static void
test_empty (void)
{
  g_autoptr (JolEventModel) model = jol_event_model_new ();
  const JolDate date = { .year = 2000 };

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_cmpuint (jol_event_model_get_n_total (model), ==, 0);
  g_assert_cmpuint (jol_event_model_find_date (model, &date), ==, G_MAXUINT);
  g_assert_cmpuint (jol_event_model_count_until (model, &date), ==, 0);
}

static void
test_story (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolEventModel) model = jol_event_model_new ();
  g_autoptr (GPtrArray) expected = list_expected (story, 0, NULL, &no_span);
  Mirror mirror;

  begin_mirror (&mirror, G_LIST_MODEL (model));
  set_query (model, story, 0, NULL, &no_span);
  g_assert_cmpuint (mirror.n_changes, ==, 1);
  g_assert_cmpuint (jol_event_model_get_n_total (model), ==, 6);
  assert_rows (model, expected);
  assert_mirrors (G_LIST_MODEL (model), &mirror);

  /* The same again is no change. */
  set_query (model, story, 0, NULL, &no_span);
  g_assert_cmpuint (mirror.n_changes, ==, 1);

  set_query (model, NULL, 0, NULL, &no_span);
  g_assert_cmpuint (mirror.items->len, ==, 0);

  g_ptr_array_unref (mirror.items);
  g_assert_finalize_object (g_steal_pointer (&model));
}

/* Hiding one kind removes its rows and no others, and showing it again gives the same items. */
static void
test_small_changes (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolEventModel) model = jol_event_model_new ();
  g_autoptr (GObject) heading = NULL;
  g_autoptr (GObject) again = NULL;
  Mirror mirror;
  guint n_counted;

  begin_mirror (&mirror, G_LIST_MODEL (model));
  set_query (model, story, 0, NULL, &no_span);
  heading = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (JOL_IS_YEAR (heading));
  jol_test_count_notify (heading, "n-events", &n_counted);
  mirror.n_changes = mirror.n_moved = 0;

  /* The only summit: its year keeps two others. */
  set_query (model, story, 1u << JOL_EVENT_SUMMIT, NULL, &no_span);
  g_assert_cmpuint (mirror.n_changes, ==, 1);
  g_assert_cmpuint (mirror.n_moved, ==, 1);
  g_assert_cmpuint (n_counted, ==, 1);
  g_assert_cmpuint (jol_year_get_n_events (JOL_YEAR (heading)), ==, 2);

  /* Two pipeline events, one of them with its year. */
  set_query (model, story, 1u << JOL_EVENT_SUMMIT | 1u << JOL_EVENT_PIPELINE, NULL, &no_span);
  g_assert_cmpuint (mirror.n_changes, ==, 3);
  g_assert_cmpuint (mirror.n_moved, ==, 4);

  set_query (model, story, 0, NULL, &no_span);
  again = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (again == heading);
  assert_mirrors (G_LIST_MODEL (model), &mirror);
  g_ptr_array_unref (mirror.items);
}

static void
test_random (void)
{
  for (int round = 0; round < 6; round++)
    {
      g_autoptr (JolStory) story = jol_test_load_random_story (g_test_rand_int_range (0, 300));
      g_autoptr (JolEventModel) model = jol_event_model_new ();
      Mirror mirror;

      begin_mirror (&mirror, G_LIST_MODEL (model));
      for (int i = 0; i < 40; i++)
        {
          const char *subjects[] = { NULL, NULL, "alpha", "old-line", "gamma" };
          const char *subject = subjects[g_test_rand_int_range (0, G_N_ELEMENTS (subjects))];
          JolFilter filter = g_test_rand_int () & g_test_rand_int () & 0xff;
          JolSpan span = { 0 };
          g_autoptr (GPtrArray) expected = NULL;

          if (g_test_rand_bit ())
            {
              span.from.year = (gint16) g_test_rand_int_range (1990, 2010);
              span.to.year = (gint16) (span.from.year + g_test_rand_int_range (0, 15));
            }

          set_query (model, story, filter, subject, &span);
          assert_mirrors (G_LIST_MODEL (model), &mirror);
          expected = list_expected (story, filter, subject, &span);
          assert_rows (model, expected);
          for (int k = 0; k < 20; k++)
            {
              JolDate date = jol_date_from_day (g_test_rand_int_range (726000, 741000),
                                                (JolPrecision) g_test_rand_int_range (0, 3));

              assert_date (model, expected, &date);
            }
        }
      g_ptr_array_unref (mirror.items);
      g_signal_handlers_disconnect_by_data (model, &mirror);
    }
}

static void
test_hidden_event (void)
{
  g_autoptr (JolStory) story = jol_test_load_small_story ();
  g_autoptr (JolEventModel) model = jol_event_model_new ();
  JolEvent *event = JOL_EVENT (jol_story_lookup (story, "jan-2009"));

  g_assert_cmpuint (jol_event_model_find (model, event), ==, G_MAXUINT);
  set_query (model, story, 1u << JOL_EVENT_SUMMIT, NULL, &no_span);
  g_assert_cmpuint (jol_event_model_find (model, event), ==, G_MAXUINT);
}

static void
test_many (void)
{
  g_autoptr (JolStory) story = jol_test_load_random_story (20000);
  g_autoptr (JolEventModel) model = jol_event_model_new ();
  JolFilter filter = 1u << JOL_EVENT_VISIT;
  Mirror mirror;

  set_query (model, story, 0, NULL, &no_span);
  begin_mirror (&mirror, G_LIST_MODEL (model));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    g_ptr_array_add (mirror.items, g_list_model_get_item (G_LIST_MODEL (model), i));

  /* Thousands of runs are told as one. */
  set_query (model, story, filter, NULL, &no_span);
  g_assert_cmpuint (mirror.n_changes, ==, 1);
  assert_mirrors (G_LIST_MODEL (model), &mirror);
  g_ptr_array_unref (mirror.items);
  g_signal_handlers_disconnect_by_data (model, &mirror);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/event-model/empty", test_empty);
  g_test_add_func ("/event-model/story", test_story);
  g_test_add_func ("/event-model/small-changes", test_small_changes);
  g_test_add_func ("/event-model/random", test_random);
  g_test_add_func ("/event-model/hidden-event", test_hidden_event);
  g_test_add_func ("/event-model/many", test_many);

  return jol_test_run ();
}
