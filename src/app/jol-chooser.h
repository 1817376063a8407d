/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void jol_chooser_release (GtkNativeDialog **chooser);

G_END_DECLS
