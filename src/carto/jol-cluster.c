/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Marks that would lie on each other are put together from the nearest zoom on down to the one that
 * is shown, a quarter of a level at a time. What was put together at a zoom stays so at all farther
 * ones: so as one zooms in, clusters come apart and never find each other again. Nothing depends on
 * what is in view, so they stay while the map is panned.
 *
 * At each step the marks are taken from the most important on. One that overlaps a mark taken
 * before joins it, the most important if there are several, and makes it larger; this is done again
 * until nothing joins, and no two marks overlap. Between two steps distances grow by a fifth and
 * radii by less, so they do not overlap there either.
 *
 * Places come into view with their kind's zoom. Those not shown yet are still in their clusters
 * (the cluster they hold together at a near zoom holds at a far one), but count for nothing. A
 * leader is shown wherever one of its cluster is, since jol_cluster_compare() puts first what is
 * shown first.
 *
 * Marks are found in a grid whose cells are as wide as the largest marks reach, by a hash table of
 * cells. Marks that do not overlap are few in a cell, so a step costs O(points); there are at most
 * thirty.
 */
#include "config.h"
#include "jol-cluster.h"

#include <math.h>

#include "jol-style.h"
#include "jol-viewport.h"

/* Clear space between the edges of two marks. */
#define GAP_PX 2.0
#define NONE G_MAXUINT32

/* A point, and the mark it leads as long as nothing more important has taken that in. */
typedef struct
{
  const JolClusterPoint *point;
  guint into;     /* the mark it was taken into, or NONE */
  double at_step; /* at that zoom */
  guint n_shown;
  guint n_summits;
  double radius_px; /* at this step */
  guint next;       /* in the same cell of the grid */
} Mark;

typedef struct
{
  Mark *marks; /* the most important first */
  guint n_marks;
  guint *kept; /* marks still of their own, in that order */
  guint n_kept;
  guint *cells; /* first mark, by hash */
  guint n_cells;
  double per_cell; /* cells a world */
} Work;

static guint
hash_cell (const Work *work, gint64 column, gint64 row)
{
  const guint64 mixed = (guint64) column * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) ^
                        (guint64) row * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);

  return (guint) (mixed >> 33) & (work->n_cells - 1);
}

static void
get_cell (const Work *work, const Mark *mark, gint64 *column_out, gint64 *row_out)
{
  *column_out = (gint64) floor (mark->point->at.x * work->per_cell);
  *row_out = (gint64) floor (mark->point->at.y * work->per_cell);
}

/* The most important of the kept marks that a mark overlaps, or NONE. */
static guint
find_overlapped (const Work *work, const Mark *mark, double size_px)
{
  guint found = NONE;
  gint64 column, row;

  get_cell (work, mark, &column, &row);
  for (gint64 i = column - 1; i <= column + 1; i++)
    for (gint64 j = row - 1; j <= row + 1; j++)
      for (guint k = work->cells[hash_cell (work, i, j)]; k != NONE; k = work->marks[k].next)
        {
          const Mark *other = &work->marks[k];
          const double reach = (mark->radius_px + other->radius_px + GAP_PX) / size_px;
          const double dx = mark->point->at.x - other->point->at.x;
          const double dy = mark->point->at.y - other->point->at.y;

          if (k < found && dx * dx + dy * dy < reach * reach)
            found = k;
        }

  return found;
}

static void
measure (Mark *mark, double zoom)
{
  mark->radius_px =
      jol_style_get_mark_radius (mark->point->kind, mark->n_summits, mark->n_shown > 1, zoom);
}

