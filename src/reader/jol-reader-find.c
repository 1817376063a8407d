/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in what is read. */
#include "config.h"

#include "jol-reader-private.h"

#include "jol-find-bar.h"

#define MATCH_ALIGN 0.3

static guint
find_section (JolArticleBuffer *buffer, int offset)
{
  guint section = jol_article_buffer_get_n_sections (buffer);

  while (section > 1 && jol_article_buffer_get_section_offset (buffer, section - 1) > offset)
    section--;
  return section > 0 ? section - 1 : 0;
}

void
jol_reader_match_shown (JolReader *self, int offset)
{
  jol_follow_show_offset (self->follow, find_section (jol_reader_get_buffer (self), offset), offset,
                          MATCH_ALIGN);
  jol_article_view_send_keys (JOL_ARTICLE_VIEW (self->view), offset);
}

void
jol_reader_matches_changed (JolReader *self)
{
  jol_article_view_set_matches (JOL_ARTICLE_VIEW (self->view),
                                jol_find_bar_get_matches (JOL_FIND_BAR (self->find_bar)));
}

void
jol_reader_find_closed (JolReader *self)
{
  gtk_widget_grab_focus (self->view);
}

void
jol_reader_find (JolReader *self)
{
  g_return_if_fail (JOL_IS_READER (self));

  jol_find_bar_open (JOL_FIND_BAR (self->find_bar), jol_follow_get_offset (self->follow));
}

void
jol_reader_find_step (JolReader *self, int n_steps)
{
  JolFindBar *bar;

  g_return_if_fail (JOL_IS_READER (self));

  bar = JOL_FIND_BAR (self->find_bar);
  if (jol_find_bar_is_open (bar))
    jol_find_bar_step (bar, n_steps);
  else
    jol_reader_find (self);
}
