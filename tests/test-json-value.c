/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read through the table of positions is what json-glib reads of the same text. */
#include "config.h"

#include "jol-json-value.h"
#include "jol-test-util.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define STORY_PATH RESOURCE_PATH "/story/"

static void
assert_same (JolJsonPositions *positions, guint value, JsonNode *node)
{
  guint child;

  switch (jol_json_value_get_type (positions, value))
    {
    case JOL_JSON_OBJECT:
      {
        JsonObject *object = json_node_get_object (node);
        guint n = 0;

        for (child = jol_json_value_get_first (positions, value); child != JOL_JSON_NO_VALUE;
             child = jol_json_value_get_next (positions, value, child), n++)
          {
            const char *name = jol_json_value_get_name (positions, child);

            g_assert_true (json_object_has_member (object, name));
            g_assert_cmpuint (jol_json_value_find_member (positions, value, name), ==, child);
            assert_same (positions, child, json_object_get_member (object, name));
          }
        g_assert_cmpuint (n, ==, json_object_get_size (object));
      }
      break;
    case JOL_JSON_ARRAY:
      {
        JsonArray *array = json_node_get_array (node);
        guint n = 0;

        for (child = jol_json_value_get_first (positions, value); child != JOL_JSON_NO_VALUE;
             child = jol_json_value_get_next (positions, value, child), n++)
          assert_same (positions, child, json_array_get_element (array, n));
        g_assert_cmpuint (n, ==, json_array_get_length (array));
      }
      break;
    case JOL_JSON_STRING:
      g_assert_cmpstr (jol_json_value_get_string (positions, value), ==,
                       json_node_get_string (node));
      break;
    case JOL_JSON_NUMBER:
      /* To the last bit. */
      g_assert_true (jol_json_value_get_number (positions, value) == json_node_get_double (node));
      break;
    case JOL_JSON_BOOLEAN:
      g_assert_true (jol_json_value_get_boolean (positions, value) == json_node_get_boolean (node));
      break;
    case JOL_JSON_NULL:
      g_assert_true (JSON_NODE_HOLDS_NULL (node));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
assert_text (const char *text, gsize length)
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JolJsonPositions) positions = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (jol_json_scan (text, length, "f", problems, &positions));
  g_assert_true (json_parser_load_from_data (parser, text, (gssize) length, NULL));
  assert_same (positions, 0, json_parser_get_root (parser));
}

static void
test_bundled (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (STORY_PATH, 0, NULL);
  guint n = 0;

  for (; names[n]; n++)
    {
      g_autofree char *path = g_strconcat (STORY_PATH, names[n], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);

      assert_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  g_assert_cmpuint (n, >, 8);
}

static void
test_small (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    "[[], {}, [[]], \"\", null, true, false]",
    "{\"a\": {\"a\": {\"a\": 1}}, \"aa\": [1, 2], \"\": 3}",
    "{\"a\\\"b\": 1, \"a\\\\\": 2, \"\\u0041\": 3, \"\\\\\": \"\\\\\\\"\", \"\\ud83d\\ude00\": 4}",
    "[\"tab\\t\", \"\\/\", \"\\u043a\\u0430\\u0437\", \"қазақ\", \"\\ud83d\\ude00\"]",
    " [ 0 , -0.5 , 1e3 , -1E-3 , 1.25e+2 , 123456789012345 , 1234567890.12345 ] ",
    "[0.1, 53.4, 46.15, -179.999999, 0.000000000000001, 9007199254740992, 2.2250738585072014e-308]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_text (texts[i], strlen (texts[i]));
}

/* With as many digits before and behind the point as a random coordinate or figure may have. */
static void
test_numbers (void)
{
  g_autoptr (GString) text = g_string_new ("[0");

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (text, ",%s%d", i % 2 ? "-" : "", g_test_rand_int_range (0, 200000));
      if (i % 3)
        {
          const int n = g_test_rand_int_range (1, 16);

          g_string_append_c (text, '.');
          for (int j = 0; j < n; j++)
            g_string_append_c (text, (char) g_test_rand_int_range ('0', '9' + 1));
        }
    }
  g_string_append_c (text, ']');
  assert_text (text->str, text->len);
}

static void
test_missing (void)
{
  const char *text = "{\"name\": 1, \"\\u0061b\": 2}";
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autoptr (JolJsonPositions) positions = NULL;

  g_assert_true (jol_json_scan (text, strlen (text), "f", problems, &positions));
  g_assert_cmpuint (jol_json_value_find_member (positions, 0, "na"), ==, JOL_JSON_NO_VALUE);
  g_assert_cmpuint (jol_json_value_find_member (positions, 0, "names"), ==, JOL_JSON_NO_VALUE);
  g_assert_cmpuint (jol_json_value_find_member (positions, 0, ""), ==, JOL_JSON_NO_VALUE);
  g_assert_cmpuint (jol_json_value_find_member (positions, 0, "name"), ==, 1);
  g_assert_cmpuint (jol_json_value_find_member (positions, 0, "ab"), ==, 2);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);

  g_test_add_func ("/json-value/bundled", test_bundled);
  g_test_add_func ("/json-value/small", test_small);
  g_test_add_func ("/json-value/numbers", test_numbers);
  g_test_add_func ("/json-value/missing", test_missing);

  return jol_test_run ();
}
