/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-json-scan.h"

#include "jol-test-util.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Each text with all that is said of it, a line a problem; "" for a clean text. */
static const struct
{
  const char *text;
  const char *problems;
} cases[] = {
  { "{}", "" },
  { " [1, -0.5e+3, true, null, \"\\u0041\\ud83d\\ude00\"] \n", "" },
  { "[9007199254740992, -9007199254740992]", "" },
  { "[-9007199254740993]",
    "f:1:2: error: /0: the whole number -9007199254740993 is beyond 2⁵³, where numbers lose "
    "their last digit" },
  { "", "f:1:1: error: the file is empty" },
  { " ", "f:1:2: error: expected a value, found the end of the file" },
  { "{\"a\":1,\n \"a\":2}", "f:2:2: error: /a: the member “a” stands here for the second time" },
  { "{\"a\":1,\"\\u0061\":2}", "f:1:8: error: /a: the member “a” stands here for the second time" },
  { "{}{}", "f:1:3: error: expected the end of the file, found “{”" },
  { "var x = {};", "f:1:1: error: “var” is neither a number of JSON nor true, false or null\n"
                   "f:1:5: error: expected the end of the file, found “x”" },
  { "{'a':'b'}", "f:1:2: error: expected the name of a member in double quotes, found “'”" },
  { "/* */ 1", "f:1:1: error: expected a value, found “/”" },
  { "[010, 0x10, 0b11, $5, .5, 1., +1]",
    "f:1:2: error: /0: “010” is neither a number of JSON nor true, false or null\n"
    "f:1:7: error: /1: “0x10” is neither a number of JSON nor true, false or null\n"
    "f:1:13: error: /2: “0b11” is neither a number of JSON nor true, false or null\n"
    "f:1:19: error: /3: “$5” is neither a number of JSON nor true, false or null\n"
    "f:1:23: error: /4: “.5” is neither a number of JSON nor true, false or null\n"
    "f:1:27: error: /5: “1.” is neither a number of JSON nor true, false or null\n"
    "f:1:31: error: /6: “+1” is neither a number of JSON nor true, false or null" },
  { "[- 1]", "f:1:2: error: /0: “-” is neither a number of JSON nor true, false or null\n"
             "f:1:4: error: /0: expected “,” or “]”, found “1”" },
  { "[NaN, Infinity, 1e400]",
    "f:1:2: error: /0: “NaN” is neither a number of JSON nor true, false or null\n"
    "f:1:7: error: /1: “Infinity” is neither a number of JSON nor true, false or null\n"
    "f:1:17: error: /2: the number 1e400 is too large" },
  { "9223372036854775808",
    "f:1:1: error: the whole number 9223372036854775808 is beyond 2⁵³, where numbers lose "
    "their last digit" },
  { "\"a\\u0000b\"", "f:1:3: error: a string must not hold the character U+0000" },
  { "\"\\x\"", "f:1:2: error: no such escape in a string" },
  { "\"a\tb\"", "f:1:3: error: a string must not hold the control character U+0009: escape it" },
  { "\"\\ud800\"", "f:1:2: error: half a surrogate pair" },
  { "\"\\ude00\"", "f:1:2: error: half a surrogate pair" },
  { "\"\\u12g4\"", "f:1:2: error: “\\u” wants four hexadecimal digits" },
  { "{\"жол\": [1, \"x", "f:1:13: error: /жол/1: this string does not end" },
  { "{\"a\": 1,}", "f:1:9: error: expected the name of a member in double quotes, found “}”" },
  { "{\"a\" 1}", "f:1:6: error: /a: expected “:”, found “1”" },
  { "[1 2]", "f:1:4: error: /0: expected “,” or “]”, found “2”" },
  { "[1,", "f:1:4: error: /1: expected a value, found the end of the file" },
  { "{\"a/b~c\": 01}",
    "f:1:11: error: /a~1b~0c: “01” is neither a number of JSON nor true, false or null" },
  { "\"\377\"", "f:1:2: error: the byte 0xFF is not UTF-8 here" },
  { "\357\273\277{}",
    "f:1:1: error: the file begins with a byte order mark: save it as UTF-8 without one" },
};

