/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-date.h"
#include "jol-viewport.h"

G_BEGIN_DECLS

/* Where a person stands. */
typedef struct
{
  char *selection; /* id, or NULL */
  char *subject;   /* id, or NULL */
  JolDate date;
  JolViewport viewport;
  char *article; /* "article" or "article#section", or NULL */
  gboolean claims;
} JolTrailPoint;

typedef enum
{
  JOL_TRAIL_DRIFT, /* the point one stands at moves along: a pan, a scroll */
  JOL_TRAIL_STEP,  /* one of a run: the first begins a new point, those that follow move it */
  JOL_TRAIL_JUMP,  /* a new point */
} JolTrailMove;

/*
 * JolTrail: the points a person has been at, for back and forward. A person goes back to a thing,
 * not to a frame, so a drag, a play or a walk by arrow keys is one point however many dates it
 * passes, and going back to a point shows it as it was left. Leaving a point that was gone back to
 * drops the points after it.
 */
typedef struct _JolTrail JolTrail;

JolTrail *jol_trail_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jol_trail_free (JolTrail *self);

/* Forgets all and stands at @start. */
void jol_trail_reset (JolTrail *self, const JolTrailPoint *start);
/* Returns whether anything changed. */
gboolean jol_trail_move (JolTrail *self, const JolTrailPoint *point, JolTrailMove move);

gboolean jol_trail_can_go (JolTrail *self, int steps); /* -1: back, 1: forward */
/* The point arrived at, owned by the trail until it next changes; NULL when there is none. */
const JolTrailPoint *jol_trail_go (JolTrail *self, int steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JolTrail, jol_trail_free)

G_END_DECLS
