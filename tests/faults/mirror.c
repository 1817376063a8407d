/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Put into the program (LD_PRELOAD), it makes GTK lay everything out from right to left, as it does
 * once a program is translated into Persian or Arabic. Until then it does not, even where these are
 * the language: GLib takes no words of GTK into a window whose own are English, and the direction
 * is one of GTK's words. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <glib.h>
#include <string.h>

const char *
g_dgettext (const char *domain, const char *text)
{
  static const char *(*translate) (const char *, const char *);

  if (!translate)
    *(void **) &translate = dlsym (RTLD_NEXT, "g_dgettext");
  return strcmp (text, "default:LTR") == 0 ? "default:RTL" : translate (domain, text);
}
