/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-json-write.h"

#include "jol-text.h"

#include "jol-unit.h"

#include <math.h>
#include <string.h>

typedef struct
{
  gboolean is_object;
  gboolean is_inline; /* all on one line */
  guint n_values;
} Level;

struct _JolJsonWriter
{
  GString *out;   /* borrowed */
  GArray *levels; /* of Level, outermost first */
  gboolean has_name;
};

JolJsonWriter *
jol_json_writer_new (GString *out)
{
  JolJsonWriter *self = g_new0 (JolJsonWriter, 1);

  self->out = out;
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  return self;
}

void
jol_json_writer_free (JolJsonWriter *self)
{
  g_array_unref (self->levels);
  g_free (self);
}

void
jol_json_writer_finish (JolJsonWriter *self)
{
  g_return_if_fail (self->levels->len == 0);

  g_string_append_c (self->out, '\n');
}

static Level *
get_level (JolJsonWriter *self)
{
  return self->levels->len ? &g_array_index (self->levels, Level, self->levels->len - 1) : NULL;
}

static void
begin_line (JolJsonWriter *self)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->levels->len; i++)
    g_string_append (self->out, "  ");
}

/* What stands between the last value and the next. */
static void
separate (JolJsonWriter *self)
{
  Level *level = get_level (self);

  if (!level)
    return;
  if (level->n_values++ > 0)
    g_string_append (self->out, level->is_inline ? ", " : ",");
  if (!level->is_inline)
    begin_line (self);
}

/* Before a value: after its name everything has been said. */
static void
begin_value (JolJsonWriter *self)
{
  Level *level = get_level (self);

  g_return_if_fail (!level || level->is_object == self->has_name);

  if (!self->has_name)
    separate (self);
  self->has_name = FALSE;
}

static void
begin_level (JolJsonWriter *self, gboolean is_object, gboolean is_inline)
{
  Level level = { is_object, is_inline, 0 };

  begin_value (self);
  g_string_append_c (self->out, is_object ? '{' : '[');
  g_array_append_val (self->levels, level);
}

static void
end_level (JolJsonWriter *self, gboolean is_object)
{
  Level *level = get_level (self);
  Level ended;

  g_return_if_fail (level && level->is_object == is_object && !self->has_name);

  ended = *level;
  g_array_set_size (self->levels, self->levels->len - 1);
  if (ended.n_values > 0 && !ended.is_inline)
    begin_line (self);
  g_string_append_c (self->out, is_object ? '}' : ']');
}

void
jol_json_writer_begin_object (JolJsonWriter *self)
{
  begin_level (self, TRUE, FALSE);
}

void
jol_json_writer_end_object (JolJsonWriter *self)
{
  end_level (self, TRUE);
}

void
jol_json_writer_begin_array (JolJsonWriter *self)
{
  begin_level (self, FALSE, FALSE);
}

void
jol_json_writer_end_array (JolJsonWriter *self)
{
  end_level (self, FALSE);
}

static void
append_string (GString *out, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (out, '"');
  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *escape = c < 0x80 ? strchr ("\"\"\\\\\bb\ff\nn\rr\tt", (int) c) : NULL;

      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", (char) c);
      else if (c < 0x20 && escape)
        g_string_append_printf (out, "\\%c", escape[1]);
      else if (jol_text_is_control (c))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
    }
  g_string_append_c (out, '"');
}

void
jol_json_writer_member (JolJsonWriter *self, const char *name)
{
  Level *level = get_level (self);

  g_return_if_fail (level && level->is_object && !self->has_name);

  separate (self);
  append_string (self->out, name);
  g_string_append (self->out, ": ");
  self->has_name = TRUE;
}

void
jol_json_writer_string (JolJsonWriter *self, const char *value)
{
  begin_value (self);
  if (value)
    append_string (self->out, value);
  else
    g_string_append (self->out, "null");
}

void
jol_json_writer_number (JolJsonWriter *self, double value)
{
  g_autofree char *text = NULL;

  g_return_if_fail (isfinite (value));

  begin_value (self);
  text = jol_number_to_json (value);
  g_string_append (self->out, text);
}

void
jol_json_writer_integer (JolJsonWriter *self, gint64 value)
{
  begin_value (self);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

void
jol_json_writer_boolean (JolJsonWriter *self, gboolean value)
{
  begin_value (self);
  g_string_append (self->out, value ? "true" : "false");
}

void
jol_json_writer_null (JolJsonWriter *self)
{
  begin_value (self);
  g_string_append (self->out, "null");
}

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static void
write_array (JolJsonWriter *self, JsonArray *array)
{
  guint n = json_array_get_length (array);
  gboolean is_inline = TRUE;

  for (guint i = 0; i < n && is_inline; i++)
    is_inline = is_number (json_array_get_element (array, i));

  begin_level (self, FALSE, is_inline);
  for (guint i = 0; i < n; i++)
    jol_json_writer_node (self, json_array_get_element (array, i));
  end_level (self, FALSE);
}

static void
write_object (JolJsonWriter *self, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  jol_json_writer_begin_object (self);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      jol_json_writer_member (self, name);
      jol_json_writer_node (self, member);
    }
  jol_json_writer_end_object (self);
}

/* Recursion is as deep as the node, and a story's depth is limited when it is read. */
void
jol_json_writer_node (JolJsonWriter *self, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (self, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (self, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_NULL (node))
    jol_json_writer_null (self);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    jol_json_writer_string (self, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    jol_json_writer_boolean (self, json_node_get_boolean (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    jol_json_writer_integer (self, json_node_get_int (node));
  else
    jol_json_writer_number (self, json_node_get_double (node));
}
