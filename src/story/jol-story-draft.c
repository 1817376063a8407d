/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story-draft.h"

#include "jol-story-file.h"
#include "jol-story-image.h"

#include <glib/gi18n.h>
#include <string.h>

/* Beyond this many, a broken file gets no more "did you mean": each looks at every id. */
#define MAX_SUGGESTIONS 50
#define MAX_ID_LENGTH 80
#define MAX_IMAGE_MIB 16
#define MAX_IMAGES_MIB 128 /* all together */

static void
free_declaration (gpointer data)
{
  JolDeclaration *declaration = data;

  g_free (declaration->path);
  g_free (declaration);
}

static void
clear_era (gpointer data)
{
  g_clear_pointer (&((JolEra *) data)->title, jol_text_unref);
}

JolStoryDraft *
jol_story_draft_new (void)
{
  JolStoryDraft *self = g_new0 (JolStoryDraft, 1);

  self->declarations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_declaration);
  self->language = g_strdup ("en");
  self->bounds = JOL_BOX_EMPTY;
  self->routes = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  self->claims = g_ptr_array_new_with_free_func (g_object_unref);
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->articles = g_ptr_array_new_with_free_func (g_object_unref);
  self->series = g_ptr_array_new_with_free_func (g_object_unref);
  self->images =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) jol_image_free);
  self->eras = g_array_new (FALSE, TRUE, sizeof (JolEra));
  g_array_set_clear_func (self->eras, clear_era);
  return self;
}

void
jol_story_draft_free (JolStoryDraft *self)
{
  g_hash_table_unref (self->declarations);
  g_free (self->id);
  g_clear_pointer (&self->title, jol_text_unref);
  g_clear_pointer (&self->credits, jol_text_unref);
  g_free (self->language);
  g_clear_pointer (&self->routes, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->eras, g_array_unref);
  g_free (self);
}

/* Lower-case letters and digits in runs joined by single hyphens. */
static gboolean
is_kebab_case (const char *id)
{
  gboolean was_hyphen = TRUE;

  if (strlen (id) > MAX_ID_LENGTH)
    return FALSE;

  for (; *id; id++)
    {
      if (*id == '-' ? was_hyphen : !g_ascii_islower (*id) && !g_ascii_isdigit (*id))
        return FALSE;
      was_hyphen = *id == '-';
    }

  return !was_hyphen;
}

void
jol_story_draft_declare (JolStoryDraft *self,
                         const JolJsonCursor *id_member,
                         const char *id,
                         JolEntityKind kind)
{
  const JolDeclaration *first = g_hash_table_lookup (self->declarations, id);
  JolDeclaration *declaration;

  if (!is_kebab_case (id))
    jol_json_report (id_member, JOL_SEVERITY_ERROR,
                     _ ("“%1$s” is not an id: expected small letters and digits joined by hyphens, "
                        "at most %2$d"),
                     id, MAX_ID_LENGTH);

  if (first)
    {
      jol_json_report (id_member, JOL_SEVERITY_ERROR,
                       _ ("the id “%1$s” is taken already, at %2$s:%3$u:%4$u"), id, first->path,
                       first->line, first->column);
      return;
    }

  declaration = g_new0 (JolDeclaration, 1);
  declaration->kind = kind;
  declaration->path = g_strdup (id_member->file->path);
  jol_json_locate (id_member, &declaration->line, &declaration->column);
  g_hash_table_insert (self->declarations, g_strdup (id), declaration);
}

/* Levenshtein's distance, in bytes: ids are ASCII. */
static guint
measure_distance (const char *a, const char *b)
{
  gsize n = MIN (strlen (b), MAX_ID_LENGTH);
  guint row[MAX_ID_LENGTH + 1];

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;

  for (guint i = 1; *a && i <= MAX_ID_LENGTH; a++, i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (gsize j = 1; j <= n; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (*a == b[j - 1] ? 0 : 1));
          diagonal = above;
        }
    }

  return row[n];
}

/* The id of the right kind that is most like @id, if any is at all. */
static const char *
suggest_id (JolStoryDraft *self, const char *id, guint kinds)
{
  guint best_distance = (guint) MIN (strlen (id) / 3, 3) + 1;
  const char *best = NULL;
  GHashTableIter iter;
  gpointer key, value;

  if (self->n_suggestions++ >= MAX_SUGGESTIONS)
    return NULL;

  g_hash_table_iter_init (&iter, self->declarations);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (((JolDeclaration *) value)->kind & kinds)
      {
        guint distance = measure_distance (id, key);

        /* A hash table has no order: of equally near ids the first of the alphabet, so that
         * messages are stable. */
        if (distance < best_distance ||
            (best && distance == best_distance && strcmp (key, best) < 0))
          {
            best_distance = distance;
            best = key;
          }
      }

  return best;
}

