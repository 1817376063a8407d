/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"

G_BEGIN_DECLS

/* JolSpan: from one date to another, each covering its whole period. Unset: from.year is 0. A plain
 * value. */
typedef struct
{
  JolDate from;
  JolDate to;
} JolSpan;

gboolean jol_span_parse (const char *text, JolSpan *span_out); /* "D..D" */
gboolean jol_span_is_set (const JolSpan *self);
gboolean jol_span_equal (const JolSpan *a, const JolSpan *b);
gboolean jol_span_overlaps (const JolSpan *self, int first_day, int last_day);
char *
jol_span_to_iso (const JolSpan *self) G_GNUC_WARN_UNUSED_RESULT; /* "D..D", or "" when not set */

G_END_DECLS
