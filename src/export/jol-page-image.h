/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-page-text.h"
#include "jol-story-image.h"

G_BEGIN_DECLS

/* JolPageImage: an image of an article on a page, with its caption under it. Frozen; any thread. */
typedef struct _JolPageImage JolPageImage;

/* NULL when it cannot be decoded. No wider than @width, no higher than @max_height, and no larger
 * than it is at 96 px an inch. @caption, which may be NULL, is laid out; taken. */
JolPageImage *jol_page_image_new (const JolImage *image,
                                  JolPageText *caption,
                                  double width,
                                  double max_height) G_GNUC_WARN_UNUSED_RESULT;
void jol_page_image_free (JolPageImage *self);

double jol_page_image_get_height (const JolPageImage *self);
/* At the origin. */
void jol_page_image_paint (JolCanvas *canvas, double width, double height, gpointer image);

G_END_DECLS
