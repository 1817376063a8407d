/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who lies on whose side in a corridor.
 *
 * All that follow one leader, and the leader itself, get one order from left to right, for as long
 * as it leads: so no two of them change sides on the way. Lines cross where they join or part if
 * they must, and the best order is the one in which they must least. For two that overlap:
 *
 *   - at each end of what they share, one of them comes from a side, or both do: that side is where
 *     it should lie (weight 1 at most, less if it comes from nearly straight ahead);
 *   - on which side it really is on the way says a little (weight ON_THE_WAY);
 *   - where both were together elsewhere, or at a smaller zoom, the same side as there (weight
 *     INHERITED, more than all the rest): one pair, one side, on the whole map.
 *
 * The order with the least weight against it is a linear ordering problem. Corridors have few
 * lines, so moving one line at a time to its best place until nothing gets better is enough; it
 * begins from the order by mean lateral, so that the outcome does not depend on how lines are
 * numbered.
 */
#include "config.h"

#include "jol-corridor-private.h"

#include <math.h>
#include <string.h>

#define ON_THE_WAY 0.3
#define INHERITED 100.0
/* More lines than that are kept in the order of their laterals: nobody could tell them apart. */
#define MAX_ORDERED 64

GHashTable *
jol_corridor_sides_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* The pair as the path with the smaller number sees it: the other's number, and whether it goes the
 * same way. */
static gint64
get_key (const JolCorridorPiece *a, const JolCorridorPiece *b)
{
  const gint64 smaller = MIN (a->path, b->path);
  const gint64 larger = MAX (a->path, b->path);

  return smaller << 32 | larger << 1 | (a->heading == b->heading);
}

/* What the table says: 1 if b is right of a as seen along their leader, -1 if left, 0 if nothing.
 */
static int
look_up (GHashTable *sides, const JolCorridorPiece *a, const JolCorridorPiece *b)
{
  const gint64 key = get_key (a, b);
  const int side = sides ? GPOINTER_TO_INT (g_hash_table_lookup (sides, &key)) : 0;

  return a->path < b->path ? side * a->heading : -side * b->heading;
}

static void
remember (GHashTable *sides, const JolCorridorPiece *left, const JolCorridorPiece *right)
{
  const gint64 key = get_key (left, right);
  const int side = left->path < right->path ? left->heading : -right->heading;

  if (!g_hash_table_contains (sides, &key))
    g_hash_table_insert (sides, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (side));
}

static double
limit (double lateral, double reach_px)
{
  return CLAMP (lateral / reach_px, -1.0, 1.0);
}

/* How much b wants to be right of a at one end of what they share. */
static double
compare_ends (const JolCorridors *self,
              const JolCorridorPiece *a,
              const JolCorridorPiece *b,
              guint end)
{
  /* How far the ends are from each other; positive if a goes on beyond b. */
  const double beyond = end == 0 ? b->from - a->from : a->to - b->to;

  if (fabs (beyond) < JOL_CORRIDOR_TAPER_PX)
    return limit (b->lateral[end] - a->lateral[end], self->reach_px);

  return beyond > 0.0 ? limit (b->lateral[end], self->reach_px)
                      : -limit (a->lateral[end], self->reach_px);
}

static gboolean
overlap (const JolCorridorPiece *a, const JolCorridorPiece *b)
{
  return a->from < b->to && b->from < a->to && a->path != b->path;
}

static double
compare_pieces (const JolCorridors *self,
                GHashTable *inherited,
                const JolCorridorPiece *a,
                const JolCorridorPiece *b)
{
  double want;
  int side;

  if (!overlap (a, b))
    return 0.0;

  want = compare_ends (self, a, b, 0) + compare_ends (self, a, b, 1) +
         ON_THE_WAY * limit (b->mean - a->mean, self->reach_px);
  side = look_up (inherited, a, b);
  if (side == 0)
    side = look_up (self->sides, a, b);

  return want + INHERITED * side;
}

