/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-story-image.h"

G_BEGIN_DECLS

/*
 * JolArticleImage: an image in an article's text. Its line in the buffer says what it shows, for
 * whoever does not see it, and has the height of the image, which is painted over it, as wide as
 * the text at most. It is decoded in a thread when it is first painted.
 */
typedef struct _JolArticleImage JolArticleImage;

/* @image: whole, without a fault; its bytes are kept. */
JolArticleImage *jol_article_image_new (const JolImage *image,
                                        GtkTextTagTable *tags) G_GNUC_WARN_UNUSED_RESULT;
void jol_article_image_unref (JolArticleImage *self);

/* Where its line is; the tag that gives the line its height is applied to it. */
void jol_article_image_set_line (JolArticleImage *self, GtkTextBuffer *buffer, int start, int end);
int jol_article_image_get_start (const JolArticleImage *self);

void jol_article_image_lay_out (JolArticleImage *self, GtkTextBuffer *buffer, int width_px);
void jol_article_image_snapshot (JolArticleImage *self, GtkTextView *view, GtkSnapshot *snapshot);
/* Both FALSE while it is not decoded. */
gboolean jol_article_image_is_shown (const JolArticleImage *self);
gboolean jol_article_image_is_broken (const JolArticleImage *self);

G_END_DECLS
