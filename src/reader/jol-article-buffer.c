/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-article-buffer-private.h"

#include "jol-article-tags.h"

G_DEFINE_FINAL_TYPE (JolArticleBuffer, jol_article_buffer, GTK_TYPE_TEXT_BUFFER)

static void
clear_link (gpointer data)
{
  g_clear_pointer (&((JolArticleLink *) data)->target, g_free);
}

/* All of it here, and the text too: GTK (4.8 to 4.22) loses a reference to the buffer with every
 * selection that is cleared in it, so that it may never be finalised. Its user disposes of it. */
static void
jol_article_buffer_dispose (GObject *object)
{
  JolArticleBuffer *self = JOL_ARTICLE_BUFFER (object);

  if (self->story)
    gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), "", 0);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->section_starts, g_array_unref);
  g_clear_pointer (&self->map, jol_text_map_free);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_clear_pointer (&self->citations, jol_citations_free);
  g_clear_object (&self->article);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (jol_article_buffer_parent_class)->dispose (object);
}

static void
jol_article_buffer_class_init (JolArticleBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jol_article_buffer_dispose;
}

static void
jol_article_buffer_init (JolArticleBuffer *self)
{
  self->links = g_array_new (FALSE, TRUE, sizeof (JolArticleLink));
  g_array_set_clear_func (self->links, clear_link);
  self->section_starts = g_array_new (FALSE, TRUE, sizeof (int));
  self->map = jol_text_map_new ();
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) jol_article_table_free);
  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify) jol_article_image_unref);
}

JolArticleBuffer *
jol_article_buffer_new (JolStory *story, JolArticle *article, const char *language)
{
  JolArticleBuffer *self;
  g_autoptr (GtkTextTagTable) tags = NULL;
  GtkTextIter start;

  g_return_val_if_fail (JOL_IS_STORY (story), NULL);
  g_return_val_if_fail (JOL_IS_ARTICLE (article), NULL);

  tags = jol_article_tags_new ();
  self = g_object_new (JOL_TYPE_ARTICLE_BUFFER, "tag-table", tags, NULL);
  self->story = g_object_ref (story);
  self->article = g_object_ref (article);
  self->citations = jol_citations_new (story);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
  jol_article_buffer_write (self, language);

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &start);
  return self;
}

JolArticle *
jol_article_buffer_get_article (JolArticleBuffer *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), NULL);

  return self->article;
}

JolStory *
jol_article_buffer_get_story (JolArticleBuffer *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), NULL);

  return self->story;
}

guint
jol_article_buffer_get_n_links (JolArticleBuffer *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), 0);

  return self->links->len;
}

const JolArticleLink *
jol_article_buffer_get_link (JolArticleBuffer *self, guint index)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), NULL);
  g_return_val_if_fail (index < self->links->len, NULL);

  return &g_array_index (self->links, JolArticleLink, index);
}

guint
jol_article_buffer_find_link_after (JolArticleBuffer *self, int offset)
{
  guint low = 0, high;

  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), 0);

  high = self->links->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const JolArticleLink *link = &g_array_index (self->links, JolArticleLink, middle);

      if (MAX (MAX (link->end, link->mark_end), link->note_end) > offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

int
jol_article_buffer_find_link (JolArticleBuffer *self, int offset)
{
  guint index = jol_article_buffer_find_link_after (self, offset);
  const JolArticleLink *link;

  if (index == self->links->len)
    return -1;

  link = &g_array_index (self->links, JolArticleLink, index);
  return (offset >= link->start && offset < link->end) ||
                 (offset >= link->mark_start && offset < link->mark_end) ||
                 (offset >= link->note_start && offset < link->note_end)
             ? (int) index
             : -1;
}

guint
jol_article_buffer_get_source_number (JolArticleBuffer *self, JolSource *source)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), 0);

  return jol_citations_get_number (self->citations, source);
}

guint
jol_article_buffer_get_n_sections (JolArticleBuffer *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), 0);

  return self->section_starts->len;
}

int
jol_article_buffer_get_section_offset (JolArticleBuffer *self, guint section)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), 0);
  g_return_val_if_fail (section < self->section_starts->len, 0);

  return g_array_index (self->section_starts, int, section);
}

int
jol_article_buffer_get_sections_end (JolArticleBuffer *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), 0);

  return self->sections_end;
}

void
jol_article_buffer_find_passage (JolArticleBuffer *self,
                                 const JolPassage *passage,
                                 int *start_out,
                                 int *end_out)
{
  int length;

  g_return_if_fail (JOL_IS_ARTICLE_BUFFER (self));
  g_return_if_fail (passage && passage->article == self->article && passage->end > passage->start);

  length = gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (self));
  *start_out = jol_text_map_find (self->map, passage->section, passage->start, length);
  *end_out = jol_text_map_find (self->map, passage->section, passage->end - 1, length) + 1;
}

guint
jol_article_buffer_find_section (JolArticleBuffer *self, int offset)
{
  guint section = 0;

  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), 0);

  while (section + 1 < self->section_starts->len &&
         g_array_index (self->section_starts, int, section + 1) <= offset)
    section++;
  return section;
}

const GPtrArray *
jol_article_buffer_get_tables (JolArticleBuffer *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), NULL);

  return self->tables;
}

const GPtrArray *
jol_article_buffer_get_images (JolArticleBuffer *self)
{
  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), NULL);

  return self->images;
}

/* The first that ends at or after an offset, or NULL. */
static JolArticleTable *
find_table_after (JolArticleBuffer *self, int offset)
{
  guint low = 0, high = self->tables->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (jol_article_table_get_end (g_ptr_array_index (self->tables, middle)) >= offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low < self->tables->len ? g_ptr_array_index (self->tables, low) : NULL;
}

JolArticleTable *
jol_article_buffer_find_table (JolArticleBuffer *self, int offset)
{
  JolArticleTable *table;

  g_return_val_if_fail (JOL_IS_ARTICLE_BUFFER (self), NULL);

  table = find_table_after (self, offset);
  return table && jol_article_table_get_start (table) <= offset ? table : NULL;
}

void
jol_article_buffer_set_theme (JolArticleBuffer *self, JolTheme theme)
{
  g_return_if_fail (JOL_IS_ARTICLE_BUFFER (self));

  jol_article_tags_set_theme (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), theme);
}

gboolean
jol_article_link_speaks_of (const JolArticleLink *self, const char *id)
{
  return jol_mention_speaks_of (self->entity, id);
}
