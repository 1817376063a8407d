/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-event.h"

G_BEGIN_DECLS

#define JOL_KIND_ICON_PX 16

/* JolKindIcon: the symbol of a kind of event: told by its shape, then by its colour. */
#define JOL_TYPE_KIND_ICON (jol_kind_icon_get_type ())
G_DECLARE_FINAL_TYPE (JolKindIcon, jol_kind_icon, JOL, KIND_ICON, GtkWidget)

GtkWidget *jol_kind_icon_new (JolEventKind kind) G_GNUC_WARN_UNUSED_RESULT;
void jol_kind_icon_set_kind (JolKindIcon *self, JolEventKind kind);

/* The same at the origin of another widget's snapshot: a list has too many rows for one each. */
void jol_kind_icon_draw (GtkWidget *widget, GtkSnapshot *snapshot, JolEventKind kind);

G_END_DECLS