/* One time over all marks that are shown; says whether any was taken into another. */
static gboolean
join_overlapping (Work *work, double zoom)
{
  const double size_px = JOL_TILE_PX * exp2 (zoom);
  double largest_px = 0.0;
  guint n_kept = 0;
  gboolean has_joined = FALSE;

  for (guint i = 0; i < work->n_kept; i++)
    largest_px = MAX (largest_px, work->marks[work->kept[i]].radius_px);
  work->per_cell = size_px / (2.0 * largest_px + GAP_PX);
  for (guint i = 0; i < work->n_cells; i++)
    work->cells[i] = NONE;

  for (guint i = 0; i < work->n_kept; i++)
    {
      const guint index = work->kept[i];
      Mark *mark = &work->marks[index];
      guint found = NONE;

      if (mark->n_shown > 0)
        found = find_overlapped (work, mark, size_px);
      if (found != NONE)
        {
          Mark *leader = &work->marks[found];

          mark->into = found;
          mark->at_step = zoom;
          leader->n_shown += mark->n_shown;
          leader->n_summits += mark->n_summits;
          measure (leader, zoom);
          has_joined = TRUE;
          continue;
        }

      work->kept[n_kept++] = index;
      if (mark->n_shown > 0)
        {
          gint64 column, row;
          guint cell;

          get_cell (work, mark, &column, &row);
          cell = hash_cell (work, column, row);
          mark->next = work->cells[cell];
          work->cells[cell] = index;
        }
    }
  work->n_kept = n_kept;

  return has_joined;
}

static guint
find_leader (const Work *work, guint index)
{
  while (work->marks[index].into != NONE)
    index = work->marks[index].into;

  return index;
}

/* Below the zoom of its kind a place counts no more. */
static void
hide_places (Work *work, double zoom)
{
  for (guint i = 0; i < work->n_marks; i++)
    {
      const double from_zoom = work->marks[i].point->from_zoom;

      if (from_zoom > zoom && from_zoom <= MIN (zoom + JOL_CLUSTER_STEP, JOL_MAX_ZOOM))
        work->marks[find_leader (work, i)].n_shown--;
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  return jol_cluster_compare (((const Mark *) a)->point, ((const Mark *) b)->point);
}

int
jol_cluster_compare (const JolClusterPoint *a, const JolClusterPoint *b)
{
  if (a->n_summits != b->n_summits)
    return a->n_summits > b->n_summits ? -1 : 1;
  if (a->from_zoom < b->from_zoom || a->from_zoom > b->from_zoom)
    return a->from_zoom < b->from_zoom ? -1 : 1;
  /* Kinds are listed from the greatest on. */
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;

  return a->order < b->order ? -1 : a->order > b->order;
}

/**
 * jol_cluster_find:
 * @points: (array length=n_points): in any order, no two with the same #JolClusterPoint.order
 * @zoom: what is shown; points whose from_zoom is more are left alone
 * @members: (out caller-allocates) (array length=n_points): for each point the one that leads its
 *   cluster
 *
 * Puts places together until no two marks overlap: see the top of the file. The result does not
 * depend on the order of the points. O(points), at most thirty times.
 */
void
jol_cluster_find (const JolClusterPoint *points,
                  guint n_points,
                  double zoom,
                  JolClusterMember *members)
{
  const double last = MAX (floor (zoom / JOL_CLUSTER_STEP) * JOL_CLUSTER_STEP, JOL_MIN_ZOOM);
  g_autofree Mark *marks = g_new (Mark, n_points);
  g_autofree guint *kept = g_new (guint, n_points);
  g_autofree guint *cells = NULL;
  Work work = { .marks = marks, .n_marks = n_points, .kept = kept, .n_kept = n_points };

  for (guint i = 0; i < n_points; i++)
    {
      marks[i] = (Mark){ .point = &points[i],
                         .into = NONE,
                         .n_shown = points[i].from_zoom <= JOL_MAX_ZOOM,
                         .n_summits = points[i].n_summits };
      kept[i] = i;
    }
  if (n_points > 1)
    qsort (marks, n_points, sizeof *marks, compare_marks);
  work.n_cells = 16;
  while (work.n_cells < 2 * n_points)
    work.n_cells *= 2;
  work.cells = cells = g_new (guint, work.n_cells);

  for (double step = JOL_MAX_ZOOM; step >= last; step -= JOL_CLUSTER_STEP)
    {
      hide_places (&work, step);
      for (guint i = 0; i < work.n_kept; i++)
        measure (&marks[kept[i]], step);
      while (join_overlapping (&work, step))
        ;
    }

  for (guint i = 0; i < n_points; i++)
    {
      JolClusterMember *member = &members[marks[i].point - points];
      guint leader = i;

      /* Whatever was put together is put together with all of it, so the farthest zoom counts. */
      member->apart_zoom = 0.0;
      for (; marks[leader].into != NONE; leader = marks[leader].into)
        member->apart_zoom = marks[leader].at_step + JOL_CLUSTER_STEP;
      member->leader = (guint) (marks[leader].point - points);
    }
}
