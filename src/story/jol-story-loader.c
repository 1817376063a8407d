/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A story is loaded in three passes over all of its files: read and scan (strict JSON, positions),
 * collect ids, parse with references checked where they are read. Every problem of every file is
 * collected; only a story without an error is made. A part is only ever sought below the manifest's
 * folder, links followed first.
 */
#include "config.h"

#include "jol-story-loader.h"

#include "jol-error.h"
#include "jol-story-draft.h"
#include "jol-story-file.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_FILE_MIB 256

/* One file, its bytes and where its values are; what is NULL was not reached. */
typedef struct
{
  char *path;
  GBytes *bytes;
  JolJsonPositions *positions;
  JolJsonFile file;
  JolJsonCursor root;
} StoryFile;

static void
free_story_file (gpointer data)
{
  StoryFile *self = data;

  g_clear_pointer (&self->positions, jol_json_positions_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->path);
  g_free (self);
}

static GFile *
open_uri (const char *uri)
{
  if (g_str_has_prefix (uri, "resource://") || g_str_has_prefix (uri, "file://"))
    return g_file_new_for_uri (uri);

  return g_file_new_for_path (uri);
}

static void
report_file (JolProblemList *problems, const char *path, const char *message)
{
  jol_problem_list_add (problems, JOL_SEVERITY_ERROR, path, 0, 0, NULL, "%s", message);
}

/* Reads and scans a file. What could not be read is a problem of the file; only cancelling is an
 * error. */
static StoryFile *
read_story_file (GFile *file,
                 const char *path,
                 JolProblemList *problems,
                 GCancellable *cancellable,
                 gboolean *is_readable_out,
                 GError **error)
{
  StoryFile *self = g_new0 (StoryFile, 1);
  g_autoptr (GError) local_error = NULL;
  const char *text;
  gsize length;

  self->path = g_strdup (path);
  self->bytes = jol_story_file_read (file, MAX_FILE_MIB, cancellable, &local_error);
  *is_readable_out = self->bytes != NULL;
  if (!self->bytes)
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local_error));
      else if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        report_file (problems, path, _ ("there is no such file"));
      else
        report_file (problems, path, local_error->message);
      return self;
    }

  text = g_bytes_get_data (self->bytes, &length);
  if (!jol_json_scan (text ? text : "", length, path, problems, &self->positions))
    return self;

  self->file = (JolJsonFile){ self->path, "en", problems, self->positions };
  self->root = (JolJsonCursor){ .file = &self->file, .value = 0 };
  return self;
}

/* A part's name in messages: beside the manifest, as that was given. */
static char *
build_part_path (const char *manifest_path, const char *part)
{
  const char *slash = strrchr (manifest_path, '/');

  return slash ? g_strdup_printf ("%.*s/%s", (int) (slash - manifest_path), manifest_path, part)
               : g_strdup (part);
}

/* Reads all files that the manifest names, into @files. */
static gboolean
read_parts (GPtrArray *files, GFile *manifest_file, GCancellable *cancellable, GError **error)
{
  StoryFile *manifest = g_ptr_array_index (files, 0);
  g_autoptr (GFile) folder = g_file_get_parent (manifest_file);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JolJsonCursor list;

  if (!jol_json_enter_array (&manifest->root, "parts", JOL_JSON_OPTIONAL, &list))
    return TRUE;

  for (guint i = 0; i < jol_json_get_size (&list); i++)
    {
      JolJsonCursor element = jol_json_get_element (&list, i);
      const char *name = jol_json_get_string (&element);
      g_autoptr (GFile) part = NULL;
      g_autofree char *path = NULL;
      GError *local_error = NULL;
      gboolean is_readable;

      if (!name)
        continue;
      if (!jol_story_file_is_plain_path (name))
        {
          jol_json_report (
              &element, JOL_SEVERITY_ERROR,
              _ ("“%s” leaves the manifest's folder: a part is named by a plain path below it"),
              name);
          continue;
        }
      if (!g_hash_table_add (seen, (gpointer) name))
        {
          jol_json_report (&element, JOL_SEVERITY_ERROR, _ ("the part “%s” is named twice"), name);
          continue;
        }

      part = g_file_resolve_relative_path (folder, name);
      if (!jol_story_file_is_below (folder, part))
        {
          jol_json_report (&element, JOL_SEVERITY_ERROR,
                           _ ("“%s” is a link out of the manifest's folder"), name);
          continue;
        }

      path = build_part_path (manifest->path, name);
      g_ptr_array_add (files, read_story_file (part, path, manifest->file.problems, cancellable,
                                               &is_readable, &local_error));
      if (local_error)
        {
          g_propagate_error (error, local_error);
          return FALSE;
        }
    }

  return TRUE;
}

