/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-article-pages.h"
#include "jol-markdown.h"

G_BEGIN_DECLS

/* Appends a table, @n_rows blocks of rows from @rows on, each row whole. Its head, when there is
 * one, is said again on the next page. */
void jol_page_table_append (JolPageFlow *flow,
                            const JolBlock *rows,
                            guint n_rows,
                            JolSourceNotes *notes,
                            const JolArticleSetting *setting);

G_END_DECLS
