/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Put into the program (LD_PRELOAD), it makes GTK lay everything out from right to left, as it does
 * once a program is translated into Persian or Arabic. Until then it does not, even where these are
 * the language: GLib takes no words of GTK into a window whose own are English, and the direction
 * is one of GTK's words. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <glib.h>
#include <string.h>

/* GTK 4.18 knows the direction by the language itself, and what turns it round in every build. It
 * is told by a function that came with it. */
__attribute__ ((constructor)) static void
turn_round (void)
{
  if (dlsym (RTLD_DEFAULT, "gtk_accessible_update_platform_state"))
    g_setenv ("GTK_DEBUG", "invert-text-dir", TRUE);
}

const char *
g_dgettext (const char *domain, const char *text)
{
  static const char *(*translate) (const char *, const char *);

  if (!translate)
    *(void **) &translate = dlsym (RTLD_NEXT, "g_dgettext");
  return strcmp (text, "default:LTR") == 0 ? "default:RTL" : translate (domain, text);
}
