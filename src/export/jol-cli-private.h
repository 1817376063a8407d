/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-cli-output.h"

G_BEGIN_DECLS

#define JOL_CLI_OK 0
#define JOL_CLI_PROBLEM 1 /* something is wrong with a story, an id or a file */
#define JOL_CLI_USAGE 2   /* something is wrong with the command */

/*
 * A verb. @args are the arguments after its name, ended by NULL. Returns the exit status; with
 * @error set the status follows from it, and its message is printed by jol_cli_run().
 */
typedef int (*JolCliVerb) (char **args, JolCliOutput *out, GError **error);

int jol_cli_check (char **args, JolCliOutput *out, GError **error);
int jol_cli_export (char **args, JolCliOutput *out, GError **error);
int jol_cli_list (char **args, JolCliOutput *out, GError **error);
int jol_cli_search (char **args, JolCliOutput *out, GError **error);
int jol_cli_show (char **args, JolCliOutput *out, GError **error);

G_END_DECLS
