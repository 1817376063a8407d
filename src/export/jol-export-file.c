/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Not g_file_replace(): that writes into the old file itself where it is a link or has another name
 * too, and a failure leaves half of a file.
 */
#include "config.h"

#include "jol-export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE (256 * 1024)
#define MAX_LINKS 40 /* as the kernel follows */

struct _JolExportFile
{
  char *place;
  char *draft; /* NULL: written in place */
  GOutputStream *stream;
  gboolean is_in_place;
};

static gboolean
set_errno (GError **error)
{
  const int code = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

/* The file that a path leads to, which need not be there. */
static char *
follow (const char *path, GError **error)
{
  g_autofree char *place = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (place, NULL);
      g_autofree char *folder = NULL;

      if (!target)
        return g_steal_pointer (&place);

      folder = g_path_get_dirname (place);
      g_free (place);
      place =
          g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }

  errno = ELOOP;
  set_errno (error);
  return NULL;
}

/* Opens the draft, with the owner, as far as one may, and permissions of the file it is to replace.
 */
static int
open_draft (JolExportFile *self, const GStatBuf *old)
{
  g_autofree char *folder = g_path_get_dirname (self->place);
  /* No part of the file's own name: with more to it, that might be too long. */
  g_autofree char *draft = g_build_filename (folder, ".jol-XXXXXX", NULL);
  const int fd = g_mkstemp_full (draft, O_WRONLY | O_CLOEXEC, 0666);

  if (fd >= 0)
    {
      self->draft = g_steal_pointer (&draft);
      if (old && fchown (fd, old->st_uid, old->st_gid) != 0)
        g_debug ("%s: the owner could not be kept", self->place);
      if (old && fchmod (fd, old->st_mode & 0777) != 0)
        g_debug ("%s: permissions could not be kept", self->place);
    }
  return fd;
}

static int
open_place (JolExportFile *self)
{
  GStatBuf old;

  if (g_stat (self->place, &old) != 0)
    return errno == ENOENT ? open_draft (self, NULL) : -1;
  if (S_ISDIR (old.st_mode))
    {
      errno = EISDIR;
      return -1;
    }
  if (!S_ISREG (old.st_mode))
    return g_open (self->place, O_WRONLY | O_CLOEXEC, 0);
  /* A folder may let one replace a file that one may not write to; it was meant to stay. */
  if (g_access (self->place, W_OK) != 0)
    return -1;

  return open_draft (self, &old);
}

JolExportFile *
jol_export_file_new (const char *path, GError **error)
{
  g_autoptr (JolExportFile) self = g_new0 (JolExportFile, 1);
  g_autoptr (GOutputStream) stream = NULL;
  int fd;

  g_return_val_if_fail (path, NULL);

  self->place = follow (path, error);
  if (!self->place)
    return NULL;

  fd = open_place (self);
  if (fd < 0)
    {
      set_errno (error);
      return NULL;
    }

  stream = g_unix_output_stream_new (fd, TRUE);
  self->stream = g_buffered_output_stream_new_sized (stream, BUFFER_SIZE);
  return g_steal_pointer (&self);
}

void
jol_export_file_free (JolExportFile *self)
{
  if (self->stream && !self->is_in_place)
    {
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      /* What is still in the buffer need not be written any more. */
      g_cancellable_cancel (cancelled);
      g_output_stream_close (self->stream, cancelled, NULL);
    }
  if (self->draft && !self->is_in_place)
    g_unlink (self->draft);
  g_clear_object (&self->stream);
  g_free (self->draft);
  g_free (self->place);
  g_free (self);
}

GOutputStream *
jol_export_file_get_stream (JolExportFile *self)
{
  return self->stream;
}

const char *
jol_export_file_get_draft (JolExportFile *self)
{
  return self->draft ? self->draft : self->place;
}

gboolean
jol_export_file_close (JolExportFile *self, GError **error)
{
  return g_output_stream_is_closed (self->stream) ||
         g_output_stream_close (self->stream, NULL, error);
}

gboolean
jol_export_file_commit (JolExportFile *self, GError **error)
{
  if (!jol_export_file_close (self, error))
    return FALSE;
  if (self->draft && g_rename (self->draft, self->place) != 0)
    return set_errno (error);

  self->is_in_place = TRUE;
  return TRUE;
}
