/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is searched for: by a person, by the bus and by the desktop's own search. */
#include "config.h"
#include "fuzz.h"

#include "jol-country.h"
#include "jol-resources.h"
#include "jol-search-index.h"
#include "jol-story-loader.h"

#include <string.h>

#define LIMIT 5

/* One index for all, as a program has one for a story. */
static JolSearchIndex *
get_index (void)
{
  static JolSearchIndex *index;

  if (!index)
    {
      g_autoptr (JolStory) story = NULL;

      g_resources_register (jol_resources_get_resource ());
      story = jol_story_load_bundled ();
      index = jol_search_index_new (story, jol_country_dup_names, NULL);
    }
  return index;
}

/* In order, apart from each other, and between characters: else bold text would be cut in two. */
static void
check_ranges (const char *text, const JolSearchRange *ranges, guint n_ranges)
{
  gsize end = 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < n_ranges; i++)
    {
      g_assert_cmpuint (ranges[i].start, >=, end);
      g_assert_cmpuint (ranges[i].start, <, ranges[i].end);
      g_assert_cmpuint (ranges[i].end, <=, strlen (text));
      g_assert_true (g_utf8_validate_len (text, ranges[i].start, NULL));
      g_assert_true (g_utf8_validate_len (text, ranges[i].end, NULL));
      end = ranges[i].end;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GPtrArray) groups = NULL;

  /* The entry and the bus hand over nothing else. */
  if (!g_utf8_validate (text, -1, NULL))
    return 0;

  groups = jol_search_index_query (get_index (), text, "en", LIMIT);
  for (guint i = 0; i < groups->len; i++)
    {
      const JolSearchGroup *group = g_ptr_array_index (groups, i);

      g_assert_cmpuint (group->results->len, >=, 1);
      g_assert_cmpuint (group->results->len, <=, MIN (group->n_found, LIMIT));
      for (guint j = 0; j < group->results->len; j++)
        {
          JolSearchResult *result = g_ptr_array_index (group->results, j);
          const JolSearchRange *ranges;
          guint n_ranges;
          const char *said = jol_search_result_get_title (result, &ranges, &n_ranges);

          check_ranges (said, ranges, n_ranges);
          said = jol_search_result_get_snippet (result, &ranges, &n_ranges);
          check_ranges (said, ranges, n_ranges);
        }
    }
  return 0;
}
