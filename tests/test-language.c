/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in another language: the catalogues of the build, in a locale made for the test. */
#include "config.h"

#include "jol-date.h"
#include "jol-short-date.h"
#include "jol-unit.h"

#include "jol-test-util.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

/* Debian has the C locale as a folder of files; under another name it is one in which gettext asks
 * LANGUAGE. So no locale need be installed or compiled. */
#define LOCALE_FILES "/usr/lib/locale/C.utf8"
#define LOCALE_NAME "ru_RU.UTF-8"

static char *
make_locale (void)
{
  char *folder = g_dir_make_tmp ("jol-locale-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, LOCALE_NAME, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);

  g_assert_true (g_file_make_symbolic_link (file, LOCALE_FILES, NULL, NULL));
  g_setenv ("LOCPATH", folder, TRUE);
  return folder;
}

static void
remove_locale (char *folder)
{
  g_autofree char *link = g_build_filename (folder, LOCALE_NAME, NULL);

  g_unlink (link);
  g_rmdir (folder);
  g_free (folder);
}

static void
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  /* Messages that were asked for before are looked up anew. */
  textdomain (GETTEXT_PACKAGE);
}

static gboolean
can_speak (void)
{
  if (setlocale (LC_MESSAGES, LOCALE_NAME))
    return TRUE;

  g_test_skip ("this system does not have " LOCALE_FILES);
  return FALSE;
}

static void
assert_dates (const char *const cases[][4], guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      JolDate date = { 0 };
      g_autofree char *full = NULL;
      g_autofree char *brief = NULL;
      g_autofree char *since = NULL;

      g_assert_true (jol_date_parse (cases[i][0], &date));
      full = jol_date_format (&date);
      brief = jol_short_date_format (&date);
      since = jol_date_format_since (&date);
      g_assert_cmpstr (full, ==, cases[i][1]);
      g_assert_cmpstr (brief, ==, cases[i][2]);
      g_assert_cmpstr (since, ==, cases[i][3]);
    }
}

static void
assert_range (const char *expected)
{
  JolDate from = { .year = 2023, .month = 5, .day = 18 },
          to = { .year = 2023, .month = 5, .day = 19 };
  g_autofree char *range = jol_date_format_range (&from, &to);

  g_assert_cmpstr (range, ==, expected);
}

static void
test_english (void)
{
  static const char *const cases[][4] = {
    { "2023-05-18", "18 May 2023", "18\u00a0May 2023", "since 18 May 2023" },
    { "2001-10", "October 2001", "Oct 2001", "since October 2001" },
    { "2009", "2009", "2009", "since 2009" },
  };

  assert_dates (cases, G_N_ELEMENTS (cases));
  assert_range ("18–19 May 2023");
}

static void
test_russian (void)
{
  static const char *const cases[][4] = {
    { "2023-05-18", "18 мая 2023", "18\u00a0мая 2023", "с 18 мая 2023" },
    { "2001-10", "октябрь 2001", "окт 2001", "с октября 2001" },
    { "2009", "2009", "2009", "с 2009" },
  };
  JolDate about = { .year = 2009, .month = 3, .approx = 1 };
  g_autofree char *roughly = NULL;
  g_autofree char *number = NULL, *whole = NULL;

  if (!can_speak ())
    return;

  speak ("ru");
  roughly = jol_date_format_since (&about);
  assert_dates (cases, G_N_ELEMENTS (cases));
  assert_range ("18–19 мая 2023");
  g_assert_cmpstr (roughly, ==, "примерно с марта 2009");
  g_assert_cmpstr (jol_unit_get_label ("Mt/a"), ==, "млн\u00a0т в\u00a0год");
  /* Whatever the locale's decimal mark is. */
  number = jol_number_format (58.71);
  whole = jol_number_format (67);
  g_assert_cmpstr (number, ==, "58,71");
  g_assert_cmpstr (whole, ==, "67");
}

static void
test_kazakh (void)
{
  static const char *const cases[][4] = {
    { "2023-05-18", "2023 ж. 18 мамыр", "2023\u00a0ж. 18\u00a0мам", "2023 ж. 18 мамырдан бері" },
    { "2001-10", "2001 ж. қазан", "2001\u00a0ж. қаз", "2001 ж. қазаннан бері" },
    { "2009", "2009", "2009", "2009 жылдан бері" },
  };

  if (!can_speak ())
    return;

  speak ("kk");
  assert_dates (cases, G_N_ELEMENTS (cases));
  assert_range ("2023 ж. 18–19 мамыр");
}

static void
test_plurals (void)
{
  static const struct
  {
    guint n;
    const char *expected;
  } cases[] = { { 1, "1 событие" },    { 2, "2 события" },   { 5, "5 событий" },
                { 11, "11 событий" },  { 21, "21 событие" }, { 24, "24 события" },
                { 112, "112 событий" } };

  if (!can_speak ())
    return;

  speak ("ru");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = cases[i].n;
      g_autofree char *text = g_strdup_printf (ngettext ("%u event", "%u events", n), n);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *catalogues = NULL;
  char *folder;
  int status;

  jol_test_init (&argc, &argv);
  catalogues = g_build_filename (g_test_get_dir (G_TEST_BUILT), "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  folder = make_locale ();

  g_test_add_func ("/language/english", test_english);
  g_test_add_func ("/language/russian", test_russian);
  g_test_add_func ("/language/kazakh", test_kazakh);
  g_test_add_func ("/language/plurals", test_plurals);

  status = jol_test_run ();
  remove_locale (folder);
  return status;
}
