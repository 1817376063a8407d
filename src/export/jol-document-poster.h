/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-document.h"
#include "jol-paper.h"
#include "jol-session.h"

G_BEGIN_DECLS

/* How large the map of a page is, in px of its scene. */
void jol_document_get_poster_map_size (const JolPaper *paper, int *width_out, int *height_out);

/* All of it on one page: title, what is to be seen, map, chart, key events, what came of checking
 * claims, key, credits, sources. @viewport, for a map of the size asked above; NULL to show all of
 * what is selected, or else of the story, whatever the session looks at. */
JolDocument *jol_document_new_poster (JolSession *session,
                                      const JolViewport *viewport,
                                      const JolDocumentLook *look,
                                      const JolPaper *paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
