/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Units a story may use; anything else is kept as text and shown as written. */
const char *jol_unit_get_label (
    const char *unit); /* "Mt/a" → "Mt a year", translated; @unit itself if unknown */

char *jol_number_to_json (double value) G_GNUC_WARN_UNUSED_RESULT;
char *jol_number_format (double value) G_GNUC_WARN_UNUSED_RESULT;
char *jol_quantity_format (double value, const char *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
