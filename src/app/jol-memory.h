/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Before the first thread: lets all threads share two heaps. glibc would give eight to each
 * processor, and what a thread has freed in its own nobody else gets. */
void jol_memory_share_heaps (void);

/* Gives memory back whenever nothing has been drawn in @window, not yet realized, for two seconds.
 * What reading a story leaves free is as much again as the story; what a day of moving the map,
 * dialogs and pictures leaves between what is kept was found to be half as much again as all that
 * is kept. */
void jol_memory_trim_when_quiet (GtkWidget *window);

G_END_DECLS
