/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What levels and labels need to read their files, which make-basemap.py writes. An object, an
 * array or an element is its row in the positions of the file.
 *
 * Geometry is one string a layer: x and y of each point as differences from the point before (the
 * first from 0, 0), zigzag coded, five bits a character, lowest first, bit 32 set while more
 * follow. A character is its value plus 35, one more from the backslash up. To JSON that is one
 * value; as an array of numbers the same data take fifteen times as long to read.
 */
#include "config.h"
#include "jol-basemap-private.h"

#include "jol-error.h"
#include "jol-json-value.h"

#include <math.h>

/* A difference is less than two worlds of 2^24 units. */
#define MAX_DIGITS 6
#define MAX_BITS 24
#define FILE_VERSION 1

static void
set_format_error (GError **error, const char *name, const char *wanted)
{
  g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT, "Base map: “%s” is not %s", name,
               wanted);
}

/* The next number of a coded string; NULL when it breaks off or has a character that none is. */
static inline const char *
decode_number (const char *text, int *number_out)
{
  guint value = 0;

  for (guint digit = 0; digit < MAX_DIGITS; digit++)
    {
      guchar c = (guchar) *text++;
      guint code;

      if (c < 35 || c == '\\' || c > 99)
        return NULL;
      code = c < '\\' ? c - 35u : c - 36u;
      value |= (code & 31u) << (5 * digit);
      if (!(code & 32u))
        {
          *number_out = (int) (value >> 1) ^ -(int) (value & 1);
          return text;
        }
    }

  return NULL;
}

/**
 * jol_basemap_decode_points:
 * @text: a layer's points, NUL-terminated
 * @n_points: how many points it must hold, neither more nor fewer
 * @unit: width of a unit, in worlds
 * @xy_out: (array): room for two floats a point
 *
 * Some 10 ns a point. Points outside the world are an error, as is anything left over.
 */
gboolean
jol_basemap_decode_points (const char *text,
                           guint n_points,
                           double unit,
                           float *xy_out,
                           GError **error)
{
  const int size = (int) (1.0 / unit + 0.5);
  int x = 0, y = 0;

  for (guint i = 0; i < n_points; i++)
    {
      int dx, dy;

      if (!(text = decode_number (text, &dx)) || !(text = decode_number (text, &dy)))
        {
          g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT,
                       "Base map: point %u of %u cannot be read", i, n_points);
          return FALSE;
        }
      /* Six digits are 30 bits and x and y at most 24, so no sum overflows. */
      x += dx;
      y += dy;
      if (x < 0 || y < 0 || x > size || y > size)
        {
          g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT,
                       "Base map: point %u of %u is outside the world", i, n_points);
          return FALSE;
        }
      xy_out[2 * i] = (float) (x * unit);
      xy_out[2 * i + 1] = (float) (y * unit);
    }

  if (*text)
    {
      g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT,
                   "Base map: there are more points than the %u announced", n_points);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_type (const JolJsonPositions *file, guint value, JolJsonType type)
{
  return value != JOL_JSON_NO_VALUE && jol_json_value_get_type (file, value) == type;
}

static gboolean
read_int (const JolJsonPositions *file, guint value, int least, int most, int *int_out)
{
  double number;

  if (!is_type (file, value, JOL_JSON_NUMBER))
    return FALSE;

  number = jol_json_value_get_number (file, value);
  if (!(number >= least && number <= most) || number != floor (number))
    return FALSE;

  *int_out = (int) number;
  return TRUE;
}

static const char *
read_string (JolJsonPositions *file, guint value)
{
  return is_type (file, value, JOL_JSON_STRING) ? jol_json_value_get_string (file, value) : NULL;
}

static guint
count (const JolJsonPositions *file, guint array)
{
  guint n = 0;

  for (guint i = jol_json_value_get_first (file, array); i != JOL_JSON_NO_VALUE;
       i = jol_json_value_get_next (file, array, i))
    n++;
  return n;
}

/**
 * jol_basemap_parse:
 * @data: must outlive what is returned
 * @format: that it must have
 * @unit_out: width of a unit, in worlds
 *
 * Returns: (transfer full): the positions of the file's values, of which the first is an object; or
 * NULL
 */
JolJsonPositions *
jol_basemap_parse (const char *data,
                   gsize length,
                   const char *format,
                   double *unit_out,
                   GError **error)
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JolJsonPositions) file = NULL;
  const guint root = 0;
  int number;

  if (!jol_json_scan (data, length, "", problems, &file))
    {
      g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT, "Base map: %s",
                   jol_problem_list_get (problems, 0)->message);
      return NULL;
    }
  if (!is_type (file, root, JOL_JSON_OBJECT))
    {
      set_format_error (error, "/", "an object");
      return NULL;
    }
  if (g_strcmp0 (read_string (file, jol_json_value_find_member (file, root, "format")), format) !=
      0)
    {
      set_format_error (error, "format", format);
      return NULL;
    }
  if (!read_int (file, jol_json_value_find_member (file, root, "version"), FILE_VERSION,
                 FILE_VERSION, &number))
    {
      set_format_error (error, "version", G_STRINGIFY (FILE_VERSION));
      return NULL;
    }
  if (!read_int (file, jol_json_value_find_member (file, root, "bits"), 1, MAX_BITS, &number))
    {
      set_format_error (error, "bits", "a number from 1 to " G_STRINGIFY (MAX_BITS));
      return NULL;
    }
  *unit_out = 1.0 / (1 << number);

  return g_steal_pointer (&file);
}