/* Parses what has been read; TRUE when the draft is a whole story. */
static void
parse_files (JolStoryDraft *draft, GPtrArray *files)
{
  StoryFile *manifest = g_ptr_array_index (files, 0);

  for (guint i = 0; i < files->len; i++)
    {
      StoryFile *file = g_ptr_array_index (files, i);

      file->file.language = draft->language;
      if (file->positions)
        jol_story_collect_ids (draft, &file->root);
    }

  for (guint i = 0; i < files->len; i++)
    {
      StoryFile *file = g_ptr_array_index (files, i);

      if (file->positions && jol_json_is_object (&file->root))
        jol_story_parse_lists (draft, &file->root, file != manifest);
    }
}

JolStory *
jol_story_load (const char *uri,
                JolProblemList *problems,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GFile) file = open_uri (uri);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_story_file);
  g_autoptr (JolStoryDraft) draft = jol_story_draft_new ();
  GError *local_error = NULL;
  StoryFile *manifest;
  gboolean is_readable;

  g_return_val_if_fail (uri != NULL && problems != NULL, NULL);

  manifest = read_story_file (file, uri, problems, cancellable, &is_readable, &local_error);
  g_ptr_array_add (files, manifest);
  if (local_error)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  if (manifest->positions && jol_story_parse_header (draft, &manifest->root))
    {
      if (!read_parts (files, file, cancellable, error))
        return NULL;
      draft->folder = g_file_get_parent (file);
      parse_files (draft, files);
    }

  /* The texts and what was read of them are the largest thing here, and nothing needs them any
   * more. */
  g_ptr_array_set_size (files, 0);
  jol_problem_list_sort (problems);
  if (jol_problem_list_get_n_errors (problems) > 0)
    {
      if (is_readable)
        g_set_error (error, JOL_STORY_ERROR, JOL_STORY_ERROR_INVALID,
                     g_dngettext (NULL, "The story has %u error", "The story has %u errors",
                                  jol_problem_list_get_n_errors (problems)),
                     jol_problem_list_get_n_errors (problems));
      else
        g_set_error (error, JOL_STORY_ERROR, JOL_STORY_ERROR_READ, _ ("“%s” could not be read"),
                     uri);
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return jol_story_new_from_draft (draft, uri);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  JolProblemList *problems = jol_problem_list_new ();
  GError *error = NULL;
  JolStory *story = jol_story_load (task_data, problems, cancellable, &error);

  g_object_set_data_full (G_OBJECT (task), "problems", problems,
                          (GDestroyNotify) jol_problem_list_free);
  if (story)
    g_task_return_pointer (task, story, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
jol_story_load_async (const char *uri,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (uri != NULL);

  g_task_set_source_tag (task, jol_story_load_async);
  g_task_set_task_data (task, g_strdup (uri), g_free);
  /* A disk that does not answer keeps its thread, but nobody who has given up. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

JolStory *
jol_story_load_finish (GAsyncResult *result, JolProblemList **problems_out, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  if (problems_out)
    *problems_out = g_object_steal_data (G_OBJECT (result), "problems");
  if (problems_out && !*problems_out)
    *problems_out = jol_problem_list_new ();

  return g_task_propagate_pointer (G_TASK (result), error);
}

JolStory *
jol_story_load_bundled (void)
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (GError) error = NULL;
  JolStory *story = jol_story_load (JOL_STORY_BUNDLED_URI, problems, NULL, &error);

  if (!story)
    g_error ("the story in the program is broken: %s", error->message);

  return story;
}
