/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-problem.h"

G_BEGIN_DECLS

#define JOL_JSON_MAX_DEPTH 64

/* Where each value of a JSON text begins. Made by jol_json_scan(); one owner, one thread. */
typedef struct _JolJsonPositions JolJsonPositions;

gboolean jol_json_scan (const char *text,
                        gsize length,
                        const char *path,
                        JolProblemList *problems,
                        JolJsonPositions **positions_out);
void jol_json_positions_find (JolJsonPositions *self,
                              const char *pointer,
                              guint *line_out,
                              guint *column_out);
void jol_json_positions_free (JolJsonPositions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolJsonPositions, jol_json_positions_free)

G_END_DECLS
