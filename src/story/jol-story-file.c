/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-story-file.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
jol_story_file_is_plain_path (const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  if (strchr (path, '\\'))
    return FALSE;
  for (guint i = 0; steps[i]; i++)
    if (!*steps[i] || g_str_equal (steps[i], ".") || g_str_equal (steps[i], ".."))
      return FALSE;

  return TRUE;
}

gboolean
jol_story_file_is_below (GFile *folder, GFile *part)
{
  g_autofree char *folder_path = g_file_get_path (folder);
  g_autofree char *part_path = g_file_get_path (part);
  g_autofree char *folder_real = NULL;
  g_autofree char *part_real = NULL;
  g_autofree char *prefix = NULL;

  /* A resource has no links. */
  if (!folder_path || !part_path)
    return TRUE;

  folder_real = realpath (folder_path, NULL);
  part_real = realpath (part_path, NULL);
  /* What does not exist is reported as missing when it is read. */
  if (!folder_real || !part_real)
    return TRUE;

  prefix = g_str_has_suffix (folder_real, "/") ? g_strdup (folder_real)
                                               : g_strconcat (folder_real, "/", NULL);
  return g_str_has_prefix (part_real, prefix);
}

GBytes *
jol_story_file_read (GFile *file, guint max_mib, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (1 << 16);
  gssize n;

  /* Asked before it is opened: opening a pipe that nobody writes to would never end. */
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (!info)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("this is not a file"));
      return NULL;
    }

  stream = g_file_read (file, cancellable, error);
  if (!stream)
    return NULL;

  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 1 << 16, cancellable, error)) >
         0)
    {
      g_byte_array_append (content, buffer, (guint) n);
      if (content->len > (guint64) max_mib << 20)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _ ("the file is larger than %u MiB"),
                       max_mib);
          return NULL;
        }
    }

  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
