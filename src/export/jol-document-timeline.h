/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-document.h"
#include "jol-paper.h"
#include "jol-session.h"

G_BEGIN_DECLS

/* The events that the session lists, by year, on as many pages as they take. */
JolDocument *jol_document_new_timeline (JolSession *session,
                                        const JolDocumentLook *look,
                                        const JolPaper *paper) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
