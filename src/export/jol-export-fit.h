/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-export-choice.h"

G_BEGIN_DECLS

/* Whether what was laid out can be written at all; JOL_EXPORT_ERROR_SIZE says why not. */
gboolean jol_export_fit_check (JolDocument *document,
                               const JolExportChoice *choice,
                               const JolExportOptions *options,
                               GError **error);

/* What of it a person would rather not see, in a sentence each, a line each; NULL when all is well.
 */
char *jol_export_fit_describe (JolDocument *document,
                               const JolExportChoice *choice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