gboolean
jol_basemap_get_object (const JolJsonPositions *file,
                        guint object,
                        const char *name,
                        guint *object_out,
                        GError **error)
{
  *object_out = jol_json_value_find_member (file, object, name);
  if (is_type (file, *object_out, JOL_JSON_OBJECT))
    return TRUE;

  set_format_error (error, name, "an object");
  return FALSE;
}

const char *
jol_basemap_get_string (JolJsonPositions *file, guint object, const char *name, GError **error)
{
  const char *text = read_string (file, jol_json_value_find_member (file, object, name));

  if (!text)
    set_format_error (error, name, "a string");

  return text;
}

int *
jol_basemap_get_all_ints (const JolJsonPositions *file,
                          guint object,
                          const char *name,
                          int least,
                          int most,
                          guint *n_out,
                          GError **error)
{
  const guint array = jol_json_value_find_member (file, object, name);
  g_autofree int *ints = NULL;
  guint n = 0;

  if (!is_type (file, array, JOL_JSON_ARRAY))
    {
      set_format_error (error, name, "an array");
      return NULL;
    }

  ints = g_new (int, count (file, array) + 1); /* so that an empty one is not NULL */
  for (guint i = jol_json_value_get_first (file, array); i != JOL_JSON_NO_VALUE;
       i = jol_json_value_get_next (file, array, i))
    if (!read_int (file, i, least, most, &ints[n++]))
      {
        set_format_error (error, name, "an array of whole numbers in their range");
        return NULL;
      }

  *n_out = n;
  return g_steal_pointer (&ints);
}

int *
jol_basemap_get_ints (const JolJsonPositions *file,
                      guint object,
                      const char *name,
                      guint n,
                      int least,
                      int most,
                      GError **error)
{
  guint found = 0;
  g_autofree int *ints = jol_basemap_get_all_ints (file, object, name, least, most, &found, error);

  if (ints && found != n)
    {
      set_format_error (error, name, "as long as it should be");
      return NULL;
    }

  return g_steal_pointer (&ints);
}

guint *
jol_basemap_get_column (const JolJsonPositions *file,
                        guint object,
                        const char *name,
                        guint n,
                        GError **error)
{
  const guint array = jol_json_value_find_member (file, object, name);
  guint *column;
  guint at = 0;

  if (!is_type (file, array, JOL_JSON_ARRAY) || count (file, array) != n)
    {
      set_format_error (error, name, "an array as long as it should be");
      return NULL;
    }

  column = g_new (guint, n + 1);
  for (guint i = jol_json_value_get_first (file, array); i != JOL_JSON_NO_VALUE;
       i = jol_json_value_get_next (file, array, i))
    column[at++] = i;
  return column;
}

gboolean
jol_basemap_read_code (JolJsonPositions *file,
                       guint value,
                       char *code_out,
                       gsize size,
                       GError **error)
{
  const char *text = read_string (file, value);

  if (text && g_strlcpy (code_out, text, size) < size)
    return TRUE;

  set_format_error (error, "a2", "a country code");
  return FALSE;
}

gboolean
jol_basemap_read_date (JolJsonPositions *file, guint value, JolDate *date_out, GError **error)
{
  const char *text = read_string (file, value);

  if (is_type (file, value, JOL_JSON_NULL) || (text && jol_date_parse (text, date_out)))
    return TRUE;

  set_format_error (error, "from or until", "a date");
  return FALSE;
}

gboolean
jol_basemap_read_text (JolJsonPositions *file, guint value, JolText **text_out, GError **error)
{
  g_autoptr (JolTextBuilder) builder = NULL;

  if (is_type (file, value, JOL_JSON_NULL))
    return TRUE;
  if (!is_type (file, value, JOL_JSON_OBJECT) ||
      jol_json_value_get_first (file, value) == JOL_JSON_NO_VALUE)
    {
      set_format_error (error, "name", "an object of names by language");
      return FALSE;
    }

  builder = jol_text_builder_new ();
  for (guint i = jol_json_value_get_first (file, value); i != JOL_JSON_NO_VALUE;
       i = jol_json_value_get_next (file, value, i))
    {
      const char *language = jol_json_value_get_name (file, i);
      const char *text = read_string (file, i);

      if (!text)
        {
          set_format_error (error, language, "a name");
          return FALSE;
        }
      jol_text_builder_add (builder, language, text);
    }
  *text_out = jol_text_builder_end (g_steal_pointer (&builder));

  return TRUE;
}
