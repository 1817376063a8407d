/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json-glib forgets where a value stood, so the scan that reads the text before it keeps a table: a
 * row a value, in the order of the text, each with the row that follows its subtree. A pointer is
 * then looked up by walking from the root, skipping siblings. Two memories make a run of look-ups
 * in the order of the file cheap, as a checker asks them: the last child found in an array, and the
 * last place that was turned into line and column; without these, a hundred thousand faults in one
 * array or on one line would take quadratic time.
 */
#include "config.h"

#include "jol-json-positions-private.h"

#include <string.h>

JolJsonPositions *
jol_json_positions_new (const char *text, gsize length)
{
  JolJsonPositions *self = g_new0 (JolJsonPositions, 1);

  self->text = text;
  self->length = length;
  self->values = g_array_new (FALSE, FALSE, sizeof (JolJsonValue));
  self->last_array = G_MAXUINT;
  self->last_line = 1;
  self->last_column = 1;
  return self;
}

void
jol_json_positions_free (JolJsonPositions *self)
{
  g_array_unref (self->values);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_free (self);
}

/* Notes a value; returns its index, for jol_json_positions_end() once all it holds is noted. */
guint
jol_json_positions_begin (JolJsonPositions *self, gsize offset, gsize key_offset_plus_one)
{
  JolJsonValue value = { (guint32) offset, (guint32) key_offset_plus_one, self->values->len + 1 };

  g_array_append_val (self->values, value);
  return self->values->len - 1;
}

void
jol_json_positions_end (JolJsonPositions *self, guint index)
{
  g_array_index (self->values, JolJsonValue, index).next = self->values->len;
}

/* Line and column, in characters from 1, of a byte of the text. */
void
jol_json_positions_locate (JolJsonPositions *self, gsize offset, guint *line_out, guint *column_out)
{
  gsize at = self->last_offset;
  guint line = self->last_line;
  guint column = self->last_column;

  offset = MIN (offset, self->length);
  if (offset < at)
    {
      at = 0;
      line = 1;
      column = 1;
    }

  for (; at < offset; at++)
    {
      guchar byte = (guchar) self->text[at];

      if (byte == '\n')
        {
          line++;
          column = 1;
        }
      else if ((byte & 0xc0) != 0x80) /* not the continuation of a UTF-8 character */
        column++;
    }

  /* Inside a character, when the text is not UTF-8: still a place. */
  self->last_offset = offset;
  self->last_line = line;
  self->last_column = column;
  *line_out = line;
  *column_out = column;
}

static guint
read_hex (const char *digits)
{
  guint value = 0;

  for (int i = 0; i < 4; i++)
    value = value * 16 + (guint) MAX (g_ascii_xdigit_value (digits[i]), 0);

  return value;
}

char *
jol_json_decode_string (const char *start, const char *end)
{
  GString *result = g_string_sized_new (end - start);

  for (const char *at = start; at < end; at++)
    {
      gunichar character;

      if (*at != '\\' || at + 1 >= end)
        {
          g_string_append_c (result, *at);
          continue;
        }

      at++;
      switch (*at)
        {
        case 'b':
          g_string_append_c (result, '\b');
          break;
        case 'f':
          g_string_append_c (result, '\f');
          break;
        case 'n':
          g_string_append_c (result, '\n');
          break;
        case 'r':
          g_string_append_c (result, '\r');
          break;
        case 't':
          g_string_append_c (result, '\t');
          break;
        case 'u':
          if (end - at < 5)
            break;
          character = read_hex (at + 1);
          at += 4;
          if (character >= 0xd800 && character < 0xdc00 && end - at >= 7 && at[1] == '\\' &&
              at[2] == 'u')
            {
              character = 0x10000 + ((character - 0xd800) << 10) + (read_hex (at + 3) - 0xdc00);
              at += 6;
            }
          if (g_unichar_validate (character))
            g_string_append_unichar (result, character);
          break;
        default:
          g_string_append_c (result, *at);
        }
    }

  return g_string_free (result, FALSE);
}

/* Whether a value's member name is @name. */
static gboolean
has_name (JolJsonPositions *self, const JolJsonValue *value, const char *name)
{
  const char *start = self->text + value->key; /* the quote, +1 */
  const char *end = start;
  g_autofree char *decoded = NULL;

  while (*end != '"')
    end += *end == '\\' ? 2 : 1;

  decoded = jol_json_decode_string (start, end);
  return g_str_equal (decoded, name);
}

/* The child of @parent that a pointer's token names, or G_MAXUINT. */
static guint
find_child (JolJsonPositions *self, guint parent, const char *token)
{
  JolJsonValue *values = (JolJsonValue *) (gpointer) self->values->data;
  guint child = parent + 1;
  guint64 wanted = 0;
  guint index = 0;

  if (child >= values[parent].next)
    return G_MAXUINT;

  if (values[child].key)
    {
      for (; child < values[parent].next; child = values[child].next)
        if (has_name (self, &values[child], token))
          return child;
      return G_MAXUINT;
    }

  if (!g_ascii_string_to_unsigned (token, 10, 0, G_MAXUINT32, &wanted, NULL))
    return G_MAXUINT;
  if (self->last_array == parent && self->last_index <= wanted)
    {
      child = self->last_child;
      index = self->last_index;
    }
  for (; child < values[parent].next; child = values[child].next, index++)
    if (index == wanted)
      {
        self->last_array = parent;
        self->last_index = index;
        self->last_child = child;
        return child;
      }

  return G_MAXUINT;
}

/**
 * jol_json_positions_find:
 * @self: the positions of a text that is still there
 * @pointer: RFC 6901
 * @line_out: (out): from 1
 * @column_out: (out): in characters, from 1
 *
 * Finds where the value begins that @pointer names or, when there is none, the innermost of its
 * parents that is there: so a missing member has the place of its object. O(depth × siblings), less
 * in the order of the text.
 */
void
jol_json_positions_find (JolJsonPositions *self,
                         const char *pointer,
                         guint *line_out,
                         guint *column_out)
{
  g_auto (GStrv) tokens = g_strsplit (pointer, "/", -1);
  guint at = 0;

  /* The first token is what stands before the first slash: nothing. */
  for (guint i = 1; tokens[0] && tokens[i]; i++)
    {
      g_autoptr (GString) token = g_string_new (tokens[i]);
      guint child;

      g_string_replace (token, "~1", "/", 0);
      g_string_replace (token, "~0", "~", 0);
      child = find_child (self, at, token->str);
      if (child == G_MAXUINT)
        break;
      at = child;
    }

  jol_json_positions_locate (self, g_array_index (self->values, JolJsonValue, at).offset, line_out,
                             column_out);
}
