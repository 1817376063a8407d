/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-find.h"
#include "jol-test-ui.h"

/* The matches as "start-end", with spaces. */
static char *
search (const char *text, const char *query)
{
  g_autoptr (JolFind) find = jol_find_new (text);
  g_autoptr (GArray) matches = jol_find_search (find, query);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const JolFindMatch *match = &g_array_index (matches, JolFindMatch, i);

      g_string_append_printf (found, "%s%d-%d", i ? " " : "", match->start, match->end);
    }
  return g_strdup (found->str);
}

static void
test_cases (void)
{
  const struct
  {
    const char *text;
    const char *query;
    const char *found;
  } cases[] = {
    { "one two one", "one", "0-3 8-11" },
    { "one two one", "three", "" },
    { "one", "", "" },
    { "one", "  ", "" },
    { "", "one", "" },
    /* Capitals, accents, in any direction. */
    { "ONE", "one", "0-3" },
    { "one", "ONE", "0-3" },
    { "Aşgabat", "asgabat", "0-7" },
    { "Asgabat", "Aşgabat", "0-7" },
    { "Ёлка", "елка", "0-4" },
    { "е\xcc\x81лка!", "елка", "0-5" }, /* a mark of its own */
    { "Мой", "мои", "" },
    { "Мой", "МОЙ", "0-3" },
    { "Теңіз ТЕҢІЗ", "теңіз", "0-5 6-11" },
    /* As it is typed, and as it is set. */
    { "Xi’an – “yes”", "xi'an - \"yes\"", "0-13" },
    { "58\u00a0Mt", "58 Mt", "0-5" },
    { "long  \nway", "long way", "0-10" },
    { "a\u2028b", "a b", "0-3" },
    { "un\u00adbroken", "unbroken", "0-9" },
    { "one two", " two ", "4-7" },
    /* None inside another. */
    { "aaaa", "aa", "0-2 2-4" },
    { "aaa", "aa", "0-2" },
    /* Characters, not bytes. */
    { "жол жол", "жол", "0-3 4-7" },
    { "\xef\xbf\xbc pipe", "pipe", "2-6" }, /* what stands for a picture */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (cases[i].text, cases[i].query);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Every part of a text is found in it, where it is. */
static void
test_parts (void)
{
  const char *text = "Türkmen gazı – “Қазақстан’s” way\u00a0out,  ёлки и й\u2028the END.";
  const int length = (int) g_utf8_strlen (text, -1);
  g_autoptr (JolFind) find = jol_find_new (text);

  for (int round = 0; round < 500; round++)
    {
      int start = g_test_rand_int_range (0, length),
          end = g_test_rand_int_range (start, length) + 1;
      g_autofree char *part = g_utf8_substring (text, start, end);
      g_autofree char *query = g_utf8_strup (part, -1);
      g_autoptr (GArray) matches = jol_find_search (find, query);
      gboolean is_found = *g_strstrip (part) == '\0';

      for (guint i = 0; i < matches->len; i++)
        {
          const JolFindMatch *match = &g_array_index (matches, JolFindMatch, i);

          is_found = is_found || (match->start < end && match->end > start);
        }
      if (!is_found)
        g_error ("“%s” is not found", query);
    }
}

int
main (int argc, char **argv)
{
  jol_test_init_ui (&argc, &argv);
  g_test_add_func ("/find/cases", test_cases);
  g_test_add_func ("/find/parts", test_parts);
  return jol_test_run ();
}
