/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once GTK is there: from now on every menu, when it opens, has names for a screen reader. */
void jol_menu_names_keep (void);

G_END_DECLS
