/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* JolBeside: the first child beside the second where both have room, else over it. The second
 * is as wide as it must be, or the height that is left. */
#define JOL_TYPE_BESIDE (jol_beside_get_type ())
G_DECLARE_FINAL_TYPE (JolBeside, jol_beside, JOL, BESIDE, GtkWidget)

G_END_DECLS
