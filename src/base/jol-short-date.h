/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"

G_BEGIN_DECLS

/* Dates where there is little room, at their own precision, in the interface's language. */

/* "5 Jul 2022", "Jul 2022", "2022" */
char *jol_short_date_format (const JolDate *date) G_GNUC_WARN_UNUSED_RESULT;

/* Under a heading that says the year already: "5 Jul", "Feb", "2022", "18–19 May", "30 Apr – 2
 * May";
 * @to may be unset, and is given its year when it is another one. */
char *jol_short_date_format_in_year (const JolDate *from,
                                     const JolDate *to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
