/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Before the first thread: lets all threads share two heaps. glibc would give eight to each
 * processor, and what a thread has freed in its own nobody else gets. */
void jol_memory_share_heaps (void);

/* Once it is quiet: gives back what reading a story has left, which is as much again as the story.
 * Several wishes are one. */
void jol_memory_trim_later (void);

G_END_DECLS
