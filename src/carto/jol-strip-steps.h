/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-story.h"
#include "jol-strip-stack.h"

G_BEGIN_DECLS

/*
 * JolStripSteps: figures that are counted out of a story, and so are known for every day of its
 * time: each band has a value from one day on until the next step. There are no gaps in it.
 * Only drawn, a step of which one knows "about" when it was slopes over the time it may have been
 * in.
 */
typedef struct
{
  int day;
  double value;
} JolStripStep;

/* An uncertain step: from @day on and up to @end, what it adds has come only in part. */
typedef struct
{
  int day, end;
  double difference;
} JolStripRamp;

typedef struct
{
  guint n_bands;
  GArray **bands;  /* of JolStripStep, ascending; before its first a band is 0 */
  GArray **ramps;  /* of JolStripRamp: the steps of a band that slope */
  GArray *unknown; /* of JolStripStep: how many routes in service have no known capacity */
  double *maxima;  /* the highest each band reaches */
} JolStripSteps;

/* One band an outlet of JolOutlet: what the routes of @commodity in service can carry, in the unit
 * of jol_strip_steps_get_unit(). A route that stands still is not in service. */
JolStripSteps *jol_strip_steps_new_capacity (JolStory *story,
                                             JolCommodity commodity) G_GNUC_WARN_UNUSED_RESULT;
/* One band a kind of JolEventKind: how many of the events that are not hidden begin in a year. */
JolStripSteps *jol_strip_steps_new_events (JolStory *story,
                                           guint hidden_kinds) G_GNUC_WARN_UNUSED_RESULT;
void jol_strip_steps_free (JolStripSteps *self);

const char *jol_strip_steps_get_unit (JolCommodity commodity);
double jol_strip_steps_get (const GArray *steps, int day);

/* @bands: which of the steps' bands are stacked, the lowest first; bands of the stack are counted
 * in this order. */
JolStripStack *jol_strip_steps_stack (const JolStripSteps *self,
                                      const guint *bands,
                                      guint n_bands,
                                      int first_day,
                                      int last_day) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolStripSteps, jol_strip_steps_free)

G_END_DECLS
