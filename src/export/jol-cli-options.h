/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-cli-output.h"

#include "jol-span.h"

G_BEGIN_DECLS

/* A verb as its help shows it. */
typedef struct
{
  const char *verb;
  const char *arguments; /* "KIND" */
  const char *summary;   /* translated: a sentence */
  const char *details;   /* translated, or NULL */
} JolCliSyntax;

gboolean jol_cli_parse (const JolCliSyntax *syntax,
                        const GOptionEntry *entries,
                        char **args,
                        char ***rest_out,
                        JolCliOutput *out,
                        GError **error);

/* Whether there are no more than @n arguments. */
gboolean jol_cli_check_count (char **rest, guint n, GError **error);

/* Each reads an option's text; NULL is an option not given, and leaves the value as it is. */
gboolean
jol_cli_read_date (const char *option, const char *text, JolDate *date_out, GError **error);
gboolean
jol_cli_read_span (const char *option, const char *text, JolSpan *span_out, GError **error);
gboolean jol_cli_set_language (const char *option, const char *text, GError **error);

G_END_DECLS
