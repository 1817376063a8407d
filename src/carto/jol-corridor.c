/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Corridors: where several lines run together, so that they are drawn side by side.
 *
 * The problem. Pipelines share rights of way for a thousand kilometres. Drawn where they are, one
 * hides the other; drawn with a fixed shift each, they are apart where nothing forces them to be.
 * And they were digitised one by one: what is one trench in the desert are two lines that weave
 * across each other some kilometres apart. Transit maps have the same problem, and the method here
 * is a small relative of theirs (Bast, Brosi, Storandt, "Efficient generation of geographically
 * accurate transit maps", 2018): find a common skeleton, order the lines on it so that few cross,
 * shift each by the widths of what lies between it and the skeleton. Their general graph of merged
 * segments and its integer program are left out; with a few dozen long lines a simpler skeleton
 * does.
 *
 * Leaders. Paths are taken from the longest to the shortest and walked in steps of a few px. Where
 * a path runs within reach of one that was taken before, with about the same bearing (or the
 * opposite one) and for long enough, it *follows*: that stretch of the earlier path is its centre
 * line, and a position along the leader is kept for each step. Elsewhere it *leads*: its own way
 * is its centre line, and later paths may follow it. So each path falls into pieces, and every
 * follower has one leader that follows nobody.
 *
 *      A  ───────────────────────────────────      leads all the way
 *      B  ═══╗ . . . . . . . . . . ╔══════════     leads, follows A, leads
 *      C         ╚ . . . . ╗                       follows A
 *                          ╚═════════════          leads
 *
 * Two thresholds, hysteresis, keep a pair from joining and parting again and again: it joins within
 * reach and parts beyond 1.5 of it; holes shorter than GAP_PX are closed, meetings shorter than
 * SHORTEST_PX are no corridor, nor are longer ones if a line only comes from one side and leaves to
 * the other. As followers pile up beside a leader, its reach grows
 * with the room they take.
 *
 * Reach is a number of px, so it shrinks on the ground as one zooms in: what is one corridor on the
 * map of the whole are two rights of way at zoom 9. Nothing of it depends on date, selection or
 * widths, so a line never changes sides while one plays through time. Which side it is:
 * jol-corridor-order.c. How it is drawn: jol-corridor-layout.c.
 *
 * Cost: the samples of pieces that lead are in a hashed grid; each sample of each path looks at
 * nine cells. A cell that is crowded beyond use is not searched to its end, so it is O(samples)
 * always.
 */
#include "config.h"

#include "jol-corridor-private.h"

#include <math.h>
#include <string.h>

#define REACH_PX 6.5
#define MAX_REACH_PX 20.0
#define PART_FACTOR 1.5
/* Growth of the reach for each line that follows already, of itself. */
#define REACH_GROWTH 0.35
#define MIN_COSINE 0.8
#define GAP_PX 70.0
#define SHORTEST_PX 40.0
#define SHORTEST_CROSSING_PX 150.0
#define CELL_PX 32.0
#define MAX_LOOKED_AT 400

#define NONE G_MAXUINT

/* The steps of what leads, by cell: chains in arrays. */
typedef struct
{
  guint *heads;
  guint mask;
  guint *nexts;   /* by sample */
  guint *paths;   /* by sample */
  guint *leads;   /* by sample: a number for the piece that leads there, or NONE */
  guint8 *crowds; /* by sample: how many follow */
  guint n_samples;
} Grid;

/* Where one sample of a path has found a leader. */
typedef struct
{
  guint lead; /* or NONE */
  guint path;
  double position;
} Match;

static guint
hash_cell (int column, int row)
{
  guint hash = (guint) column * 0x9e3779b1u ^ (guint) row * 0x85ebca77u;

  return hash ^ hash >> 15;
}

static int
get_cell (double px)
{
  return (int) floor (px / CELL_PX);
}

static double
get_scale (double zoom)
{
  return CLAMP (1.0 + 0.18 * (zoom - 5.0), 0.7, 1.45);
}

static double
get_length (const JolCorridorPath *path)
{
  return path->n_points > 0 ? path->along[path->n_points - 1] : 0.0;
}

static void
grid_init (Grid *self, const JolCorridors *corridors)
{
  guint size = 1024;

  self->n_samples = 0;
  for (guint i = 0; i < corridors->n_paths; i++)
    self->n_samples += corridors->paths[i].n_points;
  while (size < self->n_samples)
    size *= 2;
  self->mask = size - 1;
  self->heads = g_malloc (size * sizeof *self->heads);
  memset (self->heads, 0xff, size * sizeof *self->heads);
  self->nexts = g_new (guint, self->n_samples + 1);
  self->paths = g_new (guint, self->n_samples + 1);
  self->leads = g_new (guint, self->n_samples + 1);
  self->crowds = g_malloc0 (self->n_samples + 1);
  for (guint i = 0; i < corridors->n_paths; i++)
    for (guint j = 0; j < corridors->paths[i].n_points; j++)
      {
        self->paths[corridors->paths[i].first + j] = i;
        self->leads[corridors->paths[i].first + j] = NONE;
      }
}

static void
grid_clear (Grid *self)
{
  g_free (self->heads);
  g_free (self->nexts);
  g_free (self->paths);
  g_free (self->leads);
  g_free (self->crowds);
}

static void
grid_add (Grid *self, const JolCorridorPath *path, guint first, guint last, guint lead)
{
  for (guint i = first; i <= last; i++)
    {
      const guint sample = path->first + i;
      guint *head =
          &self->heads[hash_cell (get_cell (path->points[i].x), get_cell (path->points[i].y)) &
                       self->mask];

      self->leads[sample] = lead;
      self->nexts[sample] = *head;
      *head = sample;
    }
}

/* The leader that a sample runs along: the one that it ran along before as long as that is in
 * reach, else the nearest. */
static Match
find_match (const JolCorridors *self,
            const Grid *grid,
            const GArray *pieces,
            guint path_index,
            guint i,
            const Match *before)
{
  const JolCorridorPath *path = &self->paths[path_index];
  const JolWorldPoint at = path->points[i];
  const JolWorldPoint bearing = path->bearings[i];
  const int column = get_cell (at.x);
  const int row = get_cell (at.y);
  Match match = { .lead = NONE };
  double nearest = G_MAXDOUBLE;
  guint n_looked_at = 0;

  for (int cell = 0; cell < 9; cell++)
    for (guint sample =
             grid->heads[hash_cell (column + cell % 3 - 1, row + cell / 3 - 1) & grid->mask];
         sample != NONE && n_looked_at < MAX_LOOKED_AT; sample = grid->nexts[sample], n_looked_at++)
      {
        const JolCorridorPath *other = &self->paths[grid->paths[sample]];
        const guint j = sample - other->first;
        const double dx = at.x - other->points[j].x;
        const double dy = at.y - other->points[j].y;
        const double reach =
            MIN (self->reach_px * (1.0 + REACH_GROWTH * grid->crowds[sample]), MAX_REACH_PX);
        JolWorldPoint tangent;
        const JolCorridorPiece *lead;
        double along, across, distance, position;
        gboolean is_same;

        if (fabs (dx) > MAX_REACH_PX * PART_FACTOR || fabs (dy) > MAX_REACH_PX * PART_FACTOR ||
            grid->paths[sample] == path_index)
          continue;
        tangent = other->bearings[j];
        if (fabs (tangent.x * bearing.x + tangent.y * bearing.y) < MIN_COSINE)
          continue;
        along = dx * tangent.x + dy * tangent.y;
        across = fabs (dy * tangent.x - dx * tangent.y);
        if (fabs (along) > JOL_CORRIDOR_MAX_STEP_PX)
          continue;
        is_same = before->lead == grid->leads[sample] &&
                  fabs (other->along[j] - before->position) < 8.0 * JOL_CORRIDOR_MAX_STEP_PX;
        distance = across + fabs (along) * 0.1;
        if (across > reach * (is_same ? PART_FACTOR : 1.0))
          continue;
        if (is_same)
          distance -= 1000.0;
        position = other->along[j] + along;
        lead = &g_array_index (pieces, JolCorridorPiece, grid->leads[sample]);
        if (distance < nearest && position > lead->from - JOL_CORRIDOR_STEP_PX &&
            position < lead->to + JOL_CORRIDOR_STEP_PX)
          {
            nearest = distance;
            match = (Match){ grid->leads[sample], grid->paths[sample],
                             CLAMP (position, lead->from, lead->to) };
          }
      }

  return match;
}

/* How far a run of matches goes on along one leader, over holes; the last sample of it. */
static guint
find_run (const JolCorridorPath *path, const Match *matches, guint first)
{
  guint last = first;

  for (guint i = first + 1; i < path->n_points; i++)
    {
      const double gone = path->along[i] - path->along[last];

      if (gone > GAP_PX)
        break;
      if (matches[i].lead == matches[first].lead &&
          fabs (matches[i].position - matches[last].position) <
              2.0 * gone + 2.0 * JOL_CORRIDOR_MAX_STEP_PX)
        last = i;
    }

  return last;
}

/* Whether all of the leader between two positions leads. */
static gboolean
is_led (const Grid *grid, const JolCorridorPath *leader, guint lead, double from, double to)
{
  for (guint i = jol_corridor_path_find (leader, from);
       i < leader->n_points && leader->along[i] < to; i++)
    if (grid->leads[leader->first + i] != lead)
      return FALSE;

  return TRUE;
}

static double
get_lateral (const JolCorridorPath *leader, double position, const JolWorldPoint *at)
{
  JolWorldPoint tangent;
  const JolWorldPoint on = jol_corridor_path_at (leader, position, &tangent);

  return (at->y - on.y) * tangent.x - (at->x - on.x) * tangent.y;
}

/* Whether a run is long enough to be a corridor, and no crossing. */
static gboolean
is_long_enough (const JolCorridors *self,
                const JolCorridorPath *path,
                const Match *first,
                guint i,
                guint last)
{
  const double length = path->along[last] - path->along[i];
  const JolCorridorPath *leader = &self->paths[first->path];
  const Match *end = first + (last - i);
  double in, out;

  if (length < SHORTEST_PX || fabs (end->position - first->position) < SHORTEST_PX * 0.6)
    return FALSE;
  if (length >= SHORTEST_CROSSING_PX)
    return TRUE;

  in = get_lateral (leader, first->position, &path->points[i]);
  out = get_lateral (leader, end->position, &path->points[last]);

  return in * out > 0.0 || MIN (fabs (in), fabs (out)) < self->reach_px * 0.4;
}

/* Fills the holes of a run and makes it go one way only. */
static double *
make_positions (const JolCorridorPath *path,
                const Match *matches,
                guint first,
                guint last,
                int heading)
{
  double *positions = g_new (double, last - first + 1);
  guint known = first;

  positions[0] = matches[first].position;
  for (guint i = first + 1; i <= last; i++)
    {
      if (matches[i].lead != matches[first].lead)
        continue;
      positions[i - first] = heading > 0 ? MAX (matches[i].position, positions[known - first])
                                         : MIN (matches[i].position, positions[known - first]);
      for (guint j = known + 1; j < i; j++)
        {
          const double t =
              (path->along[j] - path->along[known]) / (path->along[i] - path->along[known]);

          positions[j - first] =
              positions[known - first] + t * (positions[i - first] - positions[known - first]);
        }
      known = i;
    }

  return positions;
}

/* Looks beyond an end of a follower, to where it is clear of its leader or has no more way. */
static double
look_beyond (const JolCorridors *self, const JolCorridorPiece *piece, gboolean is_start)
{
  const JolCorridorPath *path = &self->paths[piece->path];
  const JolCorridorPath *leader = &self->paths[self->pieces[piece->leader].path];
  const double along = path->along[is_start ? piece->first : piece->last];
  const double position = piece->positions[is_start ? 0 : piece->last - piece->first];
  const int way = is_start ? -1 : 1;
  double lateral = 0.0;

  for (double far_px = 0.0; far_px <= 4.0 * JOL_CORRIDOR_TAPER_PX; far_px += 8.0)
    {
      const double there = along + way * far_px;
      const double beside = position + way * piece->heading * far_px;
      JolWorldPoint at;

      if (far_px > 0.0 && (there < 0.0 || there > get_length (path) || beside < 0.0 ||
                           beside > get_length (leader)))
        break;
      at = jol_corridor_path_at (path, there, NULL);
      lateral = get_lateral (leader, beside, &at);
      if (fabs (lateral) > 2.5 * self->reach_px)
        break;
    }

  return lateral;
}

static void
add_piece (GArray *pieces, guint path, guint first, guint last)
{
  const JolCorridorPiece piece = {
    .path = path, .first = first, .last = last, .leader = pieces->len, .heading = 1
  };

  g_array_append_val (pieces, piece);
}

/* Whether a path followed right before, and begins to follow again before it could lead. */
static gboolean
has_hole (const JolCorridorPath *path, guint begun, guint next)
{
  return begun > 0 && path->along[next] - path->along[begun - 1] < JOL_CORRIDOR_TAPER_PX * 1.5;
}

static void
add_follower (const JolCorridors *self,
              Grid *grid,
              GArray *pieces,
              guint index,
              const Match *matches,
              guint first,
              guint last)
{
  const JolCorridorPath *path = &self->paths[index];
  const JolCorridorPath *leader = &self->paths[matches[first].path];
  JolCorridorPiece *piece;

  add_piece (pieces, index, first, last);
  piece = &g_array_index (pieces, JolCorridorPiece, pieces->len - 1);
  piece->leader = matches[first].lead;
  piece->heading = matches[last].position > matches[first].position ? 1 : -1;
  piece->positions = make_positions (path, matches, first, last, piece->heading);
  piece->from = MIN (piece->positions[0], piece->positions[last - first]);
  piece->to = MAX (piece->positions[0], piece->positions[last - first]);
  for (guint i = jol_corridor_path_find (leader, piece->from);
       i < leader->n_points && leader->along[i] <= piece->to; i++)
    if (grid->crowds[leader->first + i] < G_MAXUINT8)
      grid->crowds[leader->first + i]++;
}

/* Makes a follower longer: beyond its ends it goes on along its leader. */
static void
extend_follower (const JolCorridorPath *path, JolCorridorPiece *piece, guint first, guint last)
{
  double *positions = g_new (double, last - first + 1);

  for (guint i = first; i <= last; i++)
    {
      const guint nearest = CLAMP (i, piece->first, piece->last);

      positions[i - first] = piece->positions[nearest - piece->first] +
                             piece->heading * (path->along[i] - path->along[nearest]);
    }
  g_free (piece->positions);
  piece->positions = positions;
  piece->first = first;
  piece->last = last;
}

/* Between the last two, which follow, there is too little to lead: they meet in the middle. */
static void
close_hole (const JolCorridorPath *path, GArray *pieces)
{
  JolCorridorPiece *after = &g_array_index (pieces, JolCorridorPiece, pieces->len - 1);
  JolCorridorPiece *before = after - 1;
  const guint middle = (before->last + after->first) / 2;

  extend_follower (path, before, before->first, middle);
  extend_follower (path, after, middle + 1, after->last);
}

/* Cuts one path into pieces, by the leaders there are so far, and adds its own. */
static void
add_path (JolCorridors *self, Grid *grid, guint index, GArray *pieces)
{
  JolCorridorPath *path = &self->paths[index];
  g_autofree Match *matches = g_new (Match, path->n_points);
  Match before = { .lead = NONE };
  guint begun = 0; /* where the piece that leads begins */

  path->first_piece = pieces->len;
  for (guint i = 0; i < path->n_points; i++)
    before = matches[i] = find_match (self, grid, pieces, index, i, &before);

  for (guint i = 0; i < path->n_points;)
    {
      const guint last = matches[i].lead != NONE ? find_run (path, matches, i) : i;
      double from, to;

      if (matches[i].lead == NONE)
        {
          i++;
          continue;
        }
      from = MIN (matches[i].position, matches[last].position);
      to = MAX (matches[i].position, matches[last].position);
      if (!is_long_enough (self, path, &matches[i], i, last) ||
          !is_led (grid, &self->paths[matches[i].path], matches[i].lead, from, to))
        {
          i++;
          continue;
        }
      if (i > begun && !has_hole (path, begun, i))
        add_piece (pieces, index, begun, i - 1);
      add_follower (self, grid, pieces, index, matches, i, last);
      if (i > begun && has_hole (path, begun, i))
        close_hole (path, pieces);
      begun = i = last + 1;
    }
  if (begun < path->n_points)
    add_piece (pieces, index, begun, path->n_points - 1);

  path->n_pieces = pieces->len - path->first_piece;
  for (guint i = path->first_piece; i < pieces->len; i++)
    {
      JolCorridorPiece *piece = &g_array_index (pieces, JolCorridorPiece, i);

      if (piece->leader != i)
        continue;
      piece->from = path->along[piece->first];
      piece->to = path->along[piece->last];
      grid_add (grid, path, piece->first, piece->last, i);
    }
}

typedef struct
{
  double length;
  guint path;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *x = a;
  const Rank *y = b;

  if (x->length < y->length || x->length > y->length)
    return x->length > y->length ? -1 : 1;

  return x->path < y->path ? -1 : x->path > y->path;
}

/* What each follower was on its way, and who follows whom. */
static void
describe_pieces (JolCorridors *self)
{
  for (guint i = 0; i < self->n_pieces; i++)
    self->pieces[self->pieces[i].leader].n_members++;
  for (guint i = 0; i < self->n_pieces; i++)
    {
      if (self->pieces[i].n_members > 0)
        self->pieces[i].members = g_new (guint, self->pieces[i].n_members);
      self->pieces[i].n_members = 0;
    }
  for (guint i = 0; i < self->n_pieces; i++)
    {
      JolCorridorPiece *piece = &self->pieces[i];
      JolCorridorPiece *leader = &self->pieces[piece->leader];

      leader->members[leader->n_members++] = i;
      if (piece->leader == i)
        continue;
      for (guint j = piece->first; j <= piece->last; j++)
        piece->mean += get_lateral (&self->paths[leader->path], piece->positions[j - piece->first],
                                    &self->paths[piece->path].points[j]);
      piece->mean /= piece->last - piece->first + 1;
      piece->lateral[0] = look_beyond (self, piece, piece->heading > 0);
      piece->lateral[1] = look_beyond (self, piece, piece->heading < 0);
    }
}

/**
 * jol_corridors_new:
 * @lines: (array length=n_lines): in world units; one without points takes no part
 * @zoom: for which they are to be set side by side
 * @sides: (nullable): who lies on whose side elsewhere, from jol_corridors_add_sides(); the same is
 *   kept here
 *
 * Finds the corridors. O(points, and px of all lines), see above.
 */
JolCorridors *
jol_corridors_new (const JolWorldLine *lines, guint n_lines, double zoom, GHashTable *sides)
{
  JolCorridors *self = g_new0 (JolCorridors, 1);
  g_autofree Rank *ranks = g_new (Rank, MAX (n_lines, 1));
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (JolCorridorPiece));
  guint n_samples = 0;
  Grid grid;

  self->zoom = zoom;
  self->reach_px = REACH_PX * get_scale (zoom);
  self->n_paths = n_lines;
  self->paths = g_new0 (JolCorridorPath, MAX (n_lines, 1));
  for (guint i = 0; i < n_lines; i++)
    {
      jol_corridor_path_init (&self->paths[i], &lines[i], zoom);
      self->paths[i].first = n_samples;
      n_samples += self->paths[i].n_points;
      ranks[i] = (Rank){ 0.0, i };
      /* In whole units of the line itself: the same at each zoom. */
      for (guint j = 1; j < lines[i].n_points; j++)
        ranks[i].length += hypot (lines[i].points[j].x - lines[i].points[j - 1].x,
                                  lines[i].points[j].y - lines[i].points[j - 1].y);
    }
  if (n_lines > 1)
    qsort (ranks, n_lines, sizeof *ranks, compare_ranks);

  grid_init (&grid, self);
  for (guint i = 0; i < n_lines; i++)
    add_path (self, &grid, ranks[i].path, pieces);
  grid_clear (&grid);

  self->n_pieces = pieces->len;
  self->pieces = (JolCorridorPiece *) (gpointer) g_array_free (pieces, FALSE);
  describe_pieces (self);
  self->sides = jol_corridor_sides_new ();
  jol_corridors_sort_members (self, sides);

  return self;
}

void
jol_corridors_free (JolCorridors *self)
{
  for (guint i = 0; i < self->n_paths; i++)
    jol_corridor_path_clear (&self->paths[i]);
  for (guint i = 0; i < self->n_pieces; i++)
    {
      g_free (self->pieces[i].positions);
      g_free (self->pieces[i].members);
    }
  g_free (self->paths);
  g_free (self->pieces);
  g_hash_table_unref (self->sides);
  g_free (self);
}
