/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jol-application.h"
#include "jol-language.h"
#include "jol-memory.h"

#include "jol-cli.h"
#include "jol-resources.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  JolApplication *application;
  int status;

  jol_memory_share_heaps ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* Named, or the linker leaves the resources out of a static library. */
  g_resources_register (jol_resources_get_resource ());

  if (jol_cli_handles (argc, argv))
    return jol_cli_run (argc, argv);

  jol_language_prepare ();
  application = jol_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_object_unref (application);

  /* Not exit(): threads that still place names or paint tiles, for nobody now, read what libraries
   * such as HarfBuzz would take down in it. The settings have been written. */
  fflush (NULL);
  _exit (status);
}
