/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * JolWrapLayout: children in rows like words in a paragraph, each as wide as it likes to be. The
 * last of a row gets what is left of it when it expands. (Libadwaita has one from 1.7 on; a flow
 * box makes columns.)
 *
 * Properties: spacing, line-spacing.
 */
#define JOL_TYPE_WRAP_LAYOUT (jol_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (JolWrapLayout, jol_wrap_layout, JOL, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *jol_wrap_layout_new (int spacing, int line_spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
