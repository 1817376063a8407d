/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-reader-style.h"

G_BEGIN_DECLS

/* JolReaderMenu: where a person chooses how to read: size, colours, width of the lines. */
#define JOL_TYPE_READER_MENU (jol_reader_menu_get_type ())
G_DECLARE_FINAL_TYPE (JolReaderMenu, jol_reader_menu, JOL, READER_MENU, GtkPopover)

void jol_reader_menu_set_style (JolReaderMenu *self, JolReaderStyle *style);

G_END_DECLS
