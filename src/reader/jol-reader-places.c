/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one left off reading an article, and how one comes back there. */
#include "config.h"

#include "jol-reader-private.h"

/* Of what is shown; called before it goes. An article at its beginning, or read to its end, is
 * begun anew. */
void
jol_reader_keep_place (JolReader *self)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  const guint section = jol_follow_get_section (self->follow);
  const JolSection *sections;
  guint n_sections;
  JolArticle *article;
  const char *story, *id;
  int offset;

  if (!buffer)
    return;

  article = jol_article_buffer_get_article (buffer);
  sections = jol_article_get_sections (article, &n_sections);
  story = jol_story_get_id (self->story);
  id = jol_entity_get_id (JOL_ENTITY (article));
  offset = jol_follow_get_offset (self->follow);
  if (offset == 0 || section >= n_sections || jol_reader_is_at_end (self))
    jol_reading_places_forget (self->places, story, id);
  else
    jol_reading_places_put (self->places, story, id, sections[section].id,
                            offset - jol_article_buffer_get_section_offset (buffer, section));
}

/* To where the article that is shown was left; FALSE when that is not known. */
gboolean
jol_reader_resume (JolReader *self, const char *section)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  JolArticle *article = jol_article_buffer_get_article (buffer);
  const char *left;
  int offset = 0, index;

  left = jol_reading_places_find (self->places, jol_story_get_id (self->story),
                                  jol_entity_get_id (JOL_ENTITY (article)), &offset);
  if (!left || (section && !g_str_equal (left, section)))
    return FALSE;

  index = jol_article_find_section (article, left);
  if (index < 0)
    return FALSE;

  offset += jol_article_buffer_get_section_offset (buffer, (guint) index);
  offset = CLAMP (offset, 0, gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)));
  jol_follow_show_offset (self->follow, (guint) index, offset, 0);
  return TRUE;
}

/* Of an article where one left off, or its first; NULL for none. */
static const JolSection *
find_section_left (JolReader *self, JolArticle *article)
{
  guint n_sections;
  const JolSection *sections = jol_article_get_sections (article, &n_sections);
  int offset;
  const char *left = jol_reading_places_find (self->places, jol_story_get_id (self->story),
                                              jol_entity_get_id (JOL_ENTITY (article)), &offset);
  const int index = left ? jol_article_find_section (article, left) : 0;

  return n_sections > 0 ? &sections[MAX (index, 0)] : NULL;
}

void
jol_reader_choose_article (JolReader *self, JolArticle *article)
{
  const char *id = jol_entity_get_id (JOL_ENTITY (article));
  const gboolean is_followed =
      jol_session_get_follow_text (self->session) && !jol_session_get_wandering (self->session);
  const JolSection *section = is_followed ? find_section_left (self, article) : NULL;
  g_autofree char *place = section ? g_strconcat (id, "#", section->id, NULL) : NULL;

  if (section && section->scene && article != jol_reader_get_article (self))
    jol_session_show_section (self->session, place, JOL_ORIGIN_READER);
  else
    jol_session_set_article (self->session, id, JOL_ORIGIN_READER);
}

GVariant *
jol_reader_dup_places (JolReader *self)
{
  g_return_val_if_fail (JOL_IS_READER (self), NULL);

  jol_reader_keep_place (self);
  return jol_reading_places_to_variant (self->places);
}

void
jol_reader_set_places (JolReader *self, GVariant *places)
{
  g_return_if_fail (JOL_IS_READER (self));

  jol_reading_places_take_from (self->places, places);
}
