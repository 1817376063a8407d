/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-markdown.h"

#include <cmark.h>

G_BEGIN_DECLS

/* Between jol-markdown.c, which reads a tree, and jol-markdown-table.c, which reads what cmark does
 * not know. */
typedef struct _JolMarkdownReader JolMarkdownReader;

JolBlock *
jol_markdown_begin_block (JolMarkdownReader *self, JolBlockKind kind, guint level, guint line);
void jol_markdown_append_text (JolMarkdownReader *self, const char *text);
/* All that is inside of blocks, in one line of CommonMark. */
void jol_markdown_append_inlines (JolMarkdownReader *self, const char *text);
void jol_markdown_add_fault (JolMarkdownReader *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

void jol_markdown_read_table (JolMarkdownReader *self, const char *text, guint line);

G_END_DECLS
