/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-search-query.h"
#include "jol-search-index.h"
#include "jol-country.h"
#include "jol-story-loader.h"
#include "jol-test-story.h"
#include "jol-test-util.h"

#include <string.h>

#define N_RANDOM 60

#define STORY                                                                                      \
  "{\"format\": \"jol-story\", \"version\": 1, \"id\": \"s\", \"title\": \"S\","                   \
  " \"language\": \"en\", \"view\": {\"bounds\": [40, 35, 80, 50]},"                               \
  " \"time\": {\"start\": \"1991\", \"end\": \"2025-12-31\"},"                                     \
  " \"sources\": [{\"id\": \"report\", \"title\": \"Atyrau report\", \"publisher\": \"Press\"}],"  \
  " \"places\": ["                                                                                 \
  "  {\"id\": \"old-atyrau\", \"kind\": \"site\", \"name\": \"Old Atyrau\", \"at\": [51, 47]},"    \
  "  {\"id\": \"atyrau-port\", \"kind\": \"port\", \"name\": \"Atyrau port\", \"at\": [51, 46]},"  \
  "  {\"id\": \"guryev\", \"kind\": \"city\", \"country\": \"KZ\", \"at\": [51, 47],"              \
  "   \"name\": {\"en\": \"Atyrau\", \"ru\": \"Гурьев\"}},"                                  \
  "  {\"id\": \"nearby\", \"kind\": \"field\", \"name\": \"Matyraus\", \"at\": [52, 47],"          \
  "   \"note\": \"Small.\"},"                                                                      \
  "  {\"id\": \"far\", \"kind\": \"field\", \"name\": \"Far field\", \"at\": [59, 47],"            \
  "   \"note\": \"Its oil goes by way of Atyrau, and by Aqtau to the sea.\"}],"                    \
  " \"routes\": [{\"id\": \"line\", \"name\": \"First line\", \"commodity\": \"oil\","             \
  "   \"mode\": \"pipeline\", \"operator\": \"Line Company\","                                     \
  "   \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[50, 45], [60, 46]]},"            \
  "   \"status\": [{\"from\": \"1999\", \"is\": \"operating\"}],"                                  \
  "   \"owners\": [{\"name\": \"Tengiz Oil\", \"share\": 12.5},"                                   \
  "                {\"name\": \"Line Company\"}]}],"                                               \
  " \"events\": [{\"id\": \"met\", \"kind\": \"summit\", \"date\": \"2022-07-05\","                \
  "   \"title\": \"They met\", \"place\": \"guryev\", \"participants\": [\"KZ\", \"CN\"],"         \
  "   \"summary\": \"They spoke of pipes.\"}],"                                                    \
  " \"claims\": [{\"id\": \"so\", \"statement\": \"So it is.\", \"verdict\": \"partly\"}],"        \
  " \"articles\": [{\"id\": \"essay\", \"title\": \"An essay\", \"sections\": ["                   \
  "   {\"id\": \"one\", \"heading\": \"Beginnings\","                                              \
  "    \"body\": \"The *Kashagan* [field](#far) is large.\\n\\nSecond.\"},"                        \
  "   {\"id\": \"two\", \"body\": \"No heading here.\"}]}]}"

typedef struct
{
  JolSearchIndex *index;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JolStory) story = jol_test_load_story (STORY);

  fixture->index = jol_search_index_new (story, jol_country_dup_names, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jol_search_index_unref (fixture->index);
}

static GPtrArray *
find (JolSearchIndex *index, const char *text)
{
  g_autoptr (GPtrArray) groups = jol_search_index_query (index, text, "en", G_MAXUINT);

  return jol_search_groups_flatten (groups);
}

/* "place guryev, place atyrau-port" */
static char *
print (GPtrArray *results)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    g_string_append_printf (
        line, "%s%s %s", i ? ", " : "",
        jol_search_kind_to_string (jol_search_result_get_kind (g_ptr_array_index (results, i))),
        jol_search_result_get_id (g_ptr_array_index (results, i)));
  return g_string_free (line, FALSE);
}

static void
assert_found (JolSearchIndex *index, const char *text, const char *expected)
{
  g_autoptr (GPtrArray) results = find (index, text);
  g_autofree char *found = print (results);

  g_test_message ("%.60s", text);
  g_assert_cmpstr (found, ==, expected);
}