static char *
print_problems (const JolProblemList *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < jol_problem_list_get_size (problems); i++)
    {
      g_autofree char *line = jol_problem_to_string (jol_problem_list_get (problems, i));

      g_string_append_printf (text, "%s%s", i ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JolProblemList) problems = jol_problem_list_new ();
      g_autoptr (JolJsonPositions) positions = NULL;
      gboolean is_clean =
          jol_json_scan (cases[i].text, strlen (cases[i].text), "f", problems, &positions);
      g_autofree char *found = print_problems (problems);

      g_assert_cmpstr (found, ==, cases[i].problems);
      g_assert_true (is_clean == !*cases[i].problems);
      g_assert_true (is_clean == (positions != NULL));
    }
}

/* What overflows the stack of json-glib 1.6 is one line here. */
static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();

  for (int i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  g_assert_false (jol_json_scan (text->str, text->len, "f", problems, NULL));
  g_assert_cmpuint (jol_problem_list_get_size (problems), ==, 1);
  g_assert_cmpuint (jol_problem_list_get (problems, 0)->column, ==, JOL_JSON_MAX_DEPTH + 1);

  g_string_truncate (text, JOL_JSON_MAX_DEPTH);
  for (int i = 0; i < JOL_JSON_MAX_DEPTH; i++)
    g_string_append_c (text, ']');
  g_assert_true (jol_json_scan (text->str, text->len, "f", problems, NULL));
}

static void
append_random_space (GString *text)
{
  static const char *const spaces[] = { "", "", "", " ", "\n", "\t ", "\r\n" };

  g_string_append (text, spaces[g_test_rand_int_range (0, G_N_ELEMENTS (spaces))]);
}

static void
append_random_value (GString *text, int depth)
{
  static const char *const names[] = { "a", "жол", "a/b", "t~", "quote\\\"", "\\u0041b", "" };
  int kind = g_test_rand_int_range (0, depth > 0 ? 6 : 4);
  int n = g_test_rand_int_range (0, 5);

  append_random_space (text);
  switch (kind)
    {
    case 0:
      g_string_append_printf (text, "%d", g_test_rand_int_range (-1000, 1000));
      break;
    case 1:
      g_string_append (text, g_test_rand_bit () ? "true" : "null");
      break;
    case 2:
      g_string_append_printf (text, "\"значение %d\"", g_test_rand_int_range (0, 100));
      break;
    case 3:
      g_string_append (text, "-0.25e1");
      break;
    case 4:
      g_string_append_c (text, '[');
      for (int i = 0; i < n; i++)
        {
          g_string_append (text, i ? "," : "");
          append_random_value (text, depth - 1);
        }
      append_random_space (text);
      g_string_append_c (text, ']');
      break;
    default:
      g_string_append_c (text, '{');
      for (int i = 0; i < n; i++)
        {
          g_string_append (text, i ? "," : "");
          append_random_space (text);
          g_string_append_printf (text, "\"%s\"", names[i]);
          append_random_space (text);
          g_string_append_c (text, ':');
          append_random_value (text, depth - 1);
        }
      append_random_space (text);
      g_string_append_c (text, '}');
    }
  append_random_space (text);
}

/* The byte of a line and a column in characters. */
static const char *
find_place (const char *text, guint line, guint column)
{
  for (guint i = 1; i < line; i++)
    text = strchr (text, '\n') + 1;

  return g_utf8_offset_to_pointer (text, column - 1);
}

/* The text that begins at a value's place must parse to that value: cut where the value ends, found
 * by trying. */
static void
assert_value_at (const char *place, JsonNode *node)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  for (gsize length = 1; length <= strlen (place); length++)
    {
      g_autoptr (JolProblemList) problems = jol_problem_list_new ();

      if (jol_json_scan (place, length, "f", problems, NULL) &&
          json_parser_load_from_data (parser, place, length, NULL) &&
          json_node_equal (json_parser_get_root (parser), node))
        return;
    }

  g_test_message ("no value here: %s", place);
  g_assert_not_reached ();
}

