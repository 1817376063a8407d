/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-trail.h"

#include "jol-test-util.h"

static JolTrailPoint
at (const char *selection, int year)
{
  return (JolTrailPoint){ .selection = (char *) selection, .date = { .year = (gint16) year } };
}

static JolTrail *
create_trail (void)
{
  JolTrail *trail = jol_trail_new ();
  JolTrailPoint start = at (NULL, 2000);

  jol_trail_reset (trail, &start);
  return trail;
}

static gboolean
move (JolTrail *trail, const char *selection, int year, JolTrailMove how)
{
  JolTrailPoint point = at (selection, year);

  return jol_trail_move (trail, &point, how);
}

static void
assert_back (JolTrail *trail, const char *selection, int year)
{
  const JolTrailPoint *point = jol_trail_go (trail, -1);

  g_assert_nonnull (point);
  g_assert_cmpstr (point->selection, ==, selection);
  g_assert_cmpint (point->date.year, ==, year);
}

static void
test_new (void)
{
  g_autoptr (JolTrail) trail = create_trail ();

  g_assert_false (jol_trail_can_go (trail, -1));
  g_assert_false (jol_trail_can_go (trail, 1));
  g_assert_null (jol_trail_go (trail, -1));
  g_assert_null (jol_trail_go (trail, 1));
}

static void
test_jumps (void)
{
  g_autoptr (JolTrail) trail = create_trail ();

  g_assert_true (move (trail, "a", 2000, JOL_TRAIL_JUMP));
  g_assert_true (move (trail, "b", 2005, JOL_TRAIL_JUMP));
  g_assert_false (move (trail, "b", 2005, JOL_TRAIL_JUMP));

  assert_back (trail, "a", 2000);
  assert_back (trail, NULL, 2000);
  g_assert_false (jol_trail_can_go (trail, -1));
  g_assert_cmpstr (jol_trail_go (trail, 1)->selection, ==, "a");
  g_assert_cmpstr (jol_trail_go (trail, 1)->selection, ==, "b");
  g_assert_false (jol_trail_can_go (trail, 1));
}

/* A drag of a hundred dates is one point, and going back leads to where it began. */
static void
test_run (void)
{
  g_autoptr (JolTrail) trail = create_trail ();

  for (int year = 2001; year < 2101; year++)
    g_assert_true (move (trail, NULL, year, JOL_TRAIL_STEP));

  assert_back (trail, NULL, 2000);
  g_assert_false (jol_trail_can_go (trail, -1));
  g_assert_cmpint (jol_trail_go (trail, 1)->date.year, ==, 2100);
}

static void
test_jump_ends_run (void)
{
  g_autoptr (JolTrail) trail = create_trail ();

  move (trail, NULL, 2001, JOL_TRAIL_STEP);
  move (trail, "a", 2001, JOL_TRAIL_JUMP);
  move (trail, "a", 2002, JOL_TRAIL_STEP);
  move (trail, "a", 2003, JOL_TRAIL_STEP);

  assert_back (trail, "a", 2001);
  assert_back (trail, NULL, 2001);
  assert_back (trail, NULL, 2000);
}

/* Panning a map makes no points, but a point is shown again as it was left. */
static void
test_drift (void)
{
  g_autoptr (JolTrail) trail = create_trail ();
  JolTrailPoint point = at ("a", 2000);

  jol_trail_move (trail, &point, JOL_TRAIL_JUMP);
  for (int i = 1; i <= 50; i++)
    {
      point.viewport.longitude = i;
      g_assert_true (jol_trail_move (trail, &point, JOL_TRAIL_DRIFT));
    }
  move (trail, "b", 2000, JOL_TRAIL_JUMP);

  g_assert_cmpfloat (jol_trail_go (trail, -1)->viewport.longitude, ==, 50);
  assert_back (trail, NULL, 2000);
  g_assert_false (jol_trail_can_go (trail, -1));
}

static void
test_choice_drops_forward (void)
{
  g_autoptr (JolTrail) trail = create_trail ();
  JolTrailPoint point = at ("a", 2000);

  move (trail, "a", 2000, JOL_TRAIL_JUMP);
  move (trail, "b", 2000, JOL_TRAIL_JUMP);
  assert_back (trail, "a", 2000);

  /* A look around keeps what is ahead. */
  point.viewport.zoom = 7;
  jol_trail_move (trail, &point, JOL_TRAIL_DRIFT);
  g_assert_true (jol_trail_can_go (trail, 1));

  move (trail, "c", 2000, JOL_TRAIL_JUMP);
  g_assert_false (jol_trail_can_go (trail, 1));
  assert_back (trail, "a", 2000);
  g_assert_cmpstr (jol_trail_go (trail, 1)->selection, ==, "c");
}

static void
test_step_after_back (void)
{
  g_autoptr (JolTrail) trail = create_trail ();

  move (trail, NULL, 2001, JOL_TRAIL_STEP);
  move (trail, NULL, 2002, JOL_TRAIL_STEP);
  assert_back (trail, NULL, 2000);
  move (trail, NULL, 2010, JOL_TRAIL_STEP);

  g_assert_false (jol_trail_can_go (trail, 1));
  assert_back (trail, NULL, 2000);
}

static void
test_limit (void)
{
  g_autoptr (JolTrail) trail = create_trail ();
  guint n = 0;

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%d", i);

      move (trail, id, 2000, JOL_TRAIL_JUMP);
    }
  assert_back (trail, "id-998", 2000);
  while (jol_trail_go (trail, -1))
    n++;
  g_assert_cmpuint (n, <, 1000);
  g_assert_cmpuint (n, >, 50);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/trail/new", test_new);
  g_test_add_func ("/trail/jumps", test_jumps);
  g_test_add_func ("/trail/run", test_run);
  g_test_add_func ("/trail/jump-ends-run", test_jump_ends_run);
  g_test_add_func ("/trail/drift", test_drift);
  g_test_add_func ("/trail/choice-drops-forward", test_choice_drops_forward);
  g_test_add_func ("/trail/step-after-back", test_step_after_back);
  g_test_add_func ("/trail/limit", test_limit);

  return jol_test_run ();
}
