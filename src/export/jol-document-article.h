/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-document.h"
#include "jol-paper.h"
#include "jol-story.h"

G_BEGIN_DECLS

/* An article on as many pages as it takes, with the maps of its sections as figures, and its
 * sources at the end. */
JolDocument *jol_document_new_article (JolStory *story,
                                       JolArticle *article,
                                       const JolDocumentLook *look,
                                       const JolPaper *paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
