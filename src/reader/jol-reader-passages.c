/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which passages of the open article speak of what is selected, and at which of them one is. The
 * list is the story's, of all articles in their order, so those of one article stand together, and
 * a step beyond the last of them leads into another article; from the last of all to the first.
 *
 * One is at the passage that was last come to, until one scrolls it out of sight: then the next one
 * is the next from what is read now.
 */
#include "config.h"

#include "jol-reader-private.h"

#include "jol-passage-bar.h"

#include <string.h>

static const JolPassage *
get_passage (JolReader *self, int index)
{
  return g_ptr_array_index (self->passages, index);
}

/* Sets which of the list are in the open article. */
static void
find_range (JolReader *self)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  JolArticle *article = buffer ? jol_article_buffer_get_article (buffer) : NULL;
  const char *id = self->session ? jol_session_get_selection (self->session) : NULL;

  self->passages =
      id ? jol_story_get_passages_about (jol_session_get_story (self->session), id) : NULL;
  self->passages_begin = 0;
  while (self->passages && self->passages_begin < (int) self->passages->len &&
         get_passage (self, self->passages_begin)->article != article)
    self->passages_begin++;
  self->passages_end = self->passages_begin;
  while (self->passages && self->passages_end < (int) self->passages->len &&
         get_passage (self, self->passages_end)->article == article)
    self->passages_end++;
}

static gboolean
is_here (JolReader *self, int index)
{
  return index >= self->passages_begin && index < self->passages_end;
}

static int
find_start (JolReader *self, int index)
{
  int start, end;

  jol_article_buffer_find_passage (jol_reader_get_buffer (self), get_passage (self, index), &start,
                                   &end);
  return start;
}

static int
wrap (JolReader *self, int index)
{
  const int n_passages = (int) self->passages->len;

  return (index + n_passages) % n_passages;
}

/* Of the article that a passage is in, when it is another than the open one. */
static const char *
get_other_title (JolReader *self, int index)
{
  index = wrap (self, index);
  if (is_here (self, index))
    return NULL;
  return jol_entity_get_title (JOL_ENTITY (get_passage (self, index)->article),
                               jol_text_get_interface_language ());
}

static void
update (JolReader *self)
{
  JolPassageBar *bar = JOL_PASSAGE_BAR (self->passage_bar);
  const int n_here = self->passages_end - self->passages_begin;
  int start = 0, end = 0;

  if (n_here > 0)
    {
      const gboolean is_at_one = is_here (self, self->passage);

      jol_passage_bar_set_position (
          bar, is_at_one ? (guint) (self->passage - self->passages_begin + 1) : 0, (guint) n_here,
          jol_entity_get_title (jol_session_get_selected (self->session),
                                jol_text_get_interface_language ()));
      jol_passage_bar_set_beyond (bar, get_other_title (self, self->passages_begin - 1),
                                  get_other_title (self, self->passages_end));
      if (is_at_one && !self->is_passage_bar_closed)
        jol_article_buffer_find_passage (jol_reader_get_buffer (self),
                                         get_passage (self, self->passage), &start, &end);
    }
  gtk_widget_set_visible (self->passage_bar, n_here > 0 && !self->is_passage_bar_closed);
  jol_article_view_set_passage (JOL_ARTICLE_VIEW (self->view), start, end);
}

/* The passage that a link stands in, or -1. */
static int
find_at_link (JolReader *self, guint link)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  const int offset = jol_article_buffer_get_link (buffer, link)->start;
  int start, end;

  for (int i = self->passages_begin; i < self->passages_end; i++)
    {
      jol_article_buffer_find_passage (buffer, get_passage (self, i), &start, &end);
      if (offset >= start && offset < end)
        return i;
    }
  return -1;
}

void
jol_reader_update_passages (JolReader *self)
{
  find_range (self);
  self->passage = -1;
  update (self);
}

void
jol_reader_leave_passage (JolReader *self)
{
  if (jol_follow_get_jump (self->follow) >= 0 || !is_here (self, self->passage) ||
      jol_article_view_is_offset_in_sight (JOL_ARTICLE_VIEW (self->view),
                                           find_start (self, self->passage)))
    return;

  self->passage = -1;
  update (self);
}

void
jol_reader_come_to_link (JolReader *self, guint link)
{
  self->is_passage_bar_closed = FALSE;
  self->passage = find_at_link (self, link);
  update (self);
}

static void
come_to (JolReader *self, const JolPassage *passage)
{
  JolArticleView *view = JOL_ARTICLE_VIEW (self->view);
  int start, end;

  self->passage = -1;
  for (int i = self->passages_begin; i < self->passages_end; i++)
    {
      if (get_passage (self, i) == passage)
        self->passage = i;
    }
  self->is_passage_bar_closed = FALSE;
  update (self);

  jol_article_buffer_find_passage (jol_reader_get_buffer (self), passage, &start, &end);
  jol_follow_show_offset (self->follow, passage->section, start, JOL_PASSAGE_ALIGN);
  jol_article_view_send_keys (view, start);
  jol_article_view_set_passage (view, start, end);
  jol_article_view_light_passage (view);
}

/* Another view asked for it, and the article is there already. */
void
jol_reader_show_passage (JolReader *self, const JolPassage *passage)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);

  if (buffer && jol_article_buffer_get_article (buffer) == passage->article)
    come_to (self, passage);
}

void
jol_reader_close_passages (JolReader *self)
{
  self->is_passage_bar_closed = TRUE;
  update (self);
  gtk_widget_grab_focus (self->view);
}

/* From what is in sight: the first passage that begins in it or after it, or the last before. */
static int
find_from_sight (JolReader *self, int n)
{
  int begin = jol_follow_get_jump (self->follow), end, i = self->passages_begin;

  /* What was just jumped to may not be in sight yet. */
  if (begin < 0)
    jol_article_view_get_range_in_sight (JOL_ARTICLE_VIEW (self->view), &begin, &end);
  while (i < self->passages_end && find_start (self, i) < begin)
    i++;
  return n > 0 ? i : i - 1;
}

/* The open article says nothing: the first passage in one after it, or in any. */
static int
find_elsewhere (JolReader *self, int n)
{
  JolArticleBuffer *buffer = jol_reader_get_buffer (self);
  guint n_articles, here = 0, of_passage = 0;
  JolArticle *const *articles =
      jol_story_get_articles (jol_session_get_story (self->session), &n_articles);
  int i = 0;

  while (buffer && here + 1 < n_articles &&
         articles[here] != jol_article_buffer_get_article (buffer))
    here++;
  for (; i < (int) self->passages->len; i++)
    {
      while (articles[of_passage] != get_passage (self, i)->article)
        of_passage++;
      if (of_passage > here)
        break;
    }
  return wrap (self, n > 0 ? i : i - 1);
}

static int
find_target (JolReader *self, int n)
{
  if (self->passages_end == self->passages_begin)
    return find_elsewhere (self, n);
  if (is_here (self, self->passage))
    return wrap (self, self->passage + n);
  return wrap (self, find_from_sight (self, n));
}

gboolean
jol_reader_step_passage (JolReader *self, int n)
{
  int target;

  g_return_val_if_fail (JOL_IS_READER (self), FALSE);
  g_return_val_if_fail (n == 1 || n == -1, FALSE);

  if (!self->passages || self->passages->len == 0)
    return FALSE;

  target = find_target (self, n);
  if (is_here (self, target))
    come_to (self, get_passage (self, target));
  else
    jol_session_show_passage (self->session, get_passage (self, target), JOL_ORIGIN_READER);
  return TRUE;
}
