/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reader.h"
#include "jol-reading-places.h"
#include "jol-test-reader.h"
#include "jol-test-ui.h"

static void
assert_place (JolReadingPlaces *places,
              const char *story,
              const char *article,
              const char *section,
              int offset)
{
  int found = 0;

  g_assert_cmpstr (jol_reading_places_find (places, story, article, &found), ==, section);
  g_assert_cmpint (found, ==, offset);
}

static void
test_values (void)
{
  g_autoptr (JolReadingPlaces) places = jol_reading_places_new ();
  g_autoptr (JolReadingPlaces) other = jol_reading_places_new ();
  g_autoptr (GVariant) variant = NULL;
  const char *section;
  int offset;

  assert_place (places, "story", "article", NULL, 0);
  jol_reading_places_put (places, "story", "article", "s", 7);
  jol_reading_places_put (places, "story", "second", "t", -3);
  jol_reading_places_put (places, "other", "article", "u", 9);
  assert_place (places, "story", "article", "s", 7);
  assert_place (places, "story", "second", "t", -3);
  assert_place (places, "other", "article", "u", 9);
  /* The last one counts; a value that is our own survives. */
  section = jol_reading_places_find (places, "story", "article", &offset);
  jol_reading_places_put (places, "story", "article", section, 8);
  assert_place (places, "story", "article", "s", 8);
  jol_reading_places_forget (places, "story", "second");
  assert_place (places, "story", "second", NULL, 0);

  variant = jol_reading_places_to_variant (places);
  jol_reading_places_put (other, "story", "gone", "x", 1);
  jol_reading_places_take_from (other, variant);
  assert_place (other, "story", "gone", NULL, 0);
  assert_place (other, "story", "article", "s", 8);
  assert_place (other, "other", "article", "u", 9);
}

static void
test_many (void)
{
  g_autoptr (JolReadingPlaces) places = jol_reading_places_new ();
  g_autoptr (GVariant) variant = NULL;

  for (int i = 0; i <= JOL_READING_PLACES_MAX; i++)
    {
      g_autofree char *article = g_strdup_printf ("a-%d", i);

      jol_reading_places_put (places, "story", article, "s", i + 1);
    }
  assert_place (places, "story", "a-0", NULL, 0);
  assert_place (places, "story", "a-1", "s", 2);
  variant = jol_reading_places_to_variant (places);
  g_assert_cmpuint (g_variant_n_children (variant), ==, JOL_READING_PLACES_MAX);
}

static void
read_on (ReaderFixture *fixture)
{
  jol_test_wait_until (reader_is_measured (fixture) && reader_get_bottom (fixture) > 0);
  reader_turn_wheel (fixture);
  /* The list of sources is the longer half. */
  reader_scroll_to (fixture, reader_get_bottom (fixture) / 4);
}

static void
test_article_comes_back (ReaderFixture *fixture, gconstpointer data)
{
  int middle;

  read_on (fixture);
  middle = reader_get_offset_at_top (fixture);
  jol_session_set_article (fixture->session, "how-to-read", JOL_ORIGIN_APP);
  jol_test_wait_until (reader_is_measured (fixture));
  g_assert_cmpfloat (reader_get_scroll (fixture), ==, 0);

  jol_session_set_article (fixture->session, "one-to-many", JOL_ORIGIN_APP);
  jol_test_wait_until (reader_is_at_top (fixture, middle));
  /* A link to a section leads there, wherever one was. */
  jol_session_set_article (fixture->session, "how-to-read", JOL_ORIGIN_APP);
  jol_session_set_article (fixture->session, "one-to-many#pipes-north", JOL_ORIGIN_APP);
  jol_test_wait_until (reader_is_section_at_top (fixture, 1));
  g_assert_cmpstr (jol_session_get_article (fixture->session), ==, "one-to-many#pipes-north");
}

/* Of what was read to its end nothing is left to read. */
static void
test_end_is_no_place (ReaderFixture *fixture, gconstpointer data)
{
  jol_test_wait_until (reader_is_measured (fixture) && reader_get_bottom (fixture) > 0);
  reader_scroll_to (fixture, reader_get_bottom (fixture));
  jol_test_wait_until (reader_is_measured (fixture));
  reader_scroll_to (fixture, reader_get_bottom (fixture));
  jol_session_set_article (fixture->session, "how-to-read", JOL_ORIGIN_APP);
  jol_session_set_article (fixture->session, "one-to-many", JOL_ORIGIN_APP);
  jol_test_wait_until (reader_is_measured (fixture));
  g_assert_cmpfloat (reader_get_scroll (fixture), ==, 0);
}

/* As a program that is started again does it: the places first, then the article as it was left. */
static void
test_next_start (ReaderFixture *fixture, gconstpointer data)
{
  ReaderFixture next = { 0 };
  g_autoptr (GVariant) places = NULL;
  g_autofree char *article = NULL;
  int middle;

  read_on (fixture);
  middle = reader_get_offset_at_top (fixture);
  article = g_strdup (jol_session_get_article (fixture->session));
  places = jol_reader_dup_places (JOL_READER (fixture->reader));

  reader_fixture_open (&next, fixture->story);
  jol_session_set_article (next.session, "how-to-read", JOL_ORIGIN_APP);
  jol_reader_set_places (JOL_READER (next.reader), places);
  jol_session_set_article (next.session, article, JOL_ORIGIN_HISTORY);
  jol_test_wait_until (reader_is_at_top (&next, middle));
  g_assert_true (g_str_has_prefix (jol_session_get_article (next.session), article));
  reader_fixture_tear_down (&next, NULL);
}

/* Not shown yet when the program ends: the place is that to which it was on its way. */
static void
test_never_shown (ReaderFixture *fixture, gconstpointer data)
{
  GtkWidget *reader;
  g_autoptr (GVariant) places = g_variant_ref_sink (
      g_variant_new_parsed ("[('own-paths', 'one-to-many', 'pipes-north', 400)]"));
  g_autoptr (GVariant) kept = NULL;

  reader = g_object_ref_sink (jol_reader_new ());
  jol_reader_set_places (JOL_READER (reader), places);
  jol_session_set_article (fixture->session, "how-to-read", JOL_ORIGIN_APP);
  jol_reader_set_session (JOL_READER (reader), fixture->session);
  jol_session_set_article (fixture->session, "one-to-many", JOL_ORIGIN_APP);
  kept = jol_reader_dup_places (JOL_READER (reader));
  g_assert_true (g_variant_equal (kept, places));
  jol_reader_set_session (JOL_READER (reader), NULL);
  g_assert_finalize_object (reader);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (ReaderFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/reading-places/article-comes-back", test_article_comes_back },
    { "/reading-places/end-is-no-place", test_end_is_no_place },
    { "/reading-places/next-start", test_next_start },
    { "/reading-places/never-shown", test_never_shown },
  };

  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/reading-places/values", test_values);
  g_test_add_func ("/reading-places/many", test_many);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ReaderFixture, NULL, reader_fixture_set_up, tests[i].test,
                reader_fixture_tear_down);
  return jol_test_run ();
}
