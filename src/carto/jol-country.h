/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The name of a country by its ISO 3166-1 code, or of the European Union by "EU"; the code itself
 * when Jol does not know it. Owned by the program. Main thread only. */
const char *jol_country_get_name (const char *code, const char *language);

G_END_DECLS
