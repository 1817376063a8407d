/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-tint.h"

G_BEGIN_DECLS

/*
 * JolChip: a word or two on a rounded ground, both in the colour of what they say: a route's
 * status, a verdict, a kind. It may carry the mark of the same thing before its words.
 */
#define JOL_TYPE_CHIP (jol_chip_get_type ())
G_DECLARE_FINAL_TYPE (JolChip, jol_chip, JOL, CHIP, GtkWidget)

GtkWidget *jol_chip_new (JolTint tint) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *jol_chip_new_with_mark (JolTint tint) G_GNUC_WARN_UNUSED_RESULT;
void jol_chip_set_text (JolChip *self, const char *text);
const char *jol_chip_get_text (JolChip *self);

G_END_DECLS
