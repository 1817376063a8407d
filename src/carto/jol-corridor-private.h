/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-corridor.h"

G_BEGIN_DECLS

/* Over so much of a line it moves from its own way into its slot, and from one slot to another. */
#define JOL_CORRIDOR_TAPER_PX 44.0

/* Steps along a path, at small zooms and at most. */
#define JOL_CORRIDOR_STEP_PX 3.0
#define JOL_CORRIDOR_MAX_STEP_PX 16.0

/* A line in px of its zoom, walked in small steps. */
typedef struct
{
  JolWorldPoint *points;
  double *along;           /* px from the first point */
  JolWorldPoint *bearings; /* unit vectors */
  guint n_points;
  guint first; /* of its samples among those of all paths */
  guint first_piece, n_pieces;
} JolCorridorPath;

/*
 * A part of a path: samples first to last. It leads (leader is itself), or it follows one that
 * leads. Pieces of a path touch: the next begins with the sample after the last.
 *
 * Lateral: px to the right of the leader as seen along it.
 */
typedef struct
{
  guint path;
  guint first, last;
  guint leader;      /* piece */
  int heading;       /* 1: along the leader, -1: against it */
  double *positions; /* where each sample is on the leader's path, px along; NULL if it leads */
  double from, to;   /* where it is on the leader's path, px along, from < to */
  double lateral[2]; /* beyond from and beyond to: where it comes from and goes to */
  double mean;       /* lateral on the way */
  guint *members;    /* pieces that follow this one, and itself, from left to right */
  guint n_members;
} JolCorridorPiece;

struct _JolCorridors
{
  double zoom;
  double reach_px; /* lines nearer than that run together */
  JolCorridorPath *paths;
  guint n_paths;
  JolCorridorPiece *pieces; /* those of a path together, in its order */
  guint n_pieces;
  GHashTable *sides;
};

/* Below zoom 6 the line's points give way to even, softened steps; above they are kept. */
void jol_corridor_path_init (JolCorridorPath *self, const JolWorldLine *line, double zoom);
void jol_corridor_path_clear (JolCorridorPath *self);
/* The first sample that is not before so many px along a path; n_points if all are. */
guint jol_corridor_path_find (const JolCorridorPath *path, double along);
/* A point of a path so far along it; at its ends for what is beyond. */
JolWorldPoint
jol_corridor_path_at (const JolCorridorPath *path, double along, JolWorldPoint *tangent_out);

/* Decides the order of all pieces' members. */
void jol_corridors_sort_members (JolCorridors *self, GHashTable *inherited);

G_END_DECLS
