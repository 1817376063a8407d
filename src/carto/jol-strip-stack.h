/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-series.h"

G_BEGIN_DECLS

/*
 * JolStripStack: the shape of a series as stacked areas, before it has a size: x in days (day
 * numbers, with fractions), y in the unit of the series.
 *
 * A figure belongs to the whole of its year. It is met exactly in the middle of the year, from
 * where a straight line leads to the next year's; where a band has no figure for the next year, its
 * area ends with the year, upright: a gap is not a fall to zero. Plans and part-years are no
 * totals, so they are not in the stack but stand by themselves.
 */
typedef struct
{
  double day;
  double low;
  double high;
} JolStackPoint;

/* Years on end in which a band is all reported or all estimated. */
typedef struct
{
  guint band;
  gboolean is_estimated;
  int first_year;
  int last_year;
  JolStackPoint *points; /* ascending; two at one day where the ground steps */
  guint n_points;
} JolStackPiece;

/* Between two pieces of a band: nobody knows. */
typedef struct
{
  guint band;
  double from_day;
  double from_value; /* the top of the piece before */
  double to_day;
  double to_value;
} JolStackGap;

/* A figure that is not stacked. */
typedef struct
{
  guint band;
  int year;
  double value;
  JolQuality quality;
} JolStackMark;

typedef struct
{
  GArray *pieces; /* of JolStackPiece, lower bands first */
  GArray *gaps;   /* of JolStackGap */
  GArray *marks;  /* of JolStackMark */
  double max;     /* the highest anything reaches; 0 when there is nothing */
} JolStripStack;

JolStripStack *jol_strip_stack_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;
JolStripStack *jol_strip_stack_new (JolSeries *series) G_GNUC_WARN_UNUSED_RESULT;
void jol_strip_stack_free (JolStripStack *self);

/* Whether a figure is one of those that are stacked. NULL is none. */
gboolean jol_strip_stack_takes (const JolSeriesValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolStripStack, jol_strip_stack_free)

G_END_DECLS