/* A text with what is marked in brackets. */
static char *
mark (const char *text, const JolSearchRange *ranges, guint n)
{
  GString *marked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (ranges[i].start, >=, at);
      g_assert_cmpuint (ranges[i].end, <=, strlen (text));
      g_string_append_len (marked, text + at, (gssize) (ranges[i].start - at));
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + ranges[i].start,
                           (gssize) (ranges[i].end - ranges[i].start));
      g_string_append_c (marked, ']');
      at = ranges[i].end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

/* Of the best result. */
static void
assert_shown (JolSearchIndex *index, const char *text, const char *title, const char *snippet)
{
  g_autoptr (GPtrArray) results = find (index, text);
  const JolSearchRange *ranges;
  guint n;
  g_autofree char *marked_title = NULL, *marked_snippet = NULL;
  const char *shown;

  g_test_message ("%.60s", text);
  g_assert_cmpuint (results->len, >, 0);
  shown = jol_search_result_get_title (g_ptr_array_index (results, 0), &ranges, &n);
  marked_title = mark (shown, ranges, n);
  g_assert_cmpstr (marked_title, ==, title);
  shown = jol_search_result_get_snippet (g_ptr_array_index (results, 0), &ranges, &n);
  marked_snippet = mark (shown, ranges, n);
  g_assert_cmpstr (marked_snippet, ==, snippet);
}

/* Name, beginning of a name, word of a name, inside of a name, text; sources only as text. */
static void
test_rank (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture->index, "atyrau",
                "place guryev, place atyrau-port, place old-atyrau, event met, place nearby, "
                "place far, source report");
  assert_found (fixture->index, "ATYRAU po", "place atyrau-port, source report, event met");
  assert_found (fixture->index, "po atyrau", "place atyrau-port, source report, event met");
  assert_found (fixture->index, "yra",
                "place guryev, place old-atyrau, place atyrau-port, place nearby, event met, "
                "source report, place far");
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture->index, "kazakhstan", "country KZ, place guryev, event met");
  assert_found (fixture->index, "казахстан", "country KZ, place guryev, event met");
  assert_found (fixture->index, "kz", "country KZ");
  assert_found (fixture->index, "tengiz oil", "owner line, route line");
  assert_found (fixture->index, "company", "owner line, route line");
  assert_found (fixture->index, "oil pipeline first", "route line");
  assert_found (fixture->index, "kashagan large", "article essay#one");
  assert_found (fixture->index, "no heading", "article essay#two");
  assert_found (fixture->index, "beginnings", "article essay#one");
  assert_found (fixture->index, "partly", "claim so");
  assert_found (fixture->index, "july 2022", "event met");
  assert_found (fixture->index, "press", "source report");
}

static void
test_spelling (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture->index, "атырау гавань", "");
  assert_found (fixture->index, "атырау порт", "place atyrau-port, source report");
  assert_found (fixture->index, "gur'yev", "place guryev, event met");
  assert_found (fixture->index, "Кашаган", "article essay#one");
  assert_found (fixture->index, "Ақтау", "place far");
  /* On the way to Kashagan by a letter that may yet become another one. */
  assert_found (fixture->index, "kashag", "article essay#one");
  assert_found (fixture->index, "kazak", "country KZ, place guryev, event met");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  assert_found (fixture->index, "", "");
  assert_found (fixture->index, " ,-’ ", "");
  assert_found (fixture->index, "atyrau nowhere", "");
  assert_found (fixture->index, "a b c d e f g h i j k l m n o p q r s t u v w x y z", "");
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  assert_shown (fixture->index, "aty", "[Aty]rau", "City · Kazakhstan");
  assert_shown (fixture->index, "гурьев", "Atyrau", "[Гурьев] · City · Kazakhstan");
  assert_shown (fixture->index, "tengiz", "[Tengiz] Oil", "12.5 % of First line");
  assert_shown (fixture->index, "line comp", "[Line] [Comp]any", "Operator of First [line]");
  assert_shown (fixture->index, "kashagan", "Beginnings",
                "The [Kashagan] field is large. Second. · An essay");
  assert_shown (fixture->index, "far aktau", "[Far] field",
                "Its oil goes by way of Atyrau, and by [Aqtau] to the sea. · Field");
  assert_shown (fixture->index, "china", "[China]", "1 event");
  assert_shown (fixture->index, "met china", "They [met]", "[China] · 5 July 2022 · Atyrau");
}

