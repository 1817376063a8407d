/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From corridors to the lines that are drawn.
 *
 * Slots. The leader stays where it is, and the others pile up at both sides of it in the corridor's
 * order, each as far out as the widths between ask. So nothing that is there already moves when a
 * line joins from outside, which is how the order has it most often. (Centring the whole bundle on
 * the leader was tried: every junction gave all lines a wiggle.) A line that is not shown leaves no
 * gap; what is beside it moves up, and nothing moves in any other corridor.
 *
 * Offsets. Between two places where someone joins or leaves, an offset is constant; there it goes
 * over from one to the next by a smooth step of TAPER px. All lines take the same step at the same
 * place, so at each point an offset is a weighted mean of constant ones with the same weights for
 * all, and two lines are never nearer than in the narrowest of these.
 *
 * Joints. Where a path goes from one piece to the next (from its own way into a corridor, out of
 * it, from one leader to another) its place is mixed from both by a smooth step, along its own
 * samples. Between joints a follower takes its leader's samples, not its own: what is parallel is
 * then parallel to the last digit, however each was digitised. At both ends of a path the shift
 * dies away, so that it ends at its stop.
 */
#include "config.h"

#include "jol-corridor-private.h"

#include <math.h>
#include <string.h>

#include "jol-simplify.h"

#define END_TAPER_PX 26.0
/* What is left out of a drawn line is less than can be seen. */
#define TOLERANCE_PX 0.12

/* An offset that holds from a place of the leader on, to the next. */
typedef struct
{
  double from;
  double offset;
} Step;

typedef struct
{
  const JolCorridors *corridors;
  const double *widths; /* px of the corridors' zoom; 0: not there, negative: takes no room */
  double gap;
  GArray **steps; /* by piece: of Step, or NULL for no offset at all */
} Layout;

static double
smooth_step (double t)
{
  const double u = CLAMP (t, 0.0, 1.0);

  return u * u * (3.0 - 2.0 * u);
}

