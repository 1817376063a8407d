/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-json-value.h"

#include "jol-json-positions-private.h"

#include <string.h>

#define CHUNK_BYTES 4096
/* A whole number of so many digits is exact in a double, and so are the powers of ten up to it:
 * their quotient is then the nearest double to what is written (Clinger 1990). */
#define MAX_EXACT_DIGITS 15

static const JolJsonValue *
get_row (const JolJsonPositions *self, guint value)
{
  return &g_array_index (self->values, JolJsonValue, value);
}

JolJsonType
jol_json_value_get_type (const JolJsonPositions *self, guint value)
{
  switch (self->text[get_row (self, value)->offset])
    {
    case '{':
      return JOL_JSON_OBJECT;
    case '[':
      return JOL_JSON_ARRAY;
    case '"':
      return JOL_JSON_STRING;
    case 't':
    case 'f':
      return JOL_JSON_BOOLEAN;
    case 'n':
      return JOL_JSON_NULL;
    default:
      return JOL_JSON_NUMBER;
    }
}

void
jol_json_value_locate (JolJsonPositions *self, guint value, guint *line_out, guint *column_out)
{
  jol_json_positions_locate (self, get_row (self, value)->offset, line_out, column_out);
}

guint
jol_json_value_get_first (const JolJsonPositions *self, guint value)
{
  return value + 1 < get_row (self, value)->next ? value + 1 : JOL_JSON_NO_VALUE;
}

guint
jol_json_value_get_next (const JolJsonPositions *self, guint parent, guint child)
{
  const guint next = get_row (self, child)->next;

  return next < get_row (self, parent)->next ? next : JOL_JSON_NO_VALUE;
}

/* @start is after the opening quote; the closing one. */
static const char *
find_end (const char *start, gboolean *has_escape_out)
{
  const char *end = start;

  *has_escape_out = FALSE;
  for (; *end != '"'; end++)
    if (*end == '\\')
      {
        *has_escape_out = TRUE;
        end++;
      }
  return end;
}

static gboolean
has_name (const char *key, const char *name, gsize length)
{
  const char *end;
  gboolean has_escape;
  g_autofree char *decoded = NULL;

  /* After a backslash the quote would not be the end. */
  if (strncmp (key, name, length) == 0 && key[length] == '"' &&
      (length == 0 || name[length - 1] != '\\'))
    return TRUE;

  end = find_end (key, &has_escape);
  if (!has_escape)
    return FALSE;
  decoded = jol_json_decode_string (key, end);
  return g_str_equal (decoded, name);
}

guint
jol_json_value_find_member (const JolJsonPositions *self, guint object, const char *name)
{
  const gsize length = strlen (name);

  for (guint child = jol_json_value_get_first (self, object); child != JOL_JSON_NO_VALUE;
       child = jol_json_value_get_next (self, object, child))
    if (has_name (self->text + get_row (self, child)->key, name, length))
      return child;
  return JOL_JSON_NO_VALUE;
}

static const char *
keep_string (JolJsonPositions *self, const char *start)
{
  gboolean has_escape;
  const char *end = find_end (start, &has_escape);
  g_autofree char *decoded = has_escape ? jol_json_decode_string (start, end) : NULL;

  if (!self->strings)
    self->strings = g_string_chunk_new (CHUNK_BYTES);
  return decoded ? g_string_chunk_insert (self->strings, decoded)
                 : g_string_chunk_insert_len (self->strings, start, end - start);
}

const char *
jol_json_value_get_name (JolJsonPositions *self, guint member)
{
  return keep_string (self, self->text + get_row (self, member)->key);
}

const char *
jol_json_value_get_string (JolJsonPositions *self, guint string)
{
  return keep_string (self, self->text + get_row (self, string)->offset + 1);
}

/* The text of a file is not ended. */
static double
read_long_number (const char *start, const char *end)
{
  const char *at = start;
  g_autofree char *token = NULL;

  while (at < end && (g_ascii_isdigit (*at) || (*at && strchr ("+-.eE", *at))))
    at++;
  token = g_strndup (start, (gsize) (at - start));
  return g_ascii_strtod (token, NULL);
}

/* Most are short and without an exponent, as coordinates are. */
double
jol_json_value_get_number (const JolJsonPositions *self, guint number)
{
  static const double tens[MAX_EXACT_DIGITS + 1] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                     1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const char *start = self->text + get_row (self, number)->offset;
  const char *end = self->text + self->length;
  const char *at = start + (*start == '-');
  gint64 whole = 0;
  guint n_digits = 0, n_decimals = 0;
  gboolean is_fraction = FALSE;

  for (; at < end; at++)
    {
      if (g_ascii_isdigit (*at))
        {
          whole = whole * 10 + (*at - '0');
          n_decimals += is_fraction;
          if (++n_digits > MAX_EXACT_DIGITS)
            return read_long_number (start, end);
        }
      else if (*at == '.')
        is_fraction = TRUE;
      else if (*at == 'e' || *at == 'E')
        return read_long_number (start, end);
      else
        break;
    }
  return (*start == '-' ? -1.0 : 1.0) * ((double) whole / tens[n_decimals]);
}

gboolean
jol_json_value_get_boolean (const JolJsonPositions *self, guint boolean)
{
  return self->text[get_row (self, boolean)->offset] == 't';
}
