/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CommonMark has no tables. A fenced block named "table" is one: a row a line, cells between bars,
 * the heads first. Other programs show it as it is written.
 */
#include "config.h"

#include "jol-markdown-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The cells of a row, between bars; one that follows a backslash is a letter. */
static GPtrArray *
split_row (const char *row)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  const char *begin = row;

  for (const char *p = row;; p++)
    {
      if (*p == '\\' && p[1])
        {
          p++;
          continue;
        }
      if (*p && *p != '|')
        continue;
      g_ptr_array_add (cells, g_strstrip (g_strndup (begin, (gsize) (p - begin))));
      if (!*p)
        return cells;
      begin = p + 1;
    }
}

static void
append_cell (JolMarkdownReader *reader, char *text)
{
  /* A tab is what parts the cells. */
  g_strdelimit (text, "\t", ' ');
  /* Most cells are figures. */
  if (text[strcspn (text, "\\`*_[]<>&!\"'.-")] == '\0')
    jol_markdown_append_text (reader, text);
  else
    jol_markdown_append_inlines (reader, text);
}

/**
 * jol_markdown_read_table:
 * @self: a reader
 * @text: what stands between the fences
 * @line: of the first row, from 1
 *
 * Appends a block for each row. A row that has not as many cells as there are heads is a fault, and
 * is shown with those it has.
 */
void
jol_markdown_read_table (JolMarkdownReader *self, const char *text, guint line)
{
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  guint n_heads = 0, n_rows = 0;

  for (guint i = 0; rows[i]; i++)
    {
      g_autoptr (GPtrArray) cells = NULL;

      if (!*g_strstrip (rows[i]))
        continue;

      cells = split_row (rows[i]);
      if (n_rows == 0)
        n_heads = cells->len;
      else if (cells->len != n_heads)
        /* Translators: a table in an article; the line is counted in the article's text */
        jol_markdown_add_fault (self, _ ("line %u: row %u of the table has %u cells, its head %u"),
                                line + i, n_rows, cells->len, n_heads);

      jol_markdown_begin_block (self, JOL_BLOCK_ROW, n_rows++, line + i);
      for (guint j = 0; j < cells->len; j++)
        {
          if (j > 0)
            jol_markdown_append_text (self, "\t");
          append_cell (self, g_ptr_array_index (cells, j));
        }
    }
}
