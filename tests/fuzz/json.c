/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scan that stands before json-glib: what it lets through, json-glib reads; what it does not,
 * it says something of, at a place that is there. */
#include "config.h"
#include "fuzz.h"

#include "jol-json-scan.h"

#include <json-glib/json-glib.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* With bytes of 0 inside, as a file may have them. */
  g_autofree char *text = g_memdup2 (size > 0 ? (gconstpointer) data : "", MAX (size, 1));
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JolJsonPositions) positions = NULL;
  const gboolean is_clean = jol_json_scan (text, size, "f", problems, &positions);

  g_assert_true (is_clean == (positions != NULL));
  g_assert_true (is_clean == (jol_problem_list_get_n_errors (problems) == 0));
  for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
    {
      const JolProblem *problem = jol_problem_list_get (problems, i);

      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_cmpuint (problem->line, >=, 1);
      g_assert_cmpuint (problem->column, >=, 1);
      g_assert_cmpuint (problem->line + problem->column, <=, size + 2);
    }
  if (is_clean)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      json_parser_load_from_data (parser, text, (gssize) size, &error);
      g_assert_no_error (error);
      g_assert_nonnull (json_parser_get_root (parser));
    }
  return 0;
}
