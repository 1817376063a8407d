/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An image that an article shows: the bytes of a PNG or JPEG file, and its size, read from its head
 * alone. Whether the rest is whole is known when it is decoded. */
typedef struct
{
  GBytes *bytes;  /* NULL when there is a fault */
  guint width_px; /* not 0 and within the limits when there are bytes */
  guint height_px;
  char *fault; /* why it cannot be shown, in words that end a sentence; or NULL */
} JolImage;

/* Looks at the head of a file; @bytes is taken. */
JolImage *jol_image_new (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
JolImage *jol_image_new_fault (const char *fault) G_GNUC_WARN_UNUSED_RESULT;
void jol_image_free (JolImage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolImage, jol_image_free)

G_END_DECLS