/* Only the neighbourhood of what matched, in whole words. */
static void
test_long_text (void)
{
  g_autoptr (GString) body = g_string_new ("{\"format\": \"jol-story\", \"version\": 1, \"id\": "
                                           "\"s\", \"title\": \"S\", \"language\": \"en\", "
                                           "\"view\": {\"bounds\": [40, 35, 80, 50]}, \"time\": "
                                           "{\"start\": \"1991\", \"end\": \"2025\"}, "
                                           "\"articles\": [{\"id\": \"a\", \"title\": \"A\", "
                                           "\"sections\": [{\"id\": \"b\", \"heading\": \"B\", "
                                           "\"body\": \"");
  g_autoptr (JolStory) story = NULL;
  g_autoptr (JolSearchIndex) index = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (body, "word%u ", i);
  g_string_append (body, "\"}]}]}");
  story = jol_test_load_story (body->str);
  index = jol_search_index_new (story, jol_country_dup_names, NULL);

  assert_shown (index, "word50", "B",
                "…word45 word46 word47 word48 word49 [word50] word51 word52 word53 word54 word55 "
                "word56 word57 word58 word59 word60 word61 word62 word63 word64 word65 word66 "
                "word67 word68 word69…");
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = jol_search_index_query (fixture->index, "atyrau", "en", 2);
  const JolSearchGroup *places = g_ptr_array_index (groups, 0);
  const JolSearchGroup *events = g_ptr_array_index (groups, 1);

  g_assert_cmpint (places->kind, ==, JOL_SEARCH_PLACE);
  g_assert_cmpuint (places->n_found, ==, 5);
  g_assert_cmpuint (places->results->len, ==, 2);
  g_assert_cmpstr (jol_search_result_get_id (g_ptr_array_index (places->results, 1)), ==,
                   "atyrau-port");
  g_assert_cmpint (events->kind, ==, JOL_SEARCH_EVENT);
}

static void
test_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) groups = jol_search_index_query (fixture->index, "atyrau", "ru", 1);
  const JolSearchGroup *places = g_ptr_array_index (groups, 0);

  g_assert_cmpstr (jol_search_result_get_title (g_ptr_array_index (places->results, 0), NULL, NULL),
                   ==, "Гурьев");
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (JolStory) story = jol_test_load_story (STORY);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL, cancelled = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JolSearchIndex) index = NULL;

  jol_search_index_new_async (story, jol_country_dup_names, NULL, made_cb, &result);
  jol_test_wait_until (result);
  index = jol_search_index_new_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (jol_search_index_get_story (index) == story);
  assert_found (index, "tengiz", "owner line, route line");

  g_cancellable_cancel (cancellable);
  jol_search_index_new_async (story, jol_country_dup_names, cancellable, made_cb, &cancelled);
  jol_test_wait_until (cancelled);
  g_assert_null (jol_search_index_new_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What a person must find in the story that comes with Jol, in any alphabet. */
static void
test_bundled (void)
{
  static const char *const rows[][2] = {
    { "Каспий", "route cpc" },
    { "kaspiy", "route cpc" },
    { "Тенгиз", "place tengiz" },
    { "tengiz", "place tengiz" },
    { "Teñiz", "place tengiz" },
    { "Xi'an", "place xian" },
    { "сиань", "place xian" },
    { "西安", "place xian" },
    { "Казахстан", "country KZ" },
    { "Qazaqstan", "country KZ" },
    { "cpc", "route cpc" },
    { "Tengiz-Novorossiysk", "route cpc" },
    { "tengiz–novoross", "route cpc" },
    { "kenkiyak-kumkol", "route kenkiyak-kumkol" },
  };
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolSearchIndex) index = jol_search_index_new (story, jol_country_dup_names, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) results = find (index, rows[i][0]);
      g_autofree char *found = NULL;

      g_assert_cmpuint (results->len, >, 0);
      g_ptr_array_set_size (results, 1);
      found = print (results);
      g_assert_cmpstr (found, ==, rows[i][1]);
    }
}

/* A document's texts, searched one by one. */
typedef struct
{
  const JolSearchQuery *query;
  JolFold *fold;
  guint found;
} Reading;

static gboolean
read_cb (const char *text, JolSearchField field, gpointer data)
{
  Reading *reading = data;

  reading->found |= jol_search_query_mark (reading->query, reading->fold, text, NULL);
  return TRUE;
}

