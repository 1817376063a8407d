/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-page-text.h"
#include "jol-scene-builder.h"

G_BEGIN_DECLS

/* JolArticleFigure: a map in a text, with what it shows under it. Frozen; any thread. */
typedef struct _JolArticleFigure JolArticleFigure;

/* Of what the session shows; @builder makes the scenes of them all. @bounds may be empty. @number
 * is that of the caption, 0 for none. */
JolArticleFigure *jol_article_figure_new (JolSceneBuilder *builder,
                                          JolSession *session,
                                          const JolBox *bounds,
                                          guint number,
                                          gboolean has_key,
                                          double width,
                                          JolTheme theme,
                                          const char *language) G_GNUC_WARN_UNUSED_RESULT;
void jol_article_figure_free (JolArticleFigure *self);

/* To whom its map is owed; as long as the figure is. */
const char *jol_article_figure_get_credits (const JolArticleFigure *self);
double jol_article_figure_get_height (const JolArticleFigure *self);
/* At the origin. */
void jol_article_figure_paint (JolCanvas *canvas, double width, double height, gpointer figure);

G_END_DECLS
