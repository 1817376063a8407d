/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A strict reading of JSON text before json-glib sees it. json-glib 1.6 overflows its stack on deep
 * nesting, keeps the last of two members silently, takes 010 for 8, 1e400 for infinity, comments,
 * single quotes and more; later versions do otherwise. Only text that is RFC 8259 to the letter,
 * not too deep, with unique members and numbers that a double holds goes on. The scan is one loop
 * over an explicit stack, so no input can exhaust the program's.
 *
 * What is wrong inside one token (a number, a string, a name given twice) is reported and the scan
 * goes on; what breaks the structure is reported and ends it, since all that follows would be
 * guesses.
 */
#include "config.h"

#include "jol-json-positions-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_WORD 40         /* letters of a word that are repeated in a message */
#define MAX_SHORT_NUMBER 15 /* characters */
/* The largest integer up to which a double holds every one. */
#define MAX_INTEGER G_GINT64_CONSTANT (9007199254740992)

typedef struct
{
  gboolean is_object;
  guint value;       /* index in the positions */
  guint index;       /* of the element being read */
  char *name;        /* of the member being read */
  GHashTable *names; /* of this object so far */
} Level;

typedef struct
{
  const char *text;
  const char *at;
  const char *end;
  const char *path;
  JolProblemList *problems;
  JolJsonPositions *positions;
  Level levels[JOL_JSON_MAX_DEPTH];
  guint depth;
  gboolean is_clean;
} Scan;

static void
append_escaped (GString *pointer, const char *name)
{
  for (; *name; name++)
    {
      if (*name == '~')
        g_string_append (pointer, "~0");
      else if (*name == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *name);
    }
}

/* The pointer of the value being read. */
static char *
build_pointer (const Scan *scan)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < scan->depth; i++)
    {
      g_string_append_c (pointer, '/');
      if (!scan->levels[i].is_object)
        g_string_append_printf (pointer, "%u", scan->levels[i].index);
      else if (scan->levels[i].name)
        append_escaped (pointer, scan->levels[i].name);
      else
        g_string_truncate (pointer, pointer->len - 1);
    }

  return g_string_free (pointer, FALSE);
}

