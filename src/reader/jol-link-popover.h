/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "jol-source.h"

G_BEGIN_DECLS

/*
 * JolLinkPopover: where a link leads out of the program, before it does: a source with what is
 * known of it, or an address alone. The address is there in full, and a button opens it.
 *
 * CSS node: popover.link.
 */
#define JOL_TYPE_LINK_POPOVER (jol_link_popover_get_type ())
G_DECLARE_FINAL_TYPE (JolLinkPopover, jol_link_popover, JOL, LINK_POPOVER, GtkPopover)

GtkWidget *jol_link_popover_new (void);

/* Pops it up. @number: of the source in the article's list, or 0. */
void jol_link_popover_show_source (JolLinkPopover *self, JolSource *source, guint number);
void jol_link_popover_show_address (JolLinkPopover *self, const char *address);

G_END_DECLS
