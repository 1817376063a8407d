/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-copy.h"

#include <glib/gi18n.h>
#include <string.h>

#define FEW_WORDS 4
#define LINE_SEPARATOR "\xe2\x80\xa8"

static void
append_slice (GString *text, JolArticleBuffer *buffer, int start, int end)
{
  GtkTextIter from, to;
  g_autofree char *slice = NULL;

  if (start >= end)
    return;
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &from, start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &to, end);
  slice = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (buffer), &from, &to, TRUE);
  g_string_append (text, slice);
}

char *
jol_article_copy_text (JolArticleBuffer *buffer, int start, int end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  int at = start;

  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (buffer), NULL);

  for (guint i = jol_article_buffer_find_link_after (buffer, start);
       i < jol_article_buffer_get_n_links (buffer); i++)
    {
      const JolArticleLink *link = jol_article_buffer_get_link (buffer, i);
      const int added_end = MAX (link->mark_end, link->note_end);
      int added_start = link->note_start;

      if (link->start >= end)
        break;
      if (added_end == 0)
        continue;
      /* With the space before a mark. */
      if (link->mark_end > link->mark_start)
        added_start = link->mark_start - 1;
      append_slice (text, buffer, at, MIN (added_start, end));
      at = MAX (at, added_end);
    }
  append_slice (text, buffer, at, end);

  lines = g_strsplit (text->str, LINE_SEPARATOR, -1);
  return g_strjoinv ("\n", lines);
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  guint n_words = 0;

  for (guint i = 0; words[i]; i++)
    n_words += *words[i] != '\0';
  return n_words;
}

char *
jol_article_copy_passage (JolArticleBuffer *buffer, int start, int end)
{
  const char *language = jol_text_get_interface_language ();
  JolStory *story;
  JolArticle *article;
  const JolSection *section;
  guint n_sections;
  const char *heading;
  g_autofree char *words = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *link = NULL;

  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (buffer), NULL);

  words = jol_article_copy_text (buffer, start, end);
  if (count_words (words) <= FEW_WORDS)
    return g_steal_pointer (&words);

  story = jol_article_buffer_get_story (buffer);
  article = jol_article_buffer_get_article (buffer);
  section = &jol_article_get_sections (
      article, &n_sections)[jol_article_buffer_find_section (buffer, start)];
  heading = section->heading ? jol_text_get (section->heading, language) : NULL;
  /* Translators: in copied text; %s is the title of a story */
  origin = g_strdup_printf (_ ("From “%s”, a story in Jol"), jol_story_get_title (story, language));
  link = jol_article_copy_link (buffer, start);
  return g_strdup_printf ("%s\n\n— %s%s%s. %s\n%s\n", g_strchomp (words),
                          jol_entity_get_title (JOL_ENTITY (article), language),
                          heading && *heading ? ", " : "", heading ? heading : "", origin, link);
}

char *
jol_article_copy_link (JolArticleBuffer *buffer, int offset)
{
  JolArticle *article;
  const JolSection *sections;
  guint n_sections;
  g_autofree char *place = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *story = NULL;

  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (buffer), NULL);

  article = jol_article_buffer_get_article (buffer);
  sections = jol_article_get_sections (article, &n_sections);
  place = g_strdup_printf ("%s#%s", jol_entity_get_id (JOL_ENTITY (article)),
                           sections[jol_article_buffer_find_section (buffer, offset)].id);
  escaped = g_uri_escape_string (place, NULL, FALSE);
  story =
      g_uri_escape_string (jol_story_get_id (jol_article_buffer_get_story (buffer)), NULL, FALSE);
  return g_strdup_printf ("jol:%s?article=%s", story, escaped);
}