static void report (Scan *scan, const char *where, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
report (Scan *scan, const char *where, const char *format, ...)
{
  g_autofree char *pointer = build_pointer (scan);
  g_autofree char *message = NULL;
  guint line, column;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  scan->is_clean = FALSE;
  jol_json_positions_locate (scan->positions, where - scan->text, &line, &column);
  jol_problem_list_add (scan->problems, JOL_SEVERITY_ERROR, scan->path, line, column, pointer, "%s",
                        message);
}

/* What stands at a place, in words. */
static char *
describe (const Scan *scan, const char *where)
{
  gunichar character;

  if (where >= scan->end)
    return g_strdup (_ ("the end of the file"));

  character = g_utf8_get_char (where);
  if (!g_unichar_isprint (character))
    return g_strdup_printf ("U+%04X", character);

  return g_strdup_printf ("“%.*s”", (int) (g_utf8_next_char (where) - where), where);
}

/* The structure is broken: nothing after this is read. */
static gboolean
fail_expected (Scan *scan, const char *expected)
{
  g_autofree char *found = describe (scan, scan->at);

  /* TRANSLATORS: %1$s is what JSON asks for at that place, %2$s what stands there */
  report (scan, scan->at, _ ("expected %1$s, found %2$s"), expected, found);
  return FALSE;
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end &&
         (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\n' || *scan->at == '\r'))
    scan->at++;
}

/* Four hexadecimal digits at @at, or -1. */
static int
read_unit (const Scan *scan, const char *at)
{
  int value = 0;

  if (scan->end - at < 4)
    return -1;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

/* Reads what follows a backslash; scan->at is on it. */
static void
scan_escape (Scan *scan)
{
  const char *start = scan->at;
  int unit;

  scan->at++;
  if (scan->at < scan->end && *scan->at != 'u')
    {
      if (!strchr ("\"\\/bfnrt", *scan->at))
        report (scan, start, _ ("no such escape in a string"));
      /* A character of several bytes is passed over whole by the loop of the string. */
      scan->at++;
      return;
    }

  unit = read_unit (scan, scan->at + 1);
  if (unit < 0)
    {
      report (scan, start, _ ("“\\u” wants four hexadecimal digits"));
      scan->at++;
      return;
    }

  scan->at += 5;
  if (unit == 0)
    report (scan, start, _ ("a string must not hold the character U+0000"));
  else if (unit >= 0xdc00 && unit < 0xe000)
    report (scan, start, _ ("half a surrogate pair"));
  else if (unit >= 0xd800 && unit < 0xdc00)
    {
      int low = scan->end - scan->at >= 6 && scan->at[0] == '\\' && scan->at[1] == 'u'
                    ? read_unit (scan, scan->at + 2)
                    : -1;

      if (low >= 0xdc00 && low < 0xe000)
        scan->at += 6;
      else
        report (scan, start, _ ("half a surrogate pair"));
    }
}

/* Reads a string; scan->at is on its opening quote. FALSE when it does not end. */
static gboolean
scan_string (Scan *scan)
{
  const char *start = scan->at;

  scan->at++;
  while (scan->at < scan->end && *scan->at != '"')
    {
      if (*scan->at == '\\')
        {
          scan_escape (scan);
          continue;
        }
      if ((guchar) *scan->at < 0x20)
        report (scan, scan->at,
                _ ("a string must not hold the control character U+%04X: escape it"),
                (guint) *scan->at);
      scan->at++;
    }

  if (scan->at >= scan->end)
    {
      scan->at = scan->end;
      report (scan, start, _ ("this string does not end"));
      return FALSE;
    }

  scan->at++;
  return TRUE;
}

static const char *
skip_digits (const char *at, const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Whether [start, end) is a number of RFC 8259; @is_integer_out: without fraction and exponent. */
static gboolean
is_number (const char *start, const char *end, gboolean *is_integer_out)
{
  const char *at = start;
  const char *digits;

  *is_integer_out = TRUE;
  if (at < end && *at == '-')
    at++;
  digits = at;
  at = skip_digits (at, end);
  if (at == digits || (*digits == '0' && at - digits > 1))
    return FALSE;

  if (at < end && *at == '.')
    {
      *is_integer_out = FALSE;
      digits = ++at;
      at = skip_digits (at, end);
      if (at == digits)
        return FALSE;
    }
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      *is_integer_out = FALSE;
      at++;
      if (at < end && (*at == '+' || *at == '-'))
        at++;
      digits = at;
      at = skip_digits (at, end);
      if (at == digits)
        return FALSE;
    }

  return at == end;
}

/* As a double the first whole number beyond is the limit itself, so it is asked of the digits. */
static gboolean
is_exact (const char *integer)
{
  const gint64 value = g_ascii_strtoll (integer, NULL, 10);

  return value >= -MAX_INTEGER && value <= MAX_INTEGER;
}

/* Reads a number or a bare word: all that could be either is taken as one token, so that one report
 * covers it. */
static void
scan_word (Scan *scan)
{
  const char *start = scan->at;
  g_autofree char *token = NULL; /* ended, which the text of a file is not */
  g_autofree char *word = NULL;
  gboolean is_integer, is_number_of_json;
  double value;

  while (scan->at < scan->end &&
         (g_ascii_isalnum (*scan->at) || (*scan->at && strchr ("+-._$", *scan->at))))
    scan->at++;

  is_number_of_json = is_number (start, scan->at, &is_integer);
  /* Too short to be infinite or to lose a digit. */
  if (is_number_of_json && scan->at - start <= MAX_SHORT_NUMBER &&
      !memchr (start, 'e', (gsize) (scan->at - start)) &&
      !memchr (start, 'E', (gsize) (scan->at - start)))
    return;

  token = g_strndup (start, (gsize) (scan->at - start));
  word = g_strndup (token, MAX_WORD);
  if (g_str_equal (word, "true") || g_str_equal (word, "false") || g_str_equal (word, "null"))
    return;

  if (!is_number_of_json)
    {
      report (scan, start, _ ("“%s” is neither a number of JSON nor true, false or null"), word);
      return;
    }

  value = g_ascii_strtod (token, NULL);
  if (!isfinite (value))
    report (scan, start, _ ("the number %s is too large"), word);
  else if (is_integer && !is_exact (token))
    report (scan, start,
            _ ("the whole number %s is beyond 2⁵³, where numbers lose their last digit"), word);
}

static gboolean
push_level (Scan *scan, guint value)
{
  Level *level;

  if (scan->depth == JOL_JSON_MAX_DEPTH)
    {
      report (scan, scan->at, _ ("nested more than %d levels deep"), JOL_JSON_MAX_DEPTH);
      return FALSE;
    }

  level = &scan->levels[scan->depth++];
  level->is_object = *scan->at == '{';
  level->value = value;
  level->index = 0;
  scan->at++;
  return TRUE;
}

static void
pop_level (Scan *scan)
{
  Level *level = &scan->levels[--scan->depth];

  jol_json_positions_end (scan->positions, level->value);
  g_clear_pointer (&level->name, g_free);
  if (level->names)
    g_hash_table_remove_all (level->names);
  scan->at++;
}

/* Reads a member's name and its colon. FALSE when the structure is broken. */
static gboolean
scan_name (Scan *scan, gsize *key_out)
{
  Level *level = &scan->levels[scan->depth - 1];
  const char *start = scan->at;

  g_clear_pointer (&level->name, g_free);
  if (scan->at >= scan->end || *scan->at != '"')
    return fail_expected (scan, _ ("the name of a member in double quotes"));
  if (!scan_string (scan))
    return FALSE;

  level->name = jol_json_decode_string (start + 1, scan->at - 1);
  if (!level->names)
    level->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_add (level->names, g_strdup (level->name)))
    report (scan, start, _ ("the member “%s” stands here for the second time"), level->name);

  *key_out = start - scan->text + 1;
  skip_space (scan);
  if (scan->at >= scan->end || *scan->at != ':')
    return fail_expected (scan, "“:”");
  scan->at++;
  skip_space (scan);
  return TRUE;
}

/* Reads the values of the text one after another. FALSE when the structure is broken. */
static gboolean
scan_values (Scan *scan)
{
  gsize key = 0;

  for (;;)
    {
      Level *level;
      gboolean opened = FALSE;
      guint value;

      /* A value begins here. */
      if (scan->at >= scan->end)
        return fail_expected (scan, _ ("a value"));
      value = jol_json_positions_begin (scan->positions, scan->at - scan->text, key);
      key = 0;
      if (*scan->at == '{' || *scan->at == '[')
        {
          if (!push_level (scan, value))
            return FALSE;
          opened = TRUE;
        }
      else if (*scan->at == '"')
        {
          if (!scan_string (scan))
            return FALSE;
        }
      else if (g_ascii_isalnum (*scan->at) || strchr ("+-._$", *scan->at))
        scan_word (scan);
      else
        return fail_expected (scan, _ ("a value"));

      /* After a value come commas and closing brackets, up to the next value. */
      for (;;)
        {
          skip_space (scan);
          if (scan->depth == 0)
            return TRUE;

          level = &scan->levels[scan->depth - 1];
          if (scan->at < scan->end && *scan->at == (level->is_object ? '}' : ']'))
            {
              pop_level (scan);
              opened = FALSE;
              continue;
            }
          if (!opened)
            {
              if (scan->at >= scan->end || *scan->at != ',')
                return fail_expected (scan, level->is_object ? _ ("“,” or “}”") : _ ("“,” or “]”"));
              scan->at++;
              level->index++;
              skip_space (scan);
            }
          break;
        }

      if (level->is_object && !scan_name (scan, &key))
        return FALSE;
    }
}

/**
 * jol_json_scan:
 * @text: the text of a file; it must outlive the positions
 * @length: in bytes, at most 4 GiB
 * @path: the file's name in messages
 * @problems: where problems go
 * @positions_out: (out) (optional) (transfer full): the positions of all values; NULL on failure
 *
 * Returns: whether the text is strict JSON: UTF-8, RFC 8259, at most JOL_JSON_MAX_DEPTH deep, no
 * member twice, finite numbers, whole numbers up to 2⁵³, no U+0000
 */
gboolean
jol_json_scan (const char *text,
               gsize length,
               const char *path,
               JolProblemList *problems,
               JolJsonPositions **positions_out)
{
  g_autoptr (JolJsonPositions) positions = jol_json_positions_new (text, length);
  g_autofree Scan *scan = g_new0 (Scan, 1);
  const char *invalid = NULL;

  if (positions_out)
    *positions_out = NULL;

  scan->text = text;
  scan->at = text;
  scan->end = text + length;
  scan->path = path;
  scan->problems = problems;
  scan->positions = positions;
  scan->is_clean = TRUE;

  if (length == 0)
    report (scan, text, _ ("the file is empty"));
  else if (!g_utf8_validate_len (text, length, &invalid))
    report (scan, invalid, _ ("the byte 0x%02X is not UTF-8 here"), (guint) (guchar) *invalid);
  /* No g_str_has_prefix(): GLib's newer one looks for the end of the whole text, which has none. */
  else if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    report (scan, text, _ ("the file begins with a byte order mark: save it as UTF-8 without one"));
  else
    {
      skip_space (scan);
      if (scan_values (scan) && scan->at < scan->end)
        fail_expected (scan, _ ("the end of the file"));
    }

  for (guint i = 0; i < JOL_JSON_MAX_DEPTH; i++)
    {
      g_free (scan->levels[i].name);
      g_clear_pointer (&scan->levels[i].names, g_hash_table_unref);
    }

  if (scan->is_clean && positions_out)
    *positions_out = g_steal_pointer (&positions);
  return scan->is_clean;
}
