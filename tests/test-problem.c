/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-problem.h"

static void
assert_line (const JolProblemList *list, guint index, const char *expected)
{
  g_autofree char *line = jol_problem_to_string (jol_problem_list_get (list, index));

  g_assert_cmpstr (line, ==, expected);
}

static void
test_list (void)
{
  g_autoptr (JolProblemList) list = jol_problem_list_new ();

  jol_problem_list_add (list, JOL_SEVERITY_WARNING, "b.json", 9, 2, "/x", "no member “%s”", "y");
  jol_problem_list_add (list, JOL_SEVERITY_ERROR, "a.json", 4, 17, "/routes/3", "wrong");
  jol_problem_list_add (list, JOL_SEVERITY_ERROR, "b.json", 9, 1, "", "first");
  jol_problem_list_add (list, JOL_SEVERITY_ERROR, "b.json", 0, 0, NULL, "cannot be read");
  jol_problem_list_sort (list);

  g_assert_cmpuint (jol_problem_list_get_size (list), ==, 4);
  g_assert_cmpuint (jol_problem_list_get_n_errors (list), ==, 3);
  assert_line (list, 0, "b.json: error: cannot be read");
  assert_line (list, 1, "b.json:9:1: error: first");
  assert_line (list, 2, "b.json:9:2: warning: /x: no member “y”");
  assert_line (list, 3, "a.json:4:17: error: /routes/3: wrong");
}

/* A story's own words are in messages, and a terminal obeys some of them. */
static void
test_controls (void)
{
  g_autoptr (JolProblemList) list = jol_problem_list_new ();

  jol_problem_list_add (list, JOL_SEVERITY_ERROR, "a.json", 1, 2, "/a\nb", "no status “%s”",
                        "a\nb\033[2J\302\233\342\200\250é");

  assert_line (list, 0,
               "a.json:1:2: error: /a\\u000ab: no status “a\\u000ab\\u001b[2J\\u009b\\u2028é”");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/list", test_list);
  g_test_add_func ("/problem/controls", test_controls);
  return g_test_run ();
}