static char *
dup_random_part (JolStory *story)
{
  guint n;
  JolEvent *const *events = jol_story_get_events (story, &n);
  JolEntity *event = JOL_ENTITY (events[g_test_rand_int_range (0, (int) n)]);
  const char *text = g_test_rand_bit () && jol_entity_get_summary (event, NULL)
                         ? jol_entity_get_summary (event, NULL)
                         : jol_entity_get_title (event, NULL);
  const long length = g_utf8_strlen (text, -1);
  const long start = g_test_rand_int_range (0, (int) length);
  /* Not inside of MIN (), which works out what it chooses for the second time. */
  const long end = start + g_test_rand_int_range (1, 14);

  return g_utf8_substring (text, start, MIN (length, end));
}

/* The index finds what reading every text from end to end finds, neither more nor less. */
static void
test_same_as_reading (void)
{
  g_autoptr (JolStory) story = jol_story_load_bundled ();
  g_autoptr (JolSearchIndex) index = jol_search_index_new (story, jol_country_dup_names, NULL);
  g_autoptr (JolSearchDocuments) documents =
      jol_search_documents_new (story, jol_country_dup_names);
  g_autoptr (JolFold) fold = jol_fold_new ();
  guint n_found = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      /* Without hyphens: "a-c" is also the beginning of the name "Accident". */
      g_autofree char *text = g_strdelimit (dup_random_part (story), "-", ' ');
      g_autoptr (JolSearchQuery) query = jol_search_query_new (fold, text);
      g_autoptr (GPtrArray) results = find (index, text);
      guint expected = 0;

      for (guint j = 0; query->n_words > 0 && j < jol_search_documents_get_size (documents); j++)
        {
          const JolSearchDocument *document = jol_search_documents_get (documents, j);
          Reading reading = { query, fold, 0 };

          jol_search_documents_visit_names (documents, document, read_cb, &reading);
          jol_search_documents_visit_texts (documents, document, read_cb, &reading);
          expected += reading.found == jol_search_query_get_all (query);
        }
      g_test_message ("%.60s", text);
      g_assert_cmpuint (results->len, ==, expected);
      n_found += expected;
    }
  g_assert_cmpuint (n_found, >, N_RANDOM);
}

/* A story that was made to hurt: no end to a word, nothing but hyphens, a thousand languages. */
static void
test_hostile (void)
{
  g_autoptr (GString) json =
      g_string_new ("{\"format\": \"jol-story\", \"version\": 1, \"id\": \"s\", \"title\": \"S\","
                    " \"language\": \"en\", \"view\": {\"bounds\": [40, 35, 80, 50]},"
                    " \"time\": {\"start\": \"1991\", \"end\": \"2025\"}, \"events\": [");
  g_autoptr (JolStory) story = NULL;
  g_autoptr (JolSearchIndex) index = NULL;
  g_autofree char *long_query = NULL;

  g_string_append (json, "{\"id\": \"long\", \"kind\": \"visit\", \"date\": \"2001\", "
                         "\"title\": \"");
  for (guint i = 0; i < 100000; i++)
    g_string_append (json, i % 2 ? "京" : "ab");
  g_string_append (json, "\"}, {\"id\": \"parts\", \"kind\": \"visit\", \"date\": \"2001\", "
                         "\"title\": \"");
  for (guint i = 0; i < 100000; i++)
    g_string_append (json, "a-");
  g_string_append (json, "end\", \"summary\": \"");
  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (json, "%x ", g_test_rand_int ());
  g_string_append (json, "\"}, {\"id\": \"marks\", \"kind\": \"visit\", \"date\": \"2001\", "
                         "\"title\": \"z");
  for (guint i = 0; i < 100000; i++)
    g_string_append (json, "\u0301");
  g_string_append (json, "oe\", \"summary\": \"a\\nb \u202e\"}]}");

  story = jol_test_load_story (json->str);
  index = jol_search_index_new (story, jol_country_dup_names, NULL);
  assert_found (index, "ab京ab京", "event long");
  assert_found (index, "a-a-a", "event parts, event long, event marks");
  assert_found (index, "z", "event marks");
  long_query = g_strnfill (100000, 'q');
  assert_found (index, long_query, "");
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/search-index/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("rank", test_rank);
  ADD ("kinds", test_kinds);
  ADD ("spelling", test_spelling);
  ADD ("nothing", test_nothing);
  ADD ("shown", test_shown);
  ADD ("limit", test_limit);
  ADD ("language", test_language);
#undef ADD
  g_test_add_func ("/search-index/long-text", test_long_text);
  g_test_add_func ("/search-index/async", test_async);
  g_test_add_func ("/search-index/bundled", test_bundled);
  g_test_add_func ("/search-index/same-as-reading", test_same_as_reading);
  g_test_add_func ("/search-index/hostile", test_hostile);
  return jol_test_run ();
}
