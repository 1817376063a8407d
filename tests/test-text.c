/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-text.h"

static void
test_get (void)
{
  JolTextBuilder *builder = jol_text_builder_new ();
  g_autoptr (JolText) text = NULL;
  const char *first = NULL;

  jol_text_builder_add (builder, "ru", "Тенгиз");
  jol_text_builder_add (builder, "en", "Tengiz");
  jol_text_builder_add (builder, "zh-Hans", "田吉兹");
  text = jol_text_builder_end (builder);

  g_assert_cmpstr (jol_text_get (text, "ru"), ==, "Тенгиз");
  g_assert_cmpstr (jol_text_get (text, "zh"), ==, "田吉兹");
  g_assert_cmpstr (jol_text_get (text, "en-GB"), ==, "Tengiz");
  g_assert_cmpstr (jol_text_get (text, "kk"), ==, "Tengiz");
  g_assert_cmpstr (jol_text_get (text, NULL), ==, "Tengiz");
  g_assert_null (jol_text_lookup (text, "kk"));
  g_assert_cmpuint (jol_text_get_n_languages (text), ==, 3);
  g_assert_cmpstr (jol_text_get_language (text, 0, &first), ==, "ru");
  g_assert_cmpstr (first, ==, "Тенгиз");
}

/* Without English, what was written first is better than nothing. */
static void
test_last_resort (void)
{
  g_autoptr (JolText) text = jol_text_new ("kk", "жол");

  g_assert_cmpstr (jol_text_get (text, "ru"), ==, "жол");
  g_assert_null (jol_text_get (NULL, "ru"));
}

static void
test_interface_language (void)
{
  if (g_test_subprocess ())
    {
      g_assert_cmpstr (jol_text_get_interface_language (), ==, g_getenv ("EXPECTED"));
      return;
    }

  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("EXPECTED", "en", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();

  g_setenv ("LC_ALL", "kk_KZ.UTF-8", TRUE);
  g_setenv ("EXPECTED", "kk", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/get", test_get);
  g_test_add_func ("/text/last-resort", test_last_resort);
  g_test_add_func ("/text/interface-language", test_interface_language);
  return g_test_run ();
}
