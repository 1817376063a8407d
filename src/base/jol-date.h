/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * JolDate: a Gregorian date with the precision it was written with. A plain value, copied freely.
 *
 * month is 0 for a date that is only a year, day is 0 for one that is only a month; year is 0 for
 * "no date". A date covers its whole period: first_day and last_day are its ends, both inclusive.
 */
typedef struct
{
  gint16 year;   /* 1–9999; 0: not set */
  guint8 month;  /* 1–12; 0: only the year is known */
  guint8 day;    /* 1–31; 0: only the month is known */
  guint8 approx; /* 1: "about" */
} JolDate;

typedef enum
{
  JOL_PRECISION_YEAR,
  JOL_PRECISION_MONTH,
  JOL_PRECISION_DAY,
} JolPrecision;

/* Day numbers count from 1 January of the year 1, which is 1, as GDate's Julian days do. */
#define JOL_DATE_FIRST_DAY 1
#define JOL_DATE_LAST_DAY 3652059 /* 31 December 9999 */

gboolean jol_date_parse (const char *text, JolDate *date_out);
/* What a person types: the same, or "14.12.2009", "12/2009", "14 December 2009". */
gboolean jol_date_parse_typed (const char *text, gboolean day_first, JolDate *date_out);
/* Whether the locale's dates have the day before the month. */
gboolean jol_date_locale_has_day_first (void);
JolDate jol_date_from_day (int day_number, JolPrecision precision);

gboolean jol_date_is_set (const JolDate *self);
JolPrecision jol_date_get_precision (const JolDate *self);
int jol_date_first_day (const JolDate *self);
int jol_date_last_day (const JolDate *self);
int jol_date_compare (const JolDate *a, const JolDate *b);
gboolean jol_date_equal (const JolDate *a, const JolDate *b);

JolDate jol_date_add (const JolDate *self, JolPrecision unit, int n);

char *jol_date_to_iso (const JolDate *self) G_GNUC_WARN_UNUSED_RESULT;
char *jol_date_format (const JolDate *self) G_GNUC_WARN_UNUSED_RESULT;
char *jol_date_format_since (const JolDate *self) G_GNUC_WARN_UNUSED_RESULT;
char *jol_date_format_range (const JolDate *from, const JolDate *to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