/* What a set of kinds is called, for "no place “x”". */
static const char *
describe_kinds (guint kinds)
{
  switch (kinds)
    {
    case JOL_ENTITY_ROUTE:
      return _ ("route");
    case JOL_ENTITY_PLACE:
      return _ ("place");
    case JOL_ENTITY_EVENT:
      return _ ("event");
    case JOL_ENTITY_CLAIM:
      return _ ("claim");
    case JOL_ENTITY_SOURCE:
      return _ ("source");
    case JOL_ENTITY_ARTICLE:
      return _ ("article");
    case JOL_ENTITY_SERIES:
      return _ ("series");
    default:
      return _ ("route, place, event or claim");
    }
}

gboolean
jol_story_draft_check_id (JolStoryDraft *self,
                          const JolJsonCursor *where,
                          const char *id,
                          guint kinds)
{
  const JolDeclaration *declaration = g_hash_table_lookup (self->declarations, id);
  const char *suggestion;

  if (declaration && (declaration->kind & kinds))
    return TRUE;

  if (declaration)
    {
      jol_json_report (where, JOL_SEVERITY_ERROR, _ ("“%1$s” is a %2$s; expected the id of a %3$s"),
                       id, describe_kinds (declaration->kind), describe_kinds (kinds));
      return FALSE;
    }

  suggestion = suggest_id (self, id, kinds);
  if (suggestion)
    jol_json_report (where, JOL_SEVERITY_ERROR, _ ("no %1$s “%2$s”; did you mean “%3$s”?"),
                     describe_kinds (kinds), id, suggestion);
  else
    jol_json_report (where, JOL_SEVERITY_ERROR, _ ("no %1$s “%2$s”"), describe_kinds (kinds), id);

  return FALSE;
}

/* An optional reference; NULL when it is not there or wrong. */
char *
jol_story_draft_read_id (JolStoryDraft *self,
                         const JolJsonCursor *object,
                         const char *name,
                         guint kinds)
{
  JolJsonCursor member;
  const char *id;

  if (!jol_json_enter (object, name, JOL_JSON_OPTIONAL, &member))
    return NULL;

  id = jol_json_get_string (&member);
  return id && jol_story_draft_check_id (self, &member, id, kinds) ? g_strdup (id) : NULL;
}

/* An optional list of references; NULL when there is none. */
char **
jol_story_draft_read_ids (JolStoryDraft *self,
                          const JolJsonCursor *object,
                          const char *name,
                          guint kinds)
{
  g_autoptr (GPtrArray) ids = NULL;
  JolJsonCursor list;

  if (!jol_json_enter_array (object, name, JOL_JSON_OPTIONAL, &list))
    return NULL;

  ids = g_ptr_array_new_null_terminated (jol_json_get_size (&list), g_free, TRUE);
  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      const char *id = jol_json_get_string (&element);

      if (id && jol_story_draft_check_id (self, &element, id, kinds))
        g_ptr_array_add (ids, g_strdup (id));
    }

  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static JolImage *
read_image (JolStoryDraft *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  bytes = jol_story_file_read (file, MAX_IMAGE_MIB, NULL, &error);
  if (!bytes)
    return jol_image_new_fault (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
                                    ? _ ("there is no such file")
                                    : error->message);

  if (self->image_bytes + g_bytes_get_size (bytes) > (guint64) MAX_IMAGES_MIB << 20)
    {
      g_bytes_unref (bytes);
      return jol_image_new_fault (_ ("with the images before it there are more than 128 MiB"));
    }

  self->image_bytes += g_bytes_get_size (bytes);
  return jol_image_new (bytes);
}

void
jol_story_draft_add_image (JolStoryDraft *self, const JolJsonCursor *where, const char *path)
{
  g_autoptr (GFile) file = NULL;
  JolImage *image;

  if (g_hash_table_contains (self->images, path))
    return;
  if (!jol_story_file_is_plain_path (path))
    {
      jol_json_report (
          where, JOL_SEVERITY_ERROR,
          _ ("the image “%s” leaves the manifest's folder: it is named by a plain path below it"),
          path);
      return;
    }

  file = g_file_resolve_relative_path (self->folder, path);
  if (!jol_story_file_is_below (self->folder, file))
    {
      jol_json_report (where, JOL_SEVERITY_ERROR,
                       _ ("the image “%s” is a link out of the manifest's folder"), path);
      return;
    }

  image = read_image (self, file);
  if (image->fault)
    jol_json_report (where, JOL_SEVERITY_WARNING, _ ("the image “%s” cannot be shown: %s"), path,
                     image->fault);
  g_hash_table_insert (self->images, g_strdup (path), image);
}
