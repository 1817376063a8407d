/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * RFC 8259, rule by rule: what every parser must take, what none may, and where the standard leaves
 * it open what Jol does. Named in the manner of the public JSON parsing test suite, whose own files
 * are run when JOL_JSON_SUITE names their folder (data/tools/json-suite.sh).
 */
#include "config.h"

#include "jol-json-scan.h"
#include "jol-test-util.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  gssize length; /* 0: up to its end */
} Case;

static const Case good[] = {
  { "null", "null" },
  { "true", "true" },
  { "false", "false" },
  { "number alone", "42" },
  { "string alone", "\"asd\"" },
  { "empty string alone", "\"\"" },
  { "space around", " \t\r\n[] \t\r\n" },
  { "empty array", "[]" },
  { "array with space", "[ ]" },
  { "array of arrays", "[[],[[]]]" },
  { "array of all types", "[null, 1, \"1\", {}, [], true, false]" },
  { "several nulls", "[1,null,null,null,2]" },
  { "line ends", "[1\n,\n1]" },
  { "empty object", "{}" },
  { "member", "{\"a\":[]}" },
  { "empty name", "{\"\":0}" },
  { "name of spaces", "{\" \":0}" },
  { "escaped name", "{\"foo\\u0062ar\":42}" },
  { "names that differ in case", "{\"a\":1,\"A\":2}" },
  { "same name in two objects", "[{\"a\":1},{\"a\":1}]" },
  { "name of digits", "{\"1\":1}" },
  { "long name",
    "{\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\":0}" },
  { "zero", "[0]" },
  { "minus zero", "[-0]" },
  { "minus zero with fraction", "[-0.0]" },
  { "zero with exponent", "[0e1, 0E+1, 0e-1]" },
  { "exponents", "[1e2, 1E2, 1e+2, 1E+2, 1e-2, 1E-2, 123.456e78]" },
  { "exponent with zeros", "[1e001]" },
  { "fraction", "[123.456789]" },
  { "fraction of zeros", "[1.000000]" },
  { "close to zero", "[-0.0000000000000000000000000000000000000000000000000000000000000001]" },
  { "too small for a double", "[123.456e-789]" },
  { "largest safe integers", "[9007199254740991, -9007199254740991]" },
  { "integer and largest double", "[1.7976931348623157e308]" },
  { "escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]" },
  { "escaped solidus is a choice", "[\"/\\/\"]" },
  { "unicode escape", "[\"\\u0060\\u012a\\u12AB\"]" },
  { "escaped controls", "[\"\\u0001\\u001f\"]" },
  { "surrogate pair", "[\"\\uD801\\udc37\"]" },
  { "two surrogate pairs", "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]" },
  { "escaped backslash before u", "[\"\\\\u0000\"]" },
  { "escaped quote and backslash", "[\"\\\\\\\"\"]" },
  { "escaped noncharacters", "[\"\\uFFFE\\uFFFF\\uDBFF\\uDFFF\\uFDD0\"]" },
  { "escaped byte order mark", "[\"\\uFEFF\"]" },
  { "UTF-8 of two, three, four bytes", "[\"\xc3\xa9\xe2\x82\xac\xf0\x9d\x84\x9e\"]" },
  { "noncharacters", "[\"\xef\xbf\xbf\xf4\x8f\xbf\xbf\"]" },
  { "delete", "[\"\x7f\"]" },
  { "line and paragraph separators", "[\"\xe2\x80\xa8\xe2\x80\xa9\"]" },
  { "a comment in a string", "[\"a/*b*/c//d\"]" },
  { "brackets in a string", "[\"]}{[\"]" },
};

