/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-date.h"

G_BEGIN_DECLS

/*
 * JolDatePopover: an entry for an exact date. It takes what a story file takes and guesses nothing,
 * since 5/7/2022 is two dates.
 *
 * Signals: date-chosen (const JolDate *date), after which it closes.
 */
#define JOL_TYPE_DATE_POPOVER (jol_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (JolDatePopover, jol_date_popover, JOL, DATE_POPOVER, GtkPopover)

/* What the entry begins with; an unset date empties it. */
void jol_date_popover_set_date (JolDatePopover *self, const JolDate *date);

G_END_DECLS
