/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-reading-time.h"

#include "jol-markdown.h"

#include <glib/gi18n.h>
#include <pango/pango.h>
#include <string.h>

/* Adults who silently read English non-fiction: Brysbaert, "How many words do we read per minute? A
 * review and meta-analysis of reading rate", Journal of Memory and Language 109 (2019), 104047. */
#define WORDS_A_MINUTE 238

/* Goes on with what was counted of the same block, whose runs may part a word. */
static void
count_words (const char *text, guint *n_words, gboolean *in_word)
{
  for (const char *c = text; *c; c = g_utf8_next_char (c))
    {
      const gunichar letter = g_utf8_get_char (c);
      const gboolean is_letter = g_unichar_isalnum (letter);

      *n_words += is_letter && !*in_word;
      /* An apostrophe or a hyphen does not end a word. */
      *in_word = is_letter || (*in_word && (letter == '\'' || letter == 0x2019 || letter == '-'));
    }
}

/* In which no number, abbreviation or quotation ends by mistake: Unicode's rules, as Pango has
 * them. */
static char *
dup_first_sentence (const char *text, const char *language)
{
  const int length = (int) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, length + 1);
  int end = 1;
  g_autofree char *sentence = NULL;

  pango_get_log_attrs (text, (int) strlen (text), -1, pango_language_from_string (language),
                       attributes, length + 1);
  while (end < length && !attributes[end].is_sentence_start)
    end++;
  sentence = g_utf8_substring (text, 0, MIN (end, length));
  return g_strdup (g_strstrip (sentence));
}

guint
jol_reading_time_count_words (JolArticle *article, const char *language)
{
  const JolSection *sections;
  guint n_sections, n_words = 0;

  g_return_val_if_fail (JOL_IS_ARTICLE (article), 0);

  sections = jol_article_get_sections (article, &n_sections);
  for (guint i = 0; i < n_sections; i++)
    {
      g_autoptr (GArray) blocks = jol_markdown_parse (jol_text_get (sections[i].body, language));
      const char *heading = sections[i].heading ? jol_text_get (sections[i].heading, language) : "";
      gboolean in_word = FALSE;

      count_words (heading, &n_words, &in_word);
      for (guint j = 0; j < blocks->len; j++)
        {
          const JolBlock *block = &g_array_index (blocks, JolBlock, j);

          in_word = FALSE;
          for (guint k = 0; k < block->runs->len; k++)
            count_words (g_array_index (block->runs, JolRun, k).text, &n_words, &in_word);
        }
    }

  return n_words;
}

guint
jol_reading_time_get_minutes (guint n_words)
{
  return MAX (1, (n_words + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE);
}

char *
jol_reading_time_format (guint n_minutes)
{
  /* Translators: how long the article takes to read. */
  return g_strdup_printf (ngettext ("%u minute to read", "%u minutes to read", n_minutes),
                          n_minutes);
}

char *
jol_reading_time_dup_gist (JolArticle *article, const char *language)
{
  const char *summary;
  const JolSection *sections;
  guint n_sections;

  g_return_val_if_fail (JOL_IS_ARTICLE (article), NULL);

  summary = jol_entity_get_summary (JOL_ENTITY (article), language);
  if (summary && *summary)
    return g_strdup (summary);

  sections = jol_article_get_sections (article, &n_sections);
  for (guint i = 0; i < n_sections; i++)
    {
      g_autoptr (GArray) blocks = jol_markdown_parse (jol_text_get (sections[i].body, language));

      for (guint j = 0; j < blocks->len; j++)
        {
          const JolBlock *block = &g_array_index (blocks, JolBlock, j);
          g_autofree char *text = jol_block_dup_text (block);

          if (block->kind == JOL_BLOCK_PARAGRAPH && block->containers->len == 0 && *text)
            return dup_first_sentence (text, language);
        }
    }

  return NULL;
}
