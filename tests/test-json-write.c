/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-json-write.h"

static void
test_nesting (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (JolJsonWriter) writer = jol_json_writer_new (out);

  jol_json_writer_begin_object (writer);
  jol_json_writer_member (writer, "id");
  jol_json_writer_string (writer, "cpc");
  jol_json_writer_member (writer, "none");
  jol_json_writer_begin_object (writer);
  jol_json_writer_end_object (writer);
  jol_json_writer_member (writer, "list");
  jol_json_writer_begin_array (writer);
  jol_json_writer_integer (writer, 1991);
  jol_json_writer_boolean (writer, TRUE);
  jol_json_writer_begin_array (writer);
  jol_json_writer_end_array (writer);
  jol_json_writer_begin_object (writer);
  jol_json_writer_member (writer, "status");
  jol_json_writer_null (writer);
  jol_json_writer_end_object (writer);
  jol_json_writer_end_array (writer);
  jol_json_writer_end_object (writer);
  jol_json_writer_finish (writer);

  g_assert_cmpstr (out->str, ==,
                   "{\n"
                   "  \"id\": \"cpc\",\n"
                   "  \"none\": {},\n"
                   "  \"list\": [\n"
                   "    1991,\n"
                   "    true,\n"
                   "    [],\n"
                   "    {\n"
                   "      \"status\": null\n"
                   "    }\n"
                   "  ]\n"
                   "}\n");
}

static void
assert_string (const char *value, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (JolJsonWriter) writer = jol_json_writer_new (out);

  jol_json_writer_string (writer, value);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_strings (void)
{
  assert_string ("Тенгиз 塔什干", "\"Тенгиз 塔什干\"");
  assert_string ("a \"b\" \\ c/d", "\"a \\\"b\\\" \\\\ c/d\"");
  assert_string ("a\nb\tc\r\b\f", "\"a\\nb\\tc\\r\\b\\f\"");
  assert_string ("\x1b[31m\x7f", "\"\\u001b[31m\\u007f\"");
  assert_string ("\302\205", "\"\\u0085\"");
  assert_string ("\342\200\256txt", "\"\\u202etxt\"");
  assert_string ("f\377g", "\"f\357\277\275g\"");
  assert_string ("", "\"\"");
  assert_string (NULL, "null");
}

static char *
rewrite (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (JolJsonWriter) writer = jol_json_writer_new (out);

  g_assert_nonnull (node);
  jol_json_writer_node (writer, node);
  return g_strdup (out->str);
}

static void
assert_rewritten (const char *json, const char *expected)
{
  g_autofree char *text = rewrite (json);

  g_assert_cmpstr (text, ==, expected);
}

/* What was read is written with the same order, the same numbers, and pairs on one line. */
static void
test_nodes (void)
{
  assert_rewritten ("[53.4,46.15,-0.5,2001,1e3]", "[53.4, 46.15, -0.5, 2001, 1000]");
  assert_rewritten ("[[1,2],[3,4]]", "[\n  [1, 2],\n  [3, 4]\n]");
  assert_rewritten ("[1,\"a\"]", "[\n  1,\n  \"a\"\n]");
  assert_rewritten ("{\"b\":null,\"a\":false}", "{\n  \"b\": null,\n  \"a\": false\n}");
}

/* Random text comes back as it was: json-glib is another's reader. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 500; i++)
    {
      g_autoptr (GString) value = g_string_new (NULL);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (JolJsonWriter) writer = jol_json_writer_new (out);
      g_autoptr (JsonNode) node = NULL;

      for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append_unichar (
            value, (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x100 : 0xD800));
      jol_json_writer_begin_array (writer);
      jol_json_writer_string (writer, value->str);
      jol_json_writer_end_array (writer);
      jol_json_writer_finish (writer);

      node = json_from_string (out->str, NULL);
      g_assert_nonnull (node);
      g_assert_cmpstr (json_array_get_string_element (json_node_get_array (node), 0), ==,
                       value->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-write/nesting", test_nesting);
  g_test_add_func ("/json-write/strings", test_strings);
  g_test_add_func ("/json-write/nodes", test_nodes);
  g_test_add_func ("/json-write/round-trip", test_round_trip);
  return g_test_run ();
}
