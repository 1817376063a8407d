/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "jol-event.h"

G_BEGIN_DECLS

/* Which kinds of event are hidden: a set of bits by JolEventKind. */
typedef guint JolFilter;

gboolean jol_filter_hides (JolFilter self, JolEventKind kind);
JolFilter jol_filter_toggle (JolFilter self, JolEventKind kind);
gboolean jol_filter_parse (const char *text,
                           JolFilter *filter_out); /* "visit,statement"; "" hides none */
char *jol_filter_to_string (JolFilter self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
