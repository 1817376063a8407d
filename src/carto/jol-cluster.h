/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-place.h"
#include "jol-projection.h"

G_BEGIN_DECLS

/* Places whose symbols would overlap, put together into one mark at the place of the most important
 * of them. */

/* The zooms at which marks are put together are multiples of this, and so must be those from which
 * on a place is shown. */
#define JOL_CLUSTER_STEP 0.25

typedef struct
{
  JolWorldPoint at;
  JolPlaceKind kind;
  guint n_summits;
  double from_zoom; /* where the place is first shown; a multiple of JOL_CLUSTER_STEP */
  guint order;      /* in the story: of two as important, and so equal places may be told apart */
} JolClusterPoint;

typedef struct
{
  guint leader;      /* the point at whose place the mark stands; itself when it leads */
  double apart_zoom; /* from which zoom on the two are apart; above JOL_MAX_ZOOM: never */
} JolClusterMember;

/* Which of two points leads: less than 0 when it is @a. */
int jol_cluster_compare (const JolClusterPoint *a, const JolClusterPoint *b);

void jol_cluster_find (const JolClusterPoint *points,
                       guint n_points,
                       double zoom,
                       JolClusterMember *members);

G_END_DECLS
