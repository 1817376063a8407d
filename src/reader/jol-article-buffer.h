/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-article-image.h"
#include "jol-article-table.h"
#include "jol-markdown.h"
#include "jol-palette.h"
#include "jol-story.h"

G_BEGIN_DECLS

/* A link in the text. Offsets count characters from the beginning of the buffer. */
typedef struct
{
  JolLinkKind kind;
  char *target;      /* an id, or the address of a web link */
  JolDate date;      /* of a mention; may be unset */
  JolEntity *entity; /* borrowed from the story; NULL for a web link */
  guint section;
  int start; /* of the words */
  int end;
  int mark_start; /* of the mark of a claim; both equal for what has none */
  int mark_end;
  int note_start; /* of the numbers of sources; both equal for what has none */
  int note_end;
  gboolean is_entry; /* of the list of sources */
} JolArticleLink;

/*
 * JolArticleBuffer: an article as text, ready to be shown: its title and byline, and the blocks of
 * its sections, with every link where it stands, and a list of the sources cited. Who no longer
 * shows it runs its dispose(), as GTK may keep the buffer itself for ever; nothing is asked of it
 * from then on.
 */
#define JOL_TYPE_ARTICLE_BUFFER (jol_article_buffer_get_type ())
G_DECLARE_FINAL_TYPE (JolArticleBuffer, jol_article_buffer, JOL, ARTICLE_BUFFER, GtkTextBuffer)

JolArticleBuffer *jol_article_buffer_new (JolStory *story,
                                          JolArticle *article,
                                          const char *language) G_GNUC_WARN_UNUSED_RESULT;
JolArticle *jol_article_buffer_get_article (JolArticleBuffer *self);
JolStory *jol_article_buffer_get_story (JolArticleBuffer *self);

guint jol_article_buffer_get_n_links (JolArticleBuffer *self);
const JolArticleLink *jol_article_buffer_get_link (JolArticleBuffer *self, guint index);
/* The link at an offset, on its words or its mark, or -1. */
int jol_article_buffer_find_link (JolArticleBuffer *self, int offset);
/* The first link that ends after an offset; get_n_links() when there is none. */
guint jol_article_buffer_find_link_after (JolArticleBuffer *self, int offset);

/* Of a source in the list at the end, from 1; 0 for one that is not cited. */
guint jol_article_buffer_get_source_number (JolArticleBuffer *self, JolSource *source);

guint jol_article_buffer_get_n_sections (JolArticleBuffer *self);
int jol_article_buffer_get_section_offset (JolArticleBuffer *self, guint section);
/* Of the last one: behind it there is at most the list of sources. */
int jol_article_buffer_get_sections_end (JolArticleBuffer *self);
/* The section that a character stands in; what comes before the first counts to it. */
guint jol_article_buffer_find_section (JolArticleBuffer *self, int offset);

/* Of JolArticleTable, in the order of the text. */
const GPtrArray *jol_article_buffer_get_tables (JolArticleBuffer *self);
/* Of JolArticleImage, in the order of the text. */
const GPtrArray *jol_article_buffer_get_images (JolArticleBuffer *self);
/* The table that a character stands in, or NULL. */
JolArticleTable *jol_article_buffer_find_table (JolArticleBuffer *self, int offset);

/* Where a passage of the article begins and ends. */
void jol_article_buffer_find_passage (JolArticleBuffer *self,
                                      const JolPassage *passage,
                                      int *start_out,
                                      int *end_out);

void jol_article_buffer_set_theme (JolArticleBuffer *self, JolTheme theme);

/* Whether the link speaks of the thing with that id: names it, or names an event at it or on it, or
 * a claim about it. */
gboolean jol_article_link_speaks_of (const JolArticleLink *self, const char *id);

G_END_DECLS
