/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"
#include "jol-text.h"

G_BEGIN_DECLS

/* What something was from a date on. */
typedef struct
{
  JolDate from;
  int code;       /* an enum's value for status and direction, 0 otherwise */
  double value;   /* for figures, 0 otherwise */
  char *unit;     /* for figures, or NULL */
  JolText *note;  /* or NULL */
  char **sources; /* ids, NULL-terminated, or NULL */
  int confidence; /* JolConfidence */
} JolHistoryEntry;

/* JolHistory: dated values in date order. Immutable, reference-counted; safe from any thread. */
typedef struct _JolHistory JolHistory;

/* Takes the array (of JolHistoryEntry, transfer full) and sorts it by the first day of from,
 * stably. */
JolHistory *jol_history_new_take (GArray *entries) G_GNUC_WARN_UNUSED_RESULT;
JolHistory *jol_history_ref (JolHistory *self);
void jol_history_unref (JolHistory *self);

guint jol_history_get_size (const JolHistory *self);
const JolHistoryEntry *jol_history_get (const JolHistory *self, guint index);

/* The last entry whose from has begun by the end of @date, or NULL before the first. Binary search.
 */
const JolHistoryEntry *jol_history_at (const JolHistory *self, const JolDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolHistory, jol_history_unref)

G_END_DECLS
