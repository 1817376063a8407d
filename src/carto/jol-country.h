/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "jol-geo.h"
#include "jol-text.h"

G_BEGIN_DECLS

/* The name of a country by its ISO 3166-1 code, or of the European Union by "EU"; the code itself
 * when Jol does not know it. Owned by the program. Main thread only. */
const char *jol_country_get_name (const char *code, const char *language);

/* Its names in the languages it is looked for in, that of the interface first; NULL when Jol does
 * not know it. Any thread. (transfer full) */
JolText *jol_country_dup_names (const char *code) G_GNUC_WARN_UNUSED_RESULT;

/* The largest part of it, without islands; FALSE when it is beyond the base map. Any thread. */
gboolean jol_country_find_box (const char *code, JolBox *box_out);

G_END_DECLS
