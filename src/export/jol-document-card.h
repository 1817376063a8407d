/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-document.h"
#include "jol-paper.h"
#include "jol-session.h"

G_BEGIN_DECLS

/* What is known of a thing at the session's date: where it is, its figures, history, events, claims
 * and sources. On one page, for which its type is made smaller; on more only when it
 * could not be read on one. */
JolDocument *jol_document_new_card (JolSession *session,
                                    JolEntity *entity,
                                    const JolDocumentLook *look,
                                    const JolPaper *paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