static gboolean
is_there (const Layout *self, const JolCorridorPiece *piece)
{
  const double width = self->widths[piece->path];

  return width > 0.0 || width < 0.0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
add_step (Layout *self, guint index, double from, double offset)
{
  GArray *steps = self->steps[index];
  const Step step = { from, offset };

  if (!steps)
    steps = self->steps[index] = g_array_new (FALSE, FALSE, sizeof (Step));
  if (steps->len == 0 || fabs (g_array_index (steps, Step, steps->len - 1).offset - offset) > 1e-9)
    g_array_append_val (steps, step);
}

/* Gives slots to who is there between two places of a leader, from the leader outwards. */
static void
pile_up (Layout *self, const JolCorridorPiece *leader, guint middle, double from, double to)
{
  const double width = self->widths[leader->path];
  const double inner = width > 0.0 ? width / 2.0 : -self->gap / 2.0;

  for (int way = -1; way <= 1; way += 2)
    {
      double edge = inner;

      for (int i = (int) middle + way; i >= 0 && i < (int) leader->n_members; i += way)
        {
          const guint index = leader->members[i];
          const JolCorridorPiece *piece = &self->corridors->pieces[index];
          const double room = fabs (self->widths[piece->path]);

          if (!is_there (self, piece) || piece->from >= to || piece->to <= from)
            continue;
          add_step (self, index, from, way * (edge + self->gap + room / 2.0));
          if (self->widths[piece->path] > 0.0)
            edge += self->gap + room;
        }
    }
}

static void
lay_out_corridor (Layout *self, guint index)
{
  const JolCorridorPiece *leader = &self->corridors->pieces[index];
  g_autofree double *places = g_new (double, 2 * leader->n_members);
  guint middle = 0;
  guint n = 0;

  for (guint i = 0; i < leader->n_members; i++)
    {
      const JolCorridorPiece *piece = &self->corridors->pieces[leader->members[i]];

      if (leader->members[i] == index)
        middle = i;
      if (!is_there (self, piece))
        continue;
      places[n++] = piece->from;
      places[n++] = piece->to;
    }
  if (n > 1)
    qsort (places, n, sizeof *places, compare_doubles);
  for (guint i = 0; i + 1 < n; i++)
    if (places[i + 1] > places[i])
      pile_up (self, leader, middle, places[i], places[i + 1]);
}

/* The offset of a piece at a place of its leader. */
static double
get_offset (const Layout *self, guint index, double position)
{
  const GArray *steps = self->steps[index];
  double offset;

  if (!steps)
    return 0.0;

  offset = g_array_index (steps, Step, 0).offset;
  for (guint i = 1; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      offset += (step->offset - g_array_index (steps, Step, i - 1).offset) *
                smooth_step ((position - step->from) / JOL_CORRIDOR_TAPER_PX + 0.5);
    }

  return offset;
}

static JolWorldPoint
shift (const JolWorldPoint *point, const JolWorldPoint *tangent, double offset)
{
  return (JolWorldPoint){ point->x - tangent->y * offset, point->y + tangent->x * offset };
}

/* Where a piece wants a sample of its path. Beyond the piece it goes on along its leader, so that
 * lines that leave one leader for another together stay together; and past the leader's own end as
 * its path does. */
static JolWorldPoint
get_target (const Layout *self, const JolCorridorPath *path, guint index, guint sample)
{
  const JolCorridorPiece *piece = &self->corridors->pieces[index];
  const JolCorridorPath *leader =
      &self->corridors->paths[self->corridors->pieces[piece->leader].path];
  const guint nearest = CLAMP (sample, piece->first, piece->last);
  const JolWorldPoint *at = &path->points[sample];
  double wanted, position;
  JolWorldPoint on, tangent, target, from;

  if (!piece->positions && !self->steps[index])
    return *at;
  if (!piece->positions)
    return shift (at, &path->bearings[sample], get_offset (self, index, path->along[sample]));

  wanted = piece->positions[nearest - piece->first] +
           piece->heading * (path->along[sample] - path->along[nearest]);
  position = CLAMP (wanted, 0.0, leader->along[leader->n_points - 1]);
  on = jol_corridor_path_at (leader, position, &tangent);
  target = shift (&on, &tangent, get_offset (self, index, position));
  if (nearest == sample)
    return target;

  from =
      jol_corridor_path_at (path, path->along[sample] - piece->heading * (wanted - position), NULL);

  return (JolWorldPoint){ target.x + at->x - from.x, target.y + at->y - from.y };
}

/* Appends a point, unless it would turn back: inside a bend that is tighter than the offset is
 * wide. */
static void
append_forward (GArray *out, const JolWorldPoint *point, const JolWorldPoint *way)
{
  if (out->len > 0)
    {
      const JolWorldPoint *last = &g_array_index (out, JolWorldPoint, out->len - 1);

      if ((point->x - last->x) * way->x + (point->y - last->y) * way->y <= 0.0)
        return;
    }
  g_array_append_vals (out, point, 1);
}

/* The leader's samples between two positions, shifted, in the follower's direction. */
static void
append_leader (const Layout *self, guint index, double begin, double end, GArray *out)
{
  const JolCorridorPiece *piece = &self->corridors->pieces[index];
  const JolCorridorPath *leader =
      &self->corridors->paths[self->corridors->pieces[piece->leader].path];
  const double low = MIN (begin, end);
  const double high = MAX (begin, end);
  const guint first = jol_corridor_path_find (leader, low);
  const guint last = jol_corridor_path_find (leader, high);

  for (guint i = 0; first + i < last; i++)
    {
      const guint sample = piece->heading > 0 ? first + i : last - 1 - i;
      const double along = leader->along[sample];
      const JolWorldPoint tangent = leader->bearings[sample];
      const JolWorldPoint point =
          shift (&leader->points[sample], &tangent, get_offset (self, index, along));
      const JolWorldPoint way = { tangent.x * piece->heading, tangent.y * piece->heading };

      append_forward (out, &point, &way);
    }
}

/* How far a piece's joint reaches into it; at an end of the path its shift dies away instead. */
static double
get_joint (const JolCorridorPath *path, const JolCorridorPiece *piece, gboolean is_end)
{
  const double length = path->along[piece->last] - path->along[piece->first];

  return MIN (is_end ? END_TAPER_PX : JOL_CORRIDOR_TAPER_PX / 2.0, length / 2.0);
}

/* The place of a sample of a path: between what its piece and the piece beyond the nearer joint
 * want.
 */
static JolWorldPoint
mix (const Layout *self,
     const JolCorridorPath *path,
     guint index,
     guint sample,
     double in_px,
     double out_px)
{
  const JolCorridorPiece *pieces = self->corridors->pieces;
  const JolCorridorPiece *piece = &pieces[index];
  const gboolean is_first = index == path->first_piece;
  const gboolean is_last = index + 1 == path->first_piece + path->n_pieces;
  const double since = path->along[sample] - path->along[piece->first];
  const double until = path->along[piece->last] - path->along[sample];
  JolWorldPoint place = get_target (self, path, index, sample);
  JolWorldPoint other = path->points[sample];
  double weight = 1.0;

  if (since < in_px)
    {
      if (is_first)
        weight = smooth_step (since / in_px);
      else
        {
          other = get_target (self, path, index - 1, sample);
          weight = smooth_step (0.5 + since / in_px / 2.0);
        }
    }
  else if (until < out_px)
    {
      if (is_last)
        weight = smooth_step (until / out_px);
      else
        {
          other = get_target (self, path, index + 1, sample);
          weight = smooth_step (0.5 + until / out_px / 2.0);
        }
    }

  return (JolWorldPoint){ other.x + weight * (place.x - other.x),
                          other.y + weight * (place.y - other.y) };
}

static void
append_piece (const Layout *self, const JolCorridorPath *path, guint index, GArray *out)
{
  const JolCorridorPiece *pieces = self->corridors->pieces;
  const JolCorridorPiece *piece = &pieces[index];
  const gboolean is_first = index == path->first_piece;
  const gboolean is_last = index + 1 == path->first_piece + path->n_pieces;
  double in_px = get_joint (path, piece, is_first);
  double out_px = get_joint (path, piece, is_last);
  guint i = piece->first;

  /* Both sides of a joint are as long. */
  if (!is_first)
    in_px = MIN (in_px, get_joint (path, &pieces[index - 1], FALSE));
  if (!is_last)
    out_px = MIN (out_px, get_joint (path, &pieces[index + 1], FALSE));

  for (; i <= piece->last; i++)
    {
      const double since = path->along[i] - path->along[piece->first];
      const double until = path->along[piece->last] - path->along[i];

      if (piece->positions && since >= in_px && until > out_px)
        {
          guint last = i;

          while (last < piece->last && path->along[piece->last] - path->along[last + 1] > out_px)
            last++;
          append_leader (self, index, piece->positions[i - piece->first],
                         piece->positions[last - piece->first], out);
          i = last;
          continue;
        }
      {
        const JolWorldPoint place = mix (self, path, index, i, in_px, out_px);

        if (self->steps[index] && !piece->positions)
          {
            append_forward (out, &place, &path->bearings[i]);
          }
        else
          {
            g_array_append_val (out, place);
          }
      }
    }
}

static JolWorldLine
make_line (const Layout *self, const JolCorridorPath *path)
{
  g_autoptr (GArray) out = g_array_sized_new (FALSE, FALSE, sizeof (JolWorldPoint), path->n_points);
  const double size_px = JOL_TILE_PX * exp2 (self->corridors->zoom);
  JolWorldLine line;

  for (guint i = 0; i < path->n_pieces; i++)
    append_piece (self, path, path->first_piece + i, out);

  line.points = g_new (JolWorldPoint, MAX (out->len, 1));
  line.n_points = out->len;
  if (out->len >= 2)
    line.n_points = jol_simplify ((const JolWorldPoint *) (gpointer) out->data, out->len,
                                  TOLERANCE_PX, line.points);
  else if (out->len == 1)
    line.points[0] = g_array_index (out, JolWorldPoint, 0);
  for (guint i = 0; i < line.n_points; i++)
    {
      line.points[i].x /= size_px;
      line.points[i].y /= size_px;
    }

  return line;
}

/**
 * jol_corridors_lay_out:
 * @zoom: that the lines are drawn at, near that of the corridors
 * @widths_px: (array): of each line; 0 for one that is not shown; negative for one that is shown
 *   for now and takes no room, so that others stay where they are
 * @gap_px: between neighbours
 * @lines_out: (array) (transfer full): the lines as they are to be drawn, in world units; none for
 *   what is not shown. The caller frees their points.
 */
void
jol_corridors_lay_out (const JolCorridors *self,
                       double zoom,
                       const double *widths_px,
                       double gap_px,
                       JolWorldLine *lines_out)
{
  /* A px of the zoom in px of the corridors' own. */
  const double unit = exp2 (self->zoom - zoom);
  g_autofree double *widths = g_new (double, MAX (self->n_paths, 1));
  Layout layout = { .corridors = self, .widths = widths, .gap = gap_px * unit };

  layout.steps = g_new0 (GArray *, MAX (self->n_pieces, 1));
  for (guint i = 0; i < self->n_paths; i++)
    widths[i] = widths_px[i] * unit;
  for (guint i = 0; i < self->n_pieces; i++)
    if (self->pieces[i].n_members > 1)
      lay_out_corridor (&layout, i);

  for (guint i = 0; i < self->n_paths; i++)
    lines_out[i] = widths_px[i] > 0.0 || widths_px[i] < 0.0 ? make_line (&layout, &self->paths[i])
                                                            : (JolWorldLine){ NULL, 0 };

  for (guint i = 0; i < self->n_pieces; i++)
    if (layout.steps[i])
      g_array_unref (layout.steps[i]);
  g_free (layout.steps);
}
