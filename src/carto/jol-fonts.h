/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether there is a single font. Without one Pango has none to give, GTK complains of each text
 * by hundreds, and pictures come out without a word. */
gboolean jol_fonts_exist (GError **error);

G_END_DECLS
