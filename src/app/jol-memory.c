/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define MAX_HEAPS 2
/* So long without a frame: what was begun is complete. */
#define QUIET_S 2

void
jol_memory_share_heaps (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, MAX_HEAPS);
#endif
}

#ifdef __GLIBC__
static gint64 last_frame_us;
static guint trim_id;

/* While frames are drawn it looks again; then it trims once, and nothing wakes a window that rests.
 */
static gboolean
trim_cb (gpointer data)
{
  if (g_get_monotonic_time () - last_frame_us < QUIET_S * G_USEC_PER_SEC)
    return G_SOURCE_CONTINUE;

  trim_id = 0;
  malloc_trim (0);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (void)
{
  last_frame_us = g_get_monotonic_time ();
  if (trim_id == 0)
    trim_id = g_timeout_add_seconds_full (G_PRIORITY_LOW, QUIET_S, trim_cb, NULL, NULL);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    NULL);
}
#endif

void
jol_memory_trim_when_quiet (GtkWidget *window)
{
#ifdef __GLIBC__
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
#endif
}