static const Case bad[] = {
  { "nothing", "" },
  { "space only", " " },
  { "open array", "[" },
  { "open array with value", "[1" },
  { "open array with comma", "[1," },
  { "close without open", "]" },
  { "closed twice", "[1]]" },
  { "closed by a brace", "[1}" },
  { "comma only", "[,]" },
  { "comma before", "[,1]" },
  { "comma after", "[1,]" },
  { "two commas", "[1,,2]" },
  { "two commas after", "[1,,]" },
  { "comma after the text", "[\"\"]," },
  { "comma missing", "[3[4]]" },
  { "comma missing between values", "[1 true]" },
  { "colon for comma", "[\"\":1]" },
  { "two texts", "[][]" },
  { "number after the text", "[1]x" },
  { "open object", "{" },
  { "object with name only", "{\"a\"" },
  { "object with colon only", "{\"a\":" },
  { "object with value, open", "{\"a\":1" },
  { "member without value", "{\"a\":}" },
  { "member without colon", "{\"a\" \"b\"}" },
  { "comma for colon", "{\"x\",null}" },
  { "two colons", "{\"x\"::\"b\"}" },
  { "comma in an object only", "{,}" },
  { "comma after a member", "{\"id\":0,}" },
  { "two commas in an object", "{\"id\":0,,\"a\":1}" },
  { "name without quotes", "{a:\"b\"}" },
  { "name in single quotes", "{'a':0}" },
  { "name is a number", "{1:1}" },
  { "name is null", "{null:null}" },
  { "object closed by a bracket", "{\"a\":1]" },
  { "object closed twice", "{\"a\":\"b\"}}" },
  { "stands twice", "{\"a\":1,\"a\":1}" },
  { "comment of a line", "{\"a\":\"b\"}//" },
  { "comment of a block", "{\"a\":/*comment*/\"b\"}" },
  { "comment with a hash", "{\"a\":\"b\"}#" },
  { "single quotes", "['a']" },
  { "no quotes", "[a]" },
  { "back quotes", "[`a`]" },
  { "True", "[True]" },
  { "NULL", "[NULL]" },
  { "tru", "[tru]" },
  { "nul", "[nul" },
  { "truetrue", "[truetrue]" },
  { "undefined", "[undefined]" },
  { "NaN", "[NaN]" },
  { "-NaN", "[-NaN]" },
  { "Infinity", "[Infinity]" },
  { "-Infinity", "[-Infinity]" },
  { "plus", "[+1]" },
  { "two pluses", "[++1234]" },
  { "minus alone", "[-]" },
  { "two minuses", "[--2]" },
  { "minus and space", "[- 1]" },
  { "minus and letter", "[-foo]" },
  { "leading zero", "[012]" },
  { "leading zero after minus", "[-012]" },
  { "two zeros", "[00]" },
  { "point first", "[.123]" },
  { "point first after minus", "[-.123]" },
  { "point last", "[1.]" },
  { "point and exponent", "[0.e1]" },
  { "two points", "[1.2.3]" },
  { "exponent without digits", "[1e]" },
  { "exponent with sign only", "[1e+]" },
  { "exponent with point", "[1e1.5]" },
  { "two exponents", "[1e1e1]" },
  { "two signs in the exponent", "[0e+-1]" },
  { "hexadecimal", "[0x1]" },
  { "binary", "[0b1]" },
  { "octal", "[0o7]" },
  { "underscore", "[1_000]" },
  { "space in a number", "[1 000.0]" },
  { "letter after a number", "[1a]" },
  { "expression", "[1+2]" },
  { "full-width digit", "[\xef\xbc\x91]" },
  { "open string", "\"a" },
  { "quote only", "\"" },
  { "escape at the end", "[\"\\" },
  { "escaped closing quote", "[\"\\\"]" },
  { "escape x", "[\"\\x00\"]" },
  { "escape a", "[\"\\a\"]" },
  { "escape of a capital U", "[\"\\U0041\"]" },
  { "escape of an emoji", "[\"\\\xf0\x9f\x8c\x80\"]" },
  { "escape of a line end", "[\"\\\n\"]" },
  { "no digits after u", "[\"\\u\"]" },
  { "three digits after u", "[\"\\u00A\"]" },
  { "a letter after u", "[\"\\uqqqq\"]" },
  { "sign after u", "[\"\\u+041\"]" },
  { "line end in a string", "[\"a\nb\"]" },
  { "tab in a string", "[\"\t\"]" },
  { "unit separator in a string", "[\"\x1f\"]" },
  { "escaped zero", "[\"\\u0000\"]" },
  { "form feed between", "[\f]" },
  { "vertical tab between", "[\v]" },
  { "no-break space between", "[\xc2\xa0]" },
  { "word joiner between", "[\xe2\x81\xa0]" },
  { "byte order mark between", "[\xef\xbb\xbf]" },
  { "byte of 0", "[\0]", 3 },
  { "byte of 0 in a string", "[\"a\0b\"]", 7 },
  { "byte of 0 after the text", "[]\0", 3 },
  { "byte of 0 in a number", "[1\0002]", 5 },
  { "angle brackets", "<null>" },
  { "semicolon", "[1];" },
  { "assignment", "a={}" },
  { "parentheses", "(1)" },
};

