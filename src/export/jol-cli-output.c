/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the command line writes. It goes out as UTF-8 whatever the locale: a script that runs in the
 * C locale must get the same names as a person does, so nothing here uses g_print().
 *
 * Story text is anybody's: what could move the cursor or colour the terminal is taken out of it.
 */
#include "config.h"

#include "jol-cli-output.h"

#include "jol-text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MUCH (64 * 1024)
#define LINE_COLUMNS 80
#define COLUMN_GAP 2

struct _JolCliTable
{
  guint n_columns;
  struct
  {
    guint width; /* at least */
    gboolean is_right;
  } * columns;
  gboolean wraps;   /* the last column, at the end of a line */
  GPtrArray *cells; /* of char *, row by row */
};

JolCliOutput *
jol_cli_output_new (void)
{
  JolCliOutput *self = g_new0 (JolCliOutput, 1);

  self->text = g_string_new (NULL);
  return self;
}

void
jol_cli_output_free (JolCliOutput *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
jol_cli_output_flush (JolCliOutput *self)
{
  const char *at = self->text->str;
  gsize left = self->text->len;

  while (left > 0 && !self->write_errno)
    {
      gssize n = write (STDOUT_FILENO, at, left);

      if (n >= 0)
        {
          at += n;
          left -= (gsize) n;
        }
      else if (errno != EINTR)
        self->write_errno = errno;
    }
  g_string_truncate (self->text, 0);
}

void
jol_cli_output_relieve (JolCliOutput *self)
{
  if (self->text->len >= MUCH)
    jol_cli_output_flush (self);
}

G_GNUC_PRINTF (2, 0)
static void
print_error (const char *prefix, const char *format, va_list args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);
  g_autofree char *clean = jol_cli_clean (message);

  fprintf (stderr, "%s%s\n", prefix, clean);
}

void
jol_cli_complain (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  print_error ("jol: ", format, args);
  va_end (args);
}

void
jol_cli_remark (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  print_error ("", format, args);
  va_end (args);
}

/**
 * jol_cli_clean:
 * @text: any bytes; a file's name need not be UTF-8
 *
 * Returns: (transfer full): the text with line ends and tabs as spaces, no-break spaces as plain
 * ones (so that it can be searched for) and control characters as "?". Bytes that are not UTF-8
 * stay: it is the name that was given.
 */
char *
jol_cli_clean (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));

  while (*text)
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append_c (clean, *text++);
          continue;
        }
      if (g_unichar_isspace (c) || c == 0xA0)
        g_string_append_c (clean, ' ');
      else if (jol_text_is_control (c))
        g_string_append_c (clean, '?');
      else
        g_string_append_unichar (clean, c);
      text = g_utf8_next_char (text);
    }

  return g_string_free (clean, FALSE);
}

/**
 * jol_cli_measure:
 * @text: UTF-8, cleaned
 *
 * Returns: how many columns of a terminal it takes: two for a wide character, none for a mark on
 * the one before
 */
guint
jol_cli_measure (const char *text)
{
  guint columns = 0;

  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        columns++;
      else if (!g_unichar_iszerowidth (c))
        columns += g_unichar_iswide (c) ? 2 : 1;
    }

  return columns;
}

static void
append_spaces (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

/* Appends @text broken between words, the first line from column @column on, where the cursor is,
 * and each further one after @indent spaces. Ends without a line end. */
static void
append_words (GString *out, const char *text, guint column, guint indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean is_begun = FALSE;

  for (guint i = 0; words[i]; i++)
    {
      guint width = jol_cli_measure (words[i]);

      if (!*words[i])
        continue;
      if (is_begun && column + 1 + width > LINE_COLUMNS)
        {
          g_string_append_c (out, '\n');
          append_spaces (out, indent);
          column = indent;
        }
      else if (is_begun)
        {
          g_string_append_c (out, ' ');
          column++;
        }
      g_string_append (out, words[i]);
      column += width;
      is_begun = TRUE;
    }
}

/**
 * jol_cli_append_wrapped:
 * @out: where to
 * @text: one paragraph
 * @indent: spaces before each line
 *
 * A word longer than a line stands alone on it, unbroken: it may be an address. A text without any
 * word is nothing.
 */
void
jol_cli_append_wrapped (GString *out, const char *text, guint indent)
{
  g_autofree char *clean = g_strstrip (jol_cli_clean (text));

  if (!*clean)
    return;

  append_spaces (out, indent);
  append_words (out, clean, indent, indent);
  g_string_append_c (out, '\n');
}

JolCliTable *
jol_cli_table_new (guint n_columns)
{
  JolCliTable *self = g_new0 (JolCliTable, 1);

  self->n_columns = n_columns;
  self->columns = g_malloc0_n (n_columns, sizeof *self->columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
jol_cli_table_free (JolCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->columns);
  g_free (self);
}

void
jol_cli_table_align_right (JolCliTable *self, guint column)
{
  self->columns[column].is_right = TRUE;
}

void
jol_cli_table_set_min_width (JolCliTable *self, guint column, guint width)
{
  self->columns[column].width = width;
}

void
jol_cli_table_wrap_last (JolCliTable *self)
{
  self->wraps = TRUE;
}

guint
jol_cli_table_get_n_rows (JolCliTable *self)
{
  return self->cells->len / self->n_columns;
}

void
jol_cli_table_add (JolCliTable *self, const char *cell)
{
  g_ptr_array_add (self->cells, jol_cli_clean (cell ? cell : ""));
}

/**
 * jol_cli_table_print:
 * @self: a table whose last row is whole
 * @indent: spaces before each row
 * @out: where to
 *
 * A column that is empty in every row takes no room; no line ends with spaces.
 */
void
jol_cli_table_print (JolCliTable *self, guint indent, JolCliOutput *out)
{
  guint n_cells = self->cells->len;

  g_return_if_fail (n_cells % self->n_columns == 0);

  for (guint i = 0; i < n_cells; i++)
    {
      guint *width = &self->columns[i % self->n_columns].width;

      *width = MAX (*width, jol_cli_measure (g_ptr_array_index (self->cells, i)));
    }

  for (guint row = 0; row < n_cells; row += self->n_columns)
    {
      guint owed = indent, start = indent;

      for (guint column = 0; column < self->n_columns; column++)
        {
          const char *cell = g_ptr_array_index (self->cells, row + column);
          guint width = self->columns[column].width;
          guint room = width - jol_cli_measure (cell);
          guint before = self->columns[column].is_right ? room : 0;

          if (!width)
            continue;
          if (*cell)
            {
              append_spaces (out->text, owed + before);
              owed = 0;
              if (self->wraps && column == self->n_columns - 1)
                append_words (out->text, cell, start + before, start);
              else
                g_string_append (out->text, cell);
            }
          owed += (*cell ? room - before : room) + COLUMN_GAP;
          start += width + COLUMN_GAP;
        }
      g_string_append_c (out->text, '\n');
      jol_cli_output_relieve (out);
    }
}
