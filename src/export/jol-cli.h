/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The command line: everything Jol does without a window. Nothing here needs a display, so main()
 * asks first and only then starts GTK.
 */

/* Whether these arguments are for jol_cli_run(): a verb, --help or --version in first place, or a
 * word that is neither a verb nor anything a window could open. */
gboolean jol_cli_handles (int argc, char **argv);

/* Does what they ask. Returns the exit status: 0, 1 when a problem was found, 2 for a usage error.
 */
int jol_cli_run (int argc, char **argv);

G_END_DECLS