/* Open in the standard: a double may overflow, names may repeat, texts may begin with a mark. */
static const Case open_in_standard[] = {
  { "exponent too large", "[0.4e00669999999999999999999999999999999999999999999]" },
  { "exponent too large, negative", "[-1e9999]" },
  { "integer too large", "[100000000000000000000]" },
  { "integer too small", "[-123123123123123123123123123123]" },
  { "integer beyond 2^53", "[9007199254740993]" },
  { "high surrogate alone", "[\"\\uDADA\"]" },
  { "low surrogate alone", "[\"\\uDd1e\"]" },
  { "high surrogate and a letter", "[\"\\ud83dx\"]" },
  { "two high surrogates", "[\"\\uD888\\uD888\"]" },
  { "surrogates the wrong way", "[\"\\uDd1ea\\uD834\"]" },
  { "high surrogate and an escape", "[\"\\uD800\\n\"]" },
  { "half of a pair cut off", "[\"\\uD800\\u1x\"]" },
  { "byte order mark", "\xef\xbb\xbf{}" },
  { "byte order mark of UTF-16", "\xff\xfe[\0]\0", 6 },
  { "UTF-16 without a mark", "[\0\"\0\"\0]\0", 8 },
  { "Latin 1", "[\"\xe9\"]" },
  { "byte that continues nothing", "[\"\x81\"]" },
  { "UTF-8 cut off", "[\"\xe0\xff\"]" },
  { "UTF-8 longer than need be", "[\"\xc0\xaf\"]" },
  { "UTF-8 of six bytes", "[\"\xfc\x83\xbf\xbf\xbf\xbf\"]" },
  { "UTF-8 of a surrogate", "[\"\xed\xa0\x80\"]" },
  { "UTF-8 beyond the last character", "[\"\xf4\xbf\xbf\xbf\"]" },
};

static gboolean
is_clean (const char *text, gsize length, guint *n_problems_out)
{
  g_autoptr (JolProblemList) problems = jol_problem_list_new ();
  g_autofree char *exact = g_memdup2 (text, MAX (length, 1));
  g_autoptr (JolJsonPositions) positions = NULL;
  /* No byte beyond is read: a sanitizer would say so. */
  const gboolean clean = jol_json_scan (exact, length, "f", problems, &positions);

  *n_problems_out = jol_problem_list_get_size (problems);
  return clean;
}

static void
assert_taken (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  guint n_problems;

  g_assert_true (is_clean (text, length, &n_problems));
  g_assert_cmpuint (n_problems, ==, 0);
  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_nonnull (json_parser_get_root (parser));
}

static void
assert_turned_down (const char *text, gsize length)
{
  guint n_problems;

  g_assert_false (is_clean (text, length, &n_problems));
  g_assert_cmpuint (n_problems, >=, 1);
}

static void
assert_all (const Case *cases, gsize n_cases, void (*check) (const char *text, gsize length))
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_test_message ("%s", cases[i].name);
      check (cases[i].text, cases[i].length ? (gsize) cases[i].length : strlen (cases[i].text));
    }
}

static void
test_good (void)
{
  assert_all (good, G_N_ELEMENTS (good), assert_taken);
}

static void
test_bad (void)
{
  assert_all (bad, G_N_ELEMENTS (bad), assert_turned_down);
}

/* What the standard leaves to the parser, Jol turns down: another program might read otherwise. */
static void
test_open (void)
{
  assert_all (open_in_standard, G_N_ELEMENTS (open_in_standard), assert_turned_down);
}

/* Deep, but no deeper than Jol goes; and the public suite's depths, which take no stack. */
static void
test_depth (void)
{
  static const char *const open[] = { "[", "{\"\":", "[{\"\":" };
  const guint n = 100000;

  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < n; j++)
        g_string_append (text, open[i]);
      assert_turned_down (text->str, text->len);
    }
}

/* y_: must be taken, n_: must not, i_: as one likes, but without a crash. What Jol turns down that
 * the standard takes is a name that stands twice in an object, and U+0000. */
static void
test_suite (void)
{
  static const char *const stricter[] = { "y_object_duplicated_key.json",
                                          "y_object_duplicated_key_and_value.json",
                                          "y_object_escaped_null_in_key.json",
                                          "y_string_null_escape.json", NULL };
  const char *path = g_getenv ("JOL_JSON_SUITE");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;
  guint n_done = 0;

  folder = g_dir_open (path, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *text = NULL;
      gsize length;
      guint n_problems;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_file_get_contents (file, &text, &length, &error);
      g_assert_no_error (error);
      g_test_message ("%s", name);
      n_done++;
      if (*name == 'n' || g_strv_contains (stricter, name))
        assert_turned_down (text, length);
      else if (*name == 'y')
        assert_taken (text, length);
      else
        g_test_message ("%s", is_clean (text, length, &n_problems) ? "taken" : "turned down");
    }
  g_test_message ("%u files", n_done);
  g_assert_cmpuint (n_done, >, 0);
}

int
main (int argc, char *argv[])
{
  jol_test_init (&argc, &argv);
  g_test_add_func ("/json-conformance/good", test_good);
  g_test_add_func ("/json-conformance/bad", test_bad);
  g_test_add_func ("/json-conformance/open", test_open);
  g_test_add_func ("/json-conformance/depth", test_depth);
  if (g_getenv ("JOL_JSON_SUITE"))
    g_test_add_func ("/json-conformance/suite", test_suite);
  return jol_test_run ();
}