static void
assert_places (const char *text, JolJsonPositions *positions, JsonNode *node, const char *pointer)
{
  guint line, column;

  jol_json_positions_find (positions, pointer, &line, &column);
  assert_value_at (find_place (text, line, column), node);

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *inner = g_strdup_printf ("%s/%u", pointer, i);

          assert_places (text, positions, json_array_get_element (array, i), inner);
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) names = json_object_get_members (json_node_get_object (node));

      for (GList *at = names; at; at = at->next)
        {
          g_autoptr (GString) inner = g_string_new (at->data);

          g_string_replace (inner, "~", "~0", 0);
          g_string_replace (inner, "/", "~1", 0);
          g_string_prepend_c (inner, '/');
          g_string_prepend (inner, pointer);
          assert_places (text, positions,
                         json_object_get_member (json_node_get_object (node), at->data),
                         inner->str);
        }
    }
}

/* Every value that json-glib returns is found, at a place whose text parses to that very value. */
static void
test_positions (void)
{
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (JolProblemList) problems = jol_problem_list_new ();
      g_autoptr (JolJsonPositions) positions = NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();

      append_random_value (text, 3);
      g_assert_true (jol_json_scan (text->str, text->len, "f", problems, &positions));
      g_assert_true (json_parser_load_from_data (parser, text->str, text->len, NULL));
      assert_places (text->str, positions, json_parser_get_root (parser), "");
    }
}

/* A member that is not there has the place of what should hold it. */
static void
test_missing (void)
{
  const char *text = "{\"a\": [\n {\"b\": 1}]}";
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JolJsonPositions) positions = NULL;
  guint line, column;

  g_assert_true (jol_json_scan (text, strlen (text), "f", problems, &positions));
  jol_json_positions_find (positions, "/a/0/missing", &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 2);
}

/* A hundred thousand faults on one line must not take quadratic time: the test's own limit would
 * end it. */
static void
test_many_faults (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  const JolProblem *last;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, i ? ",01" : "01");
  g_string_append_c (text, ']');

  g_assert_false (jol_json_scan (text->str, text->len, "f", problems, NULL));
  g_assert_cmpuint (jol_problem_list_get_size (problems), ==, 100000);
  last = jol_problem_list_get (problems, 99999);
  g_assert_cmpstr (last->pointer, ==, "/99999");
  g_assert_cmpuint (last->column, ==, 99999 * 3 + 2);
}

/* The text of a file has no end but its length: behind it is memory that may not be read, which no
 * sanitizer sees, as it is the C library that would read it. */
static void
test_no_end (void)
{
  static const char *const texts[] = { "1234567890123456", "-0.5e+3", "1", "tru", "[1", "\"a",
                                       "{\"a\":0" };
  const gsize page = (gsize) sysconf (_SC_PAGESIZE);
  char *memory = mmap (NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  g_assert_true (memory != MAP_FAILED);
  g_assert_cmpint (mprotect (memory + page, page, PROT_NONE), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const gsize length = strlen (texts[i]);
      g_autoptr (JolProblemList) problems = jol_problem_list_new ();
      g_autoptr (JolJsonPositions) positions = NULL;

      g_test_message ("%s", texts[i]);
      memcpy (memory + page - length, texts[i], length);
      g_assert_true (jol_json_scan (memory + page - length, length, "f", problems, &positions) ==
                     (jol_problem_list_get_n_errors (problems) == 0));
    }
  munmap (memory, 2 * page);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/json-scan/cases", test_cases);
  g_test_add_func ("/json-scan/depth", test_depth);
  g_test_add_func ("/json-scan/positions", test_positions);
  g_test_add_func ("/json-scan/missing", test_missing);
  g_test_add_func ("/json-scan/many-faults", test_many_faults);
  g_test_add_func ("/json-scan/no-end", test_no_end);
  return jol_test_run ();
}
