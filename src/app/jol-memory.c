/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define MAX_HEAPS 2
/* The first picture is complete, and what was read for it is read. */
#define QUIET_MS 1000

#ifdef __GLIBC__
static guint trim_id;

static gboolean
trim_cb (gpointer data)
{
  trim_id = 0;
  malloc_trim (0);
  return G_SOURCE_REMOVE;
}
#endif

void
jol_memory_share_heaps (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, MAX_HEAPS);
#endif
}

void
jol_memory_trim_later (void)
{
#ifdef __GLIBC__
  g_clear_handle_id (&trim_id, g_source_remove);
  trim_id = g_timeout_add_full (G_PRIORITY_LOW, QUIET_MS, trim_cb, NULL, NULL);
#endif
}
