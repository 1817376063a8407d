/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-cli-raw.h"

#include "jol-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

struct _JolCliRaw
{
  GHashTable *objects; /* id → JsonObject */
};

static const char *const lists[] = { "sources", "places",   "routes", "events",
                                     "claims",  "articles", "series", NULL };
/* Members that hold a text for people, wherever they stand. */
static const char *const texts[] = { "name",      "title",       "summary", "note",
                                     "statement", "publisher",   "byline",  "heading",
                                     "body",      "description", NULL };
static const char *const long_members[] = { "geometry", "body", "values", NULL };

void
jol_cli_raw_free (JolCliRaw *self)
{
  g_hash_table_unref (self->objects);
  g_free (self);
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_string (JsonNode *node)
{
  gboolean is_string =
      node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;

  return is_string ? json_node_get_string (node) : NULL;
}

static void
add_objects (JolCliRaw *self, JsonObject *file)
{
  for (guint i = 0; lists[i]; i++)
    {
      JsonArray *list = get_array (file, lists[i]);
      guint n = list ? json_array_get_length (list) : 0;

      for (guint j = 0; j < n; j++)
        {
          JsonNode *node = json_array_get_element (list, j);
          JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
          const char *id = object ? get_string (json_object_get_member (object, "id")) : NULL;

          if (id)
            g_hash_table_insert (self->objects, g_strdup (id), json_object_ref (object));
        }
    }
}

static JsonNode *
read_file (GFile *file, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *text = NULL;
  gsize length = 0;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error) ||
      !json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;

  return json_parser_steal_root (parser);
}

static gboolean
add_file (JolCliRaw *self, GFile *file, gboolean with_parts, GError **error)
{
  g_autoptr (JsonNode) root = read_file (file, error);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  JsonObject *object;
  JsonArray *parts;
  guint n_parts;

  if (!root)
    return FALSE;

  object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (!object)
    return TRUE;

  add_objects (self, object);
  parts = with_parts && folder ? get_array (object, "parts") : NULL;
  n_parts = parts ? json_array_get_length (parts) : 0;
  for (guint i = 0; i < n_parts; i++)
    {
      const char *path = get_string (json_array_get_element (parts, i));
      g_autoptr (GFile) part = path ? g_file_resolve_relative_path (folder, path) : NULL;

      if (part && !add_file (self, part, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

JolCliRaw *
jol_cli_raw_load (JolStory *story, GError **error)
{
  g_autoptr (JolCliRaw) self = g_new0 (JolCliRaw, 1);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (jol_story_get_uri (story));

  self->objects =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  if (!add_file (self, file, TRUE, error))
    return NULL;

  return g_steal_pointer (&self);
}

JsonObject *
jol_cli_raw_find (JolCliRaw *self, JolEntity *entity, GError **error)
{
  const char *id = jol_entity_get_id (entity);
  JsonObject *object = g_hash_table_lookup (self->objects, id);

  if (!object)
    g_set_error (error, JOL_STORY_ERROR, JOL_STORY_ERROR_READ,
                 _ ("“%s” is no longer in the story’s file: it was changed while it was read"), id);
  return object;
}

/* The text of an object by language; NULL when the node is none. */
static const char *
choose_text (JsonNode *node, const char *language)
{
  g_autoptr (JolText) text = NULL;
  JolTextBuilder *builder;
  JsonObjectIter iter;
  const char *tag;
  const char *chosen;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node) || !json_object_get_size (json_node_get_object (node)))
    return NULL;

  builder = jol_text_builder_new ();
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &tag, &member))
    if (get_string (member))
      jol_text_builder_add (builder, tag, get_string (member));
  text = jol_text_builder_end (builder);
  chosen = jol_text_get (text, language);

  /* As the node has it: the text is about to go. */
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (chosen && json_object_iter_next_ordered (&iter, &tag, &member))
    if (g_strcmp0 (get_string (member), chosen) == 0)
      return get_string (member);

  return NULL;
}

static void
write_value (JolJsonWriter *writer, JsonNode *node, gboolean brief, const char *language)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      jol_json_writer_begin_object (writer);
      jol_cli_raw_write_members (writer, json_node_get_object (node), brief, language);
      jol_json_writer_end_object (writer);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) &&
           JSON_NODE_HOLDS_OBJECT (json_array_get_element (json_node_get_array (node), 0)))
    {
      JsonArray *array = json_node_get_array (node);

      jol_json_writer_begin_array (writer);
      for (guint i = 0; i < json_array_get_length (array); i++)
        write_value (writer, json_array_get_element (array, i), brief, language);
      jol_json_writer_end_array (writer);
    }
  else
    jol_json_writer_node (writer, node);
}

void
jol_cli_raw_write_members (JolJsonWriter *writer,
                           JsonObject *object,
                           gboolean brief,
                           const char *language)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (json_object_has_member (object, "id"))
    {
      jol_json_writer_member (writer, "id");
      jol_json_writer_node (writer, json_object_get_member (object, "id"));
    }

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      const char *text = NULL;

      if (g_str_equal (name, "id") || (brief && g_strv_contains (long_members, name)))
        continue;
      if (language && g_strv_contains (texts, name))
        text = choose_text (member, language);

      jol_json_writer_member (writer, name);
      if (text)
        jol_json_writer_string (writer, text);
      else
        write_value (writer, member, brief, language);
    }
}
