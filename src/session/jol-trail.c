/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-trail.h"

#define MAX_POINTS 200

struct _JolTrail
{
  GPtrArray *points; /* of JolTrailPoint, oldest first */
  guint here;        /* index of where one stands */
  gboolean in_run;   /* a step moves the point it stands at, instead of beginning one */
};

static JolTrailPoint *
copy_point (const JolTrailPoint *point)
{
  JolTrailPoint *copy = g_memdup2 (point, sizeof *point);

  copy->selection = g_strdup (point->selection);
  copy->subject = g_strdup (point->subject);
  copy->article = g_strdup (point->article);
  return copy;
}

static void
free_point (JolTrailPoint *point)
{
  g_free (point->selection);
  g_free (point->subject);
  g_free (point->article);
  g_free (point);
}

static gboolean
points_equal (const JolTrailPoint *a, const JolTrailPoint *b)
{
  return g_strcmp0 (a->selection, b->selection) == 0 && g_strcmp0 (a->subject, b->subject) == 0 &&
         jol_date_equal (&a->date, &b->date) && jol_viewport_equal (&a->viewport, &b->viewport) &&
         g_strcmp0 (a->article, b->article) == 0 && a->claims == b->claims;
}

JolTrail *
jol_trail_new (void)
{
  JolTrail *self = g_new0 (JolTrail, 1);

  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) free_point);
  return self;
}

void
jol_trail_free (JolTrail *self)
{
  g_ptr_array_unref (self->points);
  g_free (self);
}

void
jol_trail_reset (JolTrail *self, const JolTrailPoint *start)
{
  g_ptr_array_set_size (self->points, 0);
  g_ptr_array_add (self->points, copy_point (start));
  self->here = 0;
  self->in_run = FALSE;
}

gboolean
jol_trail_move (JolTrail *self, const JolTrailPoint *point, JolTrailMove move)
{
  gboolean is_new = move == JOL_TRAIL_JUMP || (move == JOL_TRAIL_STEP && !self->in_run);
  JolTrailPoint *here;

  g_return_val_if_fail (self->points->len > 0, FALSE);

  here = g_ptr_array_index (self->points, self->here);
  if (points_equal (here, point))
    return FALSE;

  if (move != JOL_TRAIL_DRIFT)
    self->in_run = move == JOL_TRAIL_STEP;

  if (!is_new)
    {
      self->points->pdata[self->here] = copy_point (point);
      free_point (here);
      return TRUE;
    }

  g_ptr_array_set_size (self->points, self->here + 1);
  g_ptr_array_add (self->points, copy_point (point));
  if (self->points->len > MAX_POINTS)
    g_ptr_array_remove_index (self->points, 0);
  self->here = self->points->len - 1;
  return TRUE;
}

gboolean
jol_trail_can_go (JolTrail *self, int steps)
{
  gint64 there = (gint64) self->here + steps;

  return there >= 0 && there < self->points->len;
}

const JolTrailPoint *
jol_trail_go (JolTrail *self, int steps)
{
  if (!jol_trail_can_go (self, steps))
    return NULL;

  self->here += steps;
  self->in_run = FALSE;
  return g_ptr_array_index (self->points, self->here);
}
