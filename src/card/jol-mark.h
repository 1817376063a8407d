/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-tint.h"

G_BEGIN_DECLS

/*
 * JolMark: the small coloured symbol before a name: a piece of line for a route, a ring for a
 * place, the kind's symbol for an event, and for a claim the sign of its verdict. It says nothing
 * that the words beside it do not, so it has no name of its own.
 */
#define JOL_TYPE_MARK (jol_mark_get_type ())
G_DECLARE_FINAL_TYPE (JolMark, jol_mark, JOL, MARK, GtkWidget)

GtkWidget *jol_mark_new (JolTint tint) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
