/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What levels and labels need to read their files, which make-basemap.py writes. json-glib's own
 * getters abort or guess where a member is missing or of another type; these say what is wrong.
 *
 * Geometry is one string a layer: x and y of each point as differences from the point before (the
 * first from 0, 0), zigzag coded, five bits a character, lowest first, bit 32 set while more
 * follow. A character is its value plus 35, one more from the backslash up. To json-glib that is
 * one token; as an array of numbers the same data take it fifteen times as long.
 */
#include "config.h"
#include "jol-basemap-private.h"

#include "jol-error.h"

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
node_is_int (JsonNode *node, int least, int most, int *value_out)
{
  gint64 value;

  if (!node || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  value = json_node_get_int (node);
  if (value < least || value > most)
    return FALSE;

  *value_out = (int) value;
  return TRUE;
}

static const char *
node_get_string (JsonNode *node)
{
  if (!node || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

JsonObject *
jol_basemap_parse (JsonParser *parser,
                   const char *data,
                   gsize length,
                   const char *format,
                   double *unit_out,
                   GError **error)
{
  g_autoptr (GError) json_error = NULL;
  JsonNode *node;
  JsonObject *root;
  int number;

  if (!json_parser_load_from_data (parser, data, (gssize) length, &json_error))
    {
      g_set_error (error, JOL_BASEMAP_ERROR, JOL_BASEMAP_ERROR_FORMAT, "Base map: %s",
                   json_error->message);
      return NULL;
    }

  node = json_parser_get_root (parser);
  if (!node || !JSON_NODE_HOLDS_OBJECT (node))
    {
      set_format_error (error, "/", "an object");
      return NULL;
    }

  root = json_node_get_object (node);
  if (g_strcmp0 (node_get_string (json_object_get_member (root, "format")), format) != 0)
    {
      set_format_error (error, "format", format);
      return NULL;
    }
  if (!node_is_int (json_object_get_member (root, "version"), FILE_VERSION, FILE_VERSION, &number))
    {
      set_format_error (error, "version", G_STRINGIFY (FILE_VERSION));
      return NULL;
    }
  if (!node_is_int (json_object_get_member (root, "bits"), 1, MAX_BITS, &number))
    {
      set_format_error (error, "bits", "a number from 1 to " G_STRINGIFY (MAX_BITS));
      return NULL;
    }
  *unit_out = 1.0 / (1 << number);

  return root;
}

JsonObject *
jol_basemap_get_object (JsonObject *object, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  set_format_error (error, name, "an object");
  return NULL;
}

const char *
jol_basemap_get_string (JsonObject *object, const char *name, GError **error)
{
  const char *text = node_get_string (json_object_get_member (object, name));

  if (!text)
    set_format_error (error, name, "a string");

  return text;
}

int *
jol_basemap_get_all_ints (JsonObject *object,
                          const char *name,
                          int least,
                          int most,
                          guint *n_out,
                          GError **error)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree int *ints = NULL;
  JsonArray *array;
  guint n;

  if (!node || !JSON_NODE_HOLDS_ARRAY (node))
    {
      set_format_error (error, name, "an array");
      return NULL;
    }

  array = json_node_get_array (node);
  n = json_array_get_length (array);
  ints = g_new (int, n + 1); /* so that an empty one is not NULL */
  for (guint i = 0; i < n; i++)
    if (!node_is_int (json_array_get_element (array, i), least, most, &ints[i]))
      {
        set_format_error (error, name, "an array of whole numbers in their range");
        return NULL;
      }

  *n_out = n;
  return g_steal_pointer (&ints);
}

int *
jol_basemap_get_ints (JsonObject *object,
                      const char *name,
                      guint n,
                      int least,
                      int most,
                      GError **error)
{
  guint found = 0;
  g_autofree int *ints = jol_basemap_get_all_ints (object, name, least, most, &found, error);

  if (ints && found != n)
    {
      set_format_error (error, name, "as long as it should be");
      return NULL;
    }

  return g_steal_pointer (&ints);
}

JsonArray *
jol_basemap_get_column (JsonObject *object, const char *name, guint n, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node && JSON_NODE_HOLDS_ARRAY (node) &&
      json_array_get_length (json_node_get_array (node)) == n)
    return json_node_get_array (node);

  set_format_error (error, name, "an array as long as it should be");
  return NULL;
}

gboolean
jol_basemap_read_code (JsonArray *column, guint index, char *code_out, gsize size, GError **error)
{
  const char *text = node_get_string (json_array_get_element (column, index));

  if (text && g_strlcpy (code_out, text, size) < size)
    return TRUE;

  set_format_error (error, "a2", "a country code");
  return FALSE;
}

gboolean
jol_basemap_read_date (JsonArray *column, guint index, JolDate *date_out, GError **error)
{
  JsonNode *node = json_array_get_element (column, index);
  const char *text = node_get_string (node);

  if (JSON_NODE_HOLDS_NULL (node) || (text && jol_date_parse (text, date_out)))
    return TRUE;

  set_format_error (error, "from or until", "a date");
  return FALSE;
}

gboolean
jol_basemap_read_text (JsonArray *column, guint index, JolText **text_out, GError **error)
{
  JsonNode *node = json_array_get_element (column, index);
  g_autoptr (JolTextBuilder) builder = NULL;
  JsonObjectIter iter;
  const char *language;
  JsonNode *member;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node) || json_object_get_size (json_node_get_object (node)) == 0)
    {
      set_format_error (error, "name", "an object of names by language");
      return FALSE;
    }

  builder = jol_text_builder_new ();
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &language, &member))
    {
      const char *text = node_get_string (member);

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
