/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Put before the C library (LD_PRELOAD), it makes a bad disk of the one stories lie on.
 * JOL_BAD_DISK says how: "fails" in the middle of a file, is "slow" and gives a few bytes at a
 * time, or is "interrupted", or "hangs" and never answers; "cut" makes the file end there and then,
 * "gone" takes it away. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[4096];

static int
is_story (int fd)
{
  char link[64];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length < 0)
    return 0;
  path[length] = '\0';
  return strstr (path, ".jol.json") != NULL;
}

ssize_t
read (int fd, void *buffer, size_t n_bytes)
{
  static ssize_t (*read_well) (int, void *, size_t);
  static unsigned n_calls;
  const char *fault = getenv ("JOL_BAD_DISK");

  if (!read_well)
    *(void **) &read_well = dlsym (RTLD_NEXT, "read");
  if (fault && is_story (fd))
    {
      if (strcmp (fault, "hangs") == 0)
        pause ();
      if (lseek (fd, 0, SEEK_CUR) > 0 && strcmp (fault, "cut") == 0 && truncate (path, 1000) < 0)
        abort ();
      if (lseek (fd, 0, SEEK_CUR) > 0 && strcmp (fault, "gone") == 0)
        unlink (path);
      if (strcmp (fault, "fails") == 0 && lseek (fd, 0, SEEK_CUR) > 0)
        {
          errno = EIO;
          return -1;
        }
      if (strcmp (fault, "slow") == 0 && n_bytes > 7)
        n_bytes = 7;
      if (strcmp (fault, "interrupted") == 0 && n_calls++ % 2 == 0)
        {
          errno = EINTR;
          return -1;
        }
    }
  return read_well (fd, buffer, n_bytes);
}
