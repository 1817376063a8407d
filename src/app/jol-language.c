/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-language.h"

#include <libintl.h>

static void
set_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  /* Messages that were asked for before are looked up anew. */
  textdomain (GETTEXT_PACKAGE);
}

/* A variable that is there only gets another value; a new one moves all of them, from under who
 * reads them. Empty is as if it were not there. */
void
jol_language_prepare (void)
{
  g_setenv ("LANGUAGE", "", FALSE);
}

char *
jol_language_enter (const char *language)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));
  g_autofree char *name = NULL;

  if (!language)
    return NULL;

  /* The locale's form has an underscore. */
  name = g_strdelimit (g_strdup (language), "-", '_');
  set_language (name);
  return before ? g_steal_pointer (&before) : g_strdup ("");
}

void
jol_language_leave (const char *before)
{
  if (before)
    set_language (before);
}