static int
compare_means (gconstpointer a, gconstpointer b, gpointer data)
{
  const JolCorridors *self = data;
  const JolCorridorPiece *x = &self->pieces[*(const guint *) a];
  const JolCorridorPiece *y = &self->pieces[*(const guint *) b];

  if (x->mean < y->mean || x->mean > y->mean)
    return x->mean < y->mean ? -1 : 1;

  return x->path < y->path ? -1 : x->path > y->path;
}

/* Moves one member to where it has the least against it. */
static gboolean
improve (guint *members, guint *ranks, guint n, const double *wants, guint at)
{
  const guint moved = members[at];
  const guint rank = ranks[at];
  double gain = 0.0;
  double best_gain = 1e-9;
  guint best = at;

  /* To the left, over one after the other; then to the right. */
  for (guint i = at; i-- > 0;)
    {
      gain += wants[rank * n + ranks[i]];
      if (gain > best_gain)
        {
          best_gain = gain;
          best = i;
        }
    }
  gain = 0.0;
  for (guint i = at + 1; i < n; i++)
    {
      gain -= wants[rank * n + ranks[i]];
      if (gain > best_gain)
        {
          best_gain = gain;
          best = i;
        }
    }
  if (best == at)
    return FALSE;

  if (best < at)
    {
      memmove (members + best + 1, members + best, (at - best) * sizeof *members);
      memmove (ranks + best + 1, ranks + best, (at - best) * sizeof *ranks);
    }
  else
    {
      memmove (members + at, members + at + 1, (best - at) * sizeof *members);
      memmove (ranks + at, ranks + at + 1, (best - at) * sizeof *ranks);
    }
  members[best] = moved;
  ranks[best] = rank;

  return TRUE;
}

static void
sort_members (JolCorridors *self, JolCorridorPiece *leader, GHashTable *inherited)
{
  const guint n = leader->n_members;
  g_autofree double *wants = NULL; /* [a][b]: how much b wants to be right of a */
  g_autofree guint *ranks = NULL;
  gboolean is_better = TRUE;

  g_qsort_with_data (leader->members, (int) n, sizeof *leader->members, compare_means, self);
  if (n > MAX_ORDERED)
    return;

  wants = g_new0 (double, n *n);
  ranks = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      ranks[i] = i;
      for (guint j = i + 1; j < n; j++)
        {
          wants[i * n + j] = compare_pieces (self, inherited, &self->pieces[leader->members[i]],
                                             &self->pieces[leader->members[j]]);
          wants[j * n + i] = -wants[i * n + j];
        }
    }
  for (guint pass = 0; is_better && pass < 2 * n; pass++)
    {
      is_better = FALSE;
      for (guint i = 0; i < n; i++)
        is_better |= improve (leader->members, ranks, n, wants, i);
    }
}

void
jol_corridors_sort_members (JolCorridors *self, GHashTable *inherited)
{
  /* Pieces are in the order in which their paths were taken: the great corridors first. */
  for (guint i = 0; i < self->n_pieces; i++)
    {
      JolCorridorPiece *leader = &self->pieces[i];

      if (leader->n_members < 2)
        continue;
      sort_members (self, leader, inherited);
      for (guint j = 0; j < leader->n_members; j++)
        for (guint k = j + 1; k < leader->n_members; k++)
          {
            const JolCorridorPiece *left = &self->pieces[leader->members[j]];
            const JolCorridorPiece *right = &self->pieces[leader->members[k]];

            if (overlap (left, right))
              remember (self->sides, left, right);
          }
    }
}

void
jol_corridors_add_sides (const JolCorridors *self, GHashTable *sides)
{
  GHashTableIter iter;
  gpointer key, side;

  g_hash_table_iter_init (&iter, self->sides);
  while (g_hash_table_iter_next (&iter, &key, &side))
    if (!g_hash_table_contains (sides, key))
      g_hash_table_insert (sides, g_memdup2 (key, sizeof (gint64)), side);
}
