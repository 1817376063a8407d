/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-page-flow.h"
#include "jol-source-notes.h"

G_BEGIN_DECLS

/* How an article's text is set. */
typedef struct
{
  JolStory *story;
  JolTheme theme;
  const char *language;
  double width;  /* of a column */
  double indent; /* of text in it: what is left of that is for figures only */
} JolArticleSetting;

/* Some of a block's runs, of JolRun: those from @from on and before @to; not laid out. */
JolPageText *jol_article_pages_make_text (const JolArticleSetting *setting,
                                          JolSourceNotes *notes,
                                          const GArray *runs,
                                          guint from,
                                          guint to,
                                          double size,
                                          gboolean is_bold) G_GNUC_WARN_UNUSED_RESULT;

#define JOL_ARTICLE_SIZE 10.5
#define JOL_ARTICLE_LEADING 1.42

/*
 * Appends some of the blocks of a text, of JolBlock: those from @from on and before @to. Sources,
 * and those of claims, get numbers of @notes. A table is not to be cut.
 */
void jol_article_pages_append (JolPageFlow *flow,
                               const GArray *blocks,
                               guint from,
                               guint to,
                               JolSourceNotes *notes,
                               const JolArticleSetting *setting);

G_END_DECLS
